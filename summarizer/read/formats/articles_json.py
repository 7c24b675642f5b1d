"""Articles as JSON: one object, a list of them, or one a line."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import chain

from summarizer.datamodel import Document, Skipped
from summarizer.errors import InputError
from summarizer.limits import Limits
from summarizer.read.encodings import decode_text
from summarizer.read.formats.json_sequences import has_object_on_line, parse_sequence
from summarizer.read.formats.named_fields import document_from_fields
from summarizer.read.own_output import OWN_OUTPUT, is_own_object
from summarizer.read.raw_files import RawFile
from summarizer.read.skipping import shorten, skip
from summarizer.read.unpack_allowance import check_markup_size

_TEXT = (
    "text", "body", "content", "articlebody", "article_body", "article", "full_text", "fulltext", "content_text",
    "content_html", "maintext", "story",
)  # fmt: skip
_LINE = re.compile(r"[^\n]*\n?")  # not splitlines(): it parts lines at U+2028 too, which JSON strings may hold
TEXT_NAMES = frozenset(_TEXT)
_STRINGS = ("value", "rendered", "text", "content", "html", "plain", "body")  # keys in an object that holds a text
_MAX_DEPTH = 5  # of the lists and objects of a text in one another
_MAX_FIELD = 10_000  # characters; a longer field is no title or name
_MIN_ENVELOPE_WORDS = 2
_MIN_TEXT_WORDS = 12  # of a second text: fewer are a name or a note
_OTHER_RATIO = 0.5  # of the words of a second text that are not in the first: with fewer it is the same
_BEGINNING_RATIO = 2
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
    repeated: list[str] = []
    try:
        value = parse_json(text, raw.path, partial(make_object, repeated))
    except InputError as error:
        if not isinstance(error.__cause__, json.JSONDecodeError) or not text.lstrip().startswith("{"):
            raise
        if "\n" in text.strip() and has_object_on_line(text):
            return read_jsonl(raw)  # one a line, whatever the suffix says
        value = list(parse_sequence(text, partial(make_object, repeated)))
        if not value:
            raise
    entries = list(find_articles(value))
    if not entries:
        raise InputError(raw.path, f"no article in it: none of the keys {', '.join(_TEXT[:3])} holds text")
    read = [
        each
        for n, entry in enumerate(entries, start=1)
        for each in read_with_unread(entry, raw.path, f"entry {n}", raw.limits)
    ]
    return [*read, *tell_repeated(repeated, raw.path)]


def read_jsonl(raw: RawFile) -> Iterator[Document | Skipped]:
    """Read the articles of a file with one JSON object a line; a line that holds none becomes a `Skipped`."""
    lines = _LINE.finditer(decode_text(raw.data, raw.path, raw.charset))
    written = ((line[0], f"line {n}") for n, line in enumerate(lines, start=1) if line[0].strip())
    return chain.from_iterable(_read_line(line, raw, where) for line, where in written)


def _read_entry(entry: object, path: str | None, where: str, limits: Limits) -> Document | Skipped:
    """Make a document of one parsed entry; one that cannot be used becomes a `Skipped` that names `where` it is."""
    if is_own_object(entry):
        return Skipped(path, f"{where} is {OWN_OUTPUT}")
    try:
        text = _body_of(entry, limits) if isinstance(entry, Mapping) else ""
        if isinstance(entry, Mapping) and text:
            return document_from_fields(_plain_fields(entry, limits), text, path)
    except Exception as error:  # noqa: BLE001 (HTML in it goes through a third-party parser)
        return skip(path, error, where)
    return Skipped(path, f"{where} has no text: none of the keys {', '.join(_TEXT[:3])} holds any")


def parse_json(text: str, source: str, make: Callable[[list[tuple[str, object]]], object] | None = None) -> object:
    """Parse a JSON text that came from `source`; `make` makes an object of its keys and values.

    Raises
    ------
    InputError
        It is not JSON, is nested deeper than the parser goes, or has a number with too many digits.
    """
    try:
        return json.loads(text, object_pairs_hook=make)
    except json.JSONDecodeError as error:
        line = f"line {error.lineno} " if "\n" in text.rstrip() else ""
        raise InputError(source, f"not JSON: {error.msg}, {line}column {error.colno}") from error
    except RecursionError as error:
        raise InputError(source, "lists or objects in its JSON are nested too deep") from error
    except ValueError as error:  # Python refuses to convert numbers of more than some thousand digits
        raise InputError(source, "a number in its JSON has too many digits") from error


def read_with_unread(entry: object, path: str | None, where: str, limits: Limits) -> Iterator[Document | Skipped]:
    """Read one parsed entry, and say which lists of prose beside its text are not read."""
    yield _read_entry(entry, path, where, limits)
    yield from _unread_lists(entry, path, where)


def make_object(repeated: list[str], pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Make an object of its keys and values, and note a key that stands in it twice: the last value counts."""
    made = dict(pairs)
    if len(made) < len(pairs):
        repeated.append(next(key for key, n in Counter(key for key, _ in pairs).items() if n > 1))
    return made


def tell_repeated(repeated: Sequence[str], path: str | None, where: str = "") -> Iterator[Skipped]:
    """Say that a key stood twice in an object, if any did."""
    if repeated:
        part = f"{where}: " if where else ""
        yield Skipped(
            path, f"{part}the key {shorten(repeated[0])} stands twice in an object; only the last value is read"
        )


def holds_articles(entries: Iterable[object]) -> bool:
    """Tell whether a list has an article in it: a `Document`, an object with a text, or prose."""
    return any(
        isinstance(entry, Document) or _has_text(entry) or (isinstance(entry, str) and _is_prose(entry))
        for entry in entries
    )


def find_articles(value: object) -> Iterator[object]:
    """Find the entries in a list, or in an object: itself where it has a text, and those of the lists in it."""
    if isinstance(value, list):
        yield from value
    elif isinstance(value, Mapping):
        lists = [value[key] for key in value if key.casefold() in _LISTS and isinstance(value[key], list)]
        of_articles = [entries for entries in lists if any(map(_has_text, entries))]
        if _has_text(value, _MIN_ENVELOPE_WORDS if of_articles else 1):
            yield value
        elif not of_articles:
            of_articles = lists[:1]
        yield from chain.from_iterable(of_articles)


def _read_line(line: str, raw: RawFile, where: str) -> Iterable[Document | Skipped]:
    try:
        check_markup_size(len(line), raw.path, raw.limits)
        repeated: list[str] = []
        entry = parse_json(line, raw.path, partial(make_object, repeated))
    except InputError as error:
        return [skip(raw.path, error, where)]
    return [*read_with_unread(entry, raw.path, where, raw.limits), *tell_repeated(repeated, raw.path, where)]


def _has_text(entry: object, min_words: int = 1) -> bool:
    """Tell whether an entry has a text of some words; beside a list of articles, one word is a remark ("ok")."""
    if not isinstance(entry, Mapping):
        return False
    strings = (string for key in entry if key.casefold() in _TEXT for string in _strings_in(entry[key]))
    return any(len(string.split(maxsplit=min_words)) >= min_words for string in strings)


def _unread_lists(entry: object, path: str | None, where: str) -> Iterator[Skipped]:
    """Say which lists of an article hold prose that its text does not."""
    if not isinstance(entry, Mapping) or not any(isinstance(value, list) for value in entry.values()):
        return
    texts = " ".join(string for key in entry if key.casefold() in _TEXT for string in _strings_in(entry[key]))
    words = frozenset(texts.split())
    for key, value in entry.items():
        if key.casefold() not in _TEXT and key.casefold() not in _LISTS and isinstance(value, list) and texts:
            prose = [word for string in _strings_in(value) if _is_prose(string) for word in string.split()]
            if prose and _says_something_else(prose, words):
                yield Skipped(path, f"{where}: the list {shorten(key)} beside its text is not read")


def _body_of(entry: Mapping[str, object], limits: Limits) -> str:
    """Find the text of an article under its usual keys; empty where there is none.

    The first is taken; one that is more than twice as long instead, because the first is its beginning then. Another
    one that says something else is added.
    """
    lowered = {key.casefold(): value for key, value in entry.items() if isinstance(key, str)}
    bodies = [body for key in _TEXT if key in lowered and (body := _join_paragraphs(lowered[key], limits))]
    if len(bodies) < 2:  # noqa: PLR2004 (nothing to choose from)
        return bodies[0] if bodies else ""
    longest = max(bodies, key=len)
    main = longest if len(longest) > _BEGINNING_RATIO * len(bodies[0]) else bodies[0]
    words = frozenset(main.split())
    return "\n\n".join(body for body in bodies if body is main or _says_something_else(body.split(), words))


def _is_prose(string: str) -> bool:
    return string.count(" ") >= _MIN_TEXT_WORDS


def _says_something_else(body: Sequence[str], words: AbstractSet[str]) -> bool:
    n_others = sum(word not in words for word in body)
    return len(body) >= _MIN_TEXT_WORDS and n_others > _OTHER_RATIO * len(body)


def _join_paragraphs(value: object, limits: Limits) -> str:
    """Take the text out of a string, an object that holds one, or a list of them, one a paragraph."""
    paragraphs = [_without_markup(string, limits) for string in _strings_in(value)]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph.strip())


def _strings_in(value: object, depth: int = _MAX_DEPTH) -> Iterator[str]:
    """Find the strings of a text: WordPress writes {"rendered": "..."}, feedparser [{"value": "..."}]."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping) and depth:
        inside = next((value[key] for key in _STRINGS if value.get(key)), None)
        yield from _strings_in(inside, depth - 1)
    elif isinstance(value, list) and depth:
        for part in value:
            yield from _strings_in(part, depth - 1)


def _without_markup(text: str, limits: Limits) -> str:
    if "<" not in text and "&" not in text:
        return text
    from summarizer.read.formats.html_fragment import text_of_field

    return text_of_field(text, limits)


def _plain_fields(entry: Mapping[str, object], limits: Limits) -> dict[str, object]:
    """Take the markup out of what is known of an article: WordPress writes {"title": {"rendered": "A &#8211; B"}}."""
    plain: dict[str, object] = {}
    for key, value in entry.items():
        written = value.get("rendered") if isinstance(value, Mapping) else value
        is_marked = isinstance(written, str) and len(written) <= _MAX_FIELD and ("&" in written or written is not value)
        plain[key] = _without_markup(written, limits) if is_marked and isinstance(written, str) else value
    return plain
