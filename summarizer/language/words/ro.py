"""Romanian."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection="și de la în a pe cu din că o un nu este pentru mai sunt care",
    snowball="romanian",
)
