"""Serbian."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    snowball="serbian",
    has_ordinal_stops=True,
)
