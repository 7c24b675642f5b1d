"""Bengali."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(letters="\u0980-\u09ff")
