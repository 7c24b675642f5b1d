"""Persian."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    letters="\u067e\u0686\u0698\u06af",
    letters_share=0.02,
    letters_added_to="ar",
    snowball="persian",
    furniture="اشتراک",
)
