"""A briefing as plain text, for a terminal, a pipe or an e-mail."""

from __future__ import annotations

import re

import wcwidth

from summarizer.datamodel import BriefingContent, Source
from summarizer.render.printable import make_printable
from summarizer.render.source_names import (
    cite,
    count_unlisted,
    describe_topic,
    listed_sources,
    name_source,
    place_sources,
    tell_relation,
)

DEFAULT_WIDTH = 80
_LONG_WORD = re.compile(r"\S{200,}")
MAX_WIDTH = 100  # longer lines are hard to read, however wide the window


def render_text(content: BriefingContent, width: int = DEFAULT_WIDTH, *, all_sources: bool = False) -> str:
    """The briefing in lines of at most `width` columns (but no more than 100); double-width characters count two.

    Without `all_sources`, of more than twenty sources those that nothing was taken from are only counted.
    """
    width = max(20, min(width, MAX_WIDTH))
    places = place_sources(content)
    headline = fill_lines(content.headline or "Briefing", width)
    items = (fill_lines(f"{item.text} {cite(item)}", width, f"{n:2d}. ") for n, item in enumerate(content.items, 1))
    listed = listed_sources(content, all_sources=all_sources)
    sources = [line for source in listed for line in _source(source, places[source.id], width)]
    if unlisted := count_unlisted(content, listed):
        sources += fill_lines(unlisted, width)
    parts = [
        "\n".join([*headline, "=" * max(map(wcwidth.wcswidth, headline))]),
        "\n".join(fill_lines(describe_topic(content), width)),
        *map("\n".join, items),
        "\n".join(["Sources", *sources]),
    ]
    return "\n\n".join(parts) + "\n"


def _source(source: Source, place: str | None, width: int) -> list[str]:
    label = f"[{source.id}] "
    name = name_source(source, place)
    relation = tell_relation(source)
    lines = fill_lines(f"{name} ({relation})" if relation else name, width, label)
    # Addresses and paths are for copying: each has its own line and is never broken.
    places = [part for part in (source.url, place) if part and part not in name]
    return lines + [" " * len(label) + make_printable(part) for part in places]


def fill_lines(text: str, width: int, label: str = "") -> list[str]:
    """Break a text into lines of at most `width` columns, the first after `label`, the others indented as far."""
    # Wrapping takes time in the square of a word's length, so absurdly long words are cut before.
    pieces = _LONG_WORD.sub(lambda found: re.sub(r".{12}", r"\g<0> ", found.group()), make_printable(text))
    return wcwidth.wrap(
        pieces,
        width,
        initial_indent=label,
        subsequent_indent=" " * len(label),
        break_on_hyphens=False,
        break_long_words=True,
    ) or [label.rstrip()]
