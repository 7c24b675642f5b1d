"""A topic before it is looked into: a line of JSON or a mapping, and the place where it was found."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias, TypeGuard, cast

from summarizer.datamodel import Document, Skipped
from summarizer.errors import InputError
from summarizer.limits import Limits
from summarizer.read.formats.articles_json import holds_articles, make_object, parse_json, read_with_unread
from summarizer.read.skipping import shorten

TopicId: TypeAlias = "str | int"

_LISTS = ("documents", "articles")
_DIGEST_BYTES = 16


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a topic has no briefing: the class of the error, and one line for a person."""

    error: str
    message: str


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """A topic, or an article of one, that has not been parsed yet.

    Parameters
    ----------
    where
        Where a person finds it ("topics.jsonl, line 3"), for one that has no id.
    value
        A line of JSON, or the object that such a line would hold.
    fault
        Why it has failed before it was parsed; None where it has not.
    """

    where: str
    value: bytes | Mapping[str, object]
    fault: Failure | None = None


def parse_line(line: bytes, where: str, repeated: list[str] | None = None) -> Mapping[str, object]:
    """The object that a line of JSON holds; a key that stands twice in an object is added to `repeated`.

    Raises
    ------
    InputError
        It is not JSON, or no object.
    """
    try:
        value = parse_json(line.decode(), where, None if repeated is None else partial(make_object, repeated))
    except UnicodeDecodeError as error:
        raise InputError(where, "not text in UTF-8") from error
    if not isinstance(value, dict):
        raise InputError(where, "not a JSON object")
    return value


def parse_entry(entry: TopicEntry, repeated: list[str] | None = None) -> Mapping[str, object]:
    """Parse the line of an entry, as `parse_line` does; an entry that holds an object already gives that object.

    Raises
    ------
    InputError
        It is not JSON, or no object.
    """
    return parse_line(entry.value, entry.where, repeated) if isinstance(entry.value, bytes) else entry.value


def dump_entry(entry: TopicEntry) -> str:
    """Write an entry whose value is a line, or none, as JSON that `load_entry` reads."""
    line = "" if entry.fault else bytes(cast("bytes", entry.value)).decode()
    fault = entry.fault and [entry.fault.error, entry.fault.message]
    return json.dumps([entry.where, line, fault])  # ASCII only: the name of a file may not be valid text


def load_entry(line: str | bytes) -> TopicEntry:
    """Read an entry that `dump_entry` wrote."""
    where, value, fault = json.loads(line)
    return TopicEntry(where, value.encode(), fault and Failure(*fault))


def topic_id_of(value: Mapping[str, object], where: str, key: str = "topic_id") -> TopicId:
    """Return the id of a topic, or of an article's topic: what stands under `key`.

    Raises
    ------
    InputError
        There is none, or it is neither a text nor a whole number.
    """
    topic_id = value.get(key)
    if isinstance(topic_id, bool) or not isinstance(topic_id, (str, int)) or topic_id == "":
        raise InputError(where, f"no {key} in it: that must be a text or a whole number")
    return topic_id


def digest_of(entry: TopicEntry) -> str:
    """Return a digest of the line of an entry (BLAKE2b, 128 bits): another one, and it is another topic."""
    return hashlib.blake2b(cast("bytes", entry.value), digest_size=_DIGEST_BYTES).hexdigest()


def known_topic_id(entry: TopicEntry) -> TopicId | None:
    """Return the id of a topic, None where it has none or cannot be parsed."""
    try:
        return topic_id_of(parse_entry(entry), entry.where)
    except InputError:
        return None


def read_topic(value: Mapping[str, object], where: str, limits: Limits) -> Iterator[Document | Skipped]:
    """Yield the documents of a topic; one without text, and a list of articles that is not read, become a `Skipped`.

    Raises
    ------
    InputError
        The topic has no list of documents.
    """
    lists = {key: entries for key, entries in value.items() if _is_list(entries)}
    used = min((key for key in lists if _rank(key) < len(_LISTS)), key=_rank, default=None)
    if used is None:
        has_text = any(isinstance(key, str) and key.casefold() == "text" for key in value)
        hint = "; articles one a line are grouped by --group-by topic_id" if has_text else ""
        raise InputError(where, f"no list of documents in it{hint}")
    for number, entry in enumerate(lists[used], start=1):
        if isinstance(entry, (Document, Skipped)):
            yield entry
        else:
            yield from read_with_unread(entry, None, f"document {number}", limits)
    for key, entries in lists.items():
        if key != used and holds_articles(entries):
            yield Skipped(None, f"the list {shorten(str(key))} beside the list {used} is not read")


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, Sequence) and not isinstance(value, (str, bytes))


def _rank(key: object) -> int:
    """Tell which list of documents a key names, as its place in `_LISTS`; beyond them where it names none."""
    name = key.casefold() if isinstance(key, str) else ""
    return _LISTS.index(name) if name in _LISTS else len(_LISTS)
