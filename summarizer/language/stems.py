"""Stem words by the rules of their language."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import Stemmer

from summarizer.language.detect import common_words

# From two on: one is an article in most of these.
_NUMBER_WORDS = {
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "en": "two three four five six seven eight nine ten eleven twelve",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici",
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf",
    "pt": "dois três quatro cinco seis sete oito nove dez onze doze",
}
_DIGITS = {
    language: {word: str(number) for number, word in enumerate(words.split(), start=2)}
    for language, words in _NUMBER_WORDS.items()
}

_SNOWBALL = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """What cuts words, in lower case, to their stems: Snowball's rules for the language, or nothing where it has none.

    Small numbers become digits: papers differ in whether they spell them out.
    """
    digits = _DIGITS.get(language, {})
    if _SNOWBALL.get(language) not in Stemmer.algorithms():  # older releases know fewer
        return str
    stem: Callable[[str], str] = Stemmer.Stemmer(_SNOWBALL[language], 0).stemWord  # 0: remembers nothing
    return lambda word: digits.get(word) or stem(word)


def common_stems(language: str) -> frozenset[str]:
    """The same as `stemmer` leaves them."""
    return frozenset(map(stemmer(language), common_words(language)))
