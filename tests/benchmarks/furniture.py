"""How much of a saved page's furniture gets into a briefing, and how much of its article survives the cleaning.

A sentence has leaked when fewer than 80% of its runs of three words stand in the article as people labelled it. What is
kept counts by the same rule: the article's own sentences against what cleaning leaves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from topics import read_lines

from summarizer import Document, SummarizerError, summarize
from summarizer.clean.mark_blocks import mark_blocks
from summarizer.read.formats.html import read_html
from summarizer.read.raw_files import make_raw_file
from summarizer.sentences.boundaries import split_spans

SENTENCES = 5
SAME_RATIO = 0.8
WHOLE_WORDS = 6  # of a sentence that is surely prose, and not an entry of a list or a table
_WORD = re.compile(r"\w+")
_LINE = re.compile(r"[^\n]*\S[^\n]*")

Grams = set[tuple[str, ...]]


@dataclass(frozen=True)
class Leak:
    """The figures of one way in."""

    way_in: str
    n_pages: int
    n_clean: int
    n_sentences: int
    n_leaked: int
    n_body: int
    n_kept: int


def measure(pages: Path) -> list[Leak]:
    """Both ways in, over a file of `{"text", "html", "body"}` a line: the page as text, as HTML, and its article."""
    rows = list(read_lines(pages))
    ways: dict[str, Callable[[dict[str, str]], list[Document]]] = {
        "html": lambda row: list(read_html(make_raw_file(row["html"].encode(), row["id"]))),
        "text": lambda row: [Document(text=row["text"])],
    }
    return [_measure_way(name, [(read(row), row["body"]) for row in rows]) for name, read in ways.items()]


def _measure_way(name: str, pages: list[tuple[list[Document], str]]) -> Leak:
    n_clean = n_sentences = n_leaked = n_body = n_kept = 0
    for documents, body in pages:
        article, words = grams_of(body), set(words_of(body))
        items = _items(documents)
        leaked = sum(not _stands_in(item, article, words) for item in items)
        n_clean += bool(items) and leaked == 0
        n_sentences, n_leaked = n_sentences + len(items), n_leaked + leaked
        left = "\n".join(_prose(documents))
        kept, left_words = grams_of(left), set(words_of(left))
        sentences = list(_whole_sentences(body))
        n_body, n_kept = n_body + len(sentences), n_kept + sum(_stands_in(s, kept, left_words) for s in sentences)
    return Leak(name, len(pages), n_clean, n_sentences, n_leaked, n_body, n_kept)


def _items(documents: list[Document]) -> list[str]:
    try:
        return [item.text for item in summarize(documents, sentences=SENTENCES).items]
    except SummarizerError:
        return []


def _prose(documents: list[Document]) -> Iterator[str]:
    for document in documents:
        for block in mark_blocks(document.text, title=document.title, author=document.author, markup=document.markup):
            if block.reason is None:
                yield document.text[block.start : block.end]


def _whole_sentences(body: str) -> Iterator[str]:
    for line in _LINE.finditer(body):
        for start, end in split_spans(body, line.start(), line.end()):
            sentence = body[start:end]
            if len(words_of(sentence)) >= WHOLE_WORDS and sentence.rstrip('"”’)').endswith((".", "?", "!")):
                yield sentence


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def grams_of(text: str) -> Grams:
    words = words_of(text)
    return set(zip(words, words[1:], words[2:], strict=False))


def _stands_in(sentence: str, grams: Grams, words: set[str]) -> bool:
    own = words_of(sentence)
    if len(own) < 3:
        return bool(own) and words.issuperset(own)
    runs = list(zip(own, own[1:], own[2:], strict=False))
    return sum(run in grams for run in runs) >= SAME_RATIO * len(runs)
