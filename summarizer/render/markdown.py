"""A briefing as Markdown, for an editor, a wiki or a notebook."""

from __future__ import annotations

import re

from summarizer.datamodel import BriefingContent, Source
from summarizer.render.facts import cite, describe_topic, listed_sources, name_source, place_source
from summarizer.render.printable import make_printable

# Also `$`, which notebooks take for mathematics, and `:` and `@`, from which addresses turn into links by themselves.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$&!]|(?<=www)\.|:(?=//)|@)")
_LIST_MARKER = re.compile(r"^(\d{1,9})([.)])|^([-+=])")
_UNSAFE_IN_URL = re.compile(r"[\s<>()\[\]\\`\"'|]")


def render_markdown(content: BriefingContent) -> str:
    """The briefing as CommonMark. Nothing from a source is markup in it; its only links are the sources' addresses."""
    parts = [
        f"# {_escape(content.headline or 'Briefing')}",
        f"*{_escape(describe_topic(content))}*",
        "\n".join(f"{n}. {_escape(item.text)} {_escape(cite(item))}" for n, item in enumerate(content.items, 1)),
        "## Sources",
        "\n".join(_source(source, content) for source in listed_sources(content)),
    ]
    return "\n\n".join(parts) + "\n"


def _source(source: Source, content: BriefingContent) -> str:
    name = _escape(name_source(source))
    if source.url and source.url.startswith(("http://", "https://")):
        address = _UNSAFE_IN_URL.sub(lambda found: f"%{ord(found.group()):02X}", make_printable(source.url))
        name = f"[{name}](<{address}>)"
    copy = f" (copy of \\[{source.copy_of}\\])" if source.copy_of else ""
    place = place_source(source, content)
    path = f", {_escape(place)}" if place and place != name_source(source) else ""
    return f"- \\[{source.id}\\] {name}{copy}{path}"


def _escape(text: str) -> str:
    escaped = _MARKUP.sub(r"\\\1", make_printable(text))
    return _LIST_MARKER.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", escaped)
