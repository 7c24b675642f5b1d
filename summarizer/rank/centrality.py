"""Measure how central each sentence is among all sentences of the topic.

Rows of the TF-IDF matrix T have unit norm, so the cosines of all pairs are T @ T.T. That n x n matrix is never built:
its products with a vector are T @ (T.T @ vector), linear in the words.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import scipy.sparse as sp

from summarizer.array_types import Scores
from summarizer.errors import ConvergenceError


def degree_centrality(tfidf: sp.csr_array, weights: Scores) -> Scores:
    """Weighted mean cosine of each sentence to all sentences, itself among them.

    c = T @ (T.T @ w) / sum(w)

    Parameters
    ----------
    tfidf
        CSR (n_sentences, n_terms), rows of unit norm or zero.
    weights
        (n_sentences,) non-negative, not all 0: how much the similarity to each counts; all 1 gives the paper's mean.

    Returns
    -------
    (n_sentences,), each 0..1; 0 for a zero row.

    References
    ----------
    Degree centrality without a threshold: Erkan & Radev (2004), LexRank, JAIR 22, section 3.1.
    """
    return np.asarray(tfidf @ (tfidf.T @ weights) / weights.sum(), dtype=np.float64)


def lexrank_centrality(
    tfidf: sp.csr_array,
    weights: Scores,
    damping: float = 0.85,
    tolerance: float = 1e-9,
    max_iterations: int = 500,
) -> Scores:
    """Continuous LexRank: the probability that a walk along the cosines is at a sentence, per weight of the sentence.

    p = w * c, c = damping * S @ (p / degree) + (1 - damping) / sum(w), where S = T @ T.T and degree = S @ w: the walk
    goes from i to j in proportion to S[i, j] * w[j]. A sentence that resembles none, not even itself (a zero row),
    walks anywhere; the paper leaves the case open. With all weights 1 this is the paper's distribution.

    Parameters
    ----------
    tfidf, weights
        As for `degree_centrality`.
    damping
        Probability of following an edge, 0..1. The paper's d is 1 - damping.
    tolerance
        Largest total change of the distribution at which it counts as settled.

    Returns
    -------
    c, (n_sentences,) non-negative, w @ c = 1; all equal when no sentence resembles another.

    Raises
    ------
    ConvergenceError
        Not within `tolerance` after `max_iterations`.

    References
    ----------
    Erkan & Radev (2004), LexRank, JAIR 22, section 3.3.
    """
    total = weights.sum()
    degree = tfidf @ (tfidf.T @ weights)
    has_edges = degree > 0
    share = np.divide(1.0, degree, out=np.zeros_like(weights), where=has_edges)
    centrality = np.full_like(weights, 1 / total)
    residual = 0.0
    for _ in range(max_iterations):
        rank = weights * centrality
        lost = rank[~has_edges].sum()
        walked = tfidf @ (tfidf.T @ (rank * share)) + lost / total
        centrality = damping * walked + (1 - damping) / total
        centrality /= weights @ centrality
        residual = float(np.abs(weights * centrality - rank).sum())
        if residual <= tolerance:
            return np.asarray(centrality)
    raise ConvergenceError(max_iterations, residual)


CENTRALITIES: dict[str, Callable[[sp.csr_array, Scores], Scores]] = {
    "degree": degree_centrality,
    "lexrank": lexrank_centrality,
}
