"""Decide whether a stop ends its sentence.

A stop after a word of no list ends its sentence at once. After the rest (abbreviations, initials, numbers, acronyms)
nltk's Punkt decides on the word and the one after it, with parameters filled by hand from the words of the language.
Punkt itself thus never sees more than ``2 * WORD_CHARS`` characters, which bounds its time on hostile input.
"""

import re
from functools import lru_cache

from nltk.tokenize.punkt import PunktLanguageVars, PunktParameters, PunktSentenceTokenizer

from summarizer.language.shared_abbreviations import EXCLAIMED_NAMES, SHARED_ABBREVIATIONS, SHARED_NEVER_LAST
from summarizer.language.words import words_of

Span = tuple[int, int]  # [begin, end) in the text
Following = tuple[str, str, str]  # what comes after a stop: marks, a word, the stop of that

WORD_CHARS = 32  # no abbreviation is longer; bounds what is read around a stop
SHORTEST_END = 3  # letters of a word that may end a sentence before a lower-case one
LAST_ORDINAL = 31  # "3. Oktober"; larger numbers with a stop are years and counts
LOWER_SEEN = 1 << 5  # Punkt's orthographic flag: seen in lower case inside a sentence
NUMBER = "##number##"  # Punkt's type of every number

NO_SPACE_ENDS = "。！？｡．"  # CJK: nothing need follow
OTHER_ENDS = "…؟۔।॥։።။។"

_NEVER_FIRST = frozenset(",;:.?!)…")  # no sentence starts with one of these
_DASHES = frozenset("-–—")
_ADDRESS = ("http", "www")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}$")
_UNIT = re.compile(r"(?:\d[\s-]?[^\W\d_]|°\w)$")  # "3,2 m", "9 °C", "16-е": no initials
_LAST_WORD = re.compile(r"[^\W_][\w.=&@%+]*$")
_CLOCK_OR_PLACE = re.compile(r"(?:\d\s?[ap]\.m|,\s[A-Z]\.[A-Z])\.$")  # "6:40 a.m.", "Washington, D.C."
_WORD_IN_CLAUSE = re.compile(r"\s{1,9}[A-Z][a-z]{1,31}\s{1,9}[a-z]{1,32}\s")
_AFTER_CLOCK = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Eastern Pacific Central Mountain Greenwich Beijing Moscow"
    " January February March April May June July August September October November December".split()
)
_MIN_CLAUSE_WORDS = 4  # no more before the stop are the opening of a sentence
_ENUMERATOR_CHARS = 9  # "(iii). " and shorter number an item
_ENUMERATOR = re.compile(r"\W{0,3}(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,4})[.)]+$")


class LanguageVars(PunktLanguageVars):  # type: ignore[misc]  # nltk is untyped
    """Add the ends of sentences of other scripts to those that Punkt knows."""

    sent_end_chars = (".", "?", "!", *NO_SPACE_ENDS, *OTHER_ENDS)


class Judge:
    """Decides for one language whether a stop ends its sentence."""

    def __init__(self, language: str) -> None:
        words = words_of(language.lower().replace("_", "-").partition("-")[0])
        has_lists = bool(words.abbreviations or words.sentence_openers)
        parameters = PunktParameters()
        parameters.abbrev_types.update(SHARED_ABBREVIATIONS)
        parameters.abbrev_types.update(words.abbreviations.split())
        if words.has_ordinal_stops:
            parameters.abbrev_types.update(map(str, range(1, LAST_ORDINAL + 1)))
        self._has_lower_starts = words.starts_in_lower_case
        self.has_stops = words.has_stops
        openers = words.sentence_openers.split()
        opening = "|".join(sorted(openers, key=len, reverse=True))
        self.opening = re.compile(rf"(?<!\s)\s+(?={opening})")  # of a sentence, where none ends with a stop
        # "No. 10" is met in papers of any language, so the English list serves those that have none.
        before_numbers = (words if has_lists else words_of("en")).abbreviations_before_numbers.split()
        parameters.collocations.update((word, NUMBER) for word in before_numbers)
        parameters.sent_starters.update(openers)
        for word in openers:  # Punkt asks this table, not that list, after initials
            parameters.add_ortho_context(word, LOWER_SEEN)
        never_last = words.never_last.split() if has_lists else SHARED_NEVER_LAST
        self._never_last = frozenset(never_last) | frozenset(map(str.upper, never_last))
        self._capitalized = frozenset(words.capitalized_abbreviations.split()).difference(before_numbers)
        parameters.abbrev_types.update(self._capitalized)
        self._suspects = parameters.abbrev_types.union(before_numbers)
        self._punkt = PunktSentenceTokenizer(parameters, lang_vars=LanguageVars())
        self._ask = lru_cache(maxsize=8192)(self._ask_punkt)

    def _ask_punkt(self, word: str, following: str) -> bool:
        """Tell whether Punkt ends a sentence between the two words."""
        return bool(self._punkt.text_contains_sentbreak(f"{word}. {following}"))

    def ends(self, text: str, begin: int, stop: Span, following: Following) -> bool:
        """Tell whether the sentence from `begin` ends at `stop`, `following` coming next."""
        sign, (marks, next_word, _) = text[stop[0] : stop[1]], following
        if marks[:1] in _NEVER_FIRST:
            return False
        words = text[max(begin, stop[0] - WORD_CHARS) : stop[0]].rsplit(None, 1)
        word = words[-1] if words else ""
        if next_word.islower() and not next_word.startswith(_ADDRESS):
            # Careless writers start so; elsewhere an unknown abbreviation is likelier.
            careless = sign == "." and len(word) >= SHORTEST_END and text[stop[1]].isspace()
            if not (careless and self._has_lower_starts):
                return False
        if sign == "!" and word.lower() in EXCLAIMED_NAMES:
            word = "Inc"  # a name with a stop of its own
        elif sign != ".":
            return True
        elif not self.has_stops:
            return False
        if word.isalpha() and len(word) > 1 and word.lower() not in self._suspects:
            return True
        return _opens_clause(text, begin, stop, following) or self._ends_suspect(text, begin, stop, word, following)

    def _ends_suspect(self, text: str, begin: int, stop: Span, word: str, following: Following) -> bool:
        """Tell whether the sentence ends after a word that needs a closer look, as an abbreviation or a number does."""
        if stop[1] - begin < _ENUMERATOR_CHARS and _ENUMERATOR.match(text[begin : stop[1]]):
            return False
        found = _LAST_WORD.search(word)
        word = found[0] if found else word
        if word in self._never_last:
            return False
        if (
            len(word) == 1
            and word not in self._suspects
            and _UNIT.search(text, max(begin, stop[0] - WORD_CHARS), stop[0])
        ):
            return True
        if word in self._capitalized:  # in lower case: "She fell ill."
            return True
        if word.lower() not in self._suspects:
            if len(word) > 1 and word.isalnum() and not word.isdigit():
                return True
            if _ACRONYM.match(word):
                word = "U.S"  # stands for them all
        marks, next_word, next_stop = following
        if next_word[:1].isdigit():
            next_word = "1"
        elif next_stop or not next_word or not _DASHES.isdisjoint(marks):
            next_word = "Xx"  # "U.S. No. 2", "Aurora, Ill. — The": no starter
        return self._ask(word, next_word)


def _opens_clause(text: str, begin: int, stop: Span, following: Following) -> bool:
    """Tell whether a capitalized word and a verb follow: "at 6:40 a.m. Windows broke", not "At 6 p.m. Kim left"."""
    marks, next_word, next_stop = following
    if marks or next_stop or next_word in _AFTER_CLOCK:
        return False
    if not _CLOCK_OR_PLACE.search(text, max(begin, stop[0] - WORD_CHARS), stop[1]):
        return False
    n_words = len(text[max(begin, stop[0] - 4 * WORD_CHARS) : stop[0]].split())
    return n_words > _MIN_CLAUSE_WORDS and _WORD_IN_CLAUSE.match(text, stop[1]) is not None


@lru_cache(maxsize=64)
def judge_of(language: str) -> Judge:
    """Return the judge of a language, made at its first use."""
    return Judge(language)
