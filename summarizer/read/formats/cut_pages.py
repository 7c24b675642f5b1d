"""Tell whether the end of a web page is missing: a parser reads what is there, and closes all that is open."""

from __future__ import annotations

import re
from collections import Counter

from summarizer.datamodel import Skipped

_END = re.compile(r"</(?:html|body)\b", re.IGNORECASE)
_NEXT_PAGE = re.compile(r"</html>\s{0,99}(?:<!doctype[^<>]{0,200}>\s{0,99})?<html[\s>]", re.IGNORECASE)
_NEAR_END = 2000  # characters, where the page is closed as a rule
_TAG = re.compile(r"<(/?)(article|blockquote|body|div|html|main|p|section|table|ul|ol|script|style)\b", re.IGNORECASE)


def find_cut(markup: str, path: str) -> tuple[Skipped, ...]:
    """Say what of a page is not read: its end, if it ends in a tag or an element; what stands after it, or in a comment
    without an end.
    """
    if markup.rfind("<!--") > markup.rfind("-->"):
        return (Skipped(path, "a comment that nothing closes hides the rest of the page"),)
    if _NEXT_PAGE.search(markup):
        return (Skipped(path, "another page follows in the file, which is not read"),)
    is_cut = not _END.search(markup, max(0, len(markup) - _NEAR_END)) and _is_open(markup)
    return (Skipped(path, "cut off: the end of the page is missing"),) if is_cut else ()


def _is_open(markup: str) -> bool:
    ends = [end.end() for end in _END.finditer(markup)]
    rest = markup[ends[-1] if ends else 0 :]
    if rest.rfind("<") > rest.rfind(">"):
        return True
    n_opened: Counter[str] = Counter()
    n_closed: Counter[str] = Counter()
    for tag in _TAG.finditer(rest):
        (n_closed if tag[1] else n_opened)[tag[2].lower()] += 1
    if not n_closed["p"]:  # who closes none of them may leave the last one open
        del n_opened["p"]
    return any(n_opened[name] > n_closed[name] for name in n_opened)
