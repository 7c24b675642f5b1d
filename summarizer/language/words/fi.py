"""Finnish."""

from summarizer.language.language_words import LanguageWords

WORDS = LanguageWords(
    detection="ja on ei se että hän oli ovat mutta myös kun joka sen kuin mukaan",
    snowball="finnish",
    has_ordinal_stops=True,
)
