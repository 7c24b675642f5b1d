"""Which sentences go in: greedy maximal marginal relevance under a budget; arrays in, indices out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from summarizer.array_types import Ids, Rows, Scores
from summarizer.rank.lazy_maximum import Bounds
from summarizer.rank.salience import Salience
from summarizer.rank.same_report import MAYBE_SAME_REPORT, Reports, differ_in_figures, products, report_similarity_of
from summarizer.sentences.close_reading import STANDS_ALONE, Reading

SAME_WORDING = 0.35  # cosine, pairs of words included, from which two sentences say the same
DANGLING = 0.7  # what a sentence that points back to an absent one keeps of its salience
UNINTRODUCED = 0.9  # the same for one with a name that has not been introduced
NOT_RULED_OUT = -1

Presence: TypeAlias = int | str  # a row, or a name
PRESENT_FROM_THE_START: frozenset[Presence] = frozenset({STANDS_ALONE})


@dataclass(frozen=True, slots=True)
class Budget:
    """The limits of a briefing; None is no limit. `n_words` is (n_sentences,), the words of each candidate."""

    n_words: Rows
    max_sentences: int | None = None
    max_words: int | None = None


@dataclass(frozen=True, slots=True)
class Pick:
    """A selected row, with its salience and redundancy (0..1) as they counted when it was picked."""

    row: int
    salience: float
    redundancy: float


@dataclass(frozen=True, slots=True)
class Selection:
    """What was selected, and what became of the rest.

    picks
        In the order of selection.
    redundancy
        (n_sentences,) 0..1: of a sentence when it was picked or ruled out, of the others when the last one was picked.
    ruled_out_by
        (n_sentences,) the index of the pick that says the same, NOT_RULED_OUT for the others.
    words_left
        What was left of the budget for the last sentence, picked or not; infinity where there is no budget.
    mmr_lambda
        What salience was weighed with against redundancy.
    """

    picks: Sequence[Pick]
    redundancy: Scores
    ruled_out_by: Ids
    words_left: float
    mmr_lambda: float


def select_mmr(
    reports: Reports, salience: Salience, read: Callable[[int], Reading], budget: Budget, mmr_lambda: float
) -> Selection:
    """Pick the best sentence, again and again, until the budget is used.

    score = mmr_lambda * salience - (1 - mmr_lambda) * redundancy

    Redundancy is the cosine to the sum of what is selected. The paper's maximum misses a sentence that says a third
    of two items over again. A sentence that says the same as a selected one is never selected (but at lambda 1, which
    asks for salience only), nor is one of no salience at all, so there may be fewer than the budget allows. A sentence
    that does not fit the words left makes way for one that does.

    One sparse product per pick; a sentence is read, and compared with the selected ones, only when it comes to be the
    best. The picks are those of working everything out for all sentences.

    Parameters
    ----------
    reports
        What the sentences report; its `wording` is the TF-IDF matrix that redundancy is measured on.
    salience
        Until the row that a sentence points back to is selected, it counts DANGLING of itself, and until all names that
        the sentence needs have been introduced, UNINTRODUCED of itself.
    read
        The close reading of a row.
    mmr_lambda
        1.0 = the top by salience, 0.0 = novelty only.

    Returns
    -------
    The picks, ties to the earlier row, and why not the others. No picks when no sentence fits.

    References
    ----------
    Carbonell & Goldstein (1998), The use of MMR, diversity-based reranking, SIGIR.
    """
    n_sentences = reports.wording.shape[0]
    max_sentences = n_sentences if budget.max_sentences is None else budget.max_sentences
    words_left = np.inf if budget.max_words is None else budget.max_words
    selected = _Selected(read)
    bounds = Bounds(salience.upper, lambda row: salience.exact(row) * selected.leaning_factor(row))
    is_open = salience.upper > 0 if salience.upper.any() else np.ones(n_sentences, dtype=bool)
    similarity_to_sum = np.zeros(n_sentences)
    redundancy = np.zeros(n_sentences)
    ruled_out_by = np.full(n_sentences, NOT_RULED_OUT, np.int32)
    squared_norm = 0.0
    while len(selected.picks) < max_sentences:
        is_open &= budget.n_words <= words_left
        if not is_open.any():
            break
        np.divide(similarity_to_sum, np.sqrt(squared_norm), out=redundancy, where=is_open & (squared_norm > 0))
        row = bounds.best(mmr_lambda, np.where(is_open, (1 - mmr_lambda) * redundancy, np.inf))
        is_open[row] = False
        if mmr_lambda < 1 and (same := _says_the_same_as(reports, read, row, selected.picks)) != NOT_RULED_OUT:
            ruled_out_by[row] = same
            continue
        for leaning in selected.add(Pick(row, float(bounds.values[row]), float(redundancy[row]))):
            bounds.work_out(leaning)
        if len(selected.picks) < max_sentences:
            words_left -= budget.n_words[row]
        similarity = products(reports.wording, row)
        if mmr_lambda < 1:
            is_same = is_open & (similarity >= SAME_WORDING)
            ruled_out_by[is_same] = len(selected.picks) - 1
            is_open &= ~is_same
        squared_norm += 2 * similarity_to_sum[row] + similarity[row]
        similarity_to_sum = similarity_to_sum + similarity
    return Selection(selected.picks, redundancy, ruled_out_by, float(words_left), mmr_lambda)


class _Selected:
    """What is selected so far, and which sentences wait for something to be."""

    def __init__(self, read: Callable[[int], Reading]) -> None:
        self.picks: list[Pick] = []
        self._read = read
        self._present = set(PRESENT_FROM_THE_START)
        self._waiting: defaultdict[Presence, list[int]] = defaultdict(list)

    def leaning_factor(self, row: int) -> float:
        """What is left of a sentence for leaning on what is absent; it is told by `add` when that comes."""
        is_dangling, names = leans_on(self._read(row), self._present)
        for name in names:
            self._waiting[name].append(row)
        if is_dangling:
            self._waiting[self._read(row).antecedent].append(row)
        return (UNINTRODUCED if names else 1.0) * (DANGLING if is_dangling else 1.0)

    def add(self, pick: Pick) -> set[int]:
        """Select a row; returns the rows that waited for it, or for a name it introduces."""
        self.picks.append(pick)
        come = brings(pick.row, self._read(pick.row))
        self._present.update(come)
        return {row for each in come for row in self._waiting.pop(each, ())}


def leans_on(reading: Reading, present: AbstractSet[Presence]) -> tuple[bool, list[str]]:
    """Whether a sentence points back to one that is absent, and the names it needs that nothing present introduces."""
    return reading.antecedent not in present, [name for name in reading.needed if name not in present]


def brings(row: int, reading: Reading) -> tuple[Presence, ...]:
    """What is present once the row is selected: itself, and the names it introduces."""
    return (row, *reading.introduced)


def _says_the_same_as(reports: Reports, read: Callable[[int], Reading], row: int, picks: Sequence[Pick]) -> int:
    """The index of the first pick that `row` says the same as, NOT_RULED_OUT where there is none."""
    same = (i for i, pick in enumerate(picks) if _says_the_same(reports, read, row, pick.row))
    return next(same, NOT_RULED_OUT)


def _says_the_same(reports: Reports, read: Callable[[int], Reading], row: int, selected: int) -> bool:
    """Whether `row` reports what `selected` does; what was expected is settled by what happened, not the reverse."""
    if report_similarity_of(reports, row, selected) < MAYBE_SAME_REPORT or differ_in_figures(reports, row, selected):
        return False
    return read(row).is_expectation or not read(selected).is_expectation
