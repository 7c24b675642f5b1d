"""MMR under a budget."""

import math

import numpy as np
import pytest
import scipy.sparse as sp
from hypothesis import given
from hypothesis import strategies as st

from summarizer.rank.salience import Salience
from summarizer.rank.same_report import Reports
from summarizer.rank.selection import NOT_RULED_OUT, Budget, select_mmr
from summarizer.rank.weights import DANGLING, MAYBE_SAME_REPORT, SAME_WORDING, UNINTRODUCED
from summarizer.sentences.candidates import NO_CANDIDATE
from summarizer.sentences.close_reading import STANDS_ALONE, CloseReading

# Row 1 says what row 0 says; row 2 is news; row 3 says some of row 0 again, but not enough to say the same.
TFIDF = sp.csr_array(np.array([[1, 0, 0], [1, 0, 0], [0, 1, 0], [0.28, 0, 0.96]]))
SALIENCE = np.array([1.0, 0.9, 0.5, 0.8])
PLAIN = CloseReading()


def select(tfidf=TFIDF, salience=SALIENCE, *, content=None, is_number=None, readings=None, mmr_lambda=0.5, **limits):
    """Select among sentences that are alike in wording only, and lean on nothing, unless more is said of them."""
    n = tfidf.shape[0]
    content = sp.csr_array((n, 1)) if content is None else content
    reports = Reports(
        tfidf, content, np.zeros(content.shape[1], dtype=bool) if is_number is None else np.array(is_number)
    )
    readings = readings or [PLAIN] * n
    upper = np.array(salience) * 1.1
    exact = [float(each) for each in salience]
    budget = Budget(**{"n_words": np.full(n, 10), **limits})
    return select_mmr(reports, Salience(upper, exact.__getitem__), readings.__getitem__, budget, mmr_lambda)


def picks(mmr_lambda=0.5, salience=SALIENCE, readings=None, **limits):
    return select(salience=salience, readings=readings, mmr_lambda=mmr_lambda, **limits).picks


def rows(mmr_lambda=0.5, salience=SALIENCE, readings=None, **limits):
    return [pick.row for pick in picks(mmr_lambda, salience, readings, **limits)]


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


def test_the_sum_counts_what_the_selected_share():
    # Both share .3 with each other, so their sum is (2 + 2 * .3) ** .5 long; row 2 has .3 of the first and .2 of the second.
    first, second = [1, 0, 0], [0.3, math.sqrt(0.91), 0]
    third = [0.3, (0.2 - 0.3 * 0.3) / math.sqrt(0.91), 0]
    third[2] = math.sqrt(1 - third[0] ** 2 - third[1] ** 2)
    found = select(sp.csr_array(np.array([first, second, third])), [1.0, 0.9, 0.8]).picks
    assert [pick.redundancy for pick in found] == pytest.approx([0, 0.3, (0.3 + 0.2) / math.sqrt(2.6)])


def test_ties_go_to_the_earlier_row():
    assert rows(1.0, salience=[0.5, 0.7, 0.7, 0.7]) == [1, 2, 3, 0]


def test_a_sentence_that_does_not_fit_makes_way_for_one_that_does():
    assert rows(1.0, n_words=np.array([12, 9, 4, 5]), max_words=10) == [1]
    assert rows(1.0, n_words=np.array([12, 5, 4, 6]), max_words=10) == [1, 2]
    assert rows(1.0, n_words=np.array([12, 4, 5, 6]), max_words=10) == [1, 3]  # to the last word


def test_both_limits_hold():
    assert rows(1.0, n_words=np.array([2, 2, 2, 2]), max_words=5, max_sentences=3) == [0, 1]
    assert rows(1.0, n_words=np.array([2, 2, 2, 2]), max_words=8, max_sentences=1) == [0]


def test_nothing_fits():
    assert rows(n_words=np.array([5, 6, 7, 8]), max_words=4) == []


def test_a_sentence_that_points_back_waits_for_what_it_points_to():
    readings = [PLAIN, CloseReading(antecedent=2), PLAIN, CloseReading(antecedent=NO_CANDIDATE)]
    assert DANGLING == 0.3
    assert rows(1.0, salience=[0.75, 0.8, 0.25, 1.0], readings=readings) == [0, 3, 2, 1]
    # Once row 2 is in, row 1 counts in full again.
    found = picks(1.0, salience=[0.65, 0.8, 0.7, 0.1], readings=readings)
    assert [(pick.row, pick.salience) for pick in found] == [(2, 0.7), (1, 0.8), (0, 0.65), (3, pytest.approx(0.03))]


def names(needed="", introduced=""):
    return CloseReading(needed=frozenset(map(ord, needed)), introduced=frozenset(map(ord, introduced)))


def test_a_sentence_waits_until_all_its_names_are_introduced():
    assert UNINTRODUCED == 0.8
    readings = [names(needed="ab"), names(introduced="a"), names(introduced="ab"), PLAIN]
    found = picks(1.0, salience=[1.0, 0.95, 0.92, 0.91], readings=readings)
    assert [(pick.row, pick.salience) for pick in found] == [(1, 0.95), (2, 0.92), (0, 1.0), (3, 0.91)]
    found = picks(1.0, salience=[1.0, 0.95, 0.2, 0.1], readings=readings)
    assert [(pick.row, pick.salience) for pick in found][:2] == [(1, 0.95), (0, 0.8)]


NEAR = sp.csr_array(np.array([[1, 0, 0], [0.3, 0.954, 0], [0, 0, 1]]))  # in wording too little alike to say the same
ALIKE = sp.csr_array(np.array([[0.8, 0.6, 0, 0], [0.8, 0, 0.6, 0], [0, 0, 0, 1]]))
EXPECTED = CloseReading(is_expectation=True)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, [0, 2]),
        ({"is_number": [False, True, True, False]}, [0, 1, 2]),
        ({"is_number": [False, True, False, False]}, [0, 2]),
        ({"readings": [PLAIN, EXPECTED, PLAIN]}, [0, 2]),
        ({"readings": [EXPECTED, PLAIN, PLAIN]}, [0, 1, 2]),
    ],
)
def test_the_same_report_is_not_selected_twice(known, expected):
    """But other figures are another report, and what happened is news after what was expected."""
    found = select(NEAR, [1.0, 0.9, 0.1], content=ALIKE, mmr_lambda=0.7, **known)
    assert [pick.row for pick in found.picks] == expected


def test_of_what_is_not_picked_it_is_told_why():
    selection = select(max_sentences=2)  # rows 0 and 3
    assert selection.ruled_out_by.tolist() == [NOT_RULED_OUT, 0, NOT_RULED_OUT, NOT_RULED_OUT]
    assert selection.words_left == math.inf
    # Row 1 keeps the redundancy it had when row 0 ruled it out, rows 2 and 3 what they had when row 3 was picked.
    assert selection.redundancy == pytest.approx([0, 0, 0, 0.28])


def test_a_sentence_of_no_salience_is_left_out_unless_none_has_any():
    assert rows(0.5, salience=[1.0, 0.0, 0.5, 0.0]) == [0, 2]
    assert rows(0.5, salience=[0.0, 0.0, 0.0, 0.0]) == [0, 2, 3]


def test_it_is_told_which_pick_says_the_same():
    selection = select(sp.csr_array(np.array([[1, 0], [0, 1], [0, 1]])), [1.0, 0.9, 0.8])
    assert selection.ruled_out_by.tolist() == [NOT_RULED_OUT, NOT_RULED_OUT, 1]


def test_a_report_that_comes_up_second_is_ruled_out_by_the_first():
    selection = select(NEAR, [1.0, 0.9, 0.1], content=ALIKE, mmr_lambda=0.7)
    assert selection.ruled_out_by.tolist() == [NOT_RULED_OUT, 0, NOT_RULED_OUT]


def test_words_that_are_left_are_told():
    assert select(max_words=15).words_left == 5


def test_only_sentences_that_may_be_picked_are_read():
    n = 4000
    read = []
    reports = Reports(sp.csr_array((n, 1)), sp.csr_array((n, 1)), np.zeros(1, dtype=bool))
    salience = np.linspace(1, 0.001, n)
    select_mmr(
        reports,
        Salience(1.1 * salience, lambda row: float(salience[row])),
        lambda row: read.append(row) or PLAIN,
        Budget(np.full(n, 10), max_sentences=3),
        0.4,
    )
    # Whose upper bound is above the salience of the third pick, and as much as a block beside.
    assert max(read) <= n * 0.1 + 30


def naive_mmr(tfidf, content, salience, readings, mmr_lambda):
    """Everything worked out anew for all rows at every step; the scores at each step, and the picks."""
    chosen, steps = [], []
    while True:
        total = tfidf[chosen].sum(axis=0)
        norm = np.linalg.norm(total)
        redundancy = tfidf @ total / norm if norm else np.zeros(len(tfidf))
        introduced = {name for row in chosen for name in readings[row].introduced}
        leaning = [
            (DANGLING if reading.antecedent not in (STANDS_ALONE, *chosen) else 1)
            * (UNINTRODUCED if reading.needed - introduced else 1)
            for reading in readings
        ]
        score = mmr_lambda * salience * leaning - (1 - mmr_lambda) * redundancy
        score[chosen] = -np.inf
        for row in range(len(tfidf)) if mmr_lambda < 1 else ():
            if any(says_the_same(tfidf, content, readings, row, other) for other in chosen):
                score[row] = -np.inf
        if np.isneginf(score).all():
            return chosen, steps
        chosen.append(int(np.argmax(score)))
        steps.append(score)


def says_the_same(tfidf, content, readings, row, chosen):
    is_report = content[row] @ content[chosen] >= MAYBE_SAME_REPORT
    is_settled = readings[row].is_expectation or not readings[chosen].is_expectation
    return tfidf[row] @ tfidf[chosen] >= SAME_WORDING or (is_report and is_settled)


def unit_rows(values):
    matrix = np.array(values, dtype=float)
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.divide(matrix, norms, out=np.zeros_like(matrix), where=norms > 0)


ROW = st.lists(st.integers(0, 3), min_size=4, max_size=4)
SOME_NAMES = st.frozensets(st.sampled_from([0, 1, 2]), max_size=2)


@given(st.lists(st.tuples(ROW, ROW), min_size=1, max_size=12), st.data())
def test_the_picks_equal_the_naive_loop(values, data):
    tfidf, content = (unit_rows([pair[side] for pair in values]) for side in (0, 1))
    n = len(values)
    antecedents = st.sampled_from([STANDS_ALONE, NO_CANDIDATE, *range(n)])
    readings = data.draw(
        st.lists(
            st.builds(
                CloseReading,
                is_expectation=st.booleans(),
                antecedent=antecedents,
                needed=SOME_NAMES,
                introduced=SOME_NAMES,
            ),
            min_size=n,
            max_size=n,
        )
    )
    salience = 0.5 + np.array(data.draw(st.permutations(range(n)))) / 25
    mmr_lambda = data.draw(st.sampled_from([0.0, 0.3, 0.5, 1.0]))
    found = select(
        sp.csr_array(tfidf), salience, content=sp.csr_array(content), readings=readings, mmr_lambda=mmr_lambda
    )
    expected, steps = naive_mmr(tfidf, content, salience, readings, mmr_lambda)
    for pick, row, score in zip(found.picks, expected, steps, strict=True):
        if pick.row != row:  # two rows that score the same but for rounding: either is right, and the rest may differ
            assert score[pick.row] == pytest.approx(score[row], abs=1e-9)
            break
