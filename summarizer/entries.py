"""Files of JSON lines to topics, one at a time: each line is one, or articles are grouped by a key."""

from __future__ import annotations

import codecs
import json
import os
import sqlite3
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from operator import itemgetter

from summarizer.errors import InputError
from summarizer.packed import STANDARD_STREAM, open_unpacked, packing_of
from summarizer.progress import Progress, no_progress
from summarizer.topic_lines import Failure, TopicEntry, parse_entry, topic_id_of

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
        if path == STANDARD_STREAM:
            continue
        packing_of(path)
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
                for number, line in enumerate(lines, start=1):
                    plain = line.removeprefix(codecs.BOM_UTF8).strip()
                    if plain:
                        yield TopicEntry(f"{path}, line {number}", plain)
        except Exception as error:  # noqa: BLE001 (each way of packing breaks in its own way)
            reason = (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()
            where = f"{path}, line {number + 1}"
            message = f"{where}: from here on it cannot be read: {reason}"
            yield TopicEntry(where, b"", Failure(InputError.__name__, message))


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
            CREATE TABLE article (topic INTEGER, place TEXT, line BLOB, error TEXT, message TEXT);
            BEGIN;
            """
        )
        for done, line in enumerate(lines, start=1):
            _store(database, line, key)
            progress("Grouping", done, 0)
        yield from _stored_topics(database)


def _store(database: sqlite3.Connection, line: TopicEntry, key: str) -> None:
    name, fault = None, line.fault
    if fault is None:
        try:
            name = json.dumps(topic_id_of(parse_entry(line), line.where, key))
        except InputError as error:
            fault = Failure(InputError.__name__, str(error))
    # A name that is NULL is unlike every other, so that each line without one is a topic.
    new = database.execute("INSERT OR IGNORE INTO topic (name) VALUES (?)", [name])
    number = new.lastrowid
    if not new.rowcount:
        ((number,),) = database.execute("SELECT number FROM topic WHERE name = ?", [name])
    database.execute(
        "INSERT INTO article VALUES (?, ?, ?, ?, ?)",
        [number, line.where, line.value, fault and fault.error, fault and fault.message],
    )


def _stored_topics(database: sqlite3.Connection) -> Iterator[TopicEntry]:
    rows = database.execute(
        "SELECT article.topic, name, place, line, error, message FROM article"
        " JOIN topic ON topic.number = article.topic ORDER BY article.topic, article.rowid"
    )
    for _, articles in groupby(rows, key=itemgetter(0)):
        (_, name, place, line, error, message), *others = articles
        if error:
            yield TopicEntry(place, line, Failure(error, message))
        else:
            documents = b",".join([line, *(other[3] for other in others)])
            yield TopicEntry(place, b'{"topic_id":%b,"documents":[%b]}' % (name.encode(), documents))
