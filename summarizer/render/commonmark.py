"""A briefing as Markdown, for an editor, a wiki or a notebook."""

from __future__ import annotations

import re
from urllib.parse import quote

from summarizer.datamodel import BriefingContent, Source
from summarizer.locations import is_web_address
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

_MARKUP = re.compile(r"[`*_{}\[\]<>#|~^&!]|(?<=(?i:www))\.|:(?=//)|/(?=/)")
# Notebooks take what stands between two of these for mathematics, before they read Markdown, and mark its place by @.
_ENTITIES = {ord(char): f"&#{ord(char)};" for char in "\\$@"}
_LIST_MARKER = re.compile(r"^(\d{1,9})([.)])|^([-+=])")
_URL_SAFE = "-._~:/?#=%+,;"


def render_markdown(content: BriefingContent, *, all_sources: bool = False) -> str:
    """The briefing as CommonMark. Nothing from a source becomes markup; the only links are the sources' addresses.

    Without `all_sources`, of more than twenty sources those that nothing was taken from are only counted.
    Some viewers turn a bare e-mail address or domain in a sentence into a link; CommonMark has no way to forbid that.
    """
    places = place_sources(content)
    listed = listed_sources(content, all_sources=all_sources)
    sources = [_source(source, places[source.id]) for source in listed]
    if unlisted := count_unlisted(content, listed):
        sources.append(f"- {unlisted}")
    parts = [
        f"# {_escape(content.headline or 'Briefing')}",
        f"*{_escape(describe_topic(content))}*",
        "\n".join(f"{n}. {_escape(item.text)} {_escape(cite(item))}" for n, item in enumerate(content.items, 1)),
        "## Sources",
        "\n".join(sources),
    ]
    return "\n\n".join(parts) + "\n"


def _source(source: Source, place: str | None) -> str:
    named = name_source(source, place)
    name = _escape(named)
    if source.url and is_web_address(source.url):
        # What could end the link or begin another construct is encoded; a bare & could begin an entity.
        address = quote(make_printable(source.url), safe=_URL_SAFE + "&").replace("&", "&amp;")
        name = f"[{name}](<{address}>)"
    relation = f" ({_escape(tell_relation(source))})" if tell_relation(source) else ""
    path = f", {_escape(place)}" if place and place not in named else ""
    return f"- \\[{source.id}\\] {name}{relation}{path}"


def _escape(text: str) -> str:
    parts = re.split(r"([\\$@])", make_printable(text))
    escaped = "".join(part.translate(_ENTITIES) if len(part) == 1 else _MARKUP.sub(r"\\\g<0>", part) for part in parts)
    return _LIST_MARKER.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", escaped)
