"""Urdu."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    letters="\u0679\u0688\u0691\u06d2",
    letters_share=0.02,
    letters_added_to="ar fa",
)
