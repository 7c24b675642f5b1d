"""When two sentences report the same: the one notion that selection and attribution share. Matrices in, numbers out."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from sklearn.utils.sparsefuncs_fast import inplace_csr_row_normalize_l2

from summarizer.array_types import Flags, Rows, Scores
from summarizer.terms.tfidf import inverse_document_frequency, weigh_terms, word_incidence
from summarizer.terms.tokens import Tokens

SAME_REPORT = 0.3  # similarity from which two sentences report the same, judged by reading pairs of development topics
MAYBE_SAME_REPORT = 0.22  # the same where doubt counts against a sentence: a briefing must not say things twice
_DIGIT = re.compile(r"\d")
BY_NAMES = 0.08  # what names add to the likeness of two sentences of a topic, where they cannot be told apart


@dataclass(frozen=True, slots=True)
class Reports:
    """What sentences report.

    wording
        CSR (n_sentences, n_terms), the TF-IDF matrix: pairs of words too, function words too.
    content
        CSR (n_sentences, n_words), the idf of each word a sentence has, but for those that tell no reports apart; rows
        of unit norm or zero.
    is_number
        (n_words,) whether the word is a number.
    by_names
        0..1, how much of a likeness in content is to be taken for that of names.
    """

    wording: sp.csr_array
    content: sp.csr_array
    is_number: Flags
    by_names: float = 0.0


def describe_reports(
    tokens: Tokens, tfidf: sp.csr_array, names: frozenset[str], function_words: frozenset[str]
) -> Reports:
    """The reports of sentences, idf over these sentences: 1 + ln((1 + n_sentences) / (1 + df)).

    Parameters
    ----------
    tokens, tfidf
        Of the same sentences.
    names, function_words
        The terms that tell no two reports apart: all sentences of a topic share its names. Either may be empty, where
        they are not known. A name with a digit in it ("G20") is no figure.
    """
    content = word_incidence(tokens)
    weights = inverse_document_frequency(content)
    is_number = np.zeros(len(weights), dtype=bool)
    is_number[: len(tokens.vocabulary)] = [
        not term.isalpha() and _DIGIT.search(term) is not None for term in tokens.vocabulary
    ]
    is_untelling = [term in names or term in function_words for term in tokens.vocabulary]
    weights[: len(tokens.vocabulary)][is_untelling] = 0
    weigh_terms(content, weights)
    content.eliminate_zeros()
    inplace_csr_row_normalize_l2(content)
    # Among pairs of characters names are few.
    return Reports(tfidf, content, is_number, by_names=0.0 if names or tokens.is_part.any() else BY_NAMES)


def report_similarity(reports: Reports, row: int) -> Scores:
    """How alike every sentence's report is to that of sentence `row`, 0..1: the cosine of their content, less names."""
    cosine = products(reports.content, row)
    return np.minimum(1.0, np.maximum(0.0, (cosine - reports.by_names) / (1 - reports.by_names)))


def report_similarity_of(reports: Reports, row: int, other: int) -> float:
    """The same of two sentences."""
    own, others = _entries(reports.content, row), _entries(reports.content, other)
    cosine = sum(own[word] * others[word] for word in own.keys() & others.keys())
    return min(1.0, max(0.0, (cosine - reports.by_names) / (1 - reports.by_names)))


def differ_in_figures(reports: Reports, row: int, other: int) -> bool:
    """Whether both sentences give numbers, but none that is the other's.

    "$25 million" is not what another paper reports as "$33.5 million".
    """
    own, others = _numbers(reports, row), _numbers(reports, other)
    return bool(own) and bool(others) and own.isdisjoint(others)


def products(rows: sp.csr_array, row: int) -> Scores:
    """The dot product of every row with row number `row`: one sparse product."""
    span = slice(rows.indptr[row], rows.indptr[row + 1])
    vector = np.zeros(rows.shape[1])
    vector[rows.indices[span]] = rows.data[span]
    return np.asarray(rows @ vector)


def _entries(rows: sp.csr_array, row: int) -> dict[int, float]:
    span = slice(rows.indptr[row], rows.indptr[row + 1])
    return dict(zip(rows.indices[span].tolist(), rows.data[span].tolist(), strict=True))


def _numbers(reports: Reports, row: int) -> frozenset[int]:
    words: Rows = reports.content.indices[reports.content.indptr[row] : reports.content.indptr[row + 1]]
    return frozenset(words[reports.is_number[words]].tolist())
