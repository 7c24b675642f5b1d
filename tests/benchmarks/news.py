"""News in any amount for the speed benchmark: articles made of any sentences, with what real folders carry, as JSON lines.

One sentence in seven is an earlier one of another article in slightly other words, one article in thirty a wire copy; there are
bylines, invitations to subscribe and the like between the paragraphs. The same seed gives the same articles, and fewer
sentences the first of them.
"""

from __future__ import annotations

import json
import random
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from topics import Topic, raw_sentences

from summarizer import read_documents
from summarizer.language.detect import detect_language

REPEATED_RATIO = 0.15  # of the sentences of articles that are no wire copies
COPIES_RATIO = 0.03  # of the articles
EDITED_RATIO = 0.1  # of the words of a repeated sentence
SENTENCES_PER_ARTICLE = (20, 40)
PARAGRAPH_SENTENCES = (1, 4)
TITLE_WORDS = (5, 10)
DAYS = 28
REMEMBERED = 2_000  # articles that later ones repeat
ARTICLES_PER_FILE = 1_000
MIN_WORDS = 5  # of a sentence that is taken from a folder

_PUNCTUATION = "“”\"',.;:?!"
_PUBLISHERS = (
    "Dravel Courier,Northgate Ledger,Port Sallow Times,The Kestrel,Upland Gazette,Wire Bureau,Merrow Star".split(",")
)
_OPENING_LINES = (
    "By our own correspondent",
    "Published 14 March 2025, 09:30",
    "Share this article",
    "Listen to this article",
)
_MIDDLE_LINES = (
    "Advertisement",
    "Subscribe to our newsletter and get the news in your inbox",
    "Read more: what we know so far",
)
_CLOSING_LINES = (
    "Subscribe now to support our journalists.",
    "Follow us on Facebook and Twitter",
    "Related articles",
    "Copyright 2025. All rights reserved.",
)


@dataclass(frozen=True)
class Article:
    """An article and how it was made; `repeated` are the sentences that repeat earlier ones, by position."""

    title: str
    publisher: str
    date: str
    text: str
    sentences: tuple[str, ...]
    repeated: tuple[int, ...] = ()
    is_copy: bool = False

    def to_line(self) -> str:
        """The fields that a reader of articles gets, as a line of JSON."""
        fields = {"title": self.title, "publisher": self.publisher, "date": self.date, "text": self.text}
        return json.dumps(fields, ensure_ascii=False)


def make_articles(sentences: Iterable[str], n_sentences: int, seed: int) -> Iterator[Article]:
    """Articles of `n_sentences` sentences in all."""
    fresh = iter(sentences)
    rng = random.Random(seed)
    known: deque[Article] = deque(maxlen=REMEMBERED)
    while n_sentences > 0:
        article = _copy(rng, known) if known and rng.random() < COPIES_RATIO else _write(rng, fresh, known)
        if len(article.sentences) > n_sentences:
            article = _lay_out(rng, article.sentences[:n_sentences], repeated=article.repeated, is_copy=article.is_copy)
        n_sentences -= len(article.sentences)
        known.append(article)
        yield article


def write_news(articles: Iterable[Article], folder: Path) -> None:
    """The articles as files of JSON lines, a thousand a file."""
    entries = iter(articles)
    for number in count():
        chunk = [article.to_line() for _, article in zip(range(ARTICLES_PER_FILE), entries, strict=False)]
        if not chunk:
            return
        (folder / f"news-{number:05}.jsonl").write_text("\n".join(chunk) + "\n", encoding="utf-8")


def folder_sentences(folder: Path) -> list[str]:
    """The sentences of the documents in a folder, furniture and all."""
    documents = read_documents(folder).documents
    language = detect_language(document.text for document in documents)
    found = chain.from_iterable(raw_sentences(Topic(str(folder), language, documents, ())))
    return [sentence for sentence in found if len(sentence.split()) >= MIN_WORDS]


def recombine(sentences: Sequence[str], seed: int) -> Iterator[str]:
    """The sentences once, then without end the first half of one and the second half of another."""
    yield from sentences
    rng = random.Random(seed)
    while True:
        first, second = rng.choice(sentences).split(), rng.choice(sentences).split()
        yield " ".join([*first[: len(first) // 2], *second[len(second) // 2 :]])


def _write(rng: random.Random, fresh: Iterator[str], known: Sequence[Article]) -> Article:
    sentences: list[str] = []
    repeated: list[int] = []
    for position in range(rng.randint(*SENTENCES_PER_ARTICLE)):
        if known and rng.random() < REPEATED_RATIO:
            repeated.append(position)
            sentences.append(_reword(rng, rng.choice(rng.choice(known).sentences), next(fresh)))
        else:
            sentences.append(next(fresh))
    return _lay_out(rng, sentences, repeated=repeated)


def _copy(rng: random.Random, known: Sequence[Article]) -> Article:
    """An earlier article under another roof, at times cut from the end."""
    original = rng.choice(known).sentences
    kept = max(1, round(len(original) * rng.choice((1, 1, 0.8))))
    return _lay_out(rng, original[:kept], is_copy=True)


def _reword(rng: random.Random, sentence: str, other: str) -> str:
    """The sentence with some of its words, but for the first and the last, replaced by words of another."""
    words, spare = sentence.split(" "), other.split(" ")
    for _ in range(max(1, round(EDITED_RATIO * len(words))) if len(words) > 2 else 0):
        words[rng.randrange(1, len(words) - 1)] = rng.choice(spare[1:]).strip(_PUNCTUATION)
    return " ".join(words)


def _lay_out(
    rng: random.Random, sentences: Sequence[str], *, repeated: Sequence[int] = (), is_copy: bool = False
) -> Article:
    """Paragraphs with furniture before, between and after them, under a title made of the first words."""
    lines = [line for line in _OPENING_LINES if rng.random() < 0.5]
    start = 0
    while start < len(sentences):
        size = rng.randint(*PARAGRAPH_SENTENCES)
        lines.append(" ".join(sentences[start : start + size]))
        start += size
        if rng.random() < 0.05:
            lines.append(rng.choice(_MIDDLE_LINES))
    lines += [line for line in _CLOSING_LINES if rng.random() < 0.5]
    return Article(
        title=" ".join(sentences[0].split(" ")[: rng.randint(*TITLE_WORDS)]).strip(_PUNCTUATION),
        publisher=rng.choice(_PUBLISHERS),
        date=f"2025-03-{rng.randint(1, DAYS):02}",
        text="\n\n".join(lines),
        sentences=tuple(sentences),
        repeated=tuple(position for position in repeated if position < len(sentences)),
        is_copy=is_copy,
    )
