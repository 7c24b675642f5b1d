"""Character classes of scripts: those without spaces between words, signs inside words, ends of sentences."""

# Insides of character classes. Scripts that put no spaces between words, and spell (Thai, Lao, Burmese, Khmer) or have
# a character for each syllable or sense (kana, Han).
SPELT = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
IDEOGRAPHIC = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
UNSPACED = SPELT + IDEOGRAPHIC
NO_STOPS = "\u0e00-\u0eff"  # Thai and Lao end sentences with a space
# Signs inside words that are no letters to Python: vowels and tones of South Asia, accents and points on their own.
MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0903\u093a-\u094f\u0951-\u0957"
    "\u0962\u0963\u0981-\u0983\u09bc-\u09d7\u0a01-\u0a03\u0a3c-\u0a51\u0a70-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57"
    "\u0b82\u0bbe-\u0bd7\u0c00-\u0c04\u0c3e-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d57\u0d81-\u0d83"
    "\u0dca-\u0df3"
)

SENTENCE_ENDS = ".!?…。！？؟।॥۔။።︒｡"

# The inside of a character class: the capitals of Latin, Greek and Cyrillic.
CAPITALS = "".join(character for character in map(chr, range(0x530)) if character.isupper())
