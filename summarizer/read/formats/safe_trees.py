"""Parse XML and HTML to trees, and refuse what is too large or nested too deep."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from summarizer.datamodel import Skipped
from summarizer.errors import InputError
from summarizer.limits import Limits
from summarizer.read.formats.mend_xml import mend_xml
from summarizer.read.skipping import shorten
from summarizer.read.time_limit import run_aside
from summarizer.read.unpack_allowance import BYTES_PER_TAG, check_markup_size, check_n_tags

# libxml2 silently leaves out what is nested deeper than 256 elements. Pages have twenty or thirty.
MAX_DEPTH = 250

_MAX_MENDED = 1_000_000  # marks in XML that is mended, each in a piece of its own

SMALL = 20_000  # characters; the worst markup of this size takes a quarter of a second to parse


def parse_xml(data: bytes, path: str, limits: Limits) -> Any:
    """Parse XML to its root element, as `parse_sound_part` does, where nothing is lost that matters."""
    return parse_sound_part(data, path, limits)[0]


def parse_sound_part(data: bytes, path: str, limits: Limits) -> tuple[Any, tuple[Skipped, ...]]:
    """Parse XML as far as it is sound: its root element, and what is lost of the rest.

    No entity is expanded, and nothing outside is loaded.

    Raises
    ------
    InputError
        It is no XML, or its elements are nested too deep.
    LimitError
        It is too large.
    """
    from lxml import etree

    check_markup_size(len(data), path, limits)
    check_n_tags(data, path, limits)
    root, fault = _parse(data)
    if fault and data.count(b"&") <= _MAX_MENDED:
        with suppress(UnicodeError):  # in another encoding it stays as it is
            root, fault = _parse(mend_xml(data.decode("utf-8")).encode())
    if root is None:
        raise InputError(path, "damaged: no XML where there should be")
    check_depth(root, path)
    entity = next((entity.text for entity in root.iter(etree.Entity)), None)
    if entity and not fault:
        fault = f"the entity {shorten(entity)} is not expanded: what it stands for is missing"
    return root, (Skipped(path, fault),) if fault else ()


def _parse(data: bytes) -> tuple[Any, str | None]:
    """Parse XML as far as it goes, and say where it is broken."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(data, parser) if data.strip() else None
    harmless = (etree.ErrorTypes.ERR_ATTRIBUTE_REDEFINED, etree.ErrorTypes.ERR_RESERVED_XML_NAME)
    for error in parser.error_log:
        is_lost = error.level > etree.ErrorLevels.WARNING and error.type not in harmless
        if is_lost and error.domain != etree.ErrorDomains.NAMESPACE:
            return root, f"damaged or cut off at line {error.line}: what is not sound in it is lost"
    return root, None


def local_name(element: Any) -> str:
    """Name an element without its namespace; empty for what is no element, such as an entity that was not expanded."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def parse_html(
    markup: Any, parse: Callable[[Any], Any], path: str, limits: Limits, bytes_per_tag: int = BYTES_PER_TAG
) -> Any:
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
    check_n_tags(markup, path, limits, bytes_per_tag)
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
