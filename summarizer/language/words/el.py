"""Greek."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    letters="\u0370-\u03ff",
    snowball="greek",
    abbreviations="κ κα δρ εκατ δισ χιλ ευρ σελ αρ τηλ π.χ μ.μ π.μ κ.ά",
    abbreviations_before_numbers="αρ σελ τηλ",
    never_last="κ κα δρ π.χ",
)
