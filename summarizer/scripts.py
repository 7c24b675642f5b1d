"""What scripts differ in: whether they put spaces between words, and how their sentences end."""

# The inside of a character class: Thai, Lao, Burmese, Khmer, kana and Han. In a count of words two of them are one.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
SENTENCE_ENDS = ".!?…。！？؟।॥۔။።︒｡"

# The inside of a character class: the capitals of Latin, Greek and Cyrillic.
CAPITALS = "".join(character for character in map(chr, range(0x530)) if character.isupper())
