"""Which sentences go in: greedy maximal marginal relevance under a budget; arrays in, indices out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from summarizer.arrays import Flags, Rows, Scores
from summarizer.reports import MAYBE_SAME_REPORT, Reports, differ_in_figures, report_similarity

SAME_WORDING = 0.35  # cosine, pairs of words included, from which two sentences say the same
DANGLING = 0.7  # what a sentence that points back to an absent one keeps of its salience
UNINTRODUCED = 0.9  # the same for one with a name that has not been introduced
STANDS_ALONE = -1
ANTECEDENT_ABSENT = -2


@dataclass(frozen=True, slots=True)
class Leanings:
    """What sentences lean on.

    antecedents
        (n_sentences,) the row that a sentence points back to ("But he ..."), STANDS_ALONE or ANTECEDENT_ABSENT.
    needed, introduced
        CSR (n_sentences, n_names) of 0 and 1: the names that a sentence has only in short, and those it gives in full.
    """

    antecedents: Rows
    needed: sp.csr_array
    introduced: sp.csr_array


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


def select_mmr(reports: Reports, salience: Scores, leanings: Leanings, budget: Budget, mmr_lambda: float) -> list[Pick]:
    """Pick the best sentence, again and again, until the budget is used.

    score = mmr_lambda * salience - (1 - mmr_lambda) * redundancy

    Redundancy is the cosine to the sum of what is selected. The paper's maximum misses a sentence that says a third
    of two items over again. A sentence that says the same as a selected one is never selected (but at lambda 1, which
    asks for salience only), nor is one of no salience at all, so there may be fewer than the budget allows. A sentence
    that does not fit the words left makes way for one that does.

    Parameters
    ----------
    reports
        What the sentences report; its `wording` is the TF-IDF matrix that redundancy is measured on.
    salience
        (n_sentences,) each 0..1.
    leanings
        Until the row that a sentence points back to is selected, its salience counts DANGLING of itself, and until all
        names it needs have been introduced, UNINTRODUCED of itself.
    mmr_lambda
        1.0 = the top by salience, 0.0 = novelty only.

    Returns
    -------
    The picks in the order of selection. Ties go to the earlier row. None when no sentence fits.

    References
    ----------
    Carbonell & Goldstein (1998), The use of MMR, diversity-based reranking, SIGIR.
    """
    tfidf = reports.wording
    n_sentences = tfidf.shape[0]
    max_sentences = n_sentences if budget.max_sentences is None else budget.max_sentences
    words_left = np.inf if budget.max_words is None else budget.max_words
    picks: list[Pick] = []
    is_open = salience > 0 if salience.any() else np.ones(n_sentences, dtype=bool)
    is_dangling = leanings.antecedents != STANDS_ALONE
    unknown = np.ones(leanings.needed.shape[1])
    similarity_to_sum = np.zeros(n_sentences)
    squared_norm = 0.0
    while len(picks) < max_sentences:
        is_open &= budget.n_words <= words_left
        if not is_open.any():
            break
        redundancy = similarity_to_sum / np.sqrt(squared_norm) if squared_norm > 0 else similarity_to_sum
        is_unintroduced = leanings.needed @ unknown > 0
        weight = salience * np.where(is_dangling, DANGLING, 1) * np.where(is_unintroduced, UNINTRODUCED, 1)
        score = mmr_lambda * weight - (1 - mmr_lambda) * redundancy
        row = int(np.argmax(np.where(is_open, score, -np.inf)))
        picks.append(Pick(row, float(weight[row]), float(redundancy[row])))
        is_open[row] = False
        words_left -= budget.n_words[row]
        is_dangling &= leanings.antecedents != row
        unknown[leanings.introduced[[row]].indices] = 0
        similarity = tfidf @ tfidf[[row]].toarray().ravel()
        if mmr_lambda < 1:
            is_open &= ~((similarity >= SAME_WORDING) | _says_the_same(reports, row))
        squared_norm += 2 * similarity_to_sum[row] + similarity[row]
        similarity_to_sum = similarity_to_sum + similarity
    return picks


def _says_the_same(reports: Reports, row: int) -> Flags:
    """Which sentences report the same as `row`; what was expected is settled by what happened, but not the reverse."""
    is_same = (report_similarity(reports, row) >= MAYBE_SAME_REPORT) & ~differ_in_figures(reports, row)
    return np.asarray(is_same & (reports.expectations | ~reports.expectations[row]))
