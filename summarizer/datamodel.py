"""Define what passes between the steps: documents, blocks and sentences, and the parts of a briefing.

A span is always a pair of character offsets `start:end` into the text of its document, so that every claim about
where a sentence stands can be checked.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from summarizer.language.dates import parse_date
from summarizer.options import SummaryOptions


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that is one thing on the page: a paragraph, a headline, a menu entry.

    `reason` says why it is not article prose ("caption", "navigation", ...); None for prose.
    """

    start: int
    end: int
    reason: str | None = None


@dataclass(frozen=True, slots=True, init=False)
class Document:
    """One article, with what is known about it; unknown is None, never a guess.

    Parameters
    ----------
    text
        The text as read. All offsets point into it; nothing rewrites it.
    date
        A date, or a text that holds one ("2024-11-16", "Nov. 16, 2024"). The field is ISO 8601, to the second where the
        time is known, and None where the text does not settle day, month and year.
    path
        Where it was read, as the user typed it; None for a document made in Python.
    markup
        What the markup of the file says of its lines: `reason` is None for a paragraph, else "heading", "list item",
        "table" or "code". Empty where only the text is known.
    """

    text: str = field(repr=False)
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    author: str | None = None
    path: str | None = None
    markup: tuple[Block, ...] = field(default=(), repr=False, compare=False)

    def __init__(  # noqa: PLR0913, PLR0917 (a dataclass, written out because `date` is stored as another type than it is given)
        self,
        text: str,
        title: str | None = None,
        publisher: str | None = None,
        date: str | datetime.date | None = None,
        url: str | None = None,
        author: str | None = None,
        path: str | None = None,
        markup: tuple[Block, ...] = (),
    ) -> None:
        given = {"text": text, "title": title, "publisher": publisher, "url": url, "author": author, "path": path}
        for name, value in given.items():
            if not isinstance(value, str) and (name == "text" or value is not None):
                raise TypeError(f"Document.{name} is {type(value).__name__}; it must be str")
            object.__setattr__(self, name, value)
        object.__setattr__(self, "date", parse_date(date))
        # Of another text, as where a copy is made with its text replaced, the markup says nothing.
        object.__setattr__(self, "markup", markup if markup and markup[-1].end == len(text) else ())


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: the span `start:end` of document number `document` (0-based).

    `position` counts the sentences of its document from 0.
    """

    document: int
    position: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was left out, and why. `path` is None for a document made in Python."""

    path: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """A document as the briefing lists it; `id` counts from 1.

    copy_of
        The id of the text it repeats.
    superseded_by
        The id of the newer version of its text, which states something else.
    differs_from
        The id of another version of its text that states something else, where neither is known to be newer.
    """

    id: int
    title: str | None
    publisher: str | None
    date: str | None
    url: str | None
    path: str | None
    copy_of: int | None
    n_sentences: int
    superseded_by: int | None = None
    differs_from: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of another independent source that reports the same; `similarity` is 0..1."""

    source: int
    start: int
    end: int
    text: str
    similarity: float


@dataclass(frozen=True, slots=True)
class BriefingItem:
    """One sentence of the briefing, verbatim but for white space.

    `salience` and `redundancy` are 0..1: how central the sentence is against the most salient one of the topic,
    and how similar it was to what had been selected before it.
    """

    text: str
    source: int
    start: int
    end: int
    salience: float
    redundancy: float
    also_in: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How much went into a briefing: articles with prose, independent ones among them, sentences, skipped inputs."""

    documents: int
    independent: int
    sentences: int
    skipped: int


@dataclass(frozen=True, slots=True)
class Signature:
    """Version, options and counts that a briefing was made with; only those with equal signatures can be compared."""

    version: str
    options: SummaryOptions
    counts: Counts


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that came near to being selected, and why it was not.

    salience, redundancy
        0..1, as they counted when it was ruled out, or when the last item was selected.
    score
        mmr_lambda * salience - (1 - mmr_lambda) * redundancy.
    too_similar_to
        The number of the item that says the same, counted from 1; None where none does.
    wording, report
        How alike the two are in wording and in content, 0..1; 0 where no item says the same.
    does_not_fit
        It has more words than the budget had left.
    discounts
        Why its salience was lowered: each a reason in words, and the factor applied.
    """

    text: str
    source: int
    start: int
    end: int
    salience: float
    redundancy: float
    score: float
    too_similar_to: int | None = None
    wording: float = 0.0
    report: float = 0.0
    does_not_fit: bool = False
    discounts: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A source's text as it was read, divided: `blocks` by what they are, `sentences` as (start, end, salience).

    The salience is 0..1. It is None for a sentence that no briefing can use (a scrap, a question, one of a wire copy),
    and for all beyond the first `compose.evidence.MAX_JUDGED`.
    """

    source: int
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    sentences: tuple[tuple[int, int, float | None], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The material a briefing was chosen from: articles by source, and the sentences nearest to selection, in order.

    Of very many articles those that the briefing cites come first, and `compose.evidence.MAX_ARTICLES` are kept.
    `last_score` is the score of the sentence that was selected last. From a similarity of `same_wording` in wording, or
    `same_report` in content, two sentences say the same.
    """

    articles: tuple[Article, ...]
    dropped: tuple[Dropped, ...]
    last_score: float
    same_wording: float
    same_report: float


@dataclass(frozen=True, slots=True)
class BriefingContent:
    """The content of a briefing. The renderers need no more; `Briefing` adds the ways to show it.

    `headline` is the source title that best stands for the topic, None where no source has one. Source number i + 1
    is `sources[i]`; a source without article prose is listed with no sentences, and in `skipped` with the reason.
    `evidence` is None where it was not kept; it is no part of the JSON.
    """

    headline: str | None
    items: tuple[BriefingItem, ...]
    sources: tuple[Source, ...]
    skipped: tuple[Skipped, ...]
    signature: Signature
    evidence: Evidence | None = field(default=None, compare=False, repr=False)
