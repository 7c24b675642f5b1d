"""Stem words by the rules of their language, and know those that carry no content."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import Stemmer

from summarizer.language.words import words_of


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """Return the function that cuts a word, in lower case, to its stem by Snowball's rules for the language.

    Small numbers become digits: papers differ in whether they spell them out. Where Snowball has no rules for the
    language, words stay as they are.
    """
    words = words_of(language)
    digits = {word: str(number) for number, word in enumerate(words.numbers.split(), start=2)}
    if words.snowball not in Stemmer.algorithms():  # older releases know fewer
        return str
    stem: Callable[[str], str] = Stemmer.Stemmer(words.snowball, 0).stemWord  # 0: remembers nothing
    return lambda word: digits.get(word) or stem(word)


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the words of the language that carry no content; none where it is not known here."""
    return frozenset(words_of(language).function_words.split())


@cache
def function_stems(language: str) -> frozenset[str]:
    """Return the function words of the language as `stemmer` leaves them."""
    return frozenset(map(stemmer(language), function_words(language)))
