"""Tamil."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    letters="\u0b80-\u0bff",
    snowball="tamil",
)
