"""The one line of facts under the headline, and how a source is named; the same words in every format."""

from __future__ import annotations

import datetime

from summarizer.datamodel import BriefingContent, BriefingItem, Source
from summarizer.render.printable import make_printable


def describe_topic(content: BriefingContent) -> str:
    """How many articles, how many of them independent, and when: "5 articles, 4 independent of one another, ..."."""
    counts = content.signature.counts
    articles = "1 article" if counts.documents == 1 else f"{counts.documents} articles"
    parts = [articles]
    if counts.documents > 1:
        parts.append(f"{counts.independent} independent of one another")
    dates = sorted(source.date for source in content.sources if source.date and source.n_sentences)
    if dates:
        missing = counts.documents - len(dates)
        parts.append(_date_range(dates[0], dates[-1]) + (f" ({missing} undated)" if missing else ""))
    return ", ".join(parts)


def cite(item: BriefingItem) -> str:
    """The numbers of an item's sources: "[2]", or "[2; also in 1, 5]"."""
    others = ", ".join(str(number) for number in sorted({passage.source for passage in item.also_in}))
    return f"[{item.source}; also in {others}]" if others else f"[{item.source}]"


def name_source(source: Source) -> str:
    """Title, publisher and date of a source, as far as they are known; its file or number where none is."""
    known = [source.title or "", source.publisher or "", format_date(source.date) if source.date else ""]
    named = ", ".join(part for part in map(make_printable, known) if part)
    return named or source.path or f"Document {source.id}"


def place_source(source: Source, content: BriefingContent) -> str | None:
    """The file of a source; which article of it, where the file holds several."""
    together = [other.id for other in content.sources if other.path == source.path]
    if source.path is None or len(together) == 1:
        return source.path
    return f"{source.path}, article {together.index(source.id) + 1}"


def listed_sources(content: BriefingContent) -> tuple[Source, ...]:
    """The sources with article prose; the others are among the skipped."""
    return tuple(source for source in content.sources if source.n_sentences)


def format_date(iso: str) -> str:
    """A date to read: "2024-11-16" is "16 November 2024"."""
    day = datetime.date.fromisoformat(iso)
    return f"{day.day} {day:%B} {day.year}"


def _date_range(first: str, last: str) -> str:
    start, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    if start == end:
        return format_date(last)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {format_date(last)}"
    if start.year == end.year:
        return f"{start.day} {start:%B} to {format_date(last)}"
    return f"{format_date(first)} to {format_date(last)}"
