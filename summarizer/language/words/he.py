"""Hebrew."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(letters="\u0590-\u05ff")
