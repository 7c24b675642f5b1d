"""Turn chosen sentences into items, and documents into sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.clean.marked_documents import MarkedDocument
from summarizer.compose.order import Place
from summarizer.datamodel import BriefingItem, Counts, Passage, Sentence, Source
from summarizer.rank.selection import Pick
from summarizer.rank.versions import Copies

DIGITS = 4  # of the scores that a briefing reports; the rest is noise


@dataclass(frozen=True, slots=True)
class ChosenSentence:
    """A sentence of the briefing, how it was picked, and the sentences that report the same, with their similarity."""

    sentence: Sentence
    pick: Pick
    also_in: tuple[tuple[Sentence, float], ...]


def make_place(chosen: ChosenSentence, documents: Sequence[MarkedDocument], n_sentences: Sequence[int]) -> Place:
    """Where a chosen sentence stands, for the order of reading; `n_sentences` has an entry a document."""
    marked = documents[chosen.sentence.document]
    return Place(
        document=chosen.sentence.document,
        source=marked.source,
        position=chosen.sentence.position,
        n_sentences=n_sentences[chosen.sentence.document],
        date=marked.document.date,
        salience=chosen.pick.salience,
    )


def make_item(chosen: ChosenSentence, documents: Sequence[MarkedDocument]) -> BriefingItem:
    """Make an item of a chosen sentence, with its sources."""
    passages = (
        Passage(
            source=documents[sentence.document].source,
            start=sentence.start,
            end=sentence.end,
            text=sentence.text,
            similarity=round(similarity, DIGITS),
        )
        for sentence, similarity in chosen.also_in
    )
    return BriefingItem(
        text=chosen.sentence.text,
        source=documents[chosen.sentence.document].source,
        start=chosen.sentence.start,
        end=chosen.sentence.end,
        salience=round(chosen.pick.salience, DIGITS),
        redundancy=round(chosen.pick.redundancy, DIGITS),
        also_in=tuple(sorted(passages, key=lambda passage: passage.source)),
    )


def make_sources(documents: Sequence[MarkedDocument], copies: Copies, n_sentences: Sequence[int]) -> tuple[Source, ...]:
    """Make the sources, by id; `copies` and `n_sentences` have an entry a document."""
    sources = (
        Source(
            id=marked.source,
            title=marked.document.title,
            publisher=marked.document.publisher,
            date=marked.document.date[:10] if marked.document.date else None,
            url=marked.document.url,
            path=marked.document.path,
            copy_of=stands_for if stands_for != marked.source and not copies.is_superseded[number] else None,
            superseded_by=stands_for if copies.is_superseded[number] else None,
            differs_from=documents[other].source if (other := int(copies.differs_from[number])) != number else None,
            n_sentences=n_sentences[number],
        )
        for number, marked in enumerate(documents)
        for stands_for in (documents[copies.stands_for[number]].source,)
    )
    return tuple(sorted(sources, key=lambda source: source.id))


def count_inputs(sources: Sequence[Source], n_skipped: int) -> Counts:
    """Count what went into the briefing."""
    used = [source for source in sources if source.n_sentences]
    return Counts(
        documents=len(used),
        independent=sum(_is_independent(source) for source in used),
        sentences=sum(source.n_sentences for source in used),
        skipped=n_skipped,
    )


def _is_independent(source: Source) -> bool:
    """Tell whether a source counts; of versions that differ, the one that comes first."""
    if source.copy_of is not None or source.superseded_by is not None:
        return False
    return source.differs_from is None or source.id < source.differs_from
