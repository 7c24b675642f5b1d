"""A topic before it is looked into: a line of JSON or a mapping, and the place where it was found."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, cast

from summarizer.datamodel import Document, Skipped
from summarizer.errors import InputError
from summarizer.read.formats.articles_json import parse_json, read_entry

TopicId: TypeAlias = "str | int"

_LISTS = ("documents", "articles")


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


def parse_line(line: bytes, where: str) -> Mapping[str, object]:
    """The object that a line of JSON holds.

    Raises
    ------
    InputError
        It is not JSON, or no object.
    """
    try:
        value = parse_json(line.decode(), where)
    except UnicodeDecodeError as error:
        raise InputError(where, "not text in UTF-8") from error
    if not isinstance(value, dict):
        raise InputError(where, "not a JSON object")
    return value


def parse_entry(entry: TopicEntry) -> Mapping[str, object]:
    """Parse the line of an entry; an entry that holds an object already gives that object.

    Raises
    ------
    InputError
        It is not JSON, or no object.
    """
    return parse_line(entry.value, entry.where) if isinstance(entry.value, bytes) else entry.value


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


def known_topic_id(entry: TopicEntry) -> TopicId | None:
    """Return the id of a topic, None where it has none or cannot be parsed."""
    try:
        return topic_id_of(parse_entry(entry), entry.where)
    except InputError:
        return None


def read_topic(value: Mapping[str, object], where: str) -> Iterator[Document | Skipped]:
    """Yield the documents of a topic; one without text becomes a `Skipped`.

    Raises
    ------
    InputError
        The topic has no list of documents.
    """
    lowered = {key.casefold(): entries for key, entries in value.items() if isinstance(key, str)}
    lists = (lowered[key] for key in _LISTS if key in lowered)
    entries = next(
        (entries for entries in lists if isinstance(entries, Sequence) and not isinstance(entries, str)), None
    )
    if entries is None:
        hint = "; articles one a line are grouped by --group-by topic_id" if "text" in lowered else ""
        raise InputError(where, f"no list of documents in it{hint}")
    for number, entry in enumerate(entries, start=1):
        is_read = isinstance(entry, (Document, Skipped))
        yield entry if is_read else read_entry(entry, None, f"document {number}")
