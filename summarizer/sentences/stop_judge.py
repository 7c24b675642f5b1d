"""Whether a stop ends its sentence.

A word that Punkt holds nothing against ends its sentence at once; for the rest (abbreviations, initials, numbers,
acronyms) nltk's Punkt decides on the word and the one after it, with parameters filled by hand from
:mod:`abbreviations`. Punkt itself thus never sees more than ``2 * WORD_CHARS`` characters, which bounds its time on
hostile input.
"""

import re
from functools import lru_cache

from nltk.tokenize.punkt import PunktLanguageVars, PunktParameters, PunktSentenceTokenizer

from summarizer.language.abbreviations import EXCLAIMED_NAMES, LANGUAGES, ORDINAL_LANGUAGES, SHARED

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
_ENUMERATOR_CHARS = 9  # "(iii). " and shorter number an item
_ENUMERATOR = re.compile(r"\W{0,3}(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,4})[.)]+$")


class LanguageVars(PunktLanguageVars):  # type: ignore[misc]  # nltk is untyped
    """Punkt's ends of sentences, and those of other scripts."""

    sent_end_chars = (".", "?", "!", *NO_SPACE_ENDS, *OTHER_ENDS)


class Judge:
    """Decides for one language whether a stop ends its sentence."""

    def __init__(self, language: str) -> None:
        language = language.lower().replace("_", "-").partition("-")[0]
        lists = LANGUAGES.get(language, SHARED)
        parameters = PunktParameters()
        parameters.abbrev_types.update(SHARED.abbreviations.split())
        parameters.abbrev_types.update(lists.abbreviations.split())
        if lists.ordinal_stop or language in ORDINAL_LANGUAGES:
            parameters.abbrev_types.update(map(str, range(1, LAST_ORDINAL + 1)))
        self._has_lower_starts = lists.lower_starts
        self.has_stops = lists.has_stops
        starting = "|".join(sorted(lists.starters.split(), key=len, reverse=True))
        self.opening = re.compile(rf"(?<!\s)\s+(?={starting})")  # of a sentence, where none ends with a stop
        numbered = frozenset(lists.numbered.split())
        parameters.collocations.update((word, NUMBER) for word in numbered)
        starters = lists.starters.split()
        parameters.sent_starters.update(starters)
        for word in starters:  # Punkt asks this table, not that list, after initials
            parameters.add_ortho_context(word, LOWER_SEEN)
        never = lists.never_last.split()
        self._never_last = frozenset(never) | frozenset(map(str.upper, never))
        self._proper = frozenset(lists.proper.split()) - numbered
        parameters.abbrev_types.update(self._proper)
        self._suspects = parameters.abbrev_types | numbered
        self._punkt = PunktSentenceTokenizer(parameters, lang_vars=LanguageVars())
        self._ask = lru_cache(maxsize=8192)(self._ask_punkt)

    def _ask_punkt(self, word: str, following: str) -> bool:
        """Whether Punkt ends a sentence between the two words."""
        return bool(self._punkt.text_contains_sentbreak(f"{word}. {following}"))

    def ends(self, text: str, begin: int, stop: Span, following: Following) -> bool:
        """Whether the sentence from `begin` ends at `stop`, `following` coming next."""
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
        return self._ends_suspect(text, begin, stop, word, following)

    def _ends_suspect(self, text: str, begin: int, stop: Span, word: str, following: Following) -> bool:
        """The same for what Punkt may hold back: its own rules, on a small context."""
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
        if word in self._proper:  # in lower case: "She fell ill."
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


@lru_cache(maxsize=64)
def judge_of(language: str) -> Judge:
    """The judge of a language, made at its first use."""
    return Judge(language)
