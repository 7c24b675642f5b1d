"""Articles as JSON: one object, a list of them, or one a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from summarizer.datamodel import Document, Skipped
from summarizer.errors import InputError
from summarizer.read.decode import decode_text
from summarizer.read.fields import document_from_fields

_TEXT = (
    "text", "body", "content", "articlebody", "article_body", "article", "full_text", "fulltext", "content_text",
    "content_html", "maintext", "story",
)  # fmt: skip
_LISTS = ("articles", "documents", "items", "entries", "results", "data")


def read_json(data: bytes, path: str) -> list[Document | Skipped]:
    """The article or articles of a JSON file; an entry without text becomes a `Skipped`.

    Raises
    ------
    InputError
        The file is not JSON, or holds no article.
    """
    text = decode_text(data, path)
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        if "\n" in text.strip() and error.msg == "Extra data":  # one a line, whatever the suffix says
            return read_jsonl(data, path)
        raise InputError(path, f"not JSON: {error.msg}, line {error.lineno} column {error.colno}") from error
    if isinstance(value, dict) and {"headline", "items", "sources", "signature"} <= value.keys():
        raise InputError(path, "a briefing that was made by this program, not an article")
    entries = list(_articles(value))
    if not entries:
        raise InputError(path, f"no article in it: none of the keys {', '.join(_TEXT[:3])} holds text")
    return [read_entry(entry, path, f"entry {n}") for n, entry in enumerate(entries, start=1)]


def read_jsonl(data: bytes, path: str) -> list[Document | Skipped]:
    """The articles of a file of one JSON object a line; a line that is none becomes a `Skipped`, the rest is read."""
    lines = decode_text(data, path).split("\n")  # not splitlines: JSON strings may hold U+2028
    return [_parse_line(line, path, n) for n, line in enumerate(lines, start=1) if line.strip()]


def read_entry(entry: object, path: str | None, where: str) -> Document | Skipped:
    """The document of one parsed entry; whatever is wrong with the entry, `where` it stands, costs this entry only."""
    try:
        return _document(entry, path, where)
    except Exception as error:  # noqa: BLE001 (HTML in it goes through a third-party parser)
        return Skipped(path, f"{where} could not be read ({type(error).__name__})")


def _parse_line(line: str, path: str, number: int) -> Document | Skipped:
    try:
        entry = json.loads(line)
    except json.JSONDecodeError as error:
        return Skipped(path, f"line {number} is not JSON: {error.msg}, column {error.colno}")
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets without end
        return Skipped(path, f"line {number} is JSON beyond all measure")
    return read_entry(entry, path, f"line {number}")


def _articles(value: object) -> Iterator[object]:
    """The entries of whatever holds them: a list, an object with a list, or a lone article."""
    if isinstance(value, list):
        yield from value
    elif isinstance(value, Mapping):
        lists = [value[key] for key in value if key.casefold() in _LISTS and isinstance(value[key], list)]
        if lists and not _text_of(value):
            yield from lists[0]
        elif _text_of(value):
            yield value


def _document(entry: object, path: str | None, where: str) -> Document | Skipped:
    text = _text_of(entry) if isinstance(entry, Mapping) else ""
    if not isinstance(entry, Mapping) or not text:
        return Skipped(path, f"{where} has no text: none of the keys {', '.join(_TEXT[:3])} holds any")
    return document_from_fields(entry, text, path)


def _text_of(entry: Mapping[str, object]) -> str:
    lowered = {key.casefold(): value for key, value in entry.items()}
    texts = (_as_text(lowered[key]) for key in _TEXT if key in lowered)
    return next((text for text in texts if text), "")


def _as_text(value: object) -> str:
    if isinstance(value, list):  # feedparser's content: [{"value": ...}]; a list of paragraphs elsewhere
        parts = (part.get("value") if isinstance(part, Mapping) else part for part in value)
        value = "\n\n".join(part for part in parts if isinstance(part, str))
    return _without_markup(value) if isinstance(value, str) else ""


def _without_markup(text: str) -> str:
    if "<" not in text:
        return text.strip() and text
    from summarizer.read.markup import looks_like_markup, text_of_fragment

    return text_of_fragment(text) if looks_like_markup(text) else text
