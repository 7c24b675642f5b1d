"""Centrality to salience: the factors that measurements support beside likeness, each explained. Arrays only."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from summarizer.array_types import Flags, Rows, Scores
from summarizer.rank.lazy_maximum import Bounds
from summarizer.terms.tfidf import inverse_document_frequency

POSITION_SCALE = 30.0  # sentences; 20 to 40 is one plateau
OFF_TOPIC = 0.7  # share of the best related document's relatedness below which a document counts less
UNRELATED = 0.06  # cosine of telling words to all others below which a minor document is about something else
MINOR_RATIO = 0.25  # of the others' sentences: no more make a document minor
TITLE = 0.5  # how much more a sentence counts all of whose words stand in titles
RECENCY = 0.1  # how much more the newest dated document counts than the oldest
EXPECTATION = 0.8  # what is left of a sentence that tells what was still to come, where no dates tell what is newer
SUPERSEDED = 0.65  # the same where another document is known to be the newest
UNDATED = 0.5  # the freshness of a document without a date: nothing says that it is old or new
ROUNDING = 1e-12  # what subtracting a sum from itself may leave
BLOCK = 4096  # documents that are summed at a time, to bound the memory
MIN_DOCUMENTS_TO_COMPARE = 3  # of two documents, neither can be called the odd one


@dataclass(frozen=True, slots=True)
class Salience:
    """The salience of sentences, 0..1: `upper` is (n_sentences,), and `exact(row)` is nowhere above it."""

    upper: Scores
    exact: Callable[[int], float]


def document_relatedness(tfidf: sp.csr_array, documents: Rows) -> Scores:
    """How much each sentence's document has to do with the others: min(1, r / (OFF_TOPIC * max r))^2.

    r is the cosine of the document's summed rows to the summed rows of all others. A page of another day's story, or
    one that is nothing but a notice, shares little with the rest; a short one that shares next to nothing counts 0.

    Parameters
    ----------
    tfidf
        CSR (n_sentences, n_terms), rows of unit norm or zero.
    documents
        (n_sentences,) number of each sentence's document.

    Returns
    -------
    (n_sentences,) each 0..1; all 1 for one document, or when none is like another. Of two documents neither can be
    called the odd one, unless it is short beside the other: it has 0 then, else both have 1.
    """
    numbers, members, counts = np.unique(documents, return_inverse=True, return_counts=True)
    is_minor = counts <= MINOR_RATIO * (len(documents) - counts)
    term_weights = [inverse_document_frequency(tfidf) - 1] if is_minor.any() else []
    related, *by_telling_words = _cosines_to_rest(tfidf, members, [None, *term_weights])
    highest = related.max(initial=0.0)
    if len(numbers) == 1 or highest == 0:
        return np.ones(len(documents))
    is_compared = len(numbers) >= MIN_DOCUMENTS_TO_COMPARE
    factor = np.minimum(1, related / (OFF_TOPIC * highest)) ** 2 if is_compared else np.ones(len(numbers))
    for cosines in by_telling_words:
        factor[is_minor & (cosines < UNRELATED)] = 0
    return np.asarray(factor[members]) if factor.any() else np.ones(len(documents))


def _cosines_to_rest(tfidf: sp.csr_array, members: Rows, several_weights: Sequence[Scores | None]) -> list[Scores]:
    """Per document, the cosine of its summed rows to the summed rows of all others; 0 where either is zero.

    Parameters
    ----------
    members
        (n_sentences,) each sentence's document, ascending.
    several_weights
        (n_terms,) what the rows are weighed by first, None for nothing.

    Returns
    -------
    The cosines under each of the weights.
    """
    bounds = np.searchsorted(members, np.arange(members[-1] + 2))
    total = tfidf.T @ np.ones(tfidf.shape[0])
    squared, to_total = np.empty((2, len(several_weights), members[-1] + 1))
    for start in range(0, members[-1] + 1, BLOCK):
        its = bounds[start : start + BLOCK + 1]
        rows = tfidf[its[0] : its[-1]] if members[-1] >= BLOCK else tfidf  # not copied where it is all
        sums = _sum_rows(rows, its - its[0])
        of_entry = np.repeat(np.arange(len(its) - 1), np.diff(sums.indptr))
        for i, weights in enumerate(several_weights):
            weighed, to_entry = sums.data, total[sums.indices]
            if weights is not None:
                of_term = weights[sums.indices]
                weighed, to_entry = weighed * of_term, to_entry * of_term
            squared[i, start : start + BLOCK] = np.bincount(of_entry, weighed**2, len(its) - 1)
            to_total[i, start : start + BLOCK] = np.bincount(of_entry, weighed * to_entry, len(its) - 1)
    squared_totals = np.array([[_squared_norm(total, weights)] for weights in several_weights])
    squared_rest = np.maximum(squared_totals - 2 * to_total + squared, 0)
    norms = np.sqrt(squared * squared_rest)
    return list(np.divide(to_total - squared, norms, out=np.zeros_like(norms), where=norms > ROUNDING))


def _squared_norm(total: Scores, weights: Scores | None) -> float:
    weighed = total if weights is None else total * weights
    return float(weighed @ weighed)


def _sum_rows(rows: sp.csr_array, bounds: Rows) -> sp.csr_array:
    """The sums of the rows bounds[i]:bounds[i + 1]."""
    n_rows, narrow = rows.shape[0], rows.indptr.dtype  # wide offsets here would widen those of the product
    members = np.arange(n_rows, dtype=narrow)
    membership = sp.csr_array((np.ones(n_rows), members, bounds.astype(narrow)), shape=(len(bounds) - 1, n_rows))
    return sp.csr_array(membership @ rows)


def sentence_weights(relatedness: Scores, documents: Rows) -> Scores:
    """How much each sentence's likeness counts: relatedness / sqrt(sentences of its document).

    A document's say grows with the root of its length, so that a long one does not drown the others.
    """
    _, members, counts = np.unique(documents, return_inverse=True, return_counts=True)
    return relatedness / np.sqrt(counts[members])


def document_freshness(dates: Sequence[str | None]) -> Scores:
    """The rank of each document's date among all their dates, 0 (oldest) to 1 (newest).

    UNDATED for a document without a date, and for all where they have no two different ones.

    Parameters
    ----------
    dates
        Per document, ISO 8601 or None.
    """
    known = sorted({date for date in dates if date})
    if len(known) <= 1:
        return np.full(len(dates), UNDATED)
    rank = {date: i / (len(known) - 1) for i, date in enumerate(known)}
    return np.array([rank[date] if date else UNDATED for date in dates])


def position_factor(positions: Rows) -> Scores:
    """1 + exp(-position / POSITION_SCALE): the lead counts twice what the end of a long document does.

    The fall is gentle: news tells its story over the first twenty or thirty sentences, then turns to background.

    Parameters
    ----------
    positions
        (n_sentences,) sentences of the same document before this one, 0 for the lead.
    """
    return np.asarray(1 + np.exp(-positions / POSITION_SCALE))


def title_factor(incidence: sp.csr_array, is_in_title: Flags) -> Scores:
    """1 + TITLE * the share of a sentence, by the idf of its words, that stands in the documents' titles.

    Editors put into a title what the story is.

    Parameters
    ----------
    incidence
        CSR (n_sentences, n_terms), 1 where a sentence has the term.
    is_in_title
        (n_terms,) whether any title has it.

    Returns
    -------
    (n_sentences,) each 1 to 1 + TITLE; 1 where there are no titles.
    """
    idf = inverse_document_frequency(incidence)
    weight = incidence @ idf
    share = np.divide(incidence @ (idf * is_in_title), weight, out=np.zeros_like(weight), where=weight > 0)
    return np.asarray(1 + TITLE * share)


def recency_factor(freshness: Scores) -> Scores:
    """1 for the oldest document's sentences to 1 + RECENCY for the newest one's."""
    return np.asarray(1 + RECENCY * freshness)


def expectation_factor(freshness: Scores) -> Scores:
    """What is left of a sentence that tells what was still to come, when a newer document may tell what happened.

    Parameters
    ----------
    freshness
        (n_sentences,) of its document.

    Returns
    -------
    (n_sentences,) EXPECTATION, or SUPERSEDED where another document is the newest; 1 in the newest document.
    """
    left = SUPERSEDED if freshness.max(initial=0.0) == 1 else EXPECTATION
    return np.where(freshness < 1, left, 1.0)


def scale_salience(unread: Scores, highest_factor: Scores, factor: Callable[[int], float]) -> Salience:
    """The salience scaled so that the most salient sentence has 1, because MMR weighs it against a cosine.

    Parameters
    ----------
    unread
        (n_sentences,) non-negative: the salience but for what a close reading tells.
    highest_factor
        (n_sentences,) the most that a reading can do to each.
    factor
        What it does to a row.
    """

    def weigh(row: int) -> float:
        return float(unread[row]) * factor(row)

    upper = unread * highest_factor
    highest = weigh(Bounds(upper, weigh).best()) or 1.0
    return Salience(upper / highest, lambda row: weigh(row) / highest)


def raise_lead(salience: Salience, tfidf: sp.csr_array, openings: Rows) -> Salience:
    """The salience with one opening of a document at 1: the one that the openings, and the topic, are most like.

    News says in its opening what it is about. Centrality alone may pass over all openings for a sentence in the middle
    that others echo, and a briefing would tell everything but what happened.

    Parameters
    ----------
    tfidf
        CSR (n_sentences, n_terms), rows of unit norm or zero.
    openings
        The rows of the openings; where there are none, or none of any salience, nothing is raised.
    """
    rows = tfidf[openings]
    likeness = rows @ np.bincount(rows.indices, weights=rows.data, minlength=rows.shape[1])
    upper = likeness * np.sqrt(salience.upper[openings])
    if not upper.any():
        return salience
    best = Bounds(upper, lambda i: float(likeness[i]) * math.sqrt(salience.exact(int(openings[i])))).best()
    lead = int(openings[best])
    upper = salience.upper.copy()
    upper[lead] = 1.0
    return Salience(upper, lambda row: 1.0 if row == lead else salience.exact(row))
