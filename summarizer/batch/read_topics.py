"""Files of JSON lines to topics, one at a time: each line is one, or articles are grouped by a key."""

from __future__ import annotations

import codecs
import json
import os
import sqlite3
import stat
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import BinaryIO, cast

from summarizer.batch.compressed_streams import open_unpacked, packing_of
from summarizer.batch.topic_entry import Failure, TopicEntry, parse_entry, topic_id_of
from summarizer.errors import InputError
from summarizer.locations import STANDARD_STREAM, is_url
from summarizer.workers import Progress, no_progress

MAX_LINE = 1 << 28  # bytes; no topic is larger, but a few kilobytes can be packed that unpack to any length
_CACHE_KIB = 65_536  # of the table of keys; what does not fit is read again from the temporary file


def check_readable(paths: Iterable[str]) -> None:
    """Find out before any work what cannot be read.

    Raises
    ------
    InputError
        There is no such file, or it is a folder, or may not be read.
    MissingExtraError
        It is packed in a way that needs a package.
    """
    for path in paths:
        packing_of(path)
        if path == STANDARD_STREAM or is_url(path):
            continue
        try:
            if stat.S_ISDIR(os.stat(path).st_mode):
                raise InputError(path, "a folder; name the files in it")
            if not os.access(path, os.R_OK):
                raise InputError(path, "permission denied")
        except OSError as error:
            raise InputError(path, (error.strerror or str(error)).lower()) from error


def read_lines(paths: Iterable[str]) -> Iterator[TopicEntry]:
    """The lines of all files, each a topic; empty ones are passed over.

    A file that breaks off (cut short while it was packed, a disk that fails) gives a last entry that says so, and the
    next file is read.
    """
    for path in paths:
        number = 0
        try:
            with open_unpacked(path) as lines:
                for number, line in enumerate(iter(partial(_read_line, lines), b""), start=1):
                    plain = line.removeprefix(codecs.BOM_UTF8).strip()
                    if plain:
                        yield TopicEntry(f"{path}, line {number}", plain)
        except Exception as error:  # noqa: BLE001 (each way of packing breaks in its own way)
            reason = (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()
            where = f"{path}, line {number + 1}"
            message = f"{where}: from here on it cannot be read: {reason}"
            yield TopicEntry(where, b"", Failure(InputError.__name__, message))


def _read_line(lines: BinaryIO) -> bytes:
    """The next line; empty at the end."""
    line = lines.readline(MAX_LINE)
    if len(line) == MAX_LINE:
        raise InputError("", f"a line of more than {MAX_LINE >> 20} MB")
    return line


def group_articles(lines: Iterable[TopicEntry], key: str, progress: Progress = no_progress) -> Iterator[TopicEntry]:
    """The articles of all lines as topics by what they have under `key`, in the order of first appearance.

    Articles of a topic need not stand together: all are put in a temporary file first, as large as the articles, where
    SQLite sorts them; memory holds one topic at a time. A line without the key is a topic of its own, and fails.
    """
    with (
        tempfile.TemporaryDirectory(prefix="summarize-batch-") as folder,
        closing(sqlite3.connect(os.path.join(folder, "articles"), isolation_level=None)) as database,
    ):
        database.executescript(
            f"""
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE;
            PRAGMA cache_size = -{_CACHE_KIB};
            CREATE TABLE topic (number INTEGER PRIMARY KEY, name TEXT UNIQUE);
            CREATE TABLE article (topic INTEGER, entry TEXT);
            BEGIN;
            """
        )
        try:
            for done, line in enumerate(lines, start=1):
                _store(database, line, key)
                progress("Grouping", done, 0)
            database.execute("CREATE INDEX by_topic ON article (topic)")  # sorts numbers, not articles
            yield from _stored_topics(database)
        except sqlite3.Error as error:
            raise InputError(
                folder, f"articles cannot be grouped there: {error}; TMPDIR names another place"
            ) from error


def name_article(line: TopicEntry, key: str) -> tuple[str | None, TopicEntry]:
    """What groups an article, as JSON; None, and the line as one that is lost, where it has nothing under `key`."""
    if line.fault:
        return None, line
    try:
        return json.dumps(topic_id_of(parse_entry(line), line.where, key)), line
    except InputError as error:
        return None, replace(line, fault=Failure(InputError.__name__, str(error)))


def make_topic(name: str | None, articles: Sequence[TopicEntry]) -> TopicEntry:
    """The articles of one name as a topic; what has no name stays what it is."""
    if name is None:
        return articles[0]
    documents = b",".join(cast("bytes", article.value) for article in articles)
    return TopicEntry(articles[0].where, b'{"topic_id":%b,"documents":[%b]}' % (name.encode(), documents))


def _store(database: sqlite3.Connection, line: TopicEntry, key: str) -> None:
    name, line = name_article(line, key)
    # A name that is NULL is unlike every other, so that each line without one is a topic.
    number = database.execute("INSERT OR IGNORE INTO topic (name) VALUES (?)", [name]).lastrowid
    if name is not None:
        ((number,),) = database.execute("SELECT number FROM topic WHERE name = ?", [name])
    database.execute("INSERT INTO article VALUES (?, ?)", [number, dump_entry(line)])


def _stored_topics(database: sqlite3.Connection) -> Iterator[TopicEntry]:
    rows = database.execute(
        "SELECT number, name, entry FROM topic JOIN article INDEXED BY by_topic ON article.topic = number "
        "ORDER BY article.topic, article.rowid"
    )
    for (_, name), articles in groupby(rows, key=itemgetter(0, 1)):
        yield make_topic(name, [load_entry(entry) for _, _, entry in articles])


def dump_entry(entry: TopicEntry) -> str:
    """An entry as a line of JSON that `load_entry` reads: what `group_articles` gives, to be kept in a file."""
    line = "" if entry.fault else bytes(cast("bytes", entry.value)).decode()
    fault = entry.fault and [entry.fault.error, entry.fault.message]
    return json.dumps([entry.where, line, fault])  # in ASCII: a file's name may be no text


def load_entry(line: str | bytes) -> TopicEntry:
    """The entry that `dump_entry` wrote."""
    where, value, fault = json.loads(line)
    return TopicEntry(where, value.encode(), fault and Failure(*fault))
