"""Find quotations and brackets, and keep sentences from cutting the short ones."""

import re
from collections.abc import Iterator

from summarizer.language.words import languages
from summarizer.sentences.wording import MAX_QUOTATION_WORDS

Span = tuple[int, int]  # offsets of the opening and of the closing mark
Cut = tuple[int, int]  # end of a sentence, begin of the next one

_MAX_CHARACTERS = 9 * MAX_QUOTATION_WORDS  # longer is taken to have more words, because counting takes time

# A single mark counts only where no apostrophe can stand: ‘ and ' before a word
# that starts a quotation, ’ and ' after the punctuation that ends one.
# (The set comes first, and what stands around a mark is asked in lookbehinds over
# it, because `re` skips fast to a leading set, not to an alternation.)
_MARK = re.compile(
    r"""[“”„"«»「」『』()（）\[\]‘’'](?:
        (?<![‘’'])
        | (?<=‘)(?=\w)
        | (?<=(?<![\w'’])')(?=[^\W\d_])
        | (?<=[.,?!…]['’])(?!\w)
    )""",
    re.VERBOSE,
)
_FAMILY = {
    mark: family
    for family, marks in enumerate(['“”„"', "«»", "「」", "『』", "()", "（）", "[]", "‘’'"])
    for mark in marks
}
_ALWAYS_OPEN = frozenset("„「『([（‘")
_ALWAYS_CLOSE = frozenset("」』)]）’")


def _opens(text: str, at: int, opened: str) -> bool:  # noqa: PLR0911 (a case a line)
    """Tell whether the mark at `at` opens, the mark `opened` ("" for none) being open."""
    mark = text[at]
    if mark in _ALWAYS_OPEN or mark in _ALWAYS_CLOSE:
        return mark in _ALWAYS_OPEN
    if mark == "“":  # closes what „ opened
        return opened != "„"
    space_before = at == 0 or not (text[at - 1].isalnum() or text[at - 1] in ".,?!…%)]’'")
    space_after = at + 1 == len(text) or text[at + 1].isspace()
    if mark == "«":  # « French » and »German«
        return opened != "»"
    if mark == "»":
        return not opened and space_before and not space_after
    if mark == "”":  # ”Swedish”
        return not opened and space_before and not space_after
    if space_before == space_after:  # straight, no help from its neighbours
        return not opened
    return space_before


def quoted_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the pairs of marks in text[start:end] not too far apart.

    A mark that opens while one of its family is open takes its place: the first
    was never closed, as where each paragraph of a long quotation opens anew.
    """
    open_at: dict[int, int] = {}
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        family = _FAMILY[text[at]]
        opener = open_at.get(family)
        if _opens(text, at, "" if opener is None else text[opener]):
            open_at[family] = at
        elif opener is not None:
            del open_at[family]
            if at - opener <= _MAX_CHARACTERS:
                yield opener, at


# What may stand between a stop and the space after it.
_CLOSING = frozenset(")]}）］›’」』")  # closes wherever it stands
_ALSO_CLOSING = frozenset("\"'”»")  # closes unless a word follows: «Oui», »Ja«
_FOOTNOTE = re.compile(r"\[[^\[\]\n]{1,24}\]|\s\[\d{1,3}\]")  # "end.[1]", "end. [1]"
_SUPERSCRIPTS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")


def _closes(text: str, at: int, closers: set[int]) -> bool:
    """Tell whether text[at] closes a quotation or bracket, and does not open one."""
    char = text[at]
    return char in _CLOSING or at in closers or (char in _ALSO_CLOSING and not text[at + 1 : at + 2].isalnum())


def after_closing(text: str, at: int, end: int, closers: set[int]) -> int:
    """Return the offset after the closing marks and footnote marks that follow a stop."""
    while at < end:
        if _closes(text, at, closers) or text[at] in _SUPERSCRIPTS:
            at += 1
        elif "[" in text[at : at + 2] and (note := _FOOTNOTE.match(text, at, end)):
            at = note.end()
        elif text[at].isspace() and (at + 1 in closers or text[at + 1] in _CLOSING):
            at += 2  # « comme en français »
        else:
            break
    return at


# “Really?” Kim asked sharply. / “We go. Now.” Kim said on Monday.
_SPEECH_VERBS = "|".join(words.speech_verbs for words in languages().values() if words.speech_verbs)
_TAG = rf"(?:[\w.’'-]{{1,24}}\s){{1,4}}?(?:{_SPEECH_VERBS})\b"
_TAG_AFTER_CALL = re.compile(_TAG)
_NAME_AFTER_DASH = re.compile(r"[—–]\s?[^\W\d_a-z][^.!?]{1,120}$")  # “We go.” — Kim Lee, baker
_MAX_NAME = 124  # characters
_TAG_AFTER_STOP = re.compile(_TAG + r"(?:\s\w{1,12}){0,2}[.,]")


def is_speaker_tag(text: str, stop: str, at: int, end: int) -> bool:
    """Tell whether text[at:end] names the speaker of a quotation that ended with `stop`.

    After a full stop only a tag that is a whole clause is one: "Kim said later that ..." may as well be a sentence. In
    most languages but English the tag starts with its verb, in lower case, where no sentence is cut anyway.
    """
    if text[at] in "—–":
        return _NAME_AFTER_DASH.match(text[at : min(end, at + _MAX_NAME)]) is not None and end - at < _MAX_NAME
    tag = _TAG_AFTER_STOP if stop == "." else _TAG_AFTER_CALL
    return tag.match(text, at, end) is not None


def _is_short(text: str, begin: int, end: int) -> bool:
    """Tell whether text[begin:end] is short enough to stay one sentence."""
    return end - begin <= _MAX_CHARACTERS and len(text[begin:end].split()) <= MAX_QUOTATION_WORDS


def _inside(cuts: list[Cut], pairs: list[Span]) -> list[bool]:
    """Tell of each cut whether it is inside a pair; both sorted.

    At most one pair of each family is open anywhere, so no cut is visited more
    often than there are families.
    """
    inside = [False] * len(cuts)
    first = 0
    for opener, closer in pairs:
        while first < len(cuts) and cuts[first][0] <= opener:
            first += 1
        at = first
        while at < len(cuts) and cuts[at][0] <= closer:
            inside[at] = True
            at += 1
    return inside


def without_inner_cuts(text: str, start: int, end: int, cuts: list[Cut], pairs: list[Span]) -> list[Cut]:
    """Drop the cuts inside quotations whose whole sentence, tag and all, is short."""
    kept: list[Cut] = []
    run: list[Cut] = []
    for cut, inside in zip([*cuts, (end, end)], [*_inside(cuts, pairs), False], strict=True):
        if inside:
            run.append(cut)
            continue
        if run and not _is_short(text, kept[-1][1] if kept else start, cut[0]):
            kept.extend(run)
        run = []
        kept.append(cut)
    return kept[:-1]
