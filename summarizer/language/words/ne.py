"""Nepali."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(snowball="nepali")
