"""Turn centrality into salience, by factors that measurements or readers support; `weights` holds their numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from summarizer.array_types import Flags, Rows, Scores
from summarizer.rank import weights
from summarizer.rank.lazy_maximum import LazyMaximum
from summarizer.sentences.close_reading import CloseReading
from summarizer.sentences.wording import Quotation
from summarizer.terms.tfidf import inverse_document_frequency


@dataclass(frozen=True, slots=True)
class Salience:
    """The salience of sentences, 0..1, computed exactly only for those that it is asked of.

    upper_bounds
        (n_sentences,) nowhere below what `exact` gives.
    exact
        The salience of a row.
    """

    upper_bounds: Scores
    exact: Callable[[int], float]


def sentence_weights(relatedness: Scores, documents: Rows) -> Scores:
    """How much each sentence's similarity counts: relatedness * n ** -LENGTH_EXPONENT, n sentences in its document.

    A document's say grows with the root of its length, so that a long one does not drown the others.
    """
    _, members, counts = np.unique(documents, return_inverse=True, return_counts=True)
    return np.asarray(relatedness / counts[members] ** weights.LENGTH_EXPONENT)


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
        return np.full(len(dates), weights.UNDATED)
    rank = {date: i / (len(known) - 1) for i, date in enumerate(known)}
    return np.array([rank[date] if date else weights.UNDATED for date in dates])


def position_factor(positions: Rows) -> Scores:
    """1 + exp(-position / POSITION_SCALE): the lead counts twice what the end of a document does.

    News says in its first sentences what happened, and then tells how, and what was before.

    Parameters
    ----------
    positions
        (n_sentences,) sentences of the same document before this one, 0 for the lead.
    """
    return np.asarray(1 + np.exp(-positions / weights.POSITION_SCALE))


def title_factor(incidence: sp.csr_array, df: Rows, is_in_title: Flags) -> Scores:
    """1 + TITLE * the share of a sentence, by the idf of its words, that stands in the documents' titles.

    Editors put into a title what the story is.

    Parameters
    ----------
    incidence
        CSR (n_sentences, n_terms), 1 where a sentence has the term.
    df
        (n_terms,) how many sentences have each term.
    is_in_title
        (n_terms,) whether any title has it.

    Returns
    -------
    (n_sentences,) each 1 to 1 + TITLE; 1 where there are no titles.
    """
    idf = inverse_document_frequency(df, incidence.shape[0])
    weight = incidence @ idf
    share = np.divide(incidence @ (idf * is_in_title), weight, out=np.zeros_like(weight), where=weight > 0)
    return np.asarray(1 + weights.TITLE * share)


def figures_factor(incidence: sp.csr_array, is_figure: Flags) -> Scores:
    """1 + FIGURES * the share that a sentence's figures are of FIGURES_COUNTED: (n_sentences,), 1 to 1 + FIGURES.

    What can be counted is mostly what happened; colour and comment have few figures.

    Parameters
    ----------
    incidence
        CSR (n_sentences, n_terms), 1 where a sentence has the term.
    is_figure
        (n_terms,) whether it has a digit.
    """
    counted = np.minimum(incidence @ is_figure.astype(np.float64), weights.FIGURES_COUNTED)
    return np.asarray(1 + weights.FIGURES * counted / weights.FIGURES_COUNTED)


def recency_factor(freshness: Scores, brevity: float) -> Scores:
    """1 for the oldest document's sentences to 1 + RECENCY for the newest one's; in a series of updates, 1 + more.

    There 1 + RECENCY * f + ENDS_OF_SERIES * brevity * g, where f is the freshness, and g is 1 at the first update, and
    f ** 2 from then on: how the story began and where it stands now are told before what was in between.

    Parameters
    ----------
    freshness
        (n_sentences,) of its document.
    brevity
        How much the documents are a series of brief updates, 0..1 (`series_brevity`).
    """
    at_ends = np.where(freshness == 0, 1.0, freshness**2)
    return np.asarray(1 + weights.RECENCY * freshness + weights.ENDS_OF_SERIES * brevity * at_ends)


def series_brevity(dates: Sequence[str | None], n_sentences: Sequence[int]) -> float:
    """How much documents are a series of brief dated updates: exp(-(sentences per document - 1) / UPDATE_SENTENCES).

    An update tells what is new; an article tells the whole story again. 0 where the dates are fewer than
    MIN_DAYS_OF_UPDATES days.

    Parameters
    ----------
    dates
        Per document, ISO 8601 or None.
    n_sentences
        Per document, how many sentences it has.
    """
    n_days = len({date[:10] for date in dates if date})
    if n_days < weights.MIN_DAYS_OF_UPDATES:
        return 0.0
    return float(np.exp(-(float(np.mean(n_sentences)) - 1) / weights.UPDATE_SENTENCES))


def expectation_factor(freshness: Scores) -> Scores:
    """Factor of a sentence if it tells what was still to come: a newer document may tell what happened.

    Parameters
    ----------
    freshness
        (n_sentences,) of its document.

    Returns
    -------
    (n_sentences,) EXPECTATION, or SUPERSEDED where another document is the newest; 1 in the newest document.
    """
    discount = weights.SUPERSEDED if freshness.max(initial=0.0) == 1 else weights.EXPECTATION
    return np.where(freshness < 1, discount, 1.0)


def voice_factor(reading: CloseReading) -> float:
    """Factor of a sentence for speaking in its own voice, and for opening with somebody else's words."""
    factor = weights.OWN_VOICE if reading.is_own_voice else 1.0
    if reading.quotation is Quotation.NAMED:
        return weights.QUOTATION_NAMED * factor
    return weights.QUOTATION_UNNAMED * factor if reading.quotation is Quotation.UNNAMED else factor


def highest_voice_factor(is_quotation: Flags) -> Scores:
    """(n_sentences,) the highest that `voice_factor` can be, from whether each opens with a quotation mark."""
    return np.where(is_quotation, weights.QUOTATION_NAMED, 1.0)


def scale_salience(before_reading: Scores, highest_factor: Scores, factor: Callable[[int], float]) -> Salience:
    """Scale salience so that the most salient sentence has 1, because MMR weighs it against a cosine.

    Parameters
    ----------
    before_reading
        (n_sentences,) non-negative: the salience without what a close reading tells.
    highest_factor
        (n_sentences,) the highest factor that a close reading can give each.
    factor
        The factor that a close reading gives a row.
    """

    def weigh(row: int) -> float:
        return float(before_reading[row]) * factor(row)

    upper_bounds = before_reading * highest_factor
    highest = weigh(LazyMaximum(upper_bounds, weigh).best()) or 1.0
    return Salience(upper_bounds / highest, lambda row: weigh(row) / highest)


def raise_lead(salience: Salience, tfidf: sp.csr_array, openings: Rows) -> Salience:
    """Give salience 1 to one opening of a document: the one that the openings, and the topic, are most like.

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
    similarity = rows @ np.bincount(rows.indices, weights=rows.data, minlength=rows.shape[1])
    # np.power of arrays and of numbers rounds alike; the operator ** does not, and a value might exceed its bound.
    upper_bounds = similarity * np.power(salience.upper_bounds[openings], weights.OPENING_EXPONENT)
    if not upper_bounds.any():
        return salience

    def weigh(i: int) -> float:
        return float(similarity[i] * np.power(salience.exact(int(openings[i])), weights.OPENING_EXPONENT))

    lead = int(openings[LazyMaximum(upper_bounds, weigh).best()])
    raised = salience.upper_bounds.copy()
    raised[lead] = 1.0
    return Salience(raised, lambda row: 1.0 if row == lead else salience.exact(row))
