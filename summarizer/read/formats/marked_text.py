"""The text of an article whose markup is known, and what the markup says of each of its lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from summarizer.datamodel import Block

_KINDS = {"head": "heading", "item": "list item", "cell": "table", "code": "code"}  # the tags are trafilatura's
_PARTS = frozenset((*_KINDS, "p", "quote", "list", "row", "table", "div", "lb"))


def text_of_article(body: Any) -> tuple[str, tuple[Block, ...]]:
    """Write out an article, a line for each paragraph, heading, list item and table cell.

    Returns
    -------
    The text, and a block for each line: its `reason` is None for a paragraph, else "heading", "list item", "table" or
    "code". A line that is there twice in a row is written once.
    """
    lines: list[str] = []
    blocks: list[Block] = []
    start = 0
    for kind, text in _parts(body):
        line = " ".join(text.split())
        if line and line not in lines[-1:]:
            lines.append(line)
            blocks.append(Block(start, start + len(line), kind))
            start += len(line) + 1
    return "\n".join(lines), tuple(blocks)


def _parts(body: Any) -> Iterator[tuple[str | None, str]]:
    """Yield the kind and the text of each part that has no other in it, and of what stands between the others."""
    from lxml import etree

    kinds: list[str | None] = [None]
    pieces: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _PARTS:
            yield kinds[-1], "".join(pieces)
            pieces = []
        if event == "start":
            kinds.append(_KINDS.get(element.tag, kinds[-1]))
            pieces.append(element.text or "")
        else:
            kinds.pop()
            pieces.append(element.tail or "")
    yield None, "".join(pieces)
