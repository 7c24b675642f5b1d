"""Read the `meta` elements of a page: what its head, and the microdata in its article, say in machines' terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from summarizer.read.formats.title_heading import is_outside

Meta: TypeAlias = Mapping[str, Sequence[str]]


def read_meta(root: Any) -> Meta:
    """Read the contents, on one line each and none empty, by their lower-case names; those of comments are left out."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        names = {(element.get(kind) or "").strip().lower() for kind in ("property", "name", "itemprop")} - {""}
        if content and names and not is_outside(element):
            for name in names:
                found.setdefault(name, []).append(content)
    return found


def contents_of(meta: Meta, names: Iterable[str]) -> list[str]:
    """The contents under the names, in the order of the names."""
    return [content for name in names for content in meta.get(name, ())]
