"""Czech."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection="a v na se je že s z do o k i pro jak ale by který podle",
    snowball="czech",
    has_ordinal_stops=True,
)
