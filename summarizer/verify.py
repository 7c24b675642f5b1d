"""Whether what a briefing says still stands where it says so, in the sources on disk."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.datamodel import BriefingContent, BriefingItem, Document, Passage, Source
from summarizer.limits import DEFAULT_LIMITS, Limits
from summarizer.locations import STANDARD_STREAM, is_web_address
from summarizer.read.documents import read_documents


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A passage that does not stand where the briefing says, and what is there instead.

    `item` counts from 1; `is_also_in` tells a passage that reports the same from the item's own.
    """

    item: int
    is_also_in: bool
    source: int
    path: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Verification:
    """How many passages were looked for, items and also-in together, and those that were not found."""

    n_passages: int
    mismatches: tuple[Mismatch, ...]


def verify_briefing(content: BriefingContent, limits: Limits = DEFAULT_LIMITS) -> Verification:
    """Look up every item and every also-in passage at its offsets in the sources on disk.

    Paths are those that the briefing was made from, so relative ones count from the folder it was made in. White space
    is folded on both sides. What was fetched is not fetched again: a briefing may come from anywhere.
    """
    n_of_id = Counter(source.id for source in content.sources)
    sources = {source.id: source for source in content.sources if n_of_id[source.id] == 1}
    passages = list(_passages(content))
    cited = {passage.source for _, passage, _ in passages}
    found = _find_documents(content.sources, cited, limits)
    found = {number: document for number, document in found.items() if number in sources}
    mismatches = []
    for item, passage, is_also_in in passages:
        reason = _check(passage, found.get(passage.source, "the briefing lists no such source, or several"))
        if reason:
            source = sources.get(passage.source)
            mismatches.append(Mismatch(item, is_also_in, passage.source, source.path if source else None, reason))
    return Verification(len(passages), tuple(mismatches))


def _passages(content: BriefingContent) -> Iterator[tuple[int, BriefingItem | Passage, bool]]:
    for number, item in enumerate(content.items, 1):
        yield number, item, False
        yield from ((number, passage, True) for passage in item.also_in)


def _find_documents(sources: Sequence[Source], cited: set[int], limits: Limits) -> Mapping[int, Document | str]:
    """The document of each cited source, or why there is none."""
    ids_of: dict[str | None, list[int]] = {}
    for source in sources:
        ids_of.setdefault(source.path, []).append(source.id)
    found: dict[int, Document | str] = {}
    for path, ids in ids_of.items():
        if cited.isdisjoint(ids):
            continue
        documents, reason = _read_again(path, len(ids), limits)
        for i, number in enumerate(ids):
            found[number] = documents[i] if i < len(documents) else reason
    return found


def _read_again(path: str | None, n_articles: int, limits: Limits) -> tuple[Sequence[Document], str]:
    """The documents of a file, and what to say of those that are not among them."""
    if path is None:
        return (), "it was not read from a file"
    if path == STANDARD_STREAM:
        return (), "it was read from standard input"
    if is_web_address(path):
        return (), "it was fetched from there, and is not again"
    if os.path.isdir(path):
        return (), "that is a folder now"
    topic = read_documents([path], limits=limits)
    if topic.skipped and not topic.documents:
        return (), topic.skipped[0].reason
    return topic.documents, f"the file has {len(topic.documents)} articles now, and had {n_articles}"


def _check(passage: BriefingItem | Passage, document: Document | str) -> str:
    """What is wrong with the passage; empty where it stands."""
    if isinstance(document, str):
        return document
    if not 0 <= passage.start < passage.end:
        return f"{passage.start}:{passage.end} is no place in a text"
    if not passage.text:
        return "there is no text to look for"
    if " ".join(document.text[passage.start : passage.end].split()) == passage.text:
        return ""
    at = document.text.find(passage.text)
    return "another text stands there" + (f"; it begins at {at} now" if at >= 0 else ", and it is nowhere else")
