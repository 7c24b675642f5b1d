"""Judge from the wording of a sentence whether it is fit for a briefing, whatever it tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum

from summarizer.language.language_words import LanguageWords
from summarizer.language.scripts import IDEOGRAPHIC, NO_STOPS, SENTENCE_ENDS, SPELT, UNSPACED
from summarizer.language.trailing_marks import strip_trailing_marks
from summarizer.language.words import languages

WELL_FORMED, ENDED, OTHER = 2, 1, 0  # how well-formed a sentence is
MIN_WORDS = 9  # shorter is a headline or a scrap
MAX_CHARACTERS = 1500  # twice as long as the longest of 100 words; beyond it, words have no measure
MAX_WORDS = 100  # longer is a list, or a sentence that the splitter could not cut; Vietnamese writes syllables apart
MAX_QUOTATION_WORDS = 60  # a longer quotation is cut like other prose

_QUESTION_MARKS = ("?", "？", "؟")
_OPENING_QUOTES = frozenset("\"“«„‘'")
_QUOTATION = re.compile(r"[\"“«„][^\"”»“]*[\"”»“]?|‘[^‘’]*’")
_CREDIT = re.compile(
    r"\([^()]{0,200}(?:\bphoto\b|associated press|getty|reuters/|/reuters|\bap/|/ap\b|afp/)"
    r"|\bimage (?:copyright|caption)\b|\bfile photo\b",
    re.IGNORECASE,
)
_PLACED = re.compile(r"\((?:(?:2nd|3rd|\d+th) )?[LRC]\)")  # where a person stands in a picture
_CAPTION = re.compile(
    r"\||(?:Photos?|Images?|Pictures?|Video): |(?:CLOSE|Enlarge|View Images|Buy Photo|Photo \d|Image \d) "
)
_MAKERS = ("photo", "associated press", "getty", "reuters", "ap/", "/ap", "afp/")  # in brackets
_IDEOGRAPH = re.compile(rf"[{IDEOGRAPHIC}]")
_SPELT = re.compile(rf"[{SPELT}]")
_UNSPACED = re.compile(rf"[{UNSPACED}]")
_COMMON_ENDS = frozenset(".!?")
_MAX_CLOSERS = 4
_END_REACH = 1 + _MAX_CLOSERS  # characters: a mark and what closes behind it
_SENTENCE_END = re.compile(rf"""[{SENTENCE_ENDS}{NO_STOPS}][\]"'”’“‘»›«‹)）」』]{{0,{_MAX_CLOSERS}}}$""")
_FIRST_WORD = re.compile(r"[^\W\d_]+")  # within a quotation, "we" and "it" have the speaker's own context


def _whole_words(field: Callable[[LanguageWords], str], flags: int = 0) -> Mapping[str, re.Pattern[str]]:
    """Compile the expressions that languages have in one field, by language; those that have none are left out."""
    expressions = {language: field(words) for language, words in languages().items()}
    return {
        language: re.compile(rf"\b(?:{expression})\b", flags)
        for language, expression in expressions.items()
        if expression
    }


_OPENERS = {language: frozenset(words.backward_openers.split()) for language, words in languages().items()}
_BACKWARD_PHRASES = _whole_words(lambda words: words.backward_phrases, re.IGNORECASE)
_DEMONSTRATIVES = _whole_words(lambda words: words.demonstratives, re.IGNORECASE)
_UNNAMED_SPEAKERS = _whole_words(lambda words: words.unnamed_speakers)
_EXPECTATION_SIGNS = {language: words.expectation_signs.split() for language, words in languages().items()}
_EXPECTATIONS = _whole_words(lambda words: words.expectations, re.IGNORECASE)
_QUOTED_EXPECTATIONS = _whole_words(lambda words: words.quoted_expectations)
_OWN_VOICE = _whole_words(lambda words: words.own_voice)


class Quotation(Enum):
    """How a sentence opens: with no quotation, or with one whose speaker the sentence names or does not name."""

    NONE = 0
    NAMED = 1
    UNNAMED = 2


def judge_form(text: str, n_words: int) -> int:
    """Judge how well-formed a sentence is.

    WELL_FORMED can stand in a briefing: begun and ended, of 9 to 100 words, its quotation marks paired; no credit, no
    caption, and no question of the writer's own. ENDED closes like a sentence.
    """
    if len(text) > MAX_CHARACTERS or not _is_ended(text):
        return OTHER
    is_begun = MIN_WORDS <= n_words <= MAX_WORDS and not text[0].islower() and not text.isupper()
    is_whole = is_begun and _is_balanced(text) and not text.endswith(_QUESTION_MARKS)
    return WELL_FORMED if is_whole and not (_is_caption(text) or _has_credit(text)) else ENDED


def _is_ended(text: str) -> bool:
    """Tell whether the text closes with a stop, question or exclamation mark of its script; an ellipsis cuts it off.

    Notes, tags and links may follow.
    """
    if text[-1] not in _COMMON_ENDS and _SENTENCE_END.search(text[-_END_REACH:]) is None:
        text = strip_trailing_marks(text)
        if _SENTENCE_END.search(text[-_END_REACH:]) is None:
            return False
    return not text.endswith(("...", "…"))


def points_back(text: str, language: str) -> bool:
    """Tell whether the sentence needs the one before it.

    It opens with a pronoun or a connective, speaks of "these", or gives a quotation to a "she" whom it does not name.
    """
    first = _FIRST_WORD.match(text)
    if first and first[0].lower() in _OPENERS.get(language, ()):
        return True
    phrase = _BACKWARD_PHRASES.get(language)
    if phrase is not None and phrase.match(text) is not None:
        return True
    outside = _QUOTATION.sub(" ", text)
    if _is_found(_DEMONSTRATIVES, language, outside):
        return True
    return outside != text and _is_found(_UNNAMED_SPEAKERS, language, outside) and outside == outside.lower()


def is_expectation(text: str, language: str) -> bool:
    """Tell whether the sentence reports what was still to come when it was written; in a quotation, only if it says so.

    False in a language that has no words of expectation.
    """
    if language not in _EXPECTATIONS:
        return False
    signs = _EXPECTATION_SIGNS[language]
    if signs and not any(map(text.lower().__contains__, signs)):
        return False
    return _is_found(_EXPECTATIONS, language, _QUOTATION.sub(" ", text)) or _is_found(
        _QUOTED_EXPECTATIONS, language, text
    )


def _is_found(expressions: Mapping[str, re.Pattern[str]], language: str, text: str) -> bool:
    """Tell whether the language's expression, if it has one, is found in the text."""
    expression = expressions.get(language)
    return expression is not None and expression.search(text) is not None


def opens_with_quotation(text: str) -> bool:
    """Tell whether the sentence begins with a quotation mark."""
    return text[:1] in _OPENING_QUOTES


def judge_quotation(text: str) -> Quotation:
    """Tell whether a sentence opens with a quotation, and names who speaks; scripts without capitals show no names."""
    if not opens_with_quotation(text) or text.lower() == text.upper():
        return Quotation.NONE
    outside = _QUOTATION.sub(" ", text)
    return Quotation.NAMED if outside != outside.lower() else Quotation.UNNAMED


def speaks_for_itself(text: str, language: str) -> bool:
    """Tell whether a sentence speaks in the first or second person outside quotation marks."""
    pattern = _OWN_VOICE.get(language)
    return pattern is not None and pattern.search(_QUOTATION.sub(" ", text)) is not None


def count_words(text: str) -> int:
    """Count words as single spaces part them; in scripts without spaces two characters are one, or four that spell."""
    n_words = text.count(" ") + (text != "")
    if text.isascii() or _UNSPACED.search(text) is None:
        return n_words
    return n_words + len(_IDEOGRAPH.findall(text)) // 2 + len(_SPELT.findall(text)) // 4


def _is_caption(text: str) -> bool:
    """Tell whether the text opens like a caption, or says who stands where in a picture."""
    return _CAPTION.match(text) is not None or ("(" in text and _PLACED.search(text) is not None)


def _has_credit(text: str) -> bool:
    """Tell whether the text names who took a picture."""
    lower = text.lower()
    may_have = "image c" in lower or "file photo" in lower or ("(" in text and any(map(lower.__contains__, _MAKERS)))
    return may_have and _CREDIT.search(text) is not None  # which takes longer than all the rest


def _is_balanced(text: str) -> bool:
    """Tell whether every double quotation mark and bracket has its partner."""
    if text.isascii():
        return text.count('"') % 2 == 0 and text.count("(") == text.count(")")
    low, left, right = map(text.count, "„“”")
    if low:  # „German“, „Polish”
        is_paired = low == left + right
    elif left:
        is_paired = left == right
    else:  # ”Swedish”
        is_paired = right % 2 == 0
    is_straight_paired = text.count('"') % 2 == 0
    return (
        is_paired and is_straight_paired and text.count("«") == text.count("»") and text.count("(") == text.count(")")
    )
