"""HTML without menus, such as an article body or a letter, to plain text: a line per block, list items after "- "."""

from __future__ import annotations

import html
import re
from functools import partial
from typing import Any

from summarizer.limits import Limits
from summarizer.read.formats.prose_tags import escape_prose
from summarizer.read.formats.safe_trees import parse_html
from summarizer.read.unpack_allowance import check_n_tags

_BLOCKS = frozenset(
    "address article aside blockquote br caption dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr"
    " li main nav ol p pre section table td th tr ul".split()
)
_UNREADABLE = ("script", "style", "template", "noscript", "head", "svg", "iframe", "object", "button", "select")
_TAG = re.compile(r"</(?:p|div|a|span|h[1-6]|li|ul|ol|em|strong|b|i|blockquote|figure)>|<(?:br|p)\s?/?>", re.IGNORECASE)

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});")

# Characters that lxml refuses to be given.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_PARAGRAPH_TAG = re.compile(r"<(?:p|br|div|li|td)\b", re.IGNORECASE)
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_BLANK_LINE = re.compile(r"\n[ \t\r]{0,99}\n")
_BREAK = "\u2029"  # stands between blocks; a newline would not do, because it is a space within a paragraph of HTML


def looks_like_markup(text: str) -> bool:
    """Tell whether `text` is written in HTML elements, rather than prose with a `<` in it."""
    return _TAG.search(text) is not None


def text_of_field(value: str, limits: Limits) -> str:
    """Take the text out of a field of a feed or of JSON: prose, HTML, or either escaped once more than it should be.

    Raises
    ------
    InputError
        It is nested too deep.
    LimitError
        It is too large.
    """
    unescaped = value if looks_like_markup(value) else _without_entities(value)
    text = text_of_fragment(unescaped, limits) if looks_like_markup(unescaped) else unescaped
    return _without_entities(text)


def _without_entities(text: str) -> str:
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text) if "&" in text else text


def text_of_fragment(markup: str, limits: Limits) -> str:
    """Take the text to read out of an HTML fragment, such as the body of an article, or prose with some tags in it.

    Raises
    ------
    InputError
        It is nested too deep.
    LimitError
        It is too large.
    """
    import lxml.html

    check_n_tags(markup, "", limits)
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True)
    parse = partial(lxml.html.fragment_fromstring, create_parent="div", parser=parser)
    written = escape_prose(_CDATA.sub("", _FORBIDDEN.sub(" ", markup)))
    if not _PARAGRAPH_TAG.search(written):
        written = _BLANK_LINE.sub("<br>", written)
    return _readable_text(parse_html(written, parse, "", limits))


def text_of_page(markup: str, limits: Limits) -> str:
    """Take the text to read out of a whole HTML page without menus, such as a letter or a chapter.

    Raises
    ------
    InputError
        It is nested too deep.
    LimitError
        It is too large.
    """
    import lxml.html

    check_n_tags(markup, "", limits)
    # Given bytes and their encoding, the parser ignores what the page declares: that is no longer true of a `str`.
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    written = escape_prose(_FORBIDDEN.sub(" ", markup)).encode("utf-8")
    parse = partial(lxml.html.document_fromstring, parser=parser)
    return _readable_text(parse_html(written, parse, "", limits)) if written.strip() else ""


def _readable_text(root: Any) -> str:
    for element in list(root.iter(*_UNREADABLE)):
        element.drop_tree()
    for element in root.iter(*_BLOCKS):
        bullet = "- " if element.tag == "li" else ""
        # Entities make forbidden characters too: lxml returns them, but refuses to be given them.
        element.text = f"{_BREAK}{bullet}{_FORBIDDEN.sub(' ', element.text or '')}"
        element.tail = f"{_BREAK}{_FORBIDDEN.sub(' ', element.tail or '')}"
    lines = (" ".join(line.split()) for line in root.text_content().split(_BREAK))
    return "\n".join(line for line in lines if line)
