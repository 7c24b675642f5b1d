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
from summarizer.read.raw_files import RawFile
from summarizer.read.skipping import skip
from summarizer.read.unpack_allowance import check_markup_size

_TEXT = (
    "text", "body", "content", "articlebody", "article_body", "article", "full_text", "fulltext", "content_text",
    "content_html", "maintext", "story",
)  # fmt: skip
_LINE = re.compile(r"[^\n]*\n?")  # not splitlines(): it parts lines at U+2028 too, which JSON strings may hold
_LISTS = ("articles", "documents", "items", "entries", "results", "data")


def read_json(raw: RawFile) -> Iterable[Document | Skipped]:
    """Read the article or articles of a JSON file; an entry without text becomes a `Skipped`.

    Raises
    ------
    InputError
        The file is not JSON, or holds no article.
    LimitError
        It is too large.
    """
    text = decode_text(raw.data, raw.path, raw.charset)
    check_markup_size(len(text), raw.path, raw.limits)
    try:
        value = parse_json(text, raw.path)
    except InputError as error:
        cause = error.__cause__
        if "\n" in text.strip() and isinstance(cause, json.JSONDecodeError) and cause.msg == "Extra data":
            return read_jsonl(raw)  # one a line, whatever the suffix says
        raise
    if isinstance(value, dict) and {"headline", "items", "sources", "signature"} <= value.keys():
        raise InputError(raw.path, "a briefing that was made by this program, not an article")
    entries = list(_articles(value))
    if not entries:
        raise InputError(raw.path, f"no article in it: none of the keys {', '.join(_TEXT[:3])} holds text")
    return [read_entry(entry, raw.path, f"entry {n}", raw.limits) for n, entry in enumerate(entries, start=1)]


def read_jsonl(raw: RawFile) -> Iterator[Document | Skipped]:
    """Read the articles of a file with one JSON object a line; a line that holds none becomes a `Skipped`."""
    lines = _LINE.finditer(decode_text(raw.data, raw.path, raw.charset))
    return (_read_line(line[0], raw, f"line {n}") for n, line in enumerate(lines, start=1) if line[0].strip())


def read_entry(entry: object, path: str | None, where: str, limits: Limits = DEFAULT_LIMITS) -> Document | Skipped:
    """Make a document of one parsed entry; one that cannot be used becomes a `Skipped` that names `where` it is."""
    try:
        text = _body_of(entry, limits) if isinstance(entry, Mapping) else ""
        if isinstance(entry, Mapping) and text:
            return document_from_fields(entry, text, path)
    except Exception as error:  # noqa: BLE001 (HTML in it goes through a third-party parser)
        return skip(path, error, where)
    return Skipped(path, f"{where} has no text: none of the keys {', '.join(_TEXT[:3])} holds any")


def parse_json(text: str, source: str) -> object:
    """Parse a JSON text that came from `source`.

    Raises
    ------
    InputError
        It is not JSON, is nested deeper than the parser goes, or has a number with too many digits.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        line = f"line {error.lineno} " if "\n" in text.rstrip() else ""
        raise InputError(source, f"not JSON: {error.msg}, {line}column {error.colno}") from error
    except RecursionError as error:
        raise InputError(source, "lists or objects in its JSON are nested too deep") from error
    except ValueError as error:  # Python refuses to convert numbers of more than some thousand digits
        raise InputError(source, "a number in its JSON has too many digits") from error


def _read_line(line: str, raw: RawFile, where: str) -> Document | Skipped:
    try:
        check_markup_size(len(line), raw.path, raw.limits)
        entry = parse_json(line, raw.path)
    except InputError as error:
        return skip(raw.path, error, where)
    return read_entry(entry, raw.path, where, raw.limits)


def _articles(value: object) -> Iterator[object]:
    """Find the entries in a list, in an object with a list, or in an object that is the only article."""
    if isinstance(value, list):
        yield from value
    elif isinstance(value, Mapping):
        lists = [value[key] for key in value if key.casefold() in _LISTS and isinstance(value[key], list)]
        if any(isinstance(value[key], (str, list)) and value[key] for key in value if key.casefold() in _TEXT):
            yield value
        elif lists:
            yield from lists[0]


def _body_of(entry: Mapping[str, object], limits: Limits) -> str:
    """Find the text of an article under one of its usual keys; empty where there is none."""
    lowered = {key.casefold(): value for key, value in entry.items()}
    bodies = (_join_paragraphs(lowered[key], limits) for key in _TEXT if key in lowered)
    return next((body for body in bodies if body), "")


def _join_paragraphs(value: object, limits: Limits) -> str:
    if isinstance(value, list):  # feedparser's content is [{"value": ...}]; others write a list of paragraphs
        parts = (part.get("value") if isinstance(part, Mapping) else part for part in value)
        value = "\n\n".join(part for part in parts if isinstance(part, str))
    return _without_markup(value, limits) if isinstance(value, str) else ""


def _without_markup(text: str, limits: Limits) -> str:
    if "<" not in text:
        return text.strip() and text
    from summarizer.read.formats.html_fragment import looks_like_markup, text_of_fragment

    return text_of_fragment(text, limits) if looks_like_markup(text) else text
