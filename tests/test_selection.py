"""MMR under a budget."""

import numpy as np
import pytest
import scipy.sparse as sp
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reports import Reports
from summarizer.selection import (
    ANTECEDENT_ABSENT,
    DANGLING,
    SAME_WORDING,
    STANDS_ALONE,
    UNINTRODUCED,
    Budget,
    Leanings,
    select_mmr,
)

# Row 1 says what row 0 says; row 2 is news; row 3 says some of row 0 again, but not enough to say the same.
TFIDF = sp.csr_array(np.array([[1, 0, 0], [1, 0, 0], [0, 1, 0], [0.28, 0, 0.96]]))
SALIENCE = np.array([1.0, 0.9, 0.5, 0.8])


def leanings(antecedents=None, needed=None, introduced=None, n=4):
    """What sentences lean on: nothing, unless it is said."""
    nothing = np.zeros((n, 1))
    return Leanings(
        np.full(n, STANDS_ALONE) if antecedents is None else np.array(antecedents),
        sp.csr_array(nothing if needed is None else np.array(needed, dtype=float)),
        sp.csr_array(nothing if introduced is None else np.array(introduced, dtype=float)),
    )


def reports_of(wording, content=None, numbers=None, expectations=None):
    """Reports that are alike in wording only, unless more is said of them."""
    n = wording.shape[0]
    nothing = sp.csr_array((n, 1))
    flags = np.zeros(n, dtype=bool) if expectations is None else np.array(expectations)
    return Reports(wording, nothing if content is None else content, nothing if numbers is None else numbers, flags)


def picks(mmr_lambda=0.5, salience=SALIENCE, leaning=None, **limits):
    budget = Budget(**{"n_words": np.array([10, 10, 10, 10]), **limits})
    return select_mmr(reports_of(TFIDF), np.array(salience), leaning or leanings(), budget, mmr_lambda)


def rows(mmr_lambda=0.5, salience=SALIENCE, leaning=None, **limits):
    return [pick.row for pick in picks(mmr_lambda, salience, leaning, **limits)]


def test_lambda_one_is_the_top_by_salience():
    assert rows(1.0) == [0, 1, 3, 2]


def test_lambda_zero_is_novelty_only():
    assert rows(0.0) == [0, 2, 3]


def test_between_them_both_count():
    # After row 0, row 2 scores .25 and row 3 .4 - .14; at lambda .4, row 2 .2 and row 3 .32 - .168.
    assert rows(0.5) == [0, 3, 2]
    assert rows(0.4) == [0, 2, 3]


@pytest.mark.parametrize("mmr_lambda", [0.0, 0.4, 0.99])
def test_nothing_is_said_twice_but_where_only_salience_is_asked_for(mmr_lambda):
    assert 1 not in rows(mmr_lambda)
    assert rows(1.0)[:2] == [0, 1]


def test_redundancy_is_the_cosine_to_the_sum_of_what_is_selected():
    found = picks(0.4)
    assert [pick.redundancy for pick in found] == pytest.approx([0, 0, 0.28 / 2**0.5])
    assert [pick.salience for pick in found] == [1.0, 0.5, 0.8]


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
    points_back = leanings([STANDS_ALONE, 2, STANDS_ALONE, ANTECEDENT_ABSENT])
    assert DANGLING == 0.7
    assert rows(1.0, salience=[0.75, 0.8, 0.6, 1.0], leaning=points_back) == [0, 3, 2, 1]
    # Once row 2 is in, row 1 counts in full again.
    found = picks(1.0, salience=[0.65, 0.8, 0.7, 0.1], leaning=points_back)
    assert [(pick.row, pick.salience) for pick in found] == [(2, 0.7), (1, 0.8), (0, 0.65), (3, pytest.approx(0.07))]


def test_a_sentence_waits_until_all_its_names_are_introduced():
    assert UNINTRODUCED == 0.9
    names = leanings(needed=[[1, 1], [0, 0], [0, 0], [0, 0]], introduced=[[0, 0], [1, 0], [1, 1], [0, 0]])
    found = picks(1.0, salience=[1.0, 0.95, 0.92, 0.91], leaning=names)
    assert [(pick.row, pick.salience) for pick in found] == [(1, 0.95), (2, 0.92), (0, 1.0), (3, 0.91)]
    found = picks(1.0, salience=[1.0, 0.95, 0.2, 0.1], leaning=names)
    assert [(pick.row, pick.salience) for pick in found][:2] == [(1, 0.95), (0, 0.9)]


NEAR = sp.csr_array(np.array([[1, 0, 0], [0.3, 0.954, 0], [0, 0, 1]]))  # in wording too little alike to say the same
ALIKE = sp.csr_array(np.array([[1, 0, 0], [0.8, 0.6, 0], [0, 0, 1]]))
FIGURES = sp.csr_array(np.array([[1, 0], [0, 1], [0, 0]]))


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"content": ALIKE}, [0, 2]),
        ({"content": ALIKE, "numbers": FIGURES}, [0, 1, 2]),
        ({"content": ALIKE, "expectations": [False, True, False]}, [0, 2]),
        ({"content": ALIKE, "expectations": [True, False, False]}, [0, 1, 2]),
    ],
)
def test_the_same_report_is_not_selected_twice(known, expected):
    """But other figures are another report, and what happened is news after what was expected."""
    salience = np.array([1.0, 0.9, 0.1])
    found = select_mmr(reports_of(NEAR, **known), salience, leanings(n=3), Budget(np.full(3, 1)), 0.7)
    assert [pick.row for pick in found] == expected


def naive_mmr(matrix, salience, mmr_lambda):
    """Every cosine worked out anew at every step; the scores of all rows at each step, and the picks."""
    chosen, steps = [], []
    while True:
        total = matrix[chosen].sum(axis=0)
        norm = np.linalg.norm(total)
        redundancy = matrix @ total / norm if norm else np.zeros(len(matrix))
        score = mmr_lambda * salience - (1 - mmr_lambda) * redundancy
        score[chosen] = -np.inf
        if mmr_lambda < 1 and chosen:
            score[(matrix @ matrix[chosen].T).max(axis=1) >= SAME_WORDING] = -np.inf
        if np.isneginf(score).all():
            return chosen, steps
        chosen.append(int(np.argmax(score)))
        steps.append(score)


@given(st.lists(st.lists(st.integers(0, 3), min_size=4, max_size=4), min_size=1, max_size=8), st.data())
def test_the_picks_equal_the_naive_loop(values, data):
    matrix = np.array(values, dtype=float)
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    matrix = np.divide(matrix, norms, out=np.zeros_like(matrix), where=norms > 0)
    n = len(matrix)
    salience = 0.5 + np.array(data.draw(st.permutations(range(n)))) / 100
    mmr_lambda = data.draw(st.sampled_from([0.3, 0.5, 1.0]))
    found = select_mmr(reports_of(sp.csr_array(matrix)), salience, leanings(n=n), Budget(np.full(n, 1)), mmr_lambda)
    expected, steps = naive_mmr(matrix, salience, mmr_lambda)
    for pick, row, score in zip(found, expected, steps, strict=True):
        if pick.row != row:  # two rows that score the same but for rounding: either is right, and the rest may differ
            assert score[pick.row] == pytest.approx(score[row], abs=1e-9)
            break
