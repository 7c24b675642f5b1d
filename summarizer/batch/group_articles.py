"""Group articles to topics by a key. SQLite does it in a temporary file, so that they need not fit in memory."""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import cast

from summarizer.batch.topic_entry import Failure, TopicEntry, dump_entry, load_entry, parse_entry, topic_id_of
from summarizer.errors import InputError
from summarizer.workers import Progress, no_progress

_CACHE_KIB = 65_536  # of the table of keys; what does not fit is read again from the temporary file


def group_articles(lines: Iterable[TopicEntry], key: str, progress: Progress = no_progress) -> Iterator[TopicEntry]:
    """Yield the articles of all lines as topics: those with the same value under `key`, in order of first appearance.

    Articles of a topic need not stand together: all are put in a temporary file first, as large as the articles, where
    SQLite sorts them; memory holds one topic at a time. A line without the key is a topic of its own, which fails.

    Raises
    ------
    InputError
        The temporary file cannot be written.
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
    """Return the id of an article's topic, as JSON, and the article; None and a failed entry where there is no id."""
    if line.fault:
        return None, line
    try:
        return json.dumps(topic_id_of(parse_entry(line), line.where, key)), line
    except InputError as error:
        return None, replace(line, fault=Failure(InputError.__name__, str(error)))


def make_topic(name: str | None, articles: Sequence[TopicEntry]) -> TopicEntry:
    """Join the articles of one name to a topic; an entry without a name stays as it is."""
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
