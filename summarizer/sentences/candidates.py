"""Find the sentences that a briefing may print."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from summarizer.array_types import Flags, Rows
from summarizer.datamodel import Sentence
from summarizer.sentences.sentence_table import SentenceTable
from summarizer.sentences.wording import ENDED, WELL_FORMED, is_expectation, opens_with_quotation, points_back

NO_CANDIDATE = -2  # in place of the number of a candidate; -1 is `close_reading.STANDS_ALONE`


@dataclass(frozen=True, slots=True)
class Candidates:
    """The sentences that a briefing may print, as columns.

    rows
        (n_candidates,) the number of each among all sentences, ascending.
    documents, positions
        (n_candidates,) the number of its document, and its position in that document.
    n_words
        (n_candidates,) for the word budget.
    is_quotation
        (n_candidates,) whether it opens with a quotation mark.
    """

    sentences: SentenceTable
    rows: Rows
    documents: Rows
    positions: Rows
    n_words: Rows
    is_quotation: Flags

    def text(self, candidate: int) -> str:
        """The text of a candidate, white space made single spaces."""
        return self.sentences.text(int(self.rows[candidate]))

    def sentence(self, candidate: int) -> Sentence:
        """A candidate with all that is known of where it stands."""
        return self.sentences.sentence(int(self.rows[candidate]))

    def at(self, row: int) -> int:
        """The candidate that is sentence number `row`, NO_CANDIDATE where none is."""
        candidate = int(self.rows.searchsorted(row))
        return candidate if candidate < len(self.rows) and self.rows[candidate] == row else NO_CANDIDATE


def find_candidates(sentences: SentenceTable, original_rows: Rows, n_wanted: int) -> Candidates:
    """The sentences that a briefing may print.

    These are the well-formed sentences of original documents. Where they are fewer than wanted, all that end like a
    sentence are taken; where there are none of those either, all.

    Parameters
    ----------
    original_rows
        The sentences of documents that are no wire copies, ascending.
    n_wanted
        How many the briefing may use.
    """
    rows = original_rows[_choose_fit(sentences.fitness[original_rows], n_wanted)]
    documents = sentences.documents[rows]
    return Candidates(
        sentences=sentences,
        rows=rows,
        documents=documents,
        positions=rows - sentences.bounds[documents],
        n_words=sentences.n_words[rows].astype(np.int64),
        is_quotation=sentences.is_quotation[rows],
    )


def find_openings(candidates: Candidates, language: str, n_sentences: int) -> Rows:
    """The first candidate of each document that can open a briefing.

    It is among the first `n_sentences` of its document, points back to nothing, is no quotation, and tells what has
    happened.
    """
    openings: dict[int, int] = {}
    for candidate in np.flatnonzero(candidates.positions < n_sentences).tolist():
        document = int(candidates.documents[candidate])
        if document not in openings and _can_open(candidates.text(candidate), language):
            openings[document] = candidate
    return np.array(list(openings.values()), dtype=np.int64)


def _can_open(text: str, language: str) -> bool:
    return not (opens_with_quotation(text) or points_back(text, language) or is_expectation(text, language))


def _choose_fit(fitness: npt.NDArray[np.int8], n_wanted: int) -> Rows:
    """The indices of the fittest sentences, as many levels of fitness as `n_wanted` takes."""
    for lowest in (WELL_FORMED, ENDED):
        chosen = np.flatnonzero(fitness >= lowest)
        if len(chosen) >= n_wanted:
            return chosen
    return chosen if len(chosen) else np.arange(len(fitness))
