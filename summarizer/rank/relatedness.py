"""Weigh documents by how much they have to do with the others of their topic."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp

from summarizer.array_types import Rows, Scores
from summarizer.rank import weights
from summarizer.terms.tfidf import document_frequency, inverse_document_frequency

ROUNDING = 1e-12  # what subtracting a sum from itself may leave
DOCUMENTS_AT_ONCE = 4096  # that are summed, to bound the memory


def document_relatedness(tfidf: sp.csr_array, documents: Rows) -> Scores:
    """How much each sentence's document has to do with the others.

    min(1, r / (OFF_TOPIC * max r)) ** RELATEDNESS_EXPONENT, where r is the cosine of the document's summed rows to the
    summed rows of all others. A page of another day's story, or one that is nothing but a notice, shares little with
    the rest; a short one that shares next to nothing counts 0.

    Parameters
    ----------
    tfidf
        CSR (n_sentences, n_terms), rows of unit norm or zero.
    documents
        (n_sentences,) the number of each sentence's document, ascending.

    Returns
    -------
    (n_sentences,) each 0..1; all 1 for one document, or when none is like another. Of two documents neither can be
    called the odd one, unless it is short beside the other: it has 0 then, else both have 1.
    """
    numbers, members, counts = np.unique(documents, return_inverse=True, return_counts=True)
    is_minor = counts <= weights.MINOR_RATIO * (len(documents) - counts)
    telling = [inverse_document_frequency(document_frequency(tfidf), len(documents)) - 1] if is_minor.any() else []
    related, *by_telling_words = _cosines_to_rest(tfidf, members, [None, *telling])
    highest = related.max(initial=0.0)
    if len(numbers) == 1 or highest == 0:
        return np.ones(len(documents))
    factor = np.ones(len(numbers))
    if len(numbers) >= weights.MIN_DOCUMENTS_TO_COMPARE:
        factor = np.minimum(1, related / (weights.OFF_TOPIC * highest)) ** weights.RELATEDNESS_EXPONENT
    for cosines in by_telling_words:
        factor[is_minor & (cosines < weights.UNRELATED)] = 0
    return np.asarray(factor[members]) if factor.any() else np.ones(len(documents))


def _cosines_to_rest(tfidf: sp.csr_array, members: Rows, several_weights: Sequence[Scores | None]) -> list[Scores]:
    """Per document, the cosine of its summed rows to the summed rows of all others; 0 where either is zero.

    All weightings share one pass, because summing the rows is most of the cost.

    Parameters
    ----------
    members
        (n_sentences,) each sentence's document, ascending from 0.
    several_weights
        Weightings: each (n_terms,), what the rows are multiplied by first, or None for nothing.

    Returns
    -------
    The cosines (n_documents,) under each of the weightings.
    """
    n_documents = int(members[-1]) + 1
    bounds = np.searchsorted(members, np.arange(n_documents + 1))
    total = tfidf.T @ np.ones(tfidf.shape[0])
    squared, to_total = np.empty((2, len(several_weights), n_documents))
    for start in range(0, n_documents, DOCUMENTS_AT_ONCE):
        block = slice(start, start + DOCUMENTS_AT_ONCE)
        rows_of_block = bounds[start : start + DOCUMENTS_AT_ONCE + 1]
        is_all = n_documents <= DOCUMENTS_AT_ONCE  # then nothing is copied
        rows = tfidf if is_all else tfidf[rows_of_block[0] : rows_of_block[-1]]
        sums = _sum_rows(rows, rows_of_block - rows_of_block[0])
        document_of_entry = np.repeat(np.arange(sums.shape[0]), np.diff(sums.indptr))
        for i, term_weights in enumerate(several_weights):
            values, totals = sums.data, total[sums.indices]
            if term_weights is not None:
                weight_of_entry = term_weights[sums.indices]
                values, totals = values * weight_of_entry, totals * weight_of_entry
            squared[i, block] = np.bincount(document_of_entry, values**2, sums.shape[0])
            to_total[i, block] = np.bincount(document_of_entry, values * totals, sums.shape[0])
    squared_totals = np.array([[_squared_norm(total, term_weights)] for term_weights in several_weights])
    squared_rest = np.maximum(squared_totals - 2 * to_total + squared, 0)
    norms = np.sqrt(squared * squared_rest)
    return list(np.divide(to_total - squared, norms, out=np.zeros_like(norms), where=norms > ROUNDING))


def _squared_norm(total: Scores, term_weights: Scores | None) -> float:
    weighted = total if term_weights is None else total * term_weights
    return float(weighted @ weighted)


def _sum_rows(rows: sp.csr_array, bounds: Rows) -> sp.csr_array:
    """CSR (n_bounds - 1, n_terms), the sums of the rows bounds[i]:bounds[i + 1]."""
    n_rows, narrow = rows.shape[0], rows.indptr.dtype  # wide offsets here would widen those of the product
    members = np.arange(n_rows, dtype=narrow)
    membership = sp.csr_array((np.ones(n_rows), members, bounds.astype(narrow)), shape=(len(bounds) - 1, n_rows))
    return sp.csr_array(membership @ rows)
