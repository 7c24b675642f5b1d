"""Renderers turn a finished briefing into a string, one module a format; they read and write nothing themselves."""

from __future__ import annotations

from collections.abc import Callable

from summarizer.datamodel import BriefingContent
from summarizer.render.commonmark import render_markdown
from summarizer.render.explanation import render_explanation
from summarizer.render.json import render_json, render_line, to_dict
from summarizer.render.text import render_text


def render_html(content: BriefingContent) -> str:
    """The briefing as a page with its evidence. Its module is imported only now: most runs need no page."""
    from summarizer.render.html_page import render_page

    return render_page(content)


def render_frame(content: BriefingContent) -> str:
    """The page in a frame, for a notebook; imported only when asked for, too."""
    from summarizer.render.html_page import frame_page

    return frame_page(content)


RENDERERS: dict[str, Callable[[BriefingContent], str]] = {
    "text": render_text,
    "markdown": render_markdown,
    "json": render_json,
    "html": render_html,
}
SUFFIXES = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".html": "html",
    ".htm": "html",
}

__all__ = [
    "RENDERERS",
    "SUFFIXES",
    "render_explanation",
    "render_frame",
    "render_html",
    "render_json",
    "render_line",
    "render_markdown",
    "render_text",
    "to_dict",
]
