"""Topics as they are given to a batch: lines of JSON or mappings, each with where it stood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

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
    """A topic not yet looked into.

    Parameters
    ----------
    where
        Where it was given ("topics.jsonl, line 3"): what a person can find it by when it has no id.
    value
        A line of JSON, or what such a line holds.
    fault
        Why it is lost already; None where it is not.
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
    """What the topic's line of JSON holds, or what was given in its place.

    Raises
    ------
    InputError
        It is not JSON, or no object.
    """
    return parse_line(entry.value, entry.where) if isinstance(entry.value, bytes) else entry.value


def topic_id_of(value: Mapping[str, object], where: str, key: str = "topic_id") -> TopicId:
    """What a topic, or an article of one, is named by.

    Raises
    ------
    InputError
        It has no name.
    """
    topic_id = value.get(key)
    if isinstance(topic_id, bool) or not isinstance(topic_id, (str, int)) or topic_id == "":
        raise InputError(where, f"no {key} in it: that must be a text or a whole number")
    return topic_id


def known_topic_id(entry: TopicEntry) -> TopicId | None:
    """The topic's id, None where it cannot be told."""
    try:
        return topic_id_of(parse_entry(entry), entry.where)
    except InputError:
        return None


def read_topic(value: Mapping[str, object], where: str) -> Iterator[Document | Skipped]:
    """The documents of a topic; an entry without text becomes a `Skipped`.

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
