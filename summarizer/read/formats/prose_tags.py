"""Tell tags from prose with a `<` in it: what only looks like a tag would swallow the text after it.

A parser takes "if x <y then ..." for an element whose attributes are words, and leaves out all that follows a
`<select>`, a `<style>` or a `<!--` that nothing closes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_VALUE = r"""(?:"[^"<]*(?:<[^"<]{0,200}){0,3}"|'[^'<]*(?:<[^'<]{0,200}){0,3}')"""
_TAG = re.compile(rf"<(/?)([a-zA-Z][\w:-]*)((?:[\s/](?:[^<>\"']|{_VALUE})*)?)>", re.ASCII)
_ATTRIBUTE = re.compile(rf"""(?<![\w:@.-])[\w:@.-]+\s{{0,9}}=\s{{0,9}}(?:{_VALUE}|[^\s"'>]+)""")
_WORD = re.compile(r"[^\W\d_]+[.,;:!?]?")
_DECLARATION = re.compile(r"<[!?][^<>]{0,300}>")
_COMMENT = "<!--"

_ELEMENTS = frozenset(
    "a abbr acronym address area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas"
    " caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset"
    " figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img"
    " input ins kbd label legend li link main map mark marquee math menu menuitem meta meter nav nobr noembed noframes"
    " noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search section"
    " select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th"
    " thead time title tr track tt u ul var video wbr xmp".split()
)
_BOOLEAN = frozenset(
    "allowfullscreen allowpaymentrequest async autofocus autoplay checked compact controls default defer disabled"
    " download formnovalidate hidden inert ismap itemscope loop mozallowfullscreen multiple muted nohref nomodule"
    " noresize noshade novalidate nowrap open playsinline readonly required reversed scoped seamless selected truespeed"
    " webkitallowfullscreen".split()
)
# Everything up to the closing tag is text of these, whatever it looks like.
_RAW = frozenset("iframe noembed noframes script style textarea title xmp".split())
_CLOSINGS = {_COMMENT: re.compile("-->")} | {
    name: re.compile(rf"</{name}\b", re.IGNORECASE | re.ASCII) for name in _RAW
}
_OPENINGS = {name: re.compile(rf"<{name}\b", re.IGNORECASE | re.ASCII) for name in _RAW}
# Their content is not read, so they count only where they end.
_LEFT_OUT = frozenset("button head noscript object select svg template".split())


def escape_prose(markup: str) -> str:
    """Write each `<` that begins no tag as `&lt;`, so that a parser keeps the words after it.

    No tag is one that has words for attributes, one of an unknown name that is not closed, and one whose content is
    not read and that is not closed.
    """
    if "<" not in markup:
        return markup
    pieces: list[str] = []
    end = 0
    for start in sorted(_prose_openings(markup)):
        pieces += [markup[end:start], "&lt;"]
        end = start + 1
    return "".join([*pieces, markup[end:]])


def _prose_openings(markup: str) -> Iterator[int]:
    """Find each `<` that begins no tag, in any order."""
    unclosed: dict[str, list[int]] = {}
    ends: dict[str, int] = {}
    at = 0
    while (start := markup.find("<", at)) >= 0:
        tag = _TAG.match(markup, start)
        at = tag.end() if tag else _end_of_declaration(markup, start, ends)
        if at == start + 1 or (tag and _is_prose(tag, ends)):
            yield start
        elif tag and tag[2].lower() in _RAW and not _is_closed(tag):
            at = ends[tag[2].lower()]
        elif tag:
            _count(tag, unclosed)
    for starts in unclosed.values():
        yield from starts


def _is_prose(tag: re.Match[str], ends: dict[str, int]) -> bool:
    """Tell whether an opening tag has words for attributes, or would swallow text because nothing closes it."""
    name = tag[2].lower()
    if tag[1]:
        return False
    if name == "plaintext" or not _has_attributes_only(tag[3]):
        return True
    if name not in _RAW or _is_closed(tag):
        return False
    end = _closing(tag.string, name, tag.end(), ends)
    opens_again = None if name == "script" else _OPENINGS[name].search(tag.string, tag.end(), end)
    return end > len(tag.string) or opens_again is not None


def _is_closed(tag: re.Match[str]) -> bool:
    return bool(tag[1]) or tag[3].endswith("/")


def _count(tag: re.Match[str], unclosed: dict[str, list[int]]) -> None:
    """Remember an opening tag that counts only where it is closed, until that is found."""
    name = tag[2].lower()
    if tag[1] and unclosed.get(name):
        unclosed[name].pop()
    elif not _is_closed(tag) and (name in _LEFT_OUT or name not in _ELEMENTS):
        unclosed.setdefault(name, []).append(tag.start())


def _end_of_declaration(markup: str, start: int, ends: dict[str, int]) -> int:
    """Find the end of a comment or a declaration; the next character where there is none."""
    if markup.startswith(_COMMENT, start):
        end = _closing(markup, _COMMENT, start, ends)
        return end if end < len(markup) else start + 1
    declaration = _DECLARATION.match(markup, start)
    return declaration.end() if declaration else start + 1


def _has_attributes_only(written: str) -> bool:
    """Tell whether nothing but attributes stands after the name of a tag; words are prose."""
    if not written.strip(" /"):
        return True
    bare = _ATTRIBUTE.sub(" ", written).split()
    return not any(_WORD.fullmatch(word) and word.lower() not in _BOOLEAN for word in bare)


def _closing(markup: str, name: str, begin: int, ends: dict[str, int]) -> int:
    """Find what closes a comment or a raw element; a place beyond the end where nothing does.

    `ends` remembers what was found last, so that the markup is searched once only.
    """
    if ends.get(name, -1) < begin:
        closing = _CLOSINGS[name].search(markup, begin)
        ends[name] = closing.start() if closing else len(markup) + 1
    return ends[name]
