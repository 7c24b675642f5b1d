"""Slovak."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(has_ordinal_stops=True)
