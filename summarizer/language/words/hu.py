"""Hungarian."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection="a az és hogy nem is egy meg volt de ez csak van már szerint",
    snowball="hungarian",
    has_ordinal_stops=True,
)
