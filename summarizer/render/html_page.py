"""The evidence page: a briefing beside its articles, in one file that loads nothing and runs no script but its own."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.datamodel import Article, BriefingContent, Source
from summarizer.errors import EvidenceError
from summarizer.render.highlights import MAX_PIECE, Highlight, Paragraph, cut_paragraphs, find_highlights
from summarizer.render.pictures import PLOT_MARGIN, PLOT_SIZE, STRIP_HEIGHT, STRIP_WIDTH, Strip, draw_plot, draw_strip
from summarizer.render.printable import make_printable, make_safe
from summarizer.render.source_names import describe_topic, name_source, place_sources
from summarizer.render.why_dropped import explain_dropped, letter_of, score_formula

if TYPE_CHECKING:
    from jinja2 import Template

_FRAME_HEIGHT = 640  # pixels of a page in a notebook
_MAX_NAME = 300  # characters of a title or a path; a longer one is none
_MAX_URL = 2000
_PUBLIC = re.compile(r"https?://[^/?#@]+(?:[/?#]|$)")
_MAX_ALSO_IN = 20  # sources listed behind an item; the matrix of items and sources has all that are on the page


@dataclass(frozen=True, slots=True)
class _ShownArticle:
    """A source as the page shows it; the wire copies of it are folded under it."""

    source: Source
    name: str
    place: str
    link: str | None
    coverage: str
    paragraphs: tuple[Paragraph, ...]
    strip: Strip
    n_copies: int
    copies: tuple[_ShownArticle, ...] = ()


def render_page(content: BriefingContent) -> str:
    """The briefing as a page: on the left what it says, on the right where each sentence stands.

    Text from sources is escaped, the only links out are the sources' addresses, and the page forbids itself everything
    but its own style and script (Content-Security-Policy).

    Raises
    ------
    EvidenceError
        The briefing was made without evidence, or read from JSON.
    """
    if content.evidence is None:
        raise EvidenceError
    style, script = _asset("page.css"), _asset("page.js")
    return _template().render(
        content=content,
        title=_clip(make_printable(content.headline or "Briefing"), _MAX_NAME),
        facts=describe_topic(content),
        articles=_show_articles(content, content.evidence.articles),
        on_page={article.source for article in content.evidence.articles},
        max_also_in=_MAX_ALSO_IN,
        n_not_shown=len(content.sources) - len(content.evidence.articles),
        plot=draw_plot(content),
        formula=score_formula(content),
        explain=lambda dropped: explain_dropped(dropped, content),
        size=(STRIP_WIDTH, STRIP_HEIGHT, PLOT_SIZE, PLOT_MARGIN),
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


def frame_page(content: BriefingContent) -> str:
    """The page in a frame, for a notebook: its script runs, and reaches nothing outside."""
    page = escape(render_page(content))
    return (
        f'<iframe sandbox="allow-scripts allow-popups" srcdoc="{page}" title="Briefing with its articles" '
        f'width="100%" height="{_FRAME_HEIGHT}" style="border:0"></iframe>'
    )


def _show_articles(content: BriefingContent, articles: Sequence[Article]) -> list[_ShownArticle]:
    """The articles in the order of the sources, wire copies inside what they copy where that is shown."""
    highlights, places = find_highlights(content), place_sources(content)
    sources = {source.id: source for source in content.sources}
    n_copies = Counter(source.copy_of for source in content.sources)
    shown = {article.source for article in articles}

    def show(article: Article) -> _ShownArticle:
        source = sources[article.source]
        own_highlights = tuple(highlights.get(source.id, ()))
        return _ShownArticle(
            source=source,
            name=_clip(name_source(source, places[source.id]), _MAX_NAME),
            place=_clip(places[source.id] or "", _MAX_NAME),
            link=_link(source.url),
            coverage=_tell_coverage(own_highlights),
            paragraphs=tuple(cut_paragraphs(article, own_highlights)),
            strip=draw_strip(article, own_highlights),
            n_copies=n_copies[source.id],
            copies=tuple(show(other) for other in articles if sources[other.source].copy_of == source.id),
        )

    return [show(article) for article in articles if sources[article.source].copy_of not in shown]


def _tell_coverage(highlights: Sequence[Highlight]) -> str:
    """Tell what the briefing has of an article: "taken: items 1, 3; also reports: item 2; came near: b"."""
    told = {
        "taken": _numbered("item", [number for highlight in highlights for number in highlight.items]),
        "also reports": _numbered("item", [number for highlight in highlights for number in highlight.also]),
        "came near": ", ".join(sorted(letter_of(number) for highlight in highlights for number in highlight.dropped)),
    }
    return "; ".join(f"{relation}: {names}" for relation, names in told.items() if names) or "nothing taken"


def _numbered(name: str, numbers: Sequence[int]) -> str:
    distinct = sorted(set(numbers))
    return f"{name}{'s' if len(distinct) > 1 else ''} {', '.join(map(str, distinct))}" if distinct else ""


def _link(url: str | None) -> str | None:
    """The address of a source, None where it is no web address, too long for a browser, or holds a password."""
    return url if url and len(url) <= _MAX_URL and _PUBLIC.match(url) else None


def _clip(text: str, length: int = MAX_PIECE) -> str:
    """Cut a text that is longer than any sentence or name would be."""
    return text if len(text) <= length else f"{text[:length]} …"


def _hash(text: str) -> str:
    """The hash by which a Content-Security-Policy names a style or script that it allows."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return (Path(__file__).parent / "templates" / name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined  # imported late: only a page needs it

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {"printable": make_printable, "safe_text": make_safe, "clip": _clip, "letter": letter_of}
    environment.globals["coverage"] = _tell_coverage
    return environment.from_string(_asset("page.html.jinja"))
