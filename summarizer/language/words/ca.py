"""Catalan."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(snowball="catalan")
