"""Check that the passages of a briefing still stand in its sources on disk, at the offsets that it gives."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.briefing import Briefing
from summarizer.datamodel import BriefingContent, BriefingItem, Document, Passage, Source
from summarizer.errors import InputError, os_error_reason
from summarizer.limits import DEFAULT_LIMITS, Limits
from summarizer.locations import STANDARD_STREAM, is_web_address
from summarizer.read.documents import read_documents
from summarizer.read.folders import split_archive_path
from summarizer.read.own_output import is_own_output
from summarizer.read.raw_files import read_bytes, read_standard_input
from summarizer.read.unpack_allowance import check_markup_size
from summarizer.render.printable import make_printable
from summarizer.version import VERSION

_OPENING = 64  # bytes in which JSON begins


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A passage that does not stand where the briefing says.

    Parameters
    ----------
    item
        Number of the item, counted from 1.
    is_also_in
        The passage is one of the item's `also_in`, not the item itself.
    source, path
        Id of the source, and its path in the briefing.
    reason
        What stands there instead, or why that cannot be told.
    """

    item: int
    is_also_in: bool
    source: int
    path: str | None
    reason: str

    def __str__(self) -> str:
        relation = ", also in" if self.is_also_in else ", from"
        path, reason = make_printable(self.path or ""), make_printable(self.reason)
        return f"Item {self.item}{relation} [{self.source}] {path}: {reason}"


@dataclass(frozen=True, slots=True)
class Verification:
    """The result of checking a briefing.

    Parameters
    ----------
    n_passages
        Number of passages that were checked: items and their `also_in` together.
    mismatches
        The passages that were not found.
    n_items
        Number of items in the briefing.
    version
        Version of this package that made the briefing.
    """

    n_passages: int
    mismatches: tuple[Mismatch, ...]
    n_items: int
    version: str

    def to_text(self) -> str:
        """Write the result for a person: a line for each mismatch, and a summary."""
        if not self.mismatches:
            return f"All {self.n_passages} passages of {self.n_items} items stand where the briefing says.\n"
        made_by = f" It was made by version {make_printable(self.version)}, this is {VERSION}."
        summary = f"{len(self.mismatches)} of {self.n_passages} passages do not stand where the briefing says."
        lines = [*map(str, self.mismatches), summary + (made_by if self.version != VERSION else "")]
        return "\n".join(lines) + "\n"


def read_briefing(path: str, limits: Limits = DEFAULT_LIMITS) -> Briefing:
    """Read a briefing that `Briefing.to_json` or `--format json` has written, from a file or, for `-`, standard input.

    Raises
    ------
    InputError
        The file cannot be read, holds no such briefing, or one without items.
    LimitError
        The file is larger than the limits allow.
    """
    try:
        data = read_standard_input(limits) if path == STANDARD_STREAM else read_bytes(path, limits)
        if is_own_output(data) and b"{" not in data[:_OPENING]:
            raise InputError(
                path, "only a briefing in JSON can be checked, as summarize ... -o briefing.json writes it"
            )
        check_markup_size(len(data), path, limits)
        briefing = Briefing.from_json(data)
    except OSError as error:
        raise InputError(path, os_error_reason(error)) from error
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise InputError(path, "no briefing as --format json writes it") from error
    if not briefing.items:
        raise InputError(path, "there is no item in it")
    return briefing


def verify_briefing(content: BriefingContent, limits: Limits = DEFAULT_LIMITS) -> Verification:
    """Look up every item, and every passage of its `also_in`, at its offsets in the sources on disk.

    Relative paths start at the current folder, so this must be the folder that the briefing was made in. Any white
    space counts as one space. Web pages are not fetched again: a briefing from a stranger could name any address.
    """
    n_of_id = Counter(source.id for source in content.sources)
    sources = {source.id: source for source in content.sources if n_of_id[source.id] == 1}
    passages = list(_passages(content))
    cited = {passage.source for _, passage, _ in passages}
    documents = _find_documents(content.sources, cited, limits)
    mismatches = []
    for item, passage, is_also_in in passages:
        is_known = passage.source in sources
        document = documents[passage.source] if is_known else "the briefing lists no such source, or several"
        reason = _fault_of(passage, document)
        if reason:
            source = sources.get(passage.source)
            mismatches.append(Mismatch(item, is_also_in, passage.source, source.path if source else None, reason))
    return Verification(len(passages), tuple(mismatches), len(content.items), str(content.signature.version))


def _passages(content: BriefingContent) -> Iterator[tuple[int, BriefingItem | Passage, bool]]:
    """Yield each passage with the number of its item; True for one of the item's `also_in`."""
    for number, item in enumerate(content.items, 1):
        yield number, item, False
        yield from ((number, passage, True) for passage in item.also_in)


def _find_documents(sources: Sequence[Source], cited: set[int], limits: Limits) -> Mapping[int, Document | str]:
    """Return the document of each source whose file is cited, or why there is none."""
    ids_of: dict[str | None, list[int]] = {}
    for source in sources:
        ids_of.setdefault(source.path, []).append(source.id)
    documents_of: dict[int, Document | str] = {}
    for path, ids in ids_of.items():
        if cited.isdisjoint(ids):
            continue
        documents, reason = _read_again(path, len(ids), limits)
        for i, number in enumerate(ids):
            documents_of[number] = documents[i] if i < len(documents) else reason
    return documents_of


def _read_again(path: str | None, n_articles: int, limits: Limits) -> tuple[Sequence[Document], str]:
    """Return the documents of a file, and the reason for those that the briefing has and the file no longer has."""
    reason = _fault_of_path(path)
    if path is None or reason:
        return (), reason
    topic = read_documents([path], limits=limits)
    if topic.skipped and not topic.documents:
        return (), topic.skipped[0].reason
    return topic.documents, f"the file has {len(topic.documents)} articles now, and had {n_articles}"


def _fault_of_path(path: str | None) -> str:
    """Tell why the file of a source cannot be read again; empty if it may be."""
    if path is None:
        return "it was not read from a file"
    if path == STANDARD_STREAM:
        return "it was read from standard input"
    if is_web_address(path):
        return "it was fetched from there, and is not again"
    if not os.path.isabs(path) and not os.path.lexists(path) and not split_archive_path(path):
        return "no such file; the path leads from the folder where the briefing was made, so verify it there"
    return "that is a folder now" if os.path.isdir(path) else ""


def _fault_of(passage: BriefingItem | Passage, document: Document | str) -> str:
    """Tell what is wrong with a passage; empty if it stands. `document` is a reason where there is no document."""
    if isinstance(document, str):
        return document
    if not 0 <= passage.start < passage.end:
        return f"{passage.start}:{passage.end} is no place in a text"
    if not passage.text:
        return "there is no text to look for"
    if " ".join(document.text[passage.start : passage.end].split()) == passage.text:
        return ""
    start = document.text.find(passage.text)
    return "another text stands there" + (f"; it begins at {start} now" if start >= 0 else ", and it is nowhere else")
