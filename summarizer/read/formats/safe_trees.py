"""Parse XML and HTML to trees, and refuse what is too large or nested too deep."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from summarizer.errors import InputError
from summarizer.limits import Limits
from summarizer.read.time_limit import run_aside
from summarizer.read.unpack_allowance import check_markup_size

# libxml2 silently leaves out what is nested deeper than 256 elements. Pages have twenty or thirty.
MAX_DEPTH = 250

SMALL = 20_000  # characters; the worst markup of this size takes a quarter of a second to parse


def parse_xml(data: bytes, path: str, limits: Limits) -> Any:
    """Parse XML to its root element. No entity is expanded, nothing outside is loaded; broken markup is read as far as
    it goes.

    Raises
    ------
    InputError
        It is no XML, or its elements are nested too deep.
    LimitError
        It is too large.
    """
    from lxml import etree

    check_markup_size(len(data), path, limits)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(data, parser) if data.strip() else None
    if root is None:
        raise InputError(path, "damaged: no XML where there should be")
    check_depth(root, path)
    return root


def local_name(element: Any) -> str:
    """Name an element without its namespace; empty for what is no element, such as an entity that was not expanded."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def parse_html(markup: Any, parse: Callable[[Any], Any], path: str, limits: Limits) -> Any:
    """Parse HTML with `parse`, which takes text or bytes and returns a tree, or None where it finds no element.

    The limit of time holds for large markup too, although C code heeds no signal: libxml2 compares each attribute of a
    tag with all before it, so that a tag with very many takes minutes.

    Raises
    ------
    InputError
        Its elements are nested too deep.
    LimitError
        It is too large.
    """
    check_markup_size(len(markup), path, limits)
    root = parse(markup) if len(markup) < SMALL else run_aside(lambda: parse(markup))
    if root is not None:
        check_depth(root, path)
    return root


def check_depth(root: Any, path: str) -> None:
    """Refuse a tree whose end may be missing.

    Where markup is too deep for it, the parser drops all that follows, so it is enough to look at the last element.

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
