"""Turn tokens into matrices: the TF-IDF of a topic, and which words its sentences have."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from sklearn import config_context
from sklearn.preprocessing import normalize

from summarizer.array_types import Ids, Rows, Scores
from summarizer.terms.packed_sort import sort_pairs
from summarizer.terms.tokens import Tokens, count_ids

ENTRIES_AT_ONCE = 1 << 24  # of a matrix, to bound the memory of what is worked out for each entry


def tfidf_matrix(tokens: Tokens) -> sp.csr_array:
    """TF-IDF of the unigrams and bigrams of each sentence, idf over these sentences.

    (1 + ln tf) * (1 + ln((1 + n_sentences) / (1 + df))), rows scaled to unit norm. Stop words stay: running prose
    shares them, a list or a scrap of page does not, and their idf is low anyway.

    Returns
    -------
    CSR (n_sentences, n_terms) float64, rows of unit norm, or zero for a sentence without tokens. The first columns are
    those of the vocabulary, the pairs follow.

    References
    ----------
    Manning, Raghavan & Schütze (2008), Introduction to Information Retrieval, sections 6.2 and 6.4.
    """
    n_terms = len(tokens.vocabulary)
    pairs = _number_pairs(*_neighbours(tokens), n_terms)
    n_pairs = int(pairs.max(initial=-1)) + 1
    indptr, is_pair = _interleave(tokens.indptr)
    ids = np.empty(len(is_pair), np.int32)
    ids[~is_pair] = tokens.ids
    ids[is_pair] = pairs + n_terms
    del pairs, is_pair
    tfidf = count_ids(ids, indptr, n_terms + n_pairs)
    np.log(tfidf.data, out=tfidf.data)
    tfidf.data += 1
    weigh_terms(tfidf, inverse_document_frequency(document_frequency(tfidf), tokens.n_sentences))
    scale_rows(tfidf)
    return tfidf


def document_frequency(matrix: sp.csr_array) -> Rows:
    """(n_terms,) in how many rows each term has an entry."""
    frequency = np.zeros(matrix.shape[1], dtype=np.int64)
    for block in _blocks(matrix):
        frequency += np.bincount(matrix.indices[block], minlength=matrix.shape[1])
    return frequency


def inverse_document_frequency(df: Rows, n_sentences: int) -> Scores:
    """(n_terms,) 1 + ln((1 + n_sentences) / (1 + df))."""
    return np.asarray(1 + np.log((1 + n_sentences) / (1 + df)))


def weigh_terms(matrix: sp.csr_array, weights: Scores) -> None:
    """Multiply each column by its weight, in place."""
    for block in _blocks(matrix):
        matrix.data[block] *= weights[matrix.indices[block]]


def scale_rows(matrix: sp.csr_array) -> None:
    """Scale each row to unit norm, in place; rows of zeros stay."""
    # scikit-learn's checks take twice as long as its work on a small topic; these entries are finite by construction.
    with config_context(assume_finite=True, skip_parameter_validation=True):
        normalize(matrix, copy=False)


def _blocks(matrix: sp.csr_array) -> Iterator[slice]:
    """The slices of a matrix's entries, at least ENTRIES_AT_ONCE or a row of terms long."""
    n_entries = max(ENTRIES_AT_ONCE, matrix.shape[1])
    return (slice(start, start + n_entries) for start in range(0, matrix.nnz, n_entries))


def word_incidence(tokens: Tokens) -> sp.csr_array:
    """CSR (n_sentences, n_words), 1 where a sentence has the word.

    The first columns are those of the vocabulary. Where terms are only parts of words they are empty, and the pairs of
    neighbouring parts follow as words of their own.
    """
    unigrams = tokens.incidence()
    if not tokens.is_part.any():
        return unigrams
    left, right = _neighbours(tokens)
    pairs = _number_pairs(left, right, len(tokens.vocabulary))
    indptr = np.concatenate(([0], np.cumsum(np.maximum(np.diff(tokens.indptr) - 1, 0))))
    is_of_parts = np.zeros(int(pairs.max(initial=-1)) + 1, dtype=bool)
    is_of_parts[pairs] = tokens.is_part[left] & tokens.is_part[right]
    incidence = count_ids(pairs, indptr, len(is_of_parts))
    incidence.data[:] = 1
    whole = unigrams.multiply(~tokens.is_part[np.newaxis, :])
    return sp.csr_array(sp.hstack([whole, incidence[:, is_of_parts]], format="csr"))


def _neighbours(tokens: Tokens) -> tuple[Ids, Ids]:
    """The ids of each token that is not the last of its sentence, and of the token after it."""
    is_last = np.zeros(len(tokens.ids), dtype=bool)
    is_last[tokens.indptr[1:][np.diff(tokens.indptr) > 0] - 1] = True
    return tokens.ids[:-1][~is_last[:-1]], tokens.ids[1:][~is_last[:-1]]


def _number_pairs(left: Ids, right: Ids, n_terms: int) -> Ids:
    """A number from 0 for each pair of terms, the same for the same pair.

    Where 64 bits do not hold a pair and its place (millions of sentences with a vocabulary of millions) the left term
    loses its highest bits: some rare pairs share a number.
    """
    pairs = left.astype(np.uint64)
    pairs *= np.uint64(n_terms)
    pairs += right.view(np.uint32)  # signed ones would be added as floats
    pairs, places = sort_pairs(pairs, np.arange(len(left)), len(left).bit_length())
    is_new = np.zeros(len(left), dtype=bool)
    is_new[1:] = pairs[1:] != pairs[:-1]
    del pairs  # gigabytes, where there are millions of sentences
    numbers = np.empty(len(left), np.int32)
    numbers[places] = np.cumsum(is_new, dtype=np.int32)
    return numbers


def _interleave(indptr: Rows) -> tuple[Rows, npt.NDArray[np.bool_]]:
    """Where sentences begin once each token is followed by its pair with the next one, and which entries are pairs."""
    doubled = 2 * indptr
    is_filled = np.diff(indptr) > 0
    starts = doubled - np.concatenate(([0], np.cumsum(is_filled)))  # the last token of a sentence has no pair
    is_pair = np.repeat(starts[:-1] % 2 == 1, np.diff(starts))
    is_pair[1::2] ^= True
    return starts, is_pair
