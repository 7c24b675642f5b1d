"""When two sentences report the same: the one notion that selection and attribution share. Matrices in, flags out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from sklearn.preprocessing import normalize

from summarizer.arrays import Flags, Scores
from summarizer.vectorize import Tokens, word_incidence

SAME_REPORT = 0.3  # similarity from which two sentences report the same, judged by reading pairs of development topics
MAYBE_SAME_REPORT = 0.22  # the same where doubt counts against a sentence: a briefing must not say things twice
BY_NAMES = 0.08  # what names add to the likeness of two sentences of a topic, where they cannot be told apart


@dataclass(frozen=True, slots=True)
class Reports:
    """What sentences report.

    wording
        CSR (n_sentences, n_terms), the TF-IDF matrix: pairs of words too, function words too.
    content
        CSR (n_sentences, n_words), the idf of each word a sentence has, but for those that tell no reports apart; rows
        of unit norm or zero.
    numbers
        CSR of the same shape, 1 where the word is a number.
    expectations
        (n_sentences,) whether it tells what was still to come.
    by_names
        0..1, how much of a likeness in content is to be taken for that of names.
    """

    wording: sp.csr_array
    content: sp.csr_array
    numbers: sp.csr_array
    expectations: Flags
    by_names: float = 0.0


def describe_reports(
    tokens: Tokens, tfidf: sp.csr_array, expectations: Flags, names: frozenset[str], function_words: frozenset[str]
) -> Reports:
    """The reports of sentences, idf over these sentences: 1 + ln((1 + n_sentences) / (1 + df)).

    Parameters
    ----------
    tokens, tfidf
        Of the same sentences.
    expectations
        (n_sentences,) whether each tells what was still to come.
    names, function_words
        The terms that tell no two reports apart: all sentences of a topic share its names. Either may be empty, where
        they are not known.
    """
    incidence = word_incidence(tokens)
    weights = 1 + np.log((1 + tokens.n_sentences) / (1 + incidence.sum(axis=0)))
    is_untelling = [term in names or term in function_words for term in tokens.vocabulary]
    weights[: len(tokens.vocabulary)][is_untelling] = 0
    is_number = np.zeros(len(weights))
    is_number[: len(tokens.vocabulary)] = [any(map(str.isdigit, term)) for term in tokens.vocabulary]
    return Reports(
        wording=tfidf,
        content=sp.csr_array(normalize(incidence.multiply(weights[np.newaxis, :]).tocsr())),
        numbers=sp.csr_array(incidence.multiply(is_number[np.newaxis, :])),
        expectations=expectations,
        by_names=0.0 if names or tokens.is_part.any() else BY_NAMES,  # among pairs of characters names are few
    )


def report_similarity(reports: Reports, row: int) -> Scores:
    """How alike every sentence's report is to that of sentence `row`, 0..1: the cosine of their content, less names."""
    cosine = _products(reports.content, row)
    return np.clip((cosine - reports.by_names) / (1 - reports.by_names), 0.0, 1.0)


def differ_in_figures(reports: Reports, row: int) -> Flags:
    """Which sentences give numbers, as sentence `row` does, but none of its own.

    "$25 million" is not what another paper reports as "$33.5 million".
    """
    n_numbers = reports.numbers.sum(axis=1)
    return np.asarray((n_numbers > 0) & (n_numbers[row] > 0) & (_products(reports.numbers, row) == 0))


def _products(rows: sp.csr_array, row: int) -> Scores:
    return np.asarray(rows @ rows[[row]].toarray().ravel())
