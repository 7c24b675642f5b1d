"""Sentences to numbers: tokens as integers first, then the TF-IDF matrix of the topic."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from sklearn.feature_extraction.text import TfidfTransformer

from summarizer.arrays import Flags
from summarizer.scripts import IDEOGRAPHIC, MARKS, SPELT, UNSPACED

MAX_NAMES_RATIO = 0.28  # of the running words: names are a tenth to a quarter of news; German nouns are a third

# In scripts without spaces pairs of tokens do the work of words: of characters where these are many, else of a letter
# with the vowels and tones around it (Theeramunkong et al. 2000, Character cluster based Thai information retrieval).
_CLUSTER = (
    r"[\u0e40-\u0e44\u0ec0-\u0ec4]?[" + SPELT + r"]"
    r"(?:[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0eb0-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u1056-\u1059\u17b4-\u17d1]|\u17d2.)*"
)
_LETTERS = rf"[^\W{UNSPACED}]+"
_TOKEN = re.compile(
    rf"[{IDEOGRAPHIC}]|{_CLUSTER}|\d+(?:[.,]\d+)+(?!\w)|{_LETTERS}(?:['’]{_LETTERS}|[{MARKS}]+(?:{_LETTERS})?)*"
)
_PART = re.compile(rf"[{UNSPACED}]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of sentences as integers.

    ids
        (n_tokens,) int32, each an index into `vocabulary`.
    indptr
        (n_sentences + 1,) int64; sentence i has ids[indptr[i]:indptr[i + 1]].
    vocabulary
        The distinct terms, in lower case, stemmed where a stemmer was given.
    is_capital
        (n_tokens,) whether it was written with a capital.
    is_part
        (n_vocabulary,) whether the term is only part of a word, in a script without spaces.
    """

    ids: npt.NDArray[np.int32]
    indptr: npt.NDArray[np.int64]
    vocabulary: tuple[str, ...]
    is_capital: Flags
    is_part: Flags

    @property
    def n_sentences(self) -> int:
        """How many sentences the tokens are of."""
        return len(self.indptr) - 1

    def take(self, rows: npt.NDArray[np.int64]) -> Tokens:
        """The tokens of the chosen sentences, over the same vocabulary."""
        lengths = np.diff(self.indptr)[rows]
        indptr = np.concatenate(([0], np.cumsum(lengths)))
        positions = np.arange(indptr[-1]) + np.repeat(self.indptr[rows] - indptr[:-1], lengths)
        return Tokens(self.ids[positions], indptr, self.vocabulary, self.is_capital[positions], self.is_part)

    def incidence(self) -> sp.csr_array:
        """CSR (n_sentences, n_vocabulary), 1 where a sentence has the term."""
        counts = _count(self.ids, self.indptr, len(self.vocabulary))
        counts.data[:] = 1
        return counts


def tokenize(texts: Iterable[str], stem: Callable[[str], str] = str) -> Tokens:
    """The tokens of each text: lower case, apostrophes dropped, the English possessive cut off, then stemmed.

    `stem` is asked once per distinct word, not per token.
    """
    words: dict[str, int] = {}
    word_ids: list[int] = []
    indptr = [0]
    for text in texts:
        word_ids += [words.setdefault(word, len(words)) for word in _TOKEN.findall(text)]
        indptr.append(len(word_ids))
    terms: dict[str, int] = {}
    term_of_word = np.array(
        [terms.setdefault(stem(_without_apostrophes(word.lower())), len(terms)) for word in words], np.int32
    )
    is_capital = np.array([word[0].isupper() for word in words], dtype=bool)
    of_word = np.array(word_ids, np.int64)
    return Tokens(
        ids=term_of_word[of_word],
        indptr=np.array(indptr, np.int64),
        vocabulary=tuple(terms),
        is_capital=is_capital[of_word],
        is_part=np.array([_PART.match(term) is not None for term in terms], dtype=bool),
    )


def find_names(tokens: Tokens) -> frozenset[str]:
    """The terms that are written with a capital more often than not, sentence openings aside.

    None where capitals do not tell: in German, in headline case, in scripts that have none.
    """
    openings = tokens.indptr[:-1][np.diff(tokens.indptr) > 0]
    ids, is_capital = np.delete(tokens.ids, openings), np.delete(tokens.is_capital, openings)
    n_terms = len(tokens.vocabulary)
    is_name = 2 * np.bincount(ids[is_capital], minlength=n_terms) > np.bincount(ids, minlength=n_terms)
    if is_name[ids].sum() > MAX_NAMES_RATIO * len(ids):
        return frozenset()
    return frozenset(tokens.vocabulary[i] for i in np.flatnonzero(is_name))


def tfidf_matrix(tokens: Tokens) -> sp.csr_array:
    """TF-IDF of the unigrams and bigrams of each sentence, idf over these sentences.

    (1 + ln tf) * (1 + ln((1 + n_sentences) / (1 + df))), rows scaled to unit norm. Stop words stay: running prose
    shares them, a list or a scrap of page does not, and their idf is low anyway.

    Returns
    -------
    CSR (n_sentences, n_terms) float64, rows of unit norm, or zero for a sentence without tokens.

    References
    ----------
    Manning, Raghavan & Schütze (2008), Introduction to Information Retrieval, sections 6.2 and 6.4.
    """
    bigram_ids, bigram_indptr = _bigrams(tokens)
    unigrams = _count(tokens.ids, tokens.indptr, len(tokens.vocabulary))
    bigrams = _count(bigram_ids, bigram_indptr, int(bigram_ids.max(initial=-1)) + 1)
    counts = sp.hstack([unigrams, bigrams], format="csr")
    return sp.csr_array(TfidfTransformer(sublinear_tf=True).fit_transform(counts))


def word_incidence(tokens: Tokens) -> sp.csr_array:
    """CSR (n_sentences, n_words), 1 where a sentence has the word.

    The first columns are those of the vocabulary. Where terms are only parts of words they are empty, and the pairs of
    neighbouring parts follow as words of their own.
    """
    unigrams = tokens.incidence()
    if not tokens.is_part.any():
        return unigrams
    ids, indptr = _bigrams(tokens)
    _, first = np.unique(ids, return_index=True)
    left, right = _neighbours(tokens)
    is_pair = (tokens.is_part[left] & tokens.is_part[right])[first]
    pairs = _count(ids, indptr, len(first))[:, is_pair]
    pairs.data[:] = 1
    return sp.csr_array(sp.hstack([unigrams.multiply(~tokens.is_part[np.newaxis, :]), pairs], format="csr"))


def _without_apostrophes(word: str) -> str:
    if "'" not in word and "’" not in word:
        return word
    return word.replace("’", "'").removesuffix("'s").replace("'", "")


def _bigrams(tokens: Tokens) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Ids of the pairs of neighbours within a sentence, and where each sentence's begin."""
    left, right = _neighbours(tokens)
    codes = left.astype(np.int64) * len(tokens.vocabulary) + right
    n_bigrams = np.maximum(np.diff(tokens.indptr) - 1, 0)
    return np.unique(codes, return_inverse=True)[1], np.concatenate(([0], np.cumsum(n_bigrams)))


def _neighbours(tokens: Tokens) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """The ids of each token and of the next one, within sentences."""
    is_last = np.zeros(len(tokens.ids), dtype=bool)
    is_last[tokens.indptr[1:][np.diff(tokens.indptr) > 0] - 1] = True
    return tokens.ids[:-1][~is_last[:-1]], tokens.ids[1:][~is_last[:-1]]


def _count(ids: npt.NDArray[np.integer], indptr: npt.NDArray[np.int64], n_ids: int) -> sp.csr_array:
    """CSR (n_sentences, n_ids): how often each id occurs in each sentence."""
    # Copied, because summing duplicates sorts the indices in place.
    counts = sp.csr_array((np.ones(len(ids)), ids, indptr), shape=(len(indptr) - 1, n_ids), copy=True)
    counts.sum_duplicates()
    return counts
