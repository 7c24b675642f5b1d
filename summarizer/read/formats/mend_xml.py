"""Mend XML that is broken in ways that lose nothing: entities of HTML, and a bare `&` or `<` in prose."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_ATTRIBUTE = r"""[\w:.-]+\s{0,9}=\s{0,9}(?:"[^"<]*"|'[^'<]*')"""
_TAG = re.compile(rf"<(?:/[\w:.-]+\s*|[\w:.-]+(?:\s+{_ATTRIBUTE})*\s*/?)>")
_REFERENCE = re.compile(r"&(?:#(?:\d{1,7}|x[0-9a-fA-F]{1,6})|\w{1,40});")
_OWN_ENTITY = re.compile(r"<!ENTITY\s{1,9}(\w{1,40})")
_MARK = re.compile(r"[<&]")
_SUBSET = re.compile(r"<!DOCTYPE[^<>]{0,999}\[")
_ENDS = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>", "<!": ">"}  # of what is no tag; the longest opening first
_KNOWN = frozenset(("&amp;", "&lt;", "&gt;", "&quot;", "&apos;"))
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def mend_xml(markup: str) -> str:
    """Write what XML does not know as characters, and a `<` or `&` that begins neither a tag nor an entity as text.

    References to entities that the document declares stay as they are.
    """
    return "".join(_mended(_FORBIDDEN.sub(" ", markup)))


def _mended(markup: str) -> Iterator[str]:
    own = frozenset(f"&{name};" for name in _OWN_ENTITY.findall(markup))
    at = 0
    while mark := _MARK.search(markup, at):
        start = mark.start()
        yield markup[at:start]
        if markup[start] == "&":
            reference = _REFERENCE.match(markup, start)
            at = reference.end() if reference else start + 1
            yield _without_reference(reference[0], own) if reference else "&amp;"
        else:
            at = _end_of_markup(markup, start)
            yield markup[start:at] if at > start + 1 else "&lt;"
    yield markup[at:]


def _without_reference(reference: str, own: frozenset[str]) -> str:
    """Write a reference in ASCII, which means the same in most encodings; one that is unknown becomes text."""
    if reference in _KNOWN or reference in own:
        return reference
    characters = html.unescape(reference)
    if characters == reference:
        return f"&amp;{reference[1:]}"
    return "".join(f"&#{ord(character)};" for character in characters if not _FORBIDDEN.match(character))


def _end_of_markup(markup: str, start: int) -> int:
    """Find the end of what begins at a `<`: the next character where it begins nothing, and the last where none is."""
    opening = next((opening for opening in _ENDS if markup.startswith(opening, start)), None)
    if opening is None:
        tag = _TAG.match(markup, start)
        return tag.end() if tag else start + 1
    closing = "]>" if _SUBSET.match(markup, start) else _ENDS[opening]
    end = markup.find(closing, start)
    return end + len(closing) if end >= 0 else len(markup)
