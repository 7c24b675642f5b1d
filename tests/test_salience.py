"""The factors of salience, one by one."""

import math

import numpy as np
import pytest
import scipy.sparse as sp
from sklearn.preprocessing import normalize

from summarizer.rank.salience import (
    document_freshness,
    document_relatedness,
    expectation_factor,
    position_factor,
    raise_lead,
    recency_factor,
    scale_salience,
    sentence_weights,
    title_factor,
)


def test_the_lead_counts_twice_what_the_end_of_a_long_document_does():
    assert position_factor(np.array([0, 30, 3000])) == pytest.approx([2, 1 + 1 / math.e, 1])


def test_freshness_is_the_rank_of_the_date():
    dates = ["2025-11-06", None, "2025-11-04", "2025-11-05T10:00:00", "2025-11-04"]
    assert document_freshness(dates).tolist() == [1.0, 0.5, 0.0, 0.5, 0.0]


@pytest.mark.parametrize("dates", [[], [None, None], ["2025-11-04", None], ["2025-11-04", "2025-11-04"]])
def test_without_two_different_dates_none_is_newer(dates):
    assert document_freshness(dates).tolist() == [0.5] * len(dates)


def test_the_newest_document_counts_a_tenth_more():
    assert recency_factor(np.array([0, 0.5, 1])) == pytest.approx([1, 1.05, 1.1])


def test_what_was_expected_counts_less_unless_nothing_newer_is_there():
    assert expectation_factor(np.array([0.5, 1, 0])).tolist() == [0.65, 1.0, 0.65]
    assert expectation_factor(np.array([0.5, 0.5])).tolist() == [0.8, 0.8]


def test_a_documents_say_grows_with_the_root_of_its_length():
    weights = sentence_weights(np.ones(5), np.array([7, 7, 7, 7, 9]))
    assert weights.tolist() == [0.5, 0.5, 0.5, 0.5, 1.0]


def test_a_document_about_something_else_counts_less():
    # Documents 0 and 1 share their term; document 2 shares only a little with either.
    tfidf = sp.csr_array(np.array([[1, 0], [1, 0], [0.1, math.sqrt(0.99)]]))
    related = document_relatedness(tfidf, np.array([0, 1, 2]))
    cosine = [(1 + 0.1) / math.hypot(1.1, math.sqrt(0.99)), 0.2 / 2]
    assert related == pytest.approx([1, 1, (cosine[1] / (0.7 * cosine[0])) ** 2])


@pytest.mark.parametrize("n_documents", [1, 2])
def test_of_two_documents_neither_is_the_odd_one(n_documents):
    tfidf = sp.csr_array(np.eye(n_documents))
    assert document_relatedness(tfidf, np.arange(n_documents)).tolist() == [1.0] * n_documents


def test_documents_that_share_nothing_are_all_alike():
    assert document_relatedness(sp.csr_array(np.eye(3)), np.arange(3)).tolist() == [1, 1, 1]


def values(salience):
    return [salience.exact(row) for row in range(len(salience.upper))]


def test_salience_is_scaled_to_one_after_reading():
    salience = scale_salience(np.array([0.4, 0.2, 0.5]), np.array([1, 1.1, 1]), [1.0, 1.1, 0.7].__getitem__)
    assert values(salience) == pytest.approx([1, 0.55, 0.875])
    assert salience.upper == pytest.approx([1, 0.55, 1.25])
    assert values(scale_salience(np.zeros(2), np.ones(2), lambda _: 1.0)) == [0, 0]


def test_the_opening_that_openings_are_most_like_is_raised():
    tfidf = sp.csr_array(np.array([[1, 0, 0], [0, 1, 0], [0.8, 0.6, 0], [0, 0, 1]]))
    salience = scale_salience(np.array([0.5, 1.0, 0.6, 0.9]), np.full(4, 1.1), lambda _: 1.0)
    raised = raise_lead(salience, tfidf, np.array([0, 2, 3]))
    assert values(raised) == [0.5, 1.0, 1.0, 0.9]
    assert raised.upper == pytest.approx([0.55, 1.1, 1.0, 0.99])


@pytest.mark.parametrize("openings", [[], [3]])
def test_without_openings_of_any_salience_nothing_is_raised(openings):
    salience = scale_salience(np.array([0.5, 1.0, 0.6, 0.0]), np.ones(4), lambda _: 1.0)
    assert raise_lead(salience, sp.csr_array(np.eye(4)), np.array(openings, dtype=int)) is salience


def test_a_sentence_counts_more_by_the_share_of_it_that_stands_in_titles():
    # All terms are equally rare: row 0 stands in titles whole, rows 1 and 2 by half, row 3 has no terms.
    incidence = sp.csr_array(np.array([[1.0, 1, 0], [0, 1, 1], [1, 0, 1], [0, 0, 0]]))
    factor = title_factor(incidence, np.array([True, True, False]))
    assert factor == pytest.approx([1.5, 1.25, 1.25, 1.0])
    assert title_factor(incidence, np.zeros(3, dtype=bool)).tolist() == [1, 1, 1, 1]


def test_documents_are_as_related_when_they_are_summed_in_blocks(monkeypatch):
    rng = np.random.default_rng(7)
    tfidf = sp.csr_array(normalize(rng.random((40, 60)) * (rng.random((40, 60)) < 0.1)))
    documents = np.sort(rng.integers(0, 9, 40))
    whole = document_relatedness(tfidf, documents)
    assert len(set(whole.round(6))) > 3
    monkeypatch.setattr("summarizer.rank.salience.BLOCK", 2)
    monkeypatch.setattr("summarizer.terms.tfidf.BLOCK", 1)
    assert document_relatedness(tfidf, documents) == pytest.approx(whole)
