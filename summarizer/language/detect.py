"""Detect the language of a topic from its commonest words, or from its script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from summarizer.language.words import languages

# The general detectors know a hundred languages and take longer to load than a summary takes; here the answer only
# picks word lists.
_DETECTION_WORDS = {
    language: frozenset(words.detection.split()) for language, words in languages().items() if words.detection
}
_SAMPLE_CHARACTERS = 8_000  # of the topic; the shares settle long before
_MIN_SHARE = 0.12  # of the running words; running text has a quarter to a half
# A language that adds letters to another's script is looked for before that one: Urdu, Persian, then Arabic.
_BY_LETTERS = sorted(
    ((language, words) for language, words in languages().items() if words.letters),
    key=lambda entry: -len(entry[1].letters_added_to.split()),
)
UNKNOWN = "und"  # ISO 639-2 for undetermined


def detect_language(texts: Iterable[str]) -> str:
    """Detect the language of the texts: its ISO 639-1 code, or `und` where it is none of those known here."""
    sample = _sample(texts).lower()
    counts = Counter(sample.split())  # function words stand alone: no need to look for what is put to them
    n_words = max(1, counts.total())
    shares = {
        language: sum(counts[word] for word in words if word in counts) / n_words
        for language, words in _DETECTION_WORDS.items()
    }
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] >= _MIN_SHARE else _detect_by_letters(sample)


def _detect_by_letters(sample: str) -> str:
    n_letters = sum(map(str.isalpha, sample))
    if not n_letters:
        return UNKNOWN
    for language, words in _BY_LETTERS:
        if len(re.findall(f"[{words.letters}]", sample)) >= words.letters_share * n_letters:
            return language
    return UNKNOWN


def _sample(texts: Iterable[str]) -> str:
    """Join the beginnings of as many texts as make a sample."""
    parts: list[str] = []
    n_characters = 0
    for text in texts:
        parts.append(text[:_SAMPLE_CHARACTERS])
        n_characters += len(text)
        if n_characters >= _SAMPLE_CHARACTERS:
            break
    return "\n".join(parts)
