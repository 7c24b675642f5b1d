"""Find the sentences of one block of prose.

One regular expression finds the candidate stops, and `full_stops` decides which of them end a sentence. Cuts
inside a short quotation or parenthesis are taken back in the end.
"""

import re

from summarizer.language.shared_abbreviations import DOMAIN_ENDINGS
from summarizer.sentences.full_stops import NO_SPACE_ENDS, WORD_CHARS, Following, Judge, LanguageVars, judge_of
from summarizer.sentences.quotations import after_closing, is_speaker_tag, quoted_spans, without_inner_cuts

Span = tuple[int, int]  # [begin, end) in the text
Cut = tuple[int, int]  # end of a sentence, begin of the next one

_ENDS = re.escape("".join(LanguageVars.sent_end_chars))
# ". . ." is one stop. What comes next is found along with it where that is plainly a space and a word.
_STOP = re.compile(rf"[{_ENDS}](?:(?<=\.)(?:\s\.){{2,}}|[{_ENDS}]*)(?:(?=\s+([^\W_]{{1,32}})(\.?))|)")
_SPACE = re.compile(r"\s*")
_NOTHING: Following = ("", "", "")
_NEXT = re.compile(r"([^\w\s]{0,4})\s?([^\W_]{0,32})(\.?)")
_LONE_MARKS = 4  # characters of marks that a careless page leaves behind the last sentence


def _after_space(text: str, at: int, end: int) -> int:
    """Return the offset of the first character at or after `at` that is not white space."""
    space = _SPACE.match(text, at, end)
    return space.end() if space else at  # it always matches, if only nothing


def _word_at(text: str, at: int, end: int) -> "re.Match[str]":
    """Match the marks at `at` (group 1), the word after them (2) and its stop (3)."""
    word = _NEXT.match(text, at, end)
    if word is None:  # each of its parts may be empty
        raise AssertionError
    return word


def _space_forgotten(text: str, stop: Span, at: int, end: int) -> bool:
    """Tell whether a sentence starts right at `at`: "the war.The next", "so.“We did"."""
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
    """Return where the next sentence would begin if one ended at `at`, or -1."""
    space = _after_space(text, at, end)
    if space > at:
        return space
    if text[stop[1] - 1] in NO_SPACE_ENDS:  # 「…。」と述べた goes on
        return -1 if at > stop[1] and "ぁ" <= text[at] <= "ん" else at
    return at if _space_forgotten(text, stop, at, end) else -1


def _after_marks(text: str, stop: Span, end: int, closers: set[int]) -> tuple[Cut, Following]:
    """Return the cut that a stop may make, and the word after it; a cut whose next sentence begins at -1 is none."""
    if text[stop[1]].islower():
        return (stop[1], -1), _NOTHING  # "example.com"
    at = after_closing(text, stop[1], end, closers)
    begin = _next_begin(text, stop, at, end) if at < end else -1
    if begin < 0 or begin >= end or (at > stop[1] and is_speaker_tag(text, text[stop[0]], begin, end)):
        return (at, -1), _NOTHING
    following = _word_at(text, begin, end)
    return (at, begin), (following[1], following[2], following[3])


def _cuts(text: str, start: int, end: int, judge: Judge, closers: set[int]) -> list[Cut]:
    """Return the cuts between sentences, those inside quotations among them."""
    cuts: list[Cut] = []
    begin = start
    for match in _STOP.finditer(text, start, end):
        stop, next_word = match.span(), match[1]
        if stop[0] < begin:
            continue  # within a footnote mark
        if stop[1] == end:
            break
        if next_word:  # most stops: no mark stands between
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
        ISO 639-1 code, a region is ignored ("pt-BR"). A language without abbreviations of its own gets a few that
        are shared.

    Returns
    -------
    list of (int, int)
        Offsets [begin, end) in `text`, ascending, without white space at either
        end; nothing but white space lies between them. Empty for a blank block.
        A quotation or parenthesis stays whole, with the words around it, up to
        ``wording.MAX_QUOTATION_WORDS`` words; a longer or unclosed one is cut like other prose.

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
    cuts = _cuts(text, start, end, judge_of(language), {closer for _, closer in pairs})
    if pairs:
        cuts = without_inner_cuts(text, start, end, cuts, pairs)
    spans: list[Span] = []
    for stop, begin in cuts:
        spans.append((start, stop))
        start = begin
    return [*spans, (start, end)]
