"""Centrality, against fractions worked out by hand and against the n x n matrix that is never built."""

import numpy as np
import pytest
import scipy.sparse as sp
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import ConvergenceError
from summarizer.rank.centrality import degree_centrality, lexrank_centrality

# Cosines: rows 0 and 1 are alike to 3/5, row 2 resembles none, row 3 has no term at all.
TFIDF = sp.csr_array(np.array([[1, 0, 0], [3 / 5, 4 / 5, 0], [0, 0, 1], [0, 0, 0]]))

ALIKE = np.ones(4)


def unit_rows(values):
    matrix = np.array(values, dtype=float)
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.divide(matrix, norms, out=np.zeros_like(matrix), where=norms > 0)


matrices = st.integers(1, 6).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 3), min_size=width, max_size=width), min_size=1, max_size=8)
)


def test_degree_is_the_mean_cosine():
    assert degree_centrality(TFIDF, ALIKE) == pytest.approx([8 / 20, 8 / 20, 1 / 4, 0])


def test_lexrank_without_damping_is_uniform():
    assert lexrank_centrality(TFIDF, ALIKE, damping=0) == pytest.approx([1 / 4] * 4)


def test_lexrank_shares_what_a_sentence_without_terms_would_keep():
    # By symmetry p0 = p1 = a; p2 = b; p3 = c, and with damping 1/2: a = a/2 + c/8 + 1/8, b the same, c = c/8 + 1/8.
    assert lexrank_centrality(TFIDF, ALIKE, damping=0.5) == pytest.approx([2 / 7, 2 / 7, 2 / 7, 1 / 7])


@given(matrices)
def test_degree_equals_the_naive_formula(values):
    matrix = unit_rows(values)
    weights = 1 / np.arange(1, len(matrix) + 1)
    expected = (matrix @ matrix.T) @ weights / weights.sum()
    assert degree_centrality(sp.csr_array(matrix), weights) == pytest.approx(expected)


@given(matrices)
def test_lexrank_equals_the_eigenvector_of_the_full_matrix(values):
    matrix = unit_rows(values)
    n = len(matrix)
    similarity = matrix @ matrix.T
    degree = similarity.sum(axis=1, keepdims=True)
    walk = np.divide(similarity, degree, out=np.full((n, n), 1 / n), where=degree > 0)
    expected = np.linalg.matrix_power((0.85 * walk + 0.15 / n).T, 400) @ np.full(n, 1 / n)
    rank = lexrank_centrality(sp.csr_array(matrix), np.ones(n))
    assert rank == pytest.approx(expected, abs=1e-6)
    assert rank.sum() == pytest.approx(1)


def test_a_sentence_of_half_weight_counts_half():
    # Cosines to rows 0, 1 and 2 weigh 1, 1/2 and 1/2; row 3 weighs nothing.
    weights = np.array([1, 1 / 2, 1 / 2, 0])
    assert degree_centrality(TFIDF, weights) == pytest.approx([13 / 20, 11 / 20, 1 / 4, 0])


@given(matrices)
def test_lexrank_treats_a_sentence_of_weight_two_as_the_same_sentence_twice(values):
    matrix = unit_rows(values)
    twice = lexrank_centrality(sp.csr_array(np.vstack([matrix, matrix[:1]])), np.ones(len(matrix) + 1))
    weighted = lexrank_centrality(sp.csr_array(matrix), np.array([2.0] + [1.0] * (len(matrix) - 1)))
    assert weighted == pytest.approx(twice[: len(matrix)], abs=1e-6)


def test_identical_sentences_are_equally_central():
    same = sp.csr_array(np.ones((3, 1)))
    assert degree_centrality(same, np.ones(3)) == pytest.approx([1, 1, 1])
    assert lexrank_centrality(same, np.ones(3)) == pytest.approx([1 / 3] * 3)


def test_no_settling_is_an_error_and_no_endless_loop():
    with pytest.raises(ConvergenceError, match="did not settle in 2 iterations") as raised:
        lexrank_centrality(sp.csr_array(unit_rows([[1, 0], [1, 1], [1, 2]])), np.ones(3), tolerance=0, max_iterations=2)
    assert raised.value.n_iterations == 2
