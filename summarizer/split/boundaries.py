"""Sentences of one block of prose.

One regular expression finds the candidate stops. A word that Punkt holds nothing
against ends its sentence at once; for the rest (abbreviations, initials, numbers,
acronyms) nltk's Punkt decides on the word and the one after it, with parameters
filled by hand from :mod:`abbreviations`. Punkt itself thus never sees more than
``2 * WORD_CHARS`` characters, which bounds its time on hostile input. Cuts inside
a short quotation or parenthesis are taken back in the end.
"""

import re
from functools import lru_cache

from nltk.tokenize.punkt import PunktLanguageVars, PunktParameters, PunktSentenceTokenizer

from summarizer.split.abbreviations import (
    DOMAIN_ENDINGS,
    EXCLAIMED_NAMES,
    LANGUAGES,
    ORDINAL_LANGUAGES,
    SHARED,
)
from summarizer.split.quotations import after_closing, is_speaker_tag, quoted_spans, without_inner_cuts

Span = tuple[int, int]  # [begin, end) in the text
Cut = tuple[int, int]  # end of a sentence, begin of the next one
Following = tuple[str, str, str]  # what comes after a stop: marks, a word, the stop of that

WORD_CHARS = 32  # no abbreviation is longer; bounds what is read around a stop
SHORTEST_END = 3  # letters of a word that may end a sentence before a lower-case one
LAST_ORDINAL = 31  # "3. Oktober"; larger numbers with a stop are years and counts
LOWER_SEEN = 1 << 5  # Punkt's orthographic flag: seen in lower case inside a sentence
NUMBER = "##number##"  # Punkt's type of every number

NO_SPACE_ENDS = "。！？｡．"  # CJK: nothing need follow
OTHER_ENDS = "…؟۔।॥։።။។"


class LanguageVars(PunktLanguageVars):  # type: ignore[misc]  # nltk is untyped
    """Punkt's ends of sentences, and those of other scripts."""

    sent_end_chars = (".", "?", "!", *NO_SPACE_ENDS, *OTHER_ENDS)


_ENDS = re.escape("".join(LanguageVars.sent_end_chars))
# ". . ." is one stop. What comes next is found along with it where that is plainly a space and a word.
_STOP = re.compile(rf"[{_ENDS}](?:(?<=\.)(?:\s\.){{2,}}|[{_ENDS}]*)(?:(?=\s+([^\W_]{{1,32}})(\.?))|)")
_NEVER_FIRST = frozenset(",;:.?!)…")  # no sentence starts with one of these
_DASHES = frozenset("-–—")
_ADDRESS = ("http", "www")
_SPACE = re.compile(r"\s*")
_NOTHING: Following = ("", "", "")
_NEXT = re.compile(r"([^\w\s]{0,4})\s?([^\W_]{0,32})(\.?)")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}$")
_UNIT = re.compile(r"(?:\d[\s-]?[^\W\d_]|°\w)$")  # "3,2 m", "9 °C", "16-е": no initials
_LAST_WORD = re.compile(r"[^\W_][\w.=&@%+]*$")
_ENUMERATOR_CHARS = 9  # "(iii). " and shorter number an item
_LONE_MARKS = 4  # characters of marks that a careless page leaves behind the last sentence
_ENUMERATOR = re.compile(r"\W{0,3}(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,4})[.)]+$")


class _Judge:
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
def _judge(language: str) -> _Judge:
    """The judge of a language, made at its first use."""
    return _Judge(language)


def _after_space(text: str, at: int, end: int) -> int:
    """Offset of the first character at or after `at` that is not white space."""
    space = _SPACE.match(text, at, end)
    return space.end() if space else at  # it always matches, if only nothing


def _word_at(text: str, at: int, end: int) -> "re.Match[str]":
    """The marks at `at` (group 1), the word after them (2) and its stop (3)."""
    word = _NEXT.match(text, at, end)
    if word is None:  # each of its parts may be empty
        raise AssertionError
    return word


def _space_forgotten(text: str, stop: Span, at: int, end: int) -> bool:
    """Whether a sentence starts right at `at`: "the war.The next", "so.“We did"."""
    if not text[stop[0] - 1 : stop[0]].islower():
        return False
    following = _word_at(text, at, end)
    word = following[2]
    if not (word[:1].isupper() and word[1:2].islower()) or following.start(2) > at + 1:
        return False
    left = text[max(0, stop[0] - WORD_CHARS) : stop[0]].rsplit(None, 1)[-1]
    if text[following.end(2) : following.end(2) + 1] in ("@", "/"):
        return False
    return not (word.lower() in DOMAIN_ENDINGS or "/" in left or "@" in left or "www" in left)


def _next_begin(text: str, stop: Span, at: int, end: int) -> int:
    """Where the next sentence would begin if one ended at `at`, or -1."""
    space = _after_space(text, at, end)
    if space > at:
        return space
    if text[stop[1] - 1] in NO_SPACE_ENDS:  # 「…。」と述べた goes on
        return -1 if at > stop[1] and "ぁ" <= text[at] <= "ん" else at
    return at if _space_forgotten(text, stop, at, end) else -1


def _after_marks(text: str, stop: Span, end: int, closers: set[int]) -> tuple[Cut, Following]:
    """The cut that a stop may make, and what comes after it; a cut before -1 is none."""
    if text[stop[1]].islower():
        return (stop[1], -1), _NOTHING  # "example.com"
    at = after_closing(text, stop[1], end, closers)
    begin = _next_begin(text, stop, at, end) if at < end else -1
    if begin < 0 or begin >= end or (at > stop[1] and is_speaker_tag(text, text[stop[0]], begin, end)):
        return (at, -1), _NOTHING
    following = _word_at(text, begin, end)
    return (at, begin), (following[1], following[2], following[3])


def _cuts(text: str, start: int, end: int, judge: _Judge, closers: set[int]) -> list[Cut]:
    """The cuts between sentences, quotations not regarded."""
    cuts: list[Cut] = []
    begin = start
    for match in _STOP.finditer(text, start, end):
        stop, next_word = match.span(), match[1]
        if stop[0] < begin:
            continue  # within a footnote mark
        if stop[1] == end:
            break
        if next_word:
            cut, following = (stop[1], match.start(1)), ("", next_word, match[2])
        else:
            cut, following = _after_marks(text, stop, end, closers)
        if cut[0] >= end:
            break
        if cut[1] >= 0 and judge.ends(text, begin, stop, following):
            cuts.append(cut)
            begin = cut[1]
    if not judge.has_stops:
        cuts = sorted({*cuts, *(match.span() for match in judge.opening.finditer(text, start, end))})
    if end - begin <= _LONE_MARKS and cuts and not any(map(str.isalnum, text[begin:end])):
        cuts.pop()  # no more than a mark left: a lone “
    return cuts


def split_spans(text: str, start: int, end: int, language: str = "en") -> list[Span]:
    """Find the sentences of one block of prose.

    Parameters
    ----------
    text : str
        The document.
    start, end : int
        The block, as character offsets: text[start:end]. Its line breaks are
        read as spaces.
    language : str
        ISO 639-1 code, a region is ignored ("pt-BR"). A language without word
        lists gets a small shared one.

    Returns
    -------
    list of (int, int)
        Offsets [begin, end) in `text`, ascending, without white space at either
        end; nothing but white space lies between them. Empty for a blank block.
        A quotation or parenthesis stays whole, with the words around it, up to
        ``quotations.WHOLE_WORDS`` words; a longer or unclosed one is cut like other
        prose.

    Notes
    -----
    Time is linear in ``end - start``. Source: T. Kiss and J. Strunk (2006),
    Unsupervised Multilingual Sentence Boundary Detection, Computational
    Linguistics 32(4), with parameters filled by hand instead of learned.
    """
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return []
    pairs = sorted(quoted_spans(text, start, end))
    cuts = _cuts(text, start, end, _judge(language), {closer for _, closer in pairs})
    if pairs:
        cuts = without_inner_cuts(text, start, end, cuts, pairs)
    spans: list[Span] = []
    for stop, begin in cuts:
        spans.append((start, stop))
        start = begin
    return [*spans, (start, end)]
