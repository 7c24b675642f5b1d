"""Find the marks by which a text says that it replaces an earlier one: "UPDATE 2-", "CORRECTED", "Eds: Updates"."""

from __future__ import annotations

import re

from summarizer.datamodel import Document

_REACH = 300  # characters from the start of the text
_MARK = re.compile(
    r"^\W{0,3}(?:(?:[A-Z]{2,12}[ -]){0,2}(?:UPDATE|WRAPUP|Update) ?(?P<number>\d{1,2})?\b(?=\W)"
    r"|(?P<lead>\d)(?:st|nd|rd|th|ST|ND|RD|TH) (?:LD|Ld|LEAD|Lead)\b"
    r"|(?:CORRECTED|CORRECTION|CORRECTS|RECASTS|REFILE|Corrected|Correction)\b"
    r"|(?:Eds|EDS|Editors)\W{1,3}(?:UPDATES?|Updates?|CORRECTS|Corrects|RECASTS|Recasts)\b)",
    re.MULTILINE,
)


def update_number(document: Document) -> int:
    """The number of the update that the document says it is: 1 where it gives none, 0 where it says nothing of it."""
    marks = [*_MARK.finditer(document.title or ""), *_MARK.finditer(document.text[:_REACH])]
    return max((int(mark["number"] or mark["lead"] or 1) for mark in marks), default=0)
