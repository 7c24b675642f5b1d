"""Which sentences a briefing may print, and what the algorithms need to know of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from summarizer.arrays import Flags, Rows, Scores
from summarizer.datamodel import Sentence
from summarizer.introductions import find_introductions
from summarizer.languages import stemmer
from summarizer.selection import ANTECEDENT_ABSENT, STANDS_ALONE, Leanings
from summarizer.wording import (
    count_words,
    is_ended,
    is_expectation,
    is_well_formed,
    opens_with_quotation,
    points_back,
    quotation_factor,
    voice_factor,
)

OPENING_SENTENCES = 3  # in which an article says what it is about; a summary line may stand before its first


@dataclass(frozen=True, slots=True)
class Candidates:
    """The candidates and, one entry each, what the algorithms need to know of them.

    rows
        The candidate's number among the sentences it was chosen from, ascending.
    documents, positions
        Its document's number, and its own in that document.
    openings
        Rows of the first candidate of each document that can open a briefing: among its first OPENING_SENTENCES,
        leaning on nothing, no quotation, and of what has happened.
    n_words
        For the word budget.
    leanings
        What it leans on.
    expectations
        Whether it tells what was still to come.
    voice_factors
        What speaking for somebody else does to it: `wording.quotation_factor` times `wording.voice_factor`.
    """

    sentences: tuple[Sentence, ...]
    rows: Rows
    documents: Rows
    positions: Rows
    openings: Rows
    n_words: Rows
    leanings: Leanings
    expectations: Flags
    voice_factors: Scores


def find_candidates(sentences: Sequence[Sentence], names: frozenset[str], language: str, n_wanted: int) -> Candidates:
    """The sentences that a briefing may print: whole, and neither scraps nor lists.

    Parameters
    ----------
    sentences
        Of the documents that are no wire copies, in order.
    names
        The stems that are names.
    n_wanted
        How many the briefing may use; where fewer are well-formed, less well-formed ones fill up.
    """
    rows = choose_fit([sentence.text for sentence in sentences], n_wanted)
    chosen = [sentences[row] for row in rows]
    antecedents = np.array(_antecedents(chosen, language))
    expectations = np.array([is_expectation(sentence.text, language) for sentence in chosen])
    needed, introduced = find_introductions(sentences, names, stemmer(language))
    return Candidates(
        sentences=tuple(chosen),
        rows=np.array(rows),
        documents=np.array([sentence.document for sentence in chosen]),
        positions=np.array([sentence.position for sentence in chosen]),
        openings=np.array(_openings(chosen, antecedents, expectations), dtype=np.int64),
        n_words=np.array([count_words(sentence.text) for sentence in chosen]),
        leanings=Leanings(antecedents, needed[rows], introduced[rows]),
        expectations=expectations,
        voice_factors=np.array(
            [quotation_factor(sentence.text) * voice_factor(sentence.text, language) for sentence in chosen]
        ),
    )


def choose_fit(texts: Sequence[str], n_wanted: int) -> list[int]:
    """The numbers of the sentences that are well-formed enough.

    The well-formed ones; where they are fewer than wanted, all that end like a sentence; where there are none of those
    either, all.
    """
    chosen: list[int] = []
    for is_fit in (is_well_formed, is_ended):
        chosen = [i for i, text in enumerate(texts) if is_fit(text)]
        if len(chosen) >= n_wanted:
            return chosen
    return chosen or list(range(len(texts)))


def _antecedents(chosen: Sequence[Sentence], language: str) -> list[int]:
    place = {(sentence.document, sentence.position): i for i, sentence in enumerate(chosen)}
    return [
        place.get((sentence.document, sentence.position - 1), ANTECEDENT_ABSENT)
        if points_back(sentence.text, language)
        else STANDS_ALONE
        for sentence in chosen
    ]


def _openings(chosen: Sequence[Sentence], antecedents: Rows, expectations: Flags) -> list[int]:
    first: dict[int, int] = {}
    for row, sentence in enumerate(chosen):
        stands_alone = antecedents[row] == STANDS_ALONE and not opens_with_quotation(sentence.text)
        if sentence.position < OPENING_SENTENCES and stands_alone and not expectations[row]:
            first.setdefault(sentence.document, row)
    return list(first.values())
