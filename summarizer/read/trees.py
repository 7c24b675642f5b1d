"""Markup to trees, none larger or deeper than is safe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from summarizer.errors import InputError, LimitError
from summarizer.limits import Limits
from summarizer.read.raw import size

# libxml2 leaves out what is nested deeper than 256 elements, without a word. Pages have twenty or thirty.
MAX_DEPTH = 250

MAX_ATTRIBUTES = 200  # of a tag; more than a few dozen are unheard of
_TAG = re.compile(r"""<(?:(script|style)\b|[a-zA-Z])(?:[^>=]+|=(?!\s*["'])|=\s*"[^"]*"|=\s*'[^']*')*""", re.IGNORECASE)
_UNMARKED_END = re.compile(r"</(?:script|style)", re.IGNORECASE)
_BETWEEN = re.compile(r"""[\s/]+|=(?:\s*(?:"[^"]*"|'[^']*'))?""")


def parse_xml(data: bytes, path: str, limits: Limits) -> Any:
    """The root element. No entity is expanded, nothing outside is loaded, and broken markup is read as far as it goes.

    Raises
    ------
    InputError
        It is no XML, or its elements are nested too deep.
    LimitError
        It is too large.
    """
    from lxml import etree

    check_size(len(data), path, limits)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(data, parser) if data.strip() else None
    if root is None:
        raise InputError(path, "damaged: no XML where there should be")
    check_depth(root, path)
    return root


def local_name(element: Any) -> str:
    """An element's name without its namespace; empty for what is no element, such as an entity that was left alone."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def check_markup(markup: str, path: str, limits: Limits) -> None:
    """Refuse HTML that would take its parser too long, or make too large a tree.

    Raises
    ------
    InputError
        A tag has attributes without measure: the parser compares each with all before it, and cannot be interrupted.
    LimitError
        It is too large.
    """
    check_size(len(markup), path, limits)
    if any(_n_parts(tag) > 2 * MAX_ATTRIBUTES for tag in _long_tags(markup)):
        raise InputError(path, f"has a tag with more than {MAX_ATTRIBUTES} attributes")


def _long_tags(markup: str) -> Iterator[str]:
    """The tags that have room for too many attributes; in scripts, `a<b` is none."""
    position = 0
    while tag := _TAG.search(markup, position):
        position = tag.end()
        if position - tag.start() > 2 * MAX_ATTRIBUTES:
            yield tag[0]
        if tag[1]:
            end = _UNMARKED_END.search(markup, position)
            position = end.end() if end else len(markup)


def _n_parts(tag: str) -> int:
    """Names, values and what is between them: at most two for an attribute."""
    return len(_BETWEEN.findall(tag))


def check_size(n_characters: int, path: str, limits: Limits) -> None:
    """Refuse what would make too large a tree.

    Raises
    ------
    LimitError
        It would.
    """
    if n_characters > limits.markup_bytes:
        raise LimitError(path, f"has more than {size(limits.markup_bytes)} in one piece", "markup_bytes")


def check_depth(root: Any, path: str) -> None:
    """Refuse a tree from which something may be missing.

    Where the parser gives up, nothing follows, so it is enough to look at the last element.

    Raises
    ------
    InputError
        Its last element is as deep as the parser goes.
    """
    depth = 0
    while len(root):
        root = root[-1]
        depth += 1
    if depth >= MAX_DEPTH:
        raise InputError(path, f"its markup is nested deeper than {MAX_DEPTH} elements")
