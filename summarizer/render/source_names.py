"""How sources are named, cited and counted; all formats use these words."""

from __future__ import annotations

import datetime
from collections import Counter

from summarizer.datamodel import BriefingContent, BriefingItem, Source
from summarizer.render.printable import make_printable

MAX_SOURCES = 20  # that are listed whether cited or not


def describe_topic(content: BriefingContent) -> str:
    """The line under the headline: "5 articles, 4 independent of one another, 4 to 5 November 2025"."""
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
    """Cite an item's sources by their numbers: "[2]", or "[2; also in 1, 5]"."""
    others = ", ".join(str(number) for number in sorted({passage.source for passage in item.also_in}))
    return f"[{item.source}; also in {others}]" if others else f"[{item.source}]"


def name_source(source: Source, place: str | None) -> str:
    """Name a source by title, publisher and date, as far as they are known; one without a name by place or number."""
    names = [make_printable(name) for name in (source.title, source.publisher) if name]
    known = [name for name in names if name] or [place or f"Document {source.id}"]
    return ", ".join([*known, format_date(source.date)] if source.date else known)


def tell_relation(source: Source) -> str:
    """How a source stands to another: "copy of [2]"; "" for an independent one."""
    if source.copy_of is not None:
        return f"copy of [{source.copy_of}]"
    if source.superseded_by is not None:
        return f"older version, superseded by [{source.superseded_by}]"
    return "" if source.differs_from is None else f"another version of [{source.differs_from}], which differs"


def place_sources(content: BriefingContent) -> dict[int, str | None]:
    """The file of each source, by the source's id, with the number of the article where the file holds several."""
    n_articles = Counter(source.path for source in content.sources)
    seen: Counter[str | None] = Counter()
    places: dict[int, str | None] = {}
    for source in content.sources:
        seen[source.path] += 1
        is_shared = source.path is not None and n_articles[source.path] > 1
        places[source.id] = f"{source.path}, article {seen[source.path]}" if is_shared else source.path
    return places


def listed_sources(content: BriefingContent, *, all_sources: bool = True) -> tuple[Source, ...]:
    """The sources with article prose; the others are among the skipped.

    Without `all_sources`, of more than MAX_SOURCES only those that the briefing cites.
    """
    sources = tuple(source for source in content.sources if source.n_sentences)
    if all_sources or len(sources) <= MAX_SOURCES:
        return sources
    cited = {item.source for item in content.items}
    cited.update(passage.source for item in content.items for passage in item.also_in)
    return tuple(source for source in sources if source.id in cited)


def count_unlisted(content: BriefingContent, listed: tuple[Source, ...]) -> str:
    """Say how many sources are not listed: "and 40 articles that nothing was taken from"; empty where all are."""
    n_unlisted = len(listed_sources(content)) - len(listed)
    articles = "1 article" if n_unlisted == 1 else f"{n_unlisted:,} articles"
    return f"and {articles} that nothing was taken from; --all-sources lists them" if n_unlisted else ""


def format_date(iso: str) -> str:
    """Write a date for readers: "2024-11-16" becomes "16 November 2024"."""
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
