"""Articles as JSON: one object, a list of them, or one a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from summarizer.datamodel import Document, Skipped
from summarizer.errors import InputError
from summarizer.limits import DEFAULT_LIMITS, Limits
from summarizer.read.encodings import decode_text
from summarizer.read.formats.named_fields import document_from_fields
from summarizer.read.formats.safe_trees import check_size
from summarizer.read.raw_files import Raw

_TEXT = (
    "text", "body", "content", "articlebody", "article_body", "article", "full_text", "fulltext", "content_text",
    "content_html", "maintext", "story",
)  # fmt: skip
_LINE = re.compile(r"[^\n]*\n?")  # no more than that: JSON strings may hold what else ends a line, such as U+2028
_LISTS = ("articles", "documents", "items", "entries", "results", "data")


def read_json(raw: Raw) -> Iterable[Document | Skipped]:
    """The article or articles of a JSON file; an entry without text becomes a `Skipped`.

    Raises
    ------
    InputError
        The file is not JSON, or holds no article.
    LimitError
        It is too large.
    """
    text = decode_text(raw.data, raw.path, raw.charset)
    try:
        value = _parse(text, raw)
    except json.JSONDecodeError as error:
        if "\n" in text.strip() and error.msg == "Extra data":  # one a line, whatever the suffix says
            return read_jsonl(raw)
        raise InputError(raw.path, f"not JSON: {error.msg}, line {error.lineno} column {error.colno}") from error
    if isinstance(value, dict) and {"headline", "items", "sources", "signature"} <= value.keys():
        raise InputError(raw.path, "a briefing that was made by this program, not an article")
    entries = list(_articles(value))
    if not entries:
        raise InputError(raw.path, f"no article in it: none of the keys {', '.join(_TEXT[:3])} holds text")
    return [read_entry(entry, raw.path, f"entry {n}", raw.limits) for n, entry in enumerate(entries, start=1)]


def read_jsonl(raw: Raw) -> Iterator[Document | Skipped]:
    """The articles of a file of one JSON object a line; a line that is none becomes a `Skipped`, the rest is read."""
    lines = _LINE.finditer(decode_text(raw.data, raw.path, raw.charset))
    return (_parse_line(line[0], raw, n) for n, line in enumerate(lines, start=1) if line[0].strip())


def read_entry(entry: object, path: str | None, where: str, limits: Limits = DEFAULT_LIMITS) -> Document | Skipped:
    """The document of one parsed entry; whatever is wrong with the entry, `where` it stands, costs this entry only."""
    try:
        text = _text_of(entry, limits) if isinstance(entry, Mapping) else ""
        if isinstance(entry, Mapping) and text:
            return document_from_fields(entry, text, path)
    except InputError as error:
        return Skipped(path, f"{where}: {error.reason}")
    except Exception as error:  # noqa: BLE001 (HTML in it goes through a third-party parser)
        return Skipped(path, f"{where} could not be read ({type(error).__name__})")
    return Skipped(path, f"{where} has no text: none of the keys {', '.join(_TEXT[:3])} holds any")


def _parse(text: str, raw: Raw) -> object:
    check_size(len(text), raw.path, raw.limits)
    return json.loads(text)


def _parse_line(line: str, raw: Raw, number: int) -> Document | Skipped:
    try:
        entry = _parse(line, raw)
    except json.JSONDecodeError as error:
        return Skipped(raw.path, f"line {number} is not JSON: {error.msg}, column {error.colno}")
    except InputError as error:
        return Skipped(raw.path, f"line {number}: {error.reason}")
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets without end
        return Skipped(raw.path, f"line {number} is JSON beyond all measure")
    return read_entry(entry, raw.path, f"line {number}", raw.limits)


def _articles(value: object) -> Iterator[object]:
    """The entries of whatever holds them: a list, an object with a list, or a lone article."""
    if isinstance(value, list):
        yield from value
    elif isinstance(value, Mapping):
        lists = [value[key] for key in value if key.casefold() in _LISTS and isinstance(value[key], list)]
        if any(isinstance(value[key], (str, list)) and value[key] for key in value if key.casefold() in _TEXT):
            yield value
        elif lists:
            yield from lists[0]


def _text_of(entry: Mapping[str, object], limits: Limits) -> str:
    lowered = {key.casefold(): value for key, value in entry.items()}
    texts = (_as_text(lowered[key], limits) for key in _TEXT if key in lowered)
    return next((text for text in texts if text), "")


def _as_text(value: object, limits: Limits) -> str:
    if isinstance(value, list):  # feedparser's content: [{"value": ...}]; a list of paragraphs elsewhere
        parts = (part.get("value") if isinstance(part, Mapping) else part for part in value)
        value = "\n\n".join(part for part in parts if isinstance(part, str))
    return _without_markup(value, limits) if isinstance(value, str) else ""


def _without_markup(text: str, limits: Limits) -> str:
    if "<" not in text:
        return text.strip() and text
    from summarizer.read.formats.html_fragment import looks_like_markup, text_of_fragment

    return text_of_fragment(text, limits) if looks_like_markup(text) else text
