"""Hold what scoring finds of the sentences that a briefing may print."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.array_types import Rows, Scores
from summarizer.rank.salience import Salience
from summarizer.rank.same_report import Reports
from summarizer.sentences.candidates import Candidates
from summarizer.sentences.close_reading import CloseReader


@dataclass(frozen=True, slots=True)
class Scored:
    """The candidates, and all that selection goes by; a row is the number of a candidate.

    texts
        (n_candidates,) a number that the sentences of copies and versions of one text share.
    expectation
        (n_candidates,) factor of each if it tells what was still to come.
    n_with_term
        (n_vocabulary,) in how many candidates each term occurs.
    """

    candidates: Candidates
    texts: Rows
    salience: Salience
    expectation: Scores
    reports: Reports
    reader: CloseReader
    n_with_term: Rows
