"""The factors of salience, one by one."""

import math

import numpy as np
import pytest
import scipy.sparse as sp

from summarizer.rank.salience import (
    document_freshness,
    expectation_factor,
    figures_factor,
    highest_voice_factor,
    position_factor,
    raise_lead,
    recency_factor,
    scale_salience,
    sentence_weights,
    series_brevity,
    title_factor,
    voice_factor,
)
from summarizer.rank.weights import ENDS_OF_SERIES
from summarizer.sentences.close_reading import CloseReading
from summarizer.sentences.wording import Quotation


def test_the_lead_counts_twice_what_the_end_of_a_document_does():
    assert position_factor(np.array([0, 5, 3000])) == pytest.approx([2, 1 + 1 / math.e, 1])


def test_freshness_is_the_rank_of_the_date():
    dates = ["2025-11-06", None, "2025-11-04", "2025-11-05T10:00:00", "2025-11-04"]
    assert document_freshness(dates).tolist() == [1.0, 0.5, 0.0, 0.5, 0.0]


@pytest.mark.parametrize("dates", [[], [None, None], ["2025-11-04", None], ["2025-11-04", "2025-11-04"]])
def test_without_two_different_dates_none_is_newer(dates):
    assert document_freshness(dates).tolist() == [0.5] * len(dates)


def test_the_newest_document_counts_a_tenth_more():
    assert recency_factor(np.array([0, 0.5, 1]), 0.0) == pytest.approx([1, 1.05, 1.1])


def test_in_a_series_of_updates_its_beginning_and_its_end_count_much_more():
    found = recency_factor(np.array([0, 0.5, 1]), 0.5)
    assert found == pytest.approx([1 + ENDS_OF_SERIES / 2, 1.05 + ENDS_OF_SERIES / 8, 1.1 + ENDS_OF_SERIES / 2])


def test_a_series_is_of_many_days_and_brief():
    days = [f"2025-11-0{day}" for day in range(1, 6)]
    assert series_brevity(days, [1] * 5) == 1.0
    assert 0 < series_brevity(days, [30] * 5) < 0.01 < series_brevity(days, [4] * 5) < series_brevity(days, [2] * 5) < 1
    assert series_brevity([*days[:4], None, None], [1] * 6) == 0.0
    assert series_brevity([f"{days[0]}T{hour:02}:00" for hour in range(10)], [1] * 10) == 0.0


def test_figures_count_up_to_three_of_them():
    incidence = sp.csr_array(np.array([[1, 0, 0, 0, 0], [1, 1, 0, 0, 1], [0, 1, 1, 1, 1]]))
    is_figure = np.array([False, True, True, True, True])
    assert figures_factor(incidence, is_figure) == pytest.approx([1, 1.1, 1.15])


def test_what_was_expected_counts_less_unless_nothing_newer_is_there():
    assert expectation_factor(np.array([0.5, 1, 0])).tolist() == [0.65, 1.0, 0.65]
    assert expectation_factor(np.array([0.5, 0.5])).tolist() == [0.8, 0.8]


def test_a_documents_say_grows_with_the_root_of_its_length():
    weights = sentence_weights(np.ones(5), np.array([7, 7, 7, 7, 9]))
    assert weights.tolist() == [0.5, 0.5, 0.5, 0.5, 1.0]


def values(salience):
    return [salience.exact(row) for row in range(len(salience.upper_bounds))]


def test_salience_is_scaled_to_one_after_reading():
    salience = scale_salience(np.array([0.4, 0.2, 0.5]), np.array([1, 1.1, 1]), [1.0, 1.1, 0.7].__getitem__)
    assert values(salience) == pytest.approx([1, 0.55, 0.875])
    assert salience.upper_bounds == pytest.approx([1, 0.55, 1.25])
    assert values(scale_salience(np.zeros(2), np.ones(2), lambda _: 1.0)) == [0, 0]


def test_the_opening_that_openings_are_most_like_is_raised():
    tfidf = sp.csr_array(np.array([[1, 0, 0], [0, 1, 0], [0.8, 0.6, 0], [0, 0, 1]]))
    salience = scale_salience(np.array([0.5, 1.0, 0.6, 0.9]), np.full(4, 1.1), lambda _: 1.0)
    raised = raise_lead(salience, tfidf, np.array([0, 2, 3]))
    assert values(raised) == [0.5, 1.0, 1.0, 0.9]
    assert raised.upper_bounds == pytest.approx([0.55, 1.1, 1.0, 0.99])


def test_of_openings_that_are_as_alike_the_more_salient_is_raised():
    tfidf = sp.csr_array(np.array([[0.8, 0.6, 0.0], [0.6, 0.8, 0.0], [0.0, 0.0, 1.0]]))
    salience = scale_salience(np.array([0.49, 0.64, 1.0]), np.ones(3), lambda _: 1.0)
    assert values(raise_lead(salience, tfidf, np.array([0, 1]))) == pytest.approx([0.49, 1.0, 1.0])


@pytest.mark.parametrize("openings", [[], [3]])
def test_without_openings_of_any_salience_nothing_is_raised(openings):
    salience = scale_salience(np.array([0.5, 1.0, 0.6, 0.0]), np.ones(4), lambda _: 1.0)
    assert raise_lead(salience, sp.csr_array(np.eye(4)), np.array(openings, dtype=int)) is salience


def test_a_sentence_counts_more_by_the_share_of_it_that_stands_in_titles():
    # All terms are equally rare: row 0 stands in titles whole, rows 1 and 2 by half, row 3 has no terms.
    incidence = sp.csr_array(np.array([[1.0, 1, 0], [0, 1, 1], [1, 0, 1], [0, 0, 0]]))
    df = np.array([2, 2, 2])
    factor = title_factor(incidence, df, np.array([True, True, False]))
    assert factor == pytest.approx([1.5, 1.25, 1.25, 1.0])
    assert title_factor(incidence, df, np.zeros(3, dtype=bool)).tolist() == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("quotation", "is_own_voice", "factor"),
    [
        (Quotation.NONE, False, 1.0),
        (Quotation.NAMED, False, 1.1),
        (Quotation.UNNAMED, False, 0.9),
        (Quotation.NONE, True, 0.7),
        (Quotation.NAMED, True, 0.77),
        (Quotation.UNNAMED, True, 0.63),
    ],
)
def test_other_peoples_words_count_more_where_they_are_named_and_ones_own_less(quotation, is_own_voice, factor):
    reading = CloseReading(quotation=quotation, is_own_voice=is_own_voice)
    assert voice_factor(reading) == pytest.approx(factor)
    assert voice_factor(reading) <= highest_voice_factor(np.array([quotation is not Quotation.NONE]))[0]


def test_only_a_quotation_can_gain_by_being_read():
    assert highest_voice_factor(np.array([False, True])).tolist() == [1.0, 1.1]
