"""The sentences that a briefing may print, and what the algorithms need to know of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from summarizer.array_types import Rows, Scores
from summarizer.datamodel import Sentence
from summarizer.sentences.table import Sentences
from summarizer.sentences.wording import (
    ENDED,
    QUOTATION_NAMED,
    WELL_FORMED,
    is_expectation,
    opens_with_quotation,
    points_back,
)

ANTECEDENT_ABSENT = -2
OPENING_SENTENCES = 3  # in which an article says what it is about; a summary line may stand before its first


@dataclass(frozen=True, slots=True)
class Candidates:
    """Sentences that are whole, and neither scraps nor lists.

    rows
        (n_candidates,) the candidate's number among all sentences, ascending.
    documents, positions
        Its document's number, and its own in that document.
    n_words
        For the word budget.
    highest_voice_factor
        The most that its wording can do to its salience.
    """

    sentences: Sentences
    rows: Rows
    documents: Rows
    positions: Rows
    n_words: Rows
    highest_voice_factor: Scores

    def text(self, candidate: int) -> str:
        """The candidate's sentence."""
        return self.sentences.text(int(self.rows[candidate]))

    def sentence(self, candidate: int) -> Sentence:
        """The candidate, with all that is known of where it stands."""
        return self.sentences.sentence(int(self.rows[candidate]))

    def at(self, row: int) -> int:
        """The candidate that is sentence number `row`, ANTECEDENT_ABSENT where none is."""
        candidate = int(self.rows.searchsorted(row))
        return candidate if candidate < len(self.rows) and self.rows[candidate] == row else ANTECEDENT_ABSENT


def original_rows(sentences: Sentences, copy_of: Rows) -> Rows:
    """The sentences of documents that are no wire copies: a copy adds nothing to any score."""
    documents = sentences.documents
    return np.flatnonzero(copy_of[documents] == documents)


def find_candidates(sentences: Sentences, copy_of: Rows, n_wanted: int) -> Candidates:
    """The sentences that a briefing may print.

    The well-formed ones of the documents that are no wire copies; where they are fewer than wanted, all that end like a
    sentence; where there are none of those either, all.

    Parameters
    ----------
    sentences
        Of all documents.
    copy_of
        (n_documents,) the document that stands for each.
    n_wanted
        How many the briefing may use.
    """
    originals = original_rows(sentences, copy_of)
    rows = originals[_choose_fit(sentences.fitness[originals], n_wanted)]
    documents = sentences.documents[rows]
    return Candidates(
        sentences=sentences,
        rows=rows,
        documents=documents,
        positions=rows - sentences.bounds[documents],
        n_words=sentences.n_words[rows].astype(np.int64),
        highest_voice_factor=np.where(sentences.is_quotation[rows], QUOTATION_NAMED, 1.0),
    )


def find_openings(candidates: Candidates, language: str) -> Rows:
    """The first candidate of each document that can open a briefing.

    It is among the first OPENING_SENTENCES, leans on nothing, is no quotation, and tells what has happened.
    """
    openings: dict[int, int] = {}
    for row in np.flatnonzero(candidates.positions < OPENING_SENTENCES).tolist():
        document = int(candidates.documents[row])
        if document not in openings and _can_open(candidates.text(row), language):
            openings[document] = row
    return np.array(list(openings.values()), dtype=np.int64)


def _can_open(text: str, language: str) -> bool:
    return not (opens_with_quotation(text) or points_back(text, language) or is_expectation(text, language))


def _choose_fit(fitness: npt.NDArray[np.int8], n_wanted: int) -> Rows:
    for least in (WELL_FORMED, ENDED):
        chosen = np.flatnonzero(fitness >= least)
        if len(chosen) >= n_wanted:
            return chosen
    return chosen if len(chosen) else np.arange(len(fitness))
