"""How central each sentence is among all sentences of the topic; matrices in, scores out.

Rows of the TF-IDF matrix T have unit norm, so the cosines of all pairs are T @ T.T. That n x n matrix is never built:
its products with a vector are T @ (T.T @ vector), linear in the words.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import scipy.sparse as sp

from summarizer.arrays import Scores
from summarizer.errors import ConvergenceError


def degree_centrality(tfidf: sp.csr_array) -> Scores:
    """Mean cosine of each sentence to all sentences, itself among them.

    c = T @ (T.T @ 1) / n

    Parameters
    ----------
    tfidf
        CSR (n_sentences, n_terms), rows of unit norm or zero.

    Returns
    -------
    (n_sentences,), each 0..1; 0 for a zero row.

    References
    ----------
    Degree centrality without a threshold: Erkan & Radev (2004), LexRank, JAIR 22, section 3.1.
    """
    n_sentences = tfidf.shape[0]
    return np.asarray(tfidf @ (tfidf.T @ np.ones(n_sentences)) / max(1, n_sentences), dtype=np.float64)


def lexrank_centrality(
    tfidf: sp.csr_array, damping: float = 0.85, tolerance: float = 1e-9, max_iterations: int = 500
) -> Scores:
    """Continuous LexRank: the stationary distribution of a walk along the cosines.

    p = damping * S.T @ (p / degree) + (1 - damping) / n, where S = T @ T.T and degree = S @ 1. A sentence that
    resembles none, not even itself (a zero row), walks to all alike; the paper leaves the case open.

    Parameters
    ----------
    tfidf
        CSR (n_sentences, n_terms), rows of unit norm or zero.
    damping
        Probability of following an edge, 0..1. The paper's d is 1 - damping.
    tolerance
        Largest total change of the distribution at which it counts as settled.

    Returns
    -------
    (n_sentences,) non-negative, sums to 1; all equal when no sentence resembles another.

    Raises
    ------
    ConvergenceError
        Not within `tolerance` after `max_iterations`.

    References
    ----------
    Erkan & Radev (2004), LexRank, JAIR 22, section 3.3.
    """
    n_sentences = tfidf.shape[0]
    degree = tfidf @ (tfidf.T @ np.ones(n_sentences))
    has_edges = degree > 0
    share = np.divide(1.0, degree, out=np.zeros(n_sentences), where=has_edges)
    rank = np.full(n_sentences, 1 / max(1, n_sentences))
    residual = 0.0
    for _ in range(max_iterations):
        lost = rank[~has_edges].sum()
        walked = tfidf @ (tfidf.T @ (rank * share)) + lost / n_sentences
        updated = damping * walked + (1 - damping) / n_sentences
        residual = float(np.abs(updated - rank).sum())
        rank = updated / updated.sum()
        if residual <= tolerance:
            return np.asarray(rank)
    raise ConvergenceError(max_iterations, residual)


CENTRALITIES: dict[str, Callable[[sp.csr_array], Scores]] = {
    "degree": degree_centrality,
    "lexrank": lexrank_centrality,
}
