"""The words by which one sentence denies what another says: negations, opposite states, days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from summarizer.language.language_words import split_phrases
from summarizer.language.stems import function_stems, stemmer
from summarizer.language.words import words_of


@dataclass(frozen=True, slots=True)
class Contraries:
    """The contraries of one language, as terms.

    negations
        Terms that deny what follows.
    opposites
        For a term of state, those of the opposite state: "arrested" and "released".
    days
        For a term of a weekday, its number; two terms may name one day.
    fillers
        Terms that carry no content.
    """

    negations: frozenset[str]
    opposites: Mapping[str, frozenset[str]]
    days: Mapping[str, int]
    fillers: frozenset[str]


@cache
def contraries_of(language: str) -> Contraries:
    """The contraries of the language; none where they are not known here."""
    words, stem = words_of(language), stemmer(language)
    opposites: defaultdict[str, set[str]] = defaultdict(set)
    for pair in split_phrases(words.opposites):
        one, other = ({stem(word) for word in side.split()} for side in pair.split("/"))
        for term in one:
            opposites[term] |= other - one
        for term in other:
            opposites[term] |= one - other
    return Contraries(
        negations=frozenset(map(stem, words.negations.split())),
        opposites={term: frozenset(others) for term, others in opposites.items()},
        days={stem(word): number for number, names in enumerate(words.weekdays) for word in names.split()},
        fillers=function_stems(language),
    )
