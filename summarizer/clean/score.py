"""How much each line looks like article prose when read alone: log-odds, from six features that any language has.

What a line is wherever it stands (a caption, a byline, a link) is settled here too.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from math import exp, log, log2
from operator import mul

from summarizer.clean.captions import is_caption
from summarizer.clean.lexicon import (
    ABOUT_SITE,
    ADDRESS,
    BYLINE_WORDS,
    END_HEADINGS,
    INTERRUPTIONS,
    LINK_LEADS,
    PAIRS,
    SIGNS,
    UNSPACED_PHRASES,
    WORDS,
)
from summarizer.clean.lines import BULLET, ELLIPSES, Line, closes_sentence
from summarizer.language.dates import find_date
from summarizer.language.scripts import UNSPACED

# Logistic regression on the lines of 91 labelled pages: the bias, then log2 of the words, closing like a sentence,
# furniture words, a bullet, a byline, an ellipsis. The fits of five folds differ by at most 0.3 (the ellipsis: 0.7).
_WEIGHTS = (-3.9, 0.73, 2.0, -2.95, -1.0, -1.9, -2.3)
_MAX_LENGTH = 64  # beyond so many words a line is no more prose than before
_MAX_FURNITURE, _DILUTING_LENGTH = 4, 40  # more furniture words say no more; in longer lines they say less

# What divides words beside white space; apostrophes and hyphens stay inside them.
_ASCII_MARKS = b'.,;:!?"()[]{}|/\\*+=<>'
_ASCII_SPACED = bytes.maketrans(_ASCII_MARKS, b" " * len(_ASCII_MARKS))
_PLAIN = string.ascii_letters.encode() + string.digits.encode() + b" .,'\"!?;$%"  # what is no mark of a line
_OTHER_MARK = re.compile("[“”«»„•·›‹…—–。、，！？：；「」『』（）【】؟،]")
# Scripts that put no spaces between words: there two characters count as one word.
UNSPACED_CHARACTER = re.compile(rf"[{UNSPACED}\uac00-\ud7af]")  # and Korean, whose endings are glued on
_UNSPACED_FURNITURE = re.compile(UNSPACED_PHRASES)
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b|\d ?\w{0,10} ago\b")
_TIME = re.compile(rf"{_CLOCK.pattern}|\b(?:19|20)\d\d\b|\b\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}")
_DIGIT = re.compile(r"\d")
_BYLINE = re.compile(rf"(?:{BYLINE_WORDS})(?:[:\s]|$)")
_LOWER_WORD = re.compile(r"(?<!\S)[a-zà-öø-ÿа-яё]{3}")  # names are capitalised: few of these in a byline
_HALF_DAY = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)  # a full stop that ends no sentence
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s?(?:©\s?)?(?:19|20)\d\d\b")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_MAX_CONTACT_WORDS = 30  # a longer paragraph may quote an address
_MAX_STAMP_WORDS, _MAX_BYLINE_WORDS, _MAX_DATE_WORDS = 15, 20, 10  # longer lines with a date are prose
_MAX_END_HEADING_WORDS = 6
_MIN_TELLING_WORDS = 2  # a lone word is told apart by its neighbours only
_TEASER_WORDS = 15  # so long a line that breaks off may advertise another article
_LEAD_MARKS = frozenset("|:")
_LEAD_REACH = 40  # characters in which "Read also:" stands before a link

_SENTENCE_WORDS = 8  # words in a line that surely says something
_TOPICAL_LINES, _TOPICAL_SHARE = 3, 0.2  # a furniture word in so many such lines is what the article is about
_LITTLE_FURNITURE = -0.6  # log-odds of prose per line from which a text counts as extracted already
_MAX_SHIFT = 3.0
_PASSING_MENTIONS = 2  # furniture words that a sentence about something else may have
_DENSE, _DENSE_PAIR = 0.2, 0.1  # share of furniture words that fills a line, and the share when two or more meet


def score_lines(lines: Sequence[Line], title: str | None) -> None:
    """Fill in what is known of each line, and its log-odds of being prose."""
    for line in lines:
        read_line(line)
    topical = _topical_words(lines, title)
    for line in lines:
        if topical:
            _forgive(line, topical)
        line.score = sum(map(mul, _WEIGHTS, _features(line)))
    # The weights know whole pages; in a text with little furniture every line is prose with better odds.
    share = sum(1 / (1 + exp(-line.score)) for line in lines) / len(lines)
    shift = min(_MAX_SHIFT, max(0.0, log(share / (1.001 - share)) - _LITTLE_FURNITURE))
    for line in lines:
        line.score += shift


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
    line.ends_article = line.n_words <= _MAX_END_HEADING_WORDS and line.lower.strip(" :*•|.!?»›>→…-#") in END_HEADINGS


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


def has_clock(line: Line) -> bool:
    """Whether the line is a date or byline with a time of day, as comments carry."""
    return line.is_stamp and _CLOCK.search(line.lower) is not None


def is_dense(line: Line) -> bool:
    """Whether furniture words fill the line; a whole sentence must also speak to the reader."""
    n_hits = len(line.furniture)
    if not n_hits or (line.ends_sentence and n_hits <= _PASSING_MENTIONS and ADDRESS.isdisjoint(line.tokens)):
        return False
    share = n_hits / line.n_words
    return share >= _DENSE or (n_hits > 1 and share >= _DENSE_PAIR)


def is_about_site(line: Line) -> bool:
    """Whether the line could belong to a passage in which the site speaks of itself."""
    return bool(line.furniture) or line.kind is not None or line.ends_article or not ABOUT_SITE.isdisjoint(line.tokens)


def _features(line: Line) -> tuple[float, ...]:
    """What the score is made of, in the order of `_WEIGHTS`; also settles the line's kind."""
    text, n_words = line.text, line.n_words
    byline = ellipsis = False
    if n_words >= _MIN_TELLING_WORDS or _DIGIT.search(text):
        byline = n_words <= _MAX_BYLINE_WORDS and _is_byline(line)
        ellipsis = text.endswith(ELLIPSES)
        is_timed = n_words <= _MAX_STAMP_WORDS and _is_timed(line)
        line.is_stamp = (byline or is_timed) and (not line.ends_sentence or _HALF_DAY.search(text) is not None)
        line.breaks_off = ellipsis and n_words >= _TEASER_WORDS
    line.kind = _kind(line, is_byline=byline)
    furniture = min(len(line.furniture), _MAX_FURNITURE) / 2 * min(1.0, _DILUTING_LENGTH / n_words)
    bullet = BULLET.match(text) is not None
    return 1.0, log2(min(n_words, _MAX_LENGTH)), line.ends_sentence, furniture, bullet, byline, ellipsis


def _kind(line: Line, *, is_byline: bool) -> str | None:  # noqa: PLR0911 (a kind a line)
    """What the line is wherever it stands: the first kind whose test it passes."""
    if line.lower in INTERRUPTIONS:
        return "advertisement"
    if _COPYRIGHT.match(line.lower):
        return "copyright"
    if line.n_words <= _MAX_CONTACT_WORDS and "@" in line.marks and _EMAIL.search(line.text):
        return "contact"
    if line.n_words > 1 and is_caption(line):
        return "caption"
    if is_byline and not line.ends_sentence:
        return "byline"
    if line.is_stamp and line.n_words <= _MAX_DATE_WORDS and find_date(line.text):
        return "date"
    return "related link" if _is_link(line) else None


def _is_byline(line: Line) -> bool:
    return _BYLINE.match(line.lower) is not None and len(_LOWER_WORD.findall(line.text)) * 3 <= line.n_words


def _is_timed(line: Line) -> bool:
    return _DIGIT.search(line.text) is not None and _TIME.search(line.lower) is not None


def _is_link(line: Line) -> bool:
    """Whether the line is a link with a lead-in, as in "Read also: ..."."""
    if _LEAD_MARKS.isdisjoint(line.marks):
        return False
    head = line.lower[:_LEAD_REACH]
    mark = "|" if "|" in head else ":"
    return mark in head and head[: head.index(mark)].strip(" *•>»→-[(") in LINK_LEADS


def _topical_words(lines: Sequence[Line], title: str | None) -> set[str]:
    """Furniture words that the article is about: used throughout, and from the start."""
    sentences = [line for line in lines if line.n_words >= _SENTENCE_WORDS and line.ends_sentence]
    words = [_single(line.furniture) if line.furniture else () for line in sentences]
    seen = Counter(chain.from_iterable(words))
    early = set(chain.from_iterable(words[: len(words) // 3 + 1]))
    n_lines = max(_TOPICAL_LINES, _TOPICAL_SHARE * len(sentences))
    in_title = WORDS.intersection(_cut_tokens(_encode((title or "").lower())))
    return {word for word in early if seen[word] >= n_lines} | in_title


def _forgive(line: Line, topical: set[str]) -> None:
    """Drop the furniture words that the topic explains, and in whole sentences the single words that go with them."""
    kept = {phrase for phrase in line.furniture if " " in phrase and topical.isdisjoint(phrase.split())}
    if not (line.ends_sentence and line.n_words >= _SENTENCE_WORDS):
        kept |= _single(line.furniture) - topical
    line.furniture = kept


def _single(phrases: AbstractSet[str]) -> set[str]:
    return {phrase for phrase in phrases if " " not in phrase}
