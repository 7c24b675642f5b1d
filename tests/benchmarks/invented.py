"""Sentences that nobody wrote: invented words in English frames, as often as words of a language occur.

Word frequencies follow Zipf's law as Mandelbrot refined it, p ~ 1 / (rank + 2.7), to a kernel of some thousand words; beyond
it they fall faster, so that new words come about as they do in news (a Heaps exponent of one half). Only the statistics are
those of news: the sentences mean nothing.

References
----------
Ferrer i Cancho & Solé (2001), Two regimes in the frequency of words and the origins of complex lexicons, Journal of
Quantitative Linguistics 8(3).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.int32]
Indices = npt.NDArray[np.int64]

N_STEMS = 36_000
N_NAMES = 20_000
N_FIGURES = 4_000
N_SPEAKERS = 3_000
QUOTED_RATIO = 1 / 12
_SHIFT = 2.7
_KERNEL = 5_000  # words
_BLOCK = 4_096  # sentences that are drawn together
_FEWEST, _MOST = 2, 7  # phrases after the opening and the verb; the most excluded
_NOTHING = -1
_SLOTS = {"W": -2, "N": -3, "F": -4}  # a word, a name, a figure

_SYLLABLES = [onset + vowel for onset in "b d g k l m n p r s t v br dr gl kr pl st tr".split() for vowel in "aeiou"]
_CODAS = ["", "", "n", "r", "l", "s", "nd"]
_SUFFIXES = ["", "s", "ed", "ing", "er", "al", "ly", "ion"]
_PLACES = ["", "", "", "ton", "ford", "berg", "field", "mouth", "by"]

# Phrases with their weights.
_OPENINGS = """
    9 the W W | 6 the W of the W | 5 N N | 4 N N , a W W , | 4 a W in N | 3 W W in N | 3 W in the W | 3 N | 2 the W W of N |
    2 about F W | 2 on F N the W | 1 but the W | 1 he | 1 they | 1 in N , the W | 1 after the W , the W
"""
_VERBS = """
    6 has W | 6 was W by N | 5 W the W | 4 will W the W | 4 is to W the W | 4 said that the W would W | 3 were W and W |
    3 had W a W | 2 W that it was W | 2 can W | 2 did not W | 1 said it had W
"""
_MIDDLES = """
    9 W W | 9 of the W | 8 in the W | 7 and the W | 6 to W the W | 5 for a W | 4 with W W | 4 in N | 4 at the W W | 3 from N |
    3 on the W of W | 3 by N N | 3 and W | 2 that had W | 2 F W | 2 after F W | 2 F percent of W | 2 as well as the W |
    1 while the W W | 1 more than F W | 1 because of the W | 1 until the W
"""
_KINDS = (_OPENINGS, _VERBS, _MIDDLES)


@dataclass(frozen=True)
class Lexicon:
    """All words there are, and how they are drawn.

    words
        (n_words,) str objects.
    speakers
        Names in full.
    phrases
        (n_phrases, most_words) codes of words or slots, padded with -1.
    kinds
        For openings, verbs and middles, numbers of phrases, each as often as it is likely.
    first
        Per slot, the code of its first word; the others follow by rank.
    cumulative
        Per slot, (n_words_of_it,) how likely a word or one before it is.
    """

    words: npt.NDArray[np.object_]
    speakers: tuple[str, ...]
    phrases: Codes
    kinds: tuple[Indices, ...]
    first: dict[int, int]
    cumulative: dict[int, npt.NDArray[np.float64]]


def invent_sentences(seed: int) -> Iterator[str]:
    """Sentences without end, the same ones for a seed, of about 120 characters."""
    lexicon = _make_lexicon(seed)
    rng = np.random.default_rng(seed)
    while True:
        words, ends = _draw(rng, lexicon)
        speakers = rng.integers(len(lexicon.speakers), size=_BLOCK).tolist()
        is_quoted = (rng.random(_BLOCK) < QUOTED_RATIO).tolist()
        start = 0
        for end, speaker, quoted in zip(ends, speakers, is_quoted, strict=True):
            text = " ".join(words[start:end]).replace(" ,", ",")
            text = text[0].upper() + text[1:]
            yield f"“{text},” said {lexicon.speakers[speaker]}." if quoted else f"{text}."
            start = end


def _draw(rng: np.random.Generator, lexicon: Lexicon) -> tuple[list[str], list[int]]:
    """The words of a block of sentences, and where each sentence ends among them."""
    openings, verbs, middles = lexicon.kinds
    n_phrases = 2 + rng.integers(_FEWEST, _MOST, _BLOCK)
    starts = np.cumsum(n_phrases) - n_phrases
    numbers = middles[rng.integers(len(middles), size=n_phrases.sum())]
    numbers[starts] = openings[rng.integers(len(openings), size=_BLOCK)]
    numbers[starts + 1] = verbs[rng.integers(len(verbs), size=_BLOCK)]
    codes = lexicon.phrases[numbers]
    lengths = np.add.reduceat((codes != _NOTHING).sum(axis=1), starts)
    codes = codes[codes != _NOTHING]
    for slot, cumulative in lexicon.cumulative.items():
        places = np.flatnonzero(codes == slot)
        codes[places] = lexicon.first[slot] + np.searchsorted(cumulative, rng.random(len(places)))
    return lexicon.words[codes].tolist(), np.cumsum(lengths).tolist()


@lru_cache(maxsize=1)
def _make_lexicon(seed: int) -> Lexicon:
    rng = np.random.default_rng(seed)
    kinds = [[phrase.split() for phrase in kind.split("|")] for kind in _KINDS]
    phrases = [phrase for kind in kinds for phrase in kind]
    words = list(dict.fromkeys(word for phrase in phrases for word in phrase[1:] if word not in _SLOTS))
    code_of = {word: code for code, word in enumerate(words)} | _SLOTS
    figures = [f"{figure:,}" for figure in (10 ** rng.uniform(0.5, 6, N_FIGURES)).astype(int).tolist()]
    drawn = {"W": _make_words(rng, frozenset(words)), "N": _make_names(rng), "F": figures}
    speakers = rng.choice(drawn["N"], (N_SPEAKERS, 2)).tolist()
    first: dict[int, int] = {}
    for slot, those in drawn.items():
        first[_SLOTS[slot]] = len(words)
        words += those
    return Lexicon(
        words=np.array(words, dtype=object),
        speakers=tuple(f"{given} {family}" for given, family in speakers),
        phrases=_pad([[code_of[word] for word in phrase[1:]] for phrase in phrases]),
        kinds=_by_weight(kinds),
        first=first,
        cumulative={_SLOTS[slot]: _zipf(len(those)) for slot, those in drawn.items()},
    )


def _make_words(rng: np.random.Generator, taken: frozenset[str]) -> list[str]:
    """Stems with their endings, none of them in `taken`; the shorter ones first, by and large."""
    words = sorted({stem + suffix for stem in _make_stems(rng, N_STEMS) for suffix in _SUFFIXES} - taken)
    lengths = np.array([len(word) for word in words])
    return [words[i] for i in np.argsort(lengths**2 * rng.random(len(words)), kind="stable")]


def _make_names(rng: np.random.Generator) -> list[str]:
    places = rng.integers(len(_PLACES), size=N_NAMES).tolist()
    stems = _make_stems(rng, N_NAMES)
    names = {(stem + _PLACES[place]).capitalize() for stem, place in zip(stems, places, strict=True)}
    return rng.permutation(sorted(names)).tolist()


def _make_stems(rng: np.random.Generator, n_stems: int) -> list[str]:
    """One to three syllables each, and an end."""
    syllables = rng.integers(len(_SYLLABLES), size=(n_stems, 3)).tolist()
    sizes = rng.choice([1, 2, 3], n_stems, p=[0.2, 0.5, 0.3]).tolist()
    codas = rng.integers(len(_CODAS), size=n_stems).tolist()
    return [
        "".join(_SYLLABLES[i] for i in row[:size]) + _CODAS[coda]
        for row, size, coda in zip(syllables, sizes, codas, strict=True)
    ]


def _zipf(n_words: int) -> npt.NDArray[np.float64]:
    """(n_words,) the cumulative probabilities by rank."""
    ranks = np.arange(n_words) + 1
    cumulative = np.cumsum(np.minimum(1, _KERNEL / ranks) / (ranks + _SHIFT))
    return cumulative / cumulative[-1]


def _by_weight(kinds: list[list[list[str]]]) -> tuple[Indices, ...]:
    starts = np.cumsum([0, *map(len, kinds)])
    return tuple(
        np.repeat(np.arange(len(kind)) + start, [int(phrase[0]) for phrase in kind])
        for kind, start in zip(kinds, starts[:-1], strict=True)
    )


def _pad(rows: list[list[int]]) -> Codes:
    padded = np.full((len(rows), max(map(len, rows))), _NOTHING, np.int32)
    for row, codes in zip(padded, rows, strict=True):
        row[: len(codes)] = codes
    return padded
