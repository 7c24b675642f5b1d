"""The words of each line, the furniture words among them, and how the line closes."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from summarizer.clean.cleaning_weights import (
    DENSE_PAIR_RATIO,
    DENSE_RATIO,
    MAX_END_HEADING_WORDS,
    PASSING_MENTIONS,
    TOPICAL_LINES,
    TOPICAL_MIN_WORDS,
    TOPICAL_RATIO,
)
from summarizer.clean.furniture_words import ABOUT_SITE, ADDRESS, END_HEADINGS, PAIRS, SIGNS, UNSPACED_PHRASES, WORDS
from summarizer.clean.lines import Line, closes_sentence
from summarizer.language.scripts import UNSPACED

# Characters that divide words as white space does; apostrophes and hyphens stay inside them.
_ASCII_MARKS = b'.,;:!?"()[]{}|/\\*+=<>'
_ASCII_SPACED = bytes.maketrans(_ASCII_MARKS, b" " * len(_ASCII_MARKS))
_OTHER_MARK = re.compile("[“”«»„•·›‹…—–。、，！？：；「」『』（）【】؟،]")
_PLAIN = string.ascii_letters.encode() + string.digits.encode() + b" .,'\"!?;$%"  # too common to be kept in Line.marks
# Scripts that put no spaces between words: there two characters count as one word.
UNSPACED_CHARACTER = re.compile(rf"[{UNSPACED}\uac00-\ud7af]")  # and Korean, whose endings are glued on
_UNSPACED_FURNITURE = re.compile(UNSPACED_PHRASES)


def read_line(line: Line) -> None:
    """Fill in the line's words, the furniture words among them, and how it closes."""
    line.lower = line.text.lower().replace("’", "'")
    encoded = _encode(line.lower)
    line.marks = encoded.translate(None, _PLAIN).decode("utf-8", "surrogatepass")
    line.tokens = _cut_tokens(encoded)
    line.n_words = max(1, len(line.tokens))
    if not SIGNS.isdisjoint(line.tokens):
        line.furniture = _find_phrases(line.tokens)
    if not line.marks.isascii() and (unspaced := UNSPACED_CHARACTER.findall(line.marks)):
        line.n_words += len(unspaced) // 2
        line.furniture = {*line.furniture, *_UNSPACED_FURNITURE.findall(line.text)}
    line.ends_sentence = closes_sentence(line.text)
    line.ends_article = line.n_words <= MAX_END_HEADING_WORDS and line.lower.strip(" :*•|.!?»›>→…-#") in END_HEADINGS


def forgive_topical_words(lines: Sequence[Line], title: str | None) -> None:
    """Drop from every line the furniture words that the article is about, as in news about cookies or a newsletter."""
    if topical := _topical_words(lines, title):
        for line in lines:
            _forgive(line, topical)


def is_full_of_furniture(line: Line) -> bool:
    """Tell whether furniture words fill the line; a whole sentence must also speak to the reader."""
    n_hits = len(line.furniture)
    if not n_hits or (line.ends_sentence and n_hits <= PASSING_MENTIONS and ADDRESS.isdisjoint(line.tokens)):
        return False
    ratio = n_hits / line.n_words
    return ratio >= DENSE_RATIO or (n_hits > 1 and ratio >= DENSE_PAIR_RATIO)


def is_about_site(line: Line) -> bool:
    """Tell whether the line could belong to a passage in which the site speaks of itself."""
    return bool(line.furniture) or line.kind is not None or line.ends_article or not ABOUT_SITE.isdisjoint(line.tokens)


def _encode(lower: str) -> bytes:
    return lower.encode("utf-8", "surrogatepass")


def _cut_tokens(lower: bytes) -> list[str]:
    # A regular expression that finds the words takes 1.7 times as long, and nothing in cleaning costs more than this.
    spaced = lower.translate(_ASCII_SPACED).decode("utf-8", "surrogatepass")
    return (spaced if spaced.isascii() else _OTHER_MARK.sub(" ", spaced)).split()


def _find_phrases(tokens: Sequence[str]) -> AbstractSet[str]:
    """The furniture words and pairs among the tokens."""
    signs = SIGNS.intersection(tokens)
    text = f" {' '.join(tokens)} "
    pairs = [pair for sign in signs if sign in PAIRS for pair in PAIRS[sign] if f" {pair} " in text]
    return WORDS.intersection(signs).union(pairs)


def _topical_words(lines: Sequence[Line], title: str | None) -> set[str]:
    """Furniture words that the article is about: used throughout, and from the start; or in its title."""
    sentences = [line for line in lines if line.n_words >= TOPICAL_MIN_WORDS and line.ends_sentence]
    words = [_single_words(line.furniture) if line.furniture else () for line in sentences]
    n_sentences_with = Counter(chain.from_iterable(words))
    early = set(chain.from_iterable(words[: len(words) // 3 + 1]))
    n_needed = max(TOPICAL_LINES, TOPICAL_RATIO * len(sentences))
    in_title = WORDS.intersection(_cut_tokens(_encode((title or "").lower())))
    return {word for word in early if n_sentences_with[word] >= n_needed} | in_title


def _forgive(line: Line, topical: set[str]) -> None:
    """Drop topical words and pairs with one; in whole sentences all single words, which come with such a topic."""
    kept = {phrase for phrase in line.furniture if " " in phrase and topical.isdisjoint(phrase.split())}
    if not (line.ends_sentence and line.n_words >= TOPICAL_MIN_WORDS):
        kept |= _single_words(line.furniture) - topical
    line.furniture = kept


def _single_words(phrases: AbstractSet[str]) -> set[str]:
    return {phrase for phrase in phrases if " " not in phrase}
