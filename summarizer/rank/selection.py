"""Select sentences by greedy maximal marginal relevance, under a budget of sentences and words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from summarizer.array_types import Flags, Ids, Rows, Scores
from summarizer.rank import weights
from summarizer.rank.antecedents import Antecedents
from summarizer.rank.lazy_maximum import LazyMaximum
from summarizer.rank.salience import Salience
from summarizer.rank.same_report import Reports, are_at_odds, products, similarity_of_two
from summarizer.sentences.close_reading import CloseReading

Score = TypeVar("Score", float, Scores)

NOT_RULED_OUT = -1


@dataclass(frozen=True, slots=True)
class Budget:
    """The limits of a briefing, None for no limit.

    n_words
        (n_sentences,) the words of each sentence.
    """

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
    """The sentences that were selected, and what became of the rest.

    picks
        In the order of selection.
    redundancy
        (n_sentences,) 0..1: of a sentence when it was picked or ruled out, of the others when the last one was picked.
    ruled_out_by
        (n_sentences,) the index of the pick that says the same, NOT_RULED_OUT for the others.
    words_left
        What was left of the word budget for the last sentence, picked or not; infinity where there is none.
    mmr_lambda
        The weight of salience against redundancy, 0..1.
    """

    picks: Sequence[Pick]
    redundancy: Scores
    ruled_out_by: Ids
    words_left: float
    mmr_lambda: float


def select_mmr(
    reports: Reports,
    salience: Salience,
    read_closely: Callable[[int], CloseReading],
    budget: Budget,
    mmr_lambda: float,
) -> Selection:
    """Pick the best sentence, again and again, until the budget is used.

    score = mmr_lambda * salience - (1 - mmr_lambda) * redundancy

    Redundancy is the cosine to the sum of what is selected. The paper's maximum misses a sentence that says a third
    of two items over again. A sentence that says the same as a selected one is never selected (but at lambda 1, which
    asks for salience only), nor is one of no salience at all, so there may be fewer than the budget allows. A sentence
    that does not fit the words left makes way for one that does.

    One sparse product is computed per pick. A sentence is read closely, and compared with the selected ones, only when
    its score may be the best; the picks are those of doing both for all sentences.

    Parameters
    ----------
    reports
        What the sentences report; its `wording` is the TF-IDF matrix that redundancy is measured on.
    salience
        Discounted while the sentence leans on something that is not selected (`antecedents`).
    read_closely
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
    antecedents = Antecedents(read_closely)
    discounted = LazyMaximum(salience.upper_bounds, lambda row: salience.exact(row) * antecedents.watch(row))
    is_open = _is_in_question(salience)
    similarity_to_sum = np.zeros(n_sentences)
    redundancy = np.zeros(n_sentences)
    ruled_out_by = np.full(n_sentences, NOT_RULED_OUT, np.int32)
    squared_norm = 0.0
    picks: list[Pick] = []
    while len(picks) < max_sentences:
        is_open &= budget.n_words <= words_left
        if not is_open.any():
            break
        np.divide(similarity_to_sum, np.sqrt(squared_norm), out=redundancy, where=is_open & (squared_norm > 0))
        row = discounted.best(mmr_lambda, np.where(is_open, redundancy_cost(redundancy, mmr_lambda), np.inf))
        is_open[row] = False
        if mmr_lambda < 1 and (same := _first_with_same_report(reports, read_closely, row, picks)) != NOT_RULED_OUT:
            ruled_out_by[row] = same
            continue
        picks.append(Pick(row, float(discounted.values[row]), float(redundancy[row])))
        for leaning in antecedents.add(row):
            discounted.make_exact(leaning)
        if len(picks) < max_sentences:
            words_left -= budget.n_words[row]
        similarity = products(reports.wording, row)
        if mmr_lambda < 1:
            is_same = is_open & (similarity >= weights.SAME_WORDING)
            is_same[[other for other in np.flatnonzero(is_same).tolist() if are_at_odds(reports, row, other)]] = False
            ruled_out_by[is_same] = len(picks) - 1
            is_open &= ~is_same
        squared_norm += 2 * similarity_to_sum[row] + similarity[row]
        similarity_to_sum = similarity_to_sum + similarity
    return Selection(picks, redundancy, ruled_out_by, float(words_left), mmr_lambda)


def mmr_score(salience: Score, redundancy: Score, mmr_lambda: float) -> Score:
    """mmr_lambda * salience - redundancy_cost, of one sentence or of (n_sentences,) at once."""
    return mmr_lambda * salience - redundancy_cost(redundancy, mmr_lambda)


def redundancy_cost(redundancy: Score, mmr_lambda: float) -> Score:
    """(1 - mmr_lambda) * redundancy: what the MMR score loses by it."""
    return (1 - mmr_lambda) * redundancy


def _is_in_question(salience: Salience) -> Flags:
    """(n_sentences,) whether each sentence has any salience; all where none has."""
    is_salient = salience.upper_bounds > 0
    return is_salient if is_salient.any() else np.ones(len(is_salient), dtype=bool)


def _first_with_same_report(
    reports: Reports, read_closely: Callable[[int], CloseReading], row: int, picks: Sequence[Pick]
) -> int:
    """The index of the first pick that reports what `row` reports, NOT_RULED_OUT where there is none.

    An expectation is settled by the report of what happened, but not the other way round.
    """
    for i, pick in enumerate(picks):
        is_alike = similarity_of_two(reports, row, pick.row) >= weights.MAYBE_SAME_REPORT
        if not is_alike or are_at_odds(reports, row, pick.row):
            continue
        if read_closely(row).is_expectation or not read_closely(pick.row).is_expectation:
            return i
    return NOT_RULED_OUT
