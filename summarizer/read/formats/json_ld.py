"""Read what a page says of its article in JSON-LD (schema.org), which search engines ask for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any
from urllib.parse import urldefrag

_MAX_SCRIPT = 1_000_000  # characters; larger ones hold a site's catalogue, not an article
_MAX_NODES = 2000  # of a page; and so deep:
_MAX_DEPTH = 6
# Comments around a script, which old browsers asked for.
_WRAPPING = re.compile(r"^(?:<!--|(?://\s?|/\*\s?)?<!\[CDATA\[(?:\s?\*/)?)|(?:-->|(?://\s?|/\*\s?)?\]\]>(?:\s?\*/)?)$")
_ARTICLE_TYPE = re.compile(r"(?:article|posting|report|review)$", re.IGNORECASE)  # NewsArticle, LiveBlogPosting
_PAGE_TYPE = re.compile(r"(?:webpage|itempage)$", re.IGNORECASE)
# What these hold is not of the article itself, but of others that the page lists or answers.
_OTHERS = frozenset(("comment", "itemlistelement", "haspart", "mentions", "citation", "review", "reviews"))

Node = Mapping[str, Any]


def find_article_node(root: Any, url: str | None) -> Node:
    """The node of the page's article, else of the page; empty where JSON-LD has neither.

    Of several articles, it is the one at the page's own address; else the first, since those that a page links to
    follow or stand in lists.
    """
    nodes = list(_find_nodes(root))
    articles = [node for node in nodes if _has_type(node, _ARTICLE_TYPE)]
    for candidates in (articles, [node for node in nodes if _has_type(node, _PAGE_TYPE)]):
        own = [node for node in candidates if url and _is_at(node, url)]
        if own or candidates:
            return (own or candidates)[0]
    return {}


def names_in(value: object) -> list[str]:
    """The names of a person or organization, or of each in a list; a bare string is a name."""
    if isinstance(value, str):
        return [" ".join(value.split())] if value.strip() else []
    if isinstance(value, Mapping):
        parts = (value.get(part) for part in ("givenName", "familyName"))
        full = " ".join(part for part in parts if isinstance(part, str))
        return names_in(value.get("name") or full)
    if isinstance(value, Sequence):
        return [name for entry in value[:_MAX_NODES] if not isinstance(entry, list) for name in names_in(entry)]
    return []


def _find_nodes(root: Any) -> Iterator[Node]:
    n_nodes = 0
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text and len(script.text) <= _MAX_SCRIPT:
            for node in _walk(_parse(script.text), _MAX_DEPTH):
                n_nodes += 1
                if n_nodes > _MAX_NODES:
                    return
                yield node


def _parse(text: str) -> object:
    # Line breaks within strings are common and harmless.
    with suppress(ValueError, RecursionError):
        return json.loads(_WRAPPING.sub("", text.strip()), strict=False)
    return None


def _walk(value: object, depth: int) -> Iterator[Node]:
    """Each object in `value` that has a type, outer ones first, but for those of other articles."""
    if not depth:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _walk(entry, depth - 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for key, entry in value.items():
            if key.lower() not in _OTHERS and isinstance(entry, (dict, list)):
                yield from _walk(entry, depth - 1)


def _has_type(node: Node, pattern: re.Pattern[str]) -> bool:
    types = node["@type"]
    return any(
        isinstance(kind, str) and pattern.search(kind) for kind in (types if isinstance(types, list) else [types])
    )


def _is_at(node: Node, url: str) -> bool:
    page = node.get("mainEntityOfPage")
    named = (node.get("url"), node.get("@id"), page.get("@id") if isinstance(page, Mapping) else page)
    return any(isinstance(place, str) and _without_fragment(place) == _without_fragment(url) for place in named)


def _without_fragment(url: str) -> str:
    return urldefrag(url)[0].rstrip("/")
