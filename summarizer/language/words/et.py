"""Estonian."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    snowball="estonian",
    has_ordinal_stops=True,
)
