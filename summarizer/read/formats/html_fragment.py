"""An HTML fragment to plain text: one line per block, list items behind "- ", nothing that is not for reading."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from summarizer.limits import Limits
from summarizer.read.formats.safe_trees import parse_html

_BLOCKS = frozenset(
    "address article aside blockquote br caption dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr"
    " li main nav ol p pre section table td th tr ul".split()
)
_UNREADABLE = ("script", "style", "template", "noscript", "head", "svg", "iframe", "object", "button", "select")
_TAG = re.compile(r"</(?:p|div|a|span|h[1-6]|li|ul|ol|em|strong|b|i|blockquote|figure)>|<(?:br|p)\s?/?>", re.IGNORECASE)

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BREAK = "\u2029"  # a paragraph separator, unlike a newline, is no white space within a paragraph of HTML


def looks_like_markup(text: str) -> bool:
    """Whether `text` holds HTML elements that articles are written in, rather than prose with a `<` in it."""
    return _TAG.search(text) is not None


def text_of_fragment(markup: str, limits: Limits) -> str:
    """The readable text of an HTML fragment, an article's body; a page with menus is for the HTML reader.

    Raises
    ------
    InputError
        It is too large, or nested too deep.
    """
    import lxml.html

    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True)
    parse = partial(lxml.html.fragment_fromstring, create_parent="div", parser=parser)
    return _text_of(parse_html(_CONTROL.sub(" ", markup), parse, "", limits))


def text_of_page(markup: str, limits: Limits) -> str:
    """The same of a whole page without menus, such as a letter or a chapter; empty for a page without elements.

    Raises
    ------
    InputError
        It is too large, or nested too deep.
    """
    import lxml.html

    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    written = _CONTROL.sub(" ", markup).encode("utf-8")  # a declaration of another encoding is out of date
    parse = partial(lxml.html.document_fromstring, parser=parser)
    return _text_of(parse_html(written, parse, "", limits)) if written.strip() else ""


def _text_of(root: Any) -> str:
    for element in list(root.iter(*_UNREADABLE)):
        element.drop_tree()
    for element in root.iter(*_BLOCKS):
        bullet = "- " if element.tag == "li" else ""
        # Entities can make control characters, which lxml gives but does not take.
        element.text = f"{_BREAK}{bullet}{_CONTROL.sub(' ', element.text or '')}"
        element.tail = f"{_BREAK}{_CONTROL.sub(' ', element.tail or '')}"
    lines = (" ".join(line.split()) for line in root.text_content().split(_BREAK))
    return "\n".join(line for line in lines if line)
