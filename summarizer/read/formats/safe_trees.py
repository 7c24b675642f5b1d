"""Markup to trees, none larger or deeper than is safe."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from summarizer.errors import InputError, LimitError
from summarizer.limits import Limits
from summarizer.read.raw_files import size
from summarizer.read.time_limit import run_aside

# libxml2 leaves out what is nested deeper than 256 elements, without a word. Pages have twenty or thirty.
MAX_DEPTH = 250

SMALL = 20_000  # characters; the worst that fits in takes a quarter of a second


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


def parse_html(markup: Any, parse: Callable[[Any], Any], path: str, limits: Limits) -> Any:
    """The tree that `parse` makes of text or bytes, None where it makes none.

    Time passes for it too, though it is C: it compares each attribute of a tag with all before it.

    Raises
    ------
    InputError
        Its elements are nested too deep.
    LimitError
        It is too large.
    """
    check_size(len(markup), path, limits)
    root = parse(markup) if len(markup) < SMALL else run_aside(lambda: parse(markup))
    if root is not None:
        check_depth(root, path)
    return root


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
