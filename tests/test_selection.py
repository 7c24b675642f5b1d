"""MMR under a budget."""

import numpy as np
import pytest
import scipy.sparse as sp
from hypothesis import given
from hypothesis import strategies as st

from summarizer.selection import ANTECEDENT_ABSENT, DANGLING, STANDS_ALONE, Budget, select_mmr

# Row 1 says what row 0 says; row 2 and row 3 are news.
TFIDF = sp.csr_array(np.array([[1, 0, 0], [1, 0, 0], [0, 1, 0], [3 / 5, 0, 4 / 5]]))
SALIENCE = np.array([1.0, 0.9, 0.5, 0.8])
ALONE = np.full(4, STANDS_ALONE)


def rows(mmr_lambda=0.5, salience=SALIENCE, antecedents=ALONE, **limits):
    budget = Budget(**{"n_words": np.array([10, 10, 10, 10]), **limits})
    return [pick.row for pick in select_mmr(TFIDF, np.array(salience), antecedents, budget, mmr_lambda)]


def test_lambda_one_is_the_top_by_salience():
    assert rows(1.0) == [0, 1, 3, 2]


def test_lambda_zero_is_novelty_only():
    assert rows(0.0) == [0, 2, 3, 1]


def test_between_them_a_duplicate_comes_last():
    # After 0: row 1 scores .45 - .5, row 2 .25, row 3 .4 - .3; after 0 and 2, row 3 .4 - .6/(2 * 2**.5).
    assert rows(0.5) == [0, 2, 3, 1]


def test_redundancy_is_the_cosine_to_the_sum_of_what_is_selected():
    picks = select_mmr(TFIDF, SALIENCE, ALONE, Budget(np.full(4, 10)), 0.5)
    assert [pick.redundancy for pick in picks] == pytest.approx([0, 0, 0.6 / 2**0.5, 1.6 / np.sqrt(3 + 2 * 0.6)])
    assert [pick.salience for pick in picks] == [1.0, 0.5, 0.8, 0.9]


def test_ties_go_to_the_earlier_row():
    assert rows(1.0, salience=[0.5, 0.7, 0.7, 0.7]) == [1, 2, 3, 0]


def test_a_sentence_that_does_not_fit_makes_way_for_one_that_does():
    assert rows(1.0, n_words=np.array([12, 9, 4, 5]), max_words=10) == [1]
    assert rows(1.0, n_words=np.array([12, 5, 4, 6]), max_words=10) == [1, 2]


def test_both_limits_hold():
    assert rows(1.0, n_words=np.array([2, 2, 2, 2]), max_words=5, max_sentences=3) == [0, 1]
    assert rows(1.0, n_words=np.array([2, 2, 2, 2]), max_words=8, max_sentences=1) == [0]


def test_nothing_fits():
    assert rows(n_words=np.array([5, 6, 7, 8]), max_words=4) == []


def test_a_sentence_that_points_back_waits_for_what_it_points_to():
    points_back = np.array([STANDS_ALONE, 2, STANDS_ALONE, ANTECEDENT_ABSENT])
    assert rows(1.0, salience=[0.85, 0.8, 0.7, 1.0], antecedents=points_back) == [0, 3, 2, 1]
    assert DANGLING * 0.8 < 0.7 < DANGLING * 1.0 < 0.85
    # Once row 2 is in, row 1 counts in full again.
    assert rows(1.0, salience=[0.65, 0.8, 0.7, 0.1], antecedents=points_back) == [2, 1, 0, 3]


def naive_mmr(matrix, salience, k, mmr_lambda):
    chosen = []
    while len(chosen) < k:
        total = matrix[chosen].sum(axis=0)
        norm = np.linalg.norm(total)
        redundancy = matrix @ total / norm if norm else np.zeros(len(matrix))
        score = np.round(mmr_lambda * salience - (1 - mmr_lambda) * redundancy, 9)
        score[chosen] = -np.inf
        chosen.append(int(np.argmax(score)))
    return chosen


@given(st.lists(st.lists(st.integers(0, 3), min_size=4, max_size=4), min_size=1, max_size=8), st.data())
def test_the_picks_equal_the_naive_loop(values, data):
    matrix = np.array(values, dtype=float)
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    matrix = np.divide(matrix, norms, out=np.zeros_like(matrix), where=norms > 0)
    n = len(matrix)
    # Distinct saliences a multiple of .01 apart keep rounding from deciding.
    order = data.draw(st.permutations(range(n)))
    salience = 0.5 + np.array(order) / 100
    mmr_lambda = data.draw(st.sampled_from([0.3, 0.5, 1.0]))
    budget = Budget(np.full(n, 1))
    picks = select_mmr(sp.csr_array(matrix), salience, np.full(n, STANDS_ALONE), budget, mmr_lambda)
    scores = [mmr_lambda * pick.salience - (1 - mmr_lambda) * pick.redundancy for pick in picks]
    for step, row in enumerate(naive_mmr(matrix, salience, n, mmr_lambda)):
        if picks[step].row != row:  # only where two rows score the same but for rounding
            rival = mmr_lambda * salience[row] - (1 - mmr_lambda) * redundancy_of(matrix, picks[:step], row)
            assert scores[step] == pytest.approx(rival, abs=1e-8)
            break


def redundancy_of(matrix, picks, row):
    total = matrix[[pick.row for pick in picks]].sum(axis=0)
    norm = np.linalg.norm(total)
    return float(matrix[row] @ total / norm) if norm else 0.0
