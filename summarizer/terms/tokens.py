"""Turn sentences into integers: words as they are written first, then terms."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, count

import numpy as np
import scipy.sparse as sp

from summarizer.array_types import Flags, Ids, Rows
from summarizer.language.scripts import IDEOGRAPHIC, MARKS, SPELT, UNSPACED
from summarizer.language.stems import stemmer
from summarizer.terms.word_cache import WordCache

# In scripts without spaces pairs of tokens do the work of words: of characters where these are many, else of a letter
# with the vowels and tones around it (Theeramunkong et al. 2000, Character cluster based Thai information retrieval).
_CLUSTER = (
    r"[\u0e40-\u0e44\u0ec0-\u0ec4]?[" + SPELT + r"]"
    r"(?:[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0eb0-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u1056-\u1059\u17b4-\u17d1]|\u17d2.)*"
)
_LETTERS = rf"[^\W{UNSPACED}]+"
_NUMBER = r"\d+(?:[.,]\d+)+(?!\w)"
_TOKEN = re.compile(rf"[{IDEOGRAPHIC}]|{_CLUSTER}|{_NUMBER}|{_LETTERS}(?:['’]{_LETTERS}|[{MARKS}]+(?:{_LETTERS})?)*")
_DIGIT = re.compile(r"\d")
_PART = re.compile(rf"[{UNSPACED}]")

_words_of: WordCache[tuple[str, ...]] = WordCache(lambda piece: tuple(_TOKEN.findall(piece)))  # no white space in it


@dataclass(frozen=True, slots=True)
class Words:
    """The words of sentences as they are written.

    ids
        (n_tokens,) int32, each an index into `forms`.
    indptr
        (n_sentences + 1,) int64; sentence i has ids[indptr[i]:indptr[i + 1]].
    forms
        The distinct words, in the order in which they first occur.
    """

    ids: Ids
    indptr: Rows
    forms: Sequence[str]


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

    ids: Ids
    indptr: Rows
    vocabulary: tuple[str, ...]
    is_capital: Flags
    is_part: Flags

    @property
    def n_sentences(self) -> int:
        """How many sentences there are."""
        return len(self.indptr) - 1

    @property
    def has_digit(self) -> Flags:
        """(n_vocabulary,) whether the term has a digit."""
        return np.array(
            [not term.isalpha() and _DIGIT.search(term) is not None for term in self.vocabulary], dtype=bool
        )

    def take(self, rows: Rows) -> Tokens:
        """The tokens of the chosen sentences, over the same vocabulary; `rows` are ascending."""
        lengths = np.diff(self.indptr)
        is_taken = np.zeros(len(lengths), dtype=bool)
        is_taken[rows] = True
        of_taken = np.repeat(is_taken, lengths)
        indptr = np.concatenate(([0], np.cumsum(lengths[rows])))
        return Tokens(self.ids[of_taken], indptr, self.vocabulary, self.is_capital[of_taken], self.is_part)

    def between(self, first: int, stop: int) -> Tokens:
        """The tokens of the sentences first:stop, over the same vocabulary; a view."""
        begin, end = self.indptr[first], self.indptr[stop]
        indptr = self.indptr[first : stop + 1] - begin
        return Tokens(self.ids[begin:end], indptr, self.vocabulary, self.is_capital[begin:end], self.is_part)

    def terms_of(self, row: int) -> list[str]:
        """The terms of one sentence in order."""
        return [self.vocabulary[i] for i in self.ids[self.indptr[row] : self.indptr[row + 1]].tolist()]

    def incidence(self) -> sp.csr_array:
        """CSR (n_sentences, n_vocabulary), 1 where a sentence has the term."""
        counts = count_ids(self.ids.copy(), self.indptr, len(self.vocabulary))
        counts.data[:] = 1
        return counts


def split_words(text: str) -> list[str]:
    """The words of a text as they are written, in scripts without spaces their parts."""
    return [word for piece in text.split() for word in _words_of[piece]]


def find_words(texts: Iterable[str]) -> Words:
    """The words of each text.

    No word crosses white space, so texts are split there, which is fast, and only each distinct piece ("said," or
    "well-known") is taken apart further.
    """
    pieces = _numbers()
    piece_ids = array("i")
    ends = array("q", [0])
    for text in texts:
        piece_ids.extend(map(pieces.__getitem__, text.split()))
        ends.append(len(piece_ids))
    numbers = _numbers()
    words = list(map(_words_of.__getitem__, pieces))
    lengths = np.fromiter(map(len, words), np.int64, len(words))
    flat = np.fromiter(map(numbers.__getitem__, chain.from_iterable(words)), np.int32, lengths.sum())
    ids, bounds = _expand(np.array(piece_ids, np.int32), flat, lengths)
    return Words(ids, bounds[np.array(ends, np.int64)], tuple(numbers))


def join_words(parts: Iterable[Words]) -> Words:
    """The words of all parts together, in their order, numbered as if they had been found in one go."""
    numbers = _numbers()
    ids: list[Ids] = []
    lengths: list[Rows] = []
    for part in parts:
        ids.append(np.fromiter(map(numbers.__getitem__, part.forms), np.int32, len(part.forms))[part.ids])
        lengths.append(np.diff(part.indptr))
    indptr = np.concatenate([[0], *lengths]).cumsum()
    return Words(np.concatenate([np.empty(0, np.int32), *ids]), indptr, tuple(numbers))


def make_tokens(words: Words, term_of: Callable[[str], str]) -> Tokens:
    """Make tokens from words; `term_of`, called once a distinct word, makes a term of a word as it is written."""
    terms = _numbers()
    n_forms = len(words.forms)
    term_of_word = np.fromiter(map(terms.__getitem__, map(term_of, words.forms)), np.int32, n_forms)
    is_capital = np.fromiter((form[0].isupper() for form in words.forms), bool, n_forms)
    is_part = [not term.isascii() and _PART.match(term) is not None for term in terms]
    return Tokens(
        ids=term_of_word[words.ids],
        indptr=words.indptr,
        vocabulary=tuple(terms),
        is_capital=is_capital[words.ids],
        is_part=np.array(is_part, dtype=bool),
    )


def fold(form: str) -> str:
    """The word in lower case, apostrophes dropped and the English possessive cut off."""
    word = form.lower()
    if "'" not in word and "’" not in word:
        return word
    return word.replace("’", "'").removesuffix("'s").replace("'", "")


@cache
def term_maker(language: str) -> Callable[[str], str]:
    """A function that makes a term of a word as it is written: folded, and stemmed as the language is."""
    stem = stemmer(language)
    return WordCache(lambda form: stem(fold(form))).__getitem__


def find_names(tokens: Tokens, max_ratio: float) -> frozenset[str]:
    """The terms that are written with a capital more often than not, sentence openings aside.

    None where capitals do not tell names: in German, in headline case, in scripts without capitals.

    Parameters
    ----------
    max_ratio
        Share of the running words, 0..1; where more words than that are written so, capitals do not tell names.
    """
    is_inner = np.ones(len(tokens.ids), dtype=bool)
    is_inner[tokens.indptr[:-1][np.diff(tokens.indptr) > 0]] = False
    ids, n_terms = tokens.ids[is_inner], len(tokens.vocabulary)
    n_capital = np.bincount(tokens.ids[is_inner & tokens.is_capital], minlength=n_terms)
    n_all = np.bincount(ids, minlength=n_terms)
    is_name = 2 * n_capital > n_all
    if n_all[is_name].sum() > max_ratio * len(ids):
        return frozenset()
    return frozenset(tokens.vocabulary[i] for i in np.flatnonzero(is_name))


def find_opening_names(tokens: Tokens) -> frozenset[str]:
    """The terms that open a sentence and are never written without a capital: names, or words that only open."""
    is_lower = np.bincount(tokens.ids[~tokens.is_capital], minlength=len(tokens.vocabulary)) > 0
    openers = np.unique(tokens.ids[tokens.indptr[:-1][np.diff(tokens.indptr) > 0]])
    return frozenset(tokens.vocabulary[i] for i in openers[~is_lower[openers]])


def count_ids(ids: Ids, indptr: Rows, n_ids: int) -> sp.csr_array:
    """CSR (n_sentences, n_ids): how often each id occurs in each sentence; `ids` becomes part of it."""
    is_narrow = max(len(ids), n_ids) <= np.iinfo(np.int32).max  # wide offsets would widen, and so copy, the ids too
    offsets = indptr.astype(np.int32 if is_narrow else np.int64)
    counts = sp.csr_array((np.ones(len(ids)), ids, offsets), shape=(len(indptr) - 1, n_ids))
    counts.sum_duplicates()
    return counts


def _numbers() -> defaultdict[str, int]:
    """A dict that numbers its keys from 0, in the order in which they are looked up."""
    # The usual factory, the dict's own length, is a cycle of references: memory would be kept until a full collection.
    return defaultdict(count().__next__)


def _expand(pieces: Ids, words: Ids, lengths: Rows) -> tuple[Ids, Rows]:
    """The words of pieces in their order, and where those of each piece begin.

    Parameters
    ----------
    pieces
        (n_pieces,) the number of each distinct piece, in the order of the text.
    words, lengths
        The words of the distinct pieces one after the other, and how many words each distinct piece has.
    """
    starts = np.cumsum(lengths) - lengths
    n_words = lengths[pieces]
    bounds = np.concatenate(([0], np.cumsum(n_words)))
    return words[np.arange(bounds[-1]) + np.repeat(starts[pieces] - bounds[:-1], n_words)], bounds
