"""Set apart what is glued to the first sentence of a paragraph: a bullet, a dateline or a caption."""

from __future__ import annotations

import re

from summarizer.clean.captions import strong_credits
from summarizer.clean.cleaning_weights import DATELINE_REACH, GLUED_CREDIT_REACH, MIN_REST_CHARACTERS
from summarizer.clean.lines import Line
from summarizer.datamodel import Block
from summarizer.language.scripts import SENTENCE_ENDS

_OPENING = r"(?=[\"“«„‘'(]?[^\W_a-zà-öø-ÿа-яё])"  # a capital, a digit, or a letter of a script without capitals
_DASH = r"\s?(?:\.?\s?[—–]|\.?-{1,2}\s|(?<=\s)_\s)\s?"  # wires write "(AP) _"
_CAPITALS = r"[A-ZÀ-ÖØ-Þ]{3}[A-ZÀ-ÖØ-Þ ]{0,20}"
_DATELINE = re.compile(
    rf"(?:date:?\s+)?\d{{4}}-\d\d-\d\d(?:[T ]\d\d:\d\d\S{{0,9}})?\s+(?:{_DASH})?{_OPENING}"  # 2024-11-16
    rf"|(?:[^\W\d_a-z][^()\n]{{1,50}}?\s?)?[(（][^()（）\n]{{2,25}}[)）]{_DASH}{_OPENING}"  # LIMA, Peru (AP) —
    rf"|[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .'’-]{{2,30}}(?:,[^—–(),\n]{{2,25}}){{0,3}}?{_DASH}{_OPENING}"  # NEW YORK, Nov 16 —
    rf"|[^\n—–()]{{0,60}}\b(?:19|20)\d\d{_DASH}{_OPENING}"  # By X, Nov 3, 2020 —
    r"|[^\s\d]{2,12}(?:\d{1,2}月)?\d{1,2}日(?:[(（][^()（）]{2,20}[)）])?[电電讯訊][\s　]+"  # 新华社北京11月16日电
    rf"|[\[【][^\[\]【】]{{2,25}}[\]】]\s*{_OPENING}"
    rf"|[(（][^\W\d_a-z][^()（）\n]{{1,25}}[)）]\s+{_OPENING}"  # (CNN) The
    rf"|{_CAPITALS}(?:/{_CAPITALS}){{1,3}}(?:,\s[^\W\d_a-z]\w{{2,20}})?\s+{_OPENING}"  # GAZA/JERUSALEM The
    rf"|[—–]\s?{_OPENING}"  # what is left where the place was cut off
)
_NOTE_TO_EDITORS = re.compile(r"(?:Eds|EDS|Editors|EDITORS):\s")  # a wire's, not the readers'
_BULLETS = re.compile(r"(?:[*+•·▪►▶‣◦→›»>-]\s+)+")  # a number stays: it may be a date, "3. Oktober"
# No dateline is without one of these. (`re` skips fast to a leading set, not to an alternation.)
_MARKS = frozenset("—–)）]】日/-_")
_DATELINE_MARK = re.compile(r"[—–)）\]】日/-](?:(?<!-)|(?=\s)|(?<=\d-)(?=\d))")


def cut_head(line: Line) -> list[Block]:
    """Cut a line of prose into blocks: a bullet, a dateline or a glued-on caption at its head, and the prose."""
    if _NOTE_TO_EDITORS.match(line.text):
        return [Block(line.start, line.end, "dateline")]
    bullets = _BULLETS.match(line.text)
    if bullets is None:
        return _cut_dateline(line)
    begin = line.start + bullets.end()
    rest = Line(begin, line.end, line.text[bullets.end() :], marks=line.marks)
    return [Block(line.start, begin, "bullet"), *_cut_dateline(rest)]


def _cut_dateline(line: Line) -> list[Block]:
    if _may_have_dateline(line) and (match := _DATELINE.match(line.text)):
        middle = line.start + match.end()
        return [Block(line.start, line.start + len(match.group().rstrip()), "dateline"), Block(middle, line.end, None)]
    for credit in reversed(strong_credits(line, GLUED_CREDIT_REACH)):
        rest = line.text[credit.end() :].lstrip()
        if (
            len(rest) >= MIN_REST_CHARACTERS
            and not rest[0].islower()
            and rest[0] not in SENTENCE_ENDS
            and rest[0] not in ",;:"
        ):
            return [
                Block(line.start, line.start + credit.end(), "caption"),
                Block(line.end - len(rest), line.end, None),
            ]
    return [Block(line.start, line.end, None)]


def _may_have_dateline(line: Line) -> bool:
    return not _MARKS.isdisjoint(line.marks) and _DATELINE_MARK.search(line.text, 0, DATELINE_REACH) is not None
