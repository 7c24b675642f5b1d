"""How much documents have to do with one another."""

import math

import numpy as np
import pytest
import scipy.sparse as sp
from sklearn.preprocessing import normalize

from summarizer.rank.relatedness import document_relatedness


def test_a_document_about_something_else_counts_less():
    # Documents 0 and 1 share their term; document 2 shares only a little with either.
    tfidf = sp.csr_array(np.array([[1, 0], [1, 0], [0.1, math.sqrt(0.99)]]))
    related = document_relatedness(tfidf, np.array([0, 1, 2]))
    cosine = [(1 + 0.1) / math.hypot(1.1, math.sqrt(0.99)), 0.2 / 2]
    assert related == pytest.approx([1, 1, (cosine[1] / (0.5 * cosine[0])) ** 2])


@pytest.mark.parametrize("n_documents", [1, 2])
def test_of_two_documents_neither_is_the_odd_one(n_documents):
    tfidf = sp.csr_array(np.eye(n_documents))
    assert document_relatedness(tfidf, np.arange(n_documents)).tolist() == [1.0] * n_documents


def test_documents_that_share_nothing_are_all_alike():
    assert document_relatedness(sp.csr_array(np.eye(3)), np.arange(3)).tolist() == [1, 1, 1]


def test_documents_are_as_related_when_they_are_summed_in_blocks(monkeypatch):
    rng = np.random.default_rng(7)
    tfidf = sp.csr_array(normalize(rng.random((40, 60)) * (rng.random((40, 60)) < 0.1)))
    documents = np.sort(rng.integers(0, 9, 40))
    monkeypatch.setattr("summarizer.rank.weights.OFF_TOPIC", 1.0)  # each counts as much as it is related
    whole = document_relatedness(tfidf, documents)
    assert len(set(whole.round(6))) > 3
    monkeypatch.setattr("summarizer.rank.relatedness.DOCUMENTS_AT_ONCE", 2)
    monkeypatch.setattr("summarizer.terms.tfidf.ENTRIES_AT_ONCE", 1)
    assert document_relatedness(tfidf, documents) == pytest.approx(whole)


def test_a_short_document_that_shares_no_telling_word_counts_nothing():
    # Ten sentences of two documents share all; the third document has one, which shares a word that all have.
    story = [[0.6, 0.8, 0.0]] * 10
    tfidf = sp.csr_array(np.array([*story, [0.6, 0.0, 0.8]]))
    related = document_relatedness(tfidf, np.array([0] * 5 + [1] * 5 + [2]))
    assert related.tolist() == [1.0] * 10 + [0.0]
