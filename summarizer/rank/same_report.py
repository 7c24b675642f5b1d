"""Measure how alike the reports of two sentences are: the one notion that selection and `also_in` share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from summarizer.array_types import Flags, Rows, Scores
from summarizer.language.contraries import Contraries
from summarizer.rank import weights
from summarizer.rank.contradiction import contradict
from summarizer.terms.tfidf import (
    document_frequency,
    inverse_document_frequency,
    scale_rows,
    weigh_terms,
    word_incidence,
)
from summarizer.terms.tokens import Tokens, find_opening_names


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports of sentences, as matrices.

    wording
        CSR (n_sentences, n_terms), the TF-IDF matrix: pairs of words too, function words too.
    content
        CSR (n_sentences, n_words), the idf of each word a sentence has, names and function words left out; rows of unit
        norm or zero.
    is_number
        (n_words,) whether the word is a number.
    contradicts
        Tells of two rows whether the sentences contradict each other.
    names_others
        Tells of two rows whether both sentences have names, and none in common.
    by_names
        0..1, how much of a similarity in content comes from names that could not be left out.
    """

    wording: sp.csr_array
    content: sp.csr_array
    is_number: Flags
    contradicts: Callable[[int, int], bool] = lambda _row, _other: False
    names_others: Callable[[int, int], bool] = lambda _row, _other: False
    by_names: float = 0.0


def weigh_reports(tokens: Tokens, tfidf: sp.csr_array, names: frozenset[str], contraries: Contraries) -> Reports:
    """Weigh the words of sentences by what they tell of a report: idf over these sentences, names left out.

    idf = 1 + ln((1 + n_sentences) / (1 + df)). All sentences of a topic share its names, and function words carry no
    content: neither tells two reports apart.

    Parameters
    ----------
    tokens, tfidf
        Of the same sentences.
    names
        The terms that are left out, as those without content are; empty where they are not known. A name with a digit
        in it ("G20") is no figure.
    contraries
        Of the language, with its terms that carry no content.
    """
    content = word_incidence(tokens)
    idf = inverse_document_frequency(document_frequency(content), tokens.n_sentences)
    is_number = np.zeros(len(idf), dtype=bool)
    is_number[: len(tokens.vocabulary)] = tokens.has_digit
    is_left_out = [term in names or term in contraries.fillers for term in tokens.vocabulary]
    idf[: len(tokens.vocabulary)][is_left_out] = 0
    weigh_terms(content, idf)
    content.eliminate_zeros()
    scale_rows(content)
    has_names_left = not names and not tokens.is_part.any()  # among pairs of characters names are few
    by_names = weights.BY_NAMES if has_names_left else 0.0

    def contradicts(row: int, other: int) -> bool:
        return contradict(tokens.terms_of(row), tokens.terms_of(other), contraries)

    openers = find_opening_names(tokens) - contraries.fillers if names else frozenset()

    def names_others(row: int, other: int) -> bool:
        terms, other_terms = tokens.terms_of(row), tokens.terms_of(other)
        own_names, other_names = names.intersection(terms), names.intersection(other_terms)
        if not (own_names and other_names):  # a capital that opens a sentence tells less
            own_names |= openers.intersection(terms[:1])
            other_names |= openers.intersection(other_terms[:1])
        return bool(own_names) and bool(other_names) and own_names.isdisjoint(other_names)

    return Reports(tfidf, content, is_number, contradicts, names_others, by_names)


def similarity_to_all(reports: Reports, row: int) -> Scores:
    """(n_sentences,) 0..1, how alike each sentence's report is to that of sentence `row`.

    It is the cosine of their content, less what names add to it.
    """
    cosine = products(reports.content, row)
    return np.clip((cosine - reports.by_names) / (1 - reports.by_names), 0.0, 1.0)


def similarity_of_two(reports: Reports, row: int, other: int) -> float:
    """How alike the reports of two sentences are, 0..1, as `similarity_to_all` has it."""
    cosine = product_of_two(reports.content, row, other)
    return min(1.0, max(0.0, (cosine - reports.by_names) / (1 - reports.by_names)))


def are_at_odds(reports: Reports, row: int, other: int) -> bool:
    """Tell whether two sentences that are alike cannot report the same: other figures, the opposite, another day."""
    return differ_in_figures(reports, row, other) or reports.contradicts(row, other)


def share_in(reports: Reports, row: int, other: int) -> float:
    """The share of the content of sentence `row`, by weight, that sentence `other` has too, 0..1."""
    words_of_other = {word for word, _ in _entries(reports.content, other)}
    own = list(_entries(reports.content, row))
    return sum(weight for word, weight in own if word in words_of_other) / (sum(weight for _, weight in own) or 1.0)


def differ_in_figures(reports: Reports, row: int, other: int) -> bool:
    """Tell whether both sentences give numbers, and none is in both.

    "$25 million" is not what another paper reports as "$33.5 million".
    """
    own_numbers, other_numbers = _numbers(reports, row), _numbers(reports, other)
    return bool(own_numbers) and bool(other_numbers) and own_numbers.isdisjoint(other_numbers)


def products(rows: sp.csr_array, row: int) -> Scores:
    """(n_rows,) the dot product of every row with row number `row`, by one sparse product."""
    span = slice(rows.indptr[row], rows.indptr[row + 1])
    vector = np.zeros(rows.shape[1])
    vector[rows.indices[span]] = rows.data[span]
    return np.asarray(rows @ vector)


def product_of_two(rows: sp.csr_array, row: int, other: int) -> float:
    """The dot product of two rows, without that of all the others."""
    own_entries = dict(_entries(rows, row))
    return sum(value * own_entries[word] for word, value in _entries(rows, other) if word in own_entries)


def _entries(rows: sp.csr_array, row: int) -> Iterator[tuple[int, float]]:
    span = slice(rows.indptr[row], rows.indptr[row + 1])
    return zip(rows.indices[span].tolist(), rows.data[span].tolist(), strict=True)


def _numbers(reports: Reports, row: int) -> frozenset[int]:
    words: Rows = reports.content.indices[reports.content.indptr[row] : reports.content.indptr[row + 1]]
    return frozenset(words[reports.is_number[words]].tolist())
