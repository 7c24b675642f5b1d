"""Find what a saved page says about itself around its article: title, date, publisher, address.

Only what is shown is taken, and only from the blocks that are not prose; metadata that came with the file goes first.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from summarizer.datamodel import Block, Document
from summarizer.language.date_labels import CHANGED, PUBLISHED
from summarizer.language.dates import find_date

_FIELD = re.compile(r"(title|headline|source|publisher|publication|url|link)\s?[:|]\s?(\S.{0,300})", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"']{4,2000}")
_DATE_LABEL = re.compile(r"\bdate\b", re.IGNORECASE)
_YEAR = re.compile(r"\d\d\d\d")  # without one there is no date to look for
_COPYRIGHT_OWNER = re.compile(
    r"(?:©|(?i:\(c\))|(?i:copyright)(?=\s{0,3}[©\d]))\s{0,3}(?:©\s{0,3})?(?:\d{4}\s?(?:[-–]\s?\d{4})?)?[\s,.]{0,3}(?:by\s)?"
    r"(?P<owner>[^\W\d_][\w'’&]*(?:\s(?!All Rights|All rights|ALL RIGHTS)[A-Z][\w'’&]*){0,5})"
)
_DOMAIN = re.compile(
    r"(?<![\w@./-])(?:www\.)?((?:[A-Za-z0-9-]{2,40}\.){1,3}"
    r"(?:com|org|net|info|news|press|media|example|[a-df-z][a-z]))(?![\w/-]|\.\w)"
)
# Whoever says so sends the reader to another site.
_LINKING = re.compile(
    r"\b(?:more|visit|see|info|information|website|web|tickets|book|donate|mail|contact)\W{1,3}$", re.IGNORECASE
)
_INNER_DOT = re.compile(r"\.[a-z]")  # no domain is without one, and most texts are
# Sites that pages link to or take pictures from, never the publisher of an article saved as text.
_PLATFORM = re.compile(
    r"(?:^|\.)(?:facebook|twitter|x|t|youtube|instagram|google|apple|whatsapp|telegram|linkedin|pinterest|reddit|tiktok|"
    r"flickr|vimeo|bit|gofundme|disqus|wordpress|gettyimages)\.\w+$"
)
_DATELINE_AGENCY = re.compile(r"\(([^()\d]{2,30})\)\s*[—–-]+\s*$")
_HEAD_BLOCKS = 12  # how far above the article a date still is the article's
_NO_PUBLISHERS = frozenset(("all", "rights", "reserved", "getty", "ap", "reuters", "afp"))


def add_metadata(document: Document, blocks: Sequence[Block]) -> Document:
    """Fill in title, date, publisher and URL of a document from what its page shows; unknown stays None."""
    first = next((i for i, block in enumerate(blocks) if block.reason is None), len(blocks))
    head = [document.text[block.start : block.end] for block in _near_article(blocks[:first])]
    around = [document.text[block.start : block.end] for block in blocks if block.reason not in (None, "caption")]
    fields = _fields(head)
    return dataclasses.replace(
        document,
        title=document.title or _title(document, blocks) or fields.get("title") or fields.get("headline"),
        date=document.date or _date(head, around),
        publisher=document.publisher or _named_publisher(fields) or _publisher(head, around),
        url=document.url or _url(fields, head),
    )


def _near_article(head: Sequence[Block]) -> list[Block]:
    """The blocks just above the article, nearest first; a caption's date is the picture's."""
    return [block for block in reversed(head) if block.reason != "caption"][:_HEAD_BLOCKS]


def _fields(head: Sequence[str]) -> dict[str, str]:
    """Labelled lines, as wire dumps have them: "Source: The Ledger"."""
    found = (_FIELD.fullmatch(" ".join(text.split())) for text in head)
    return {match[1].lower(): match[2] for match in found if match}


def _title(document: Document, blocks: Sequence[Block]) -> str | None:
    titles = (document.text[block.start : block.end] for block in blocks if block.reason == "title")
    return next((" ".join(title.split()) for title in titles), None)


def _date(head: Sequence[str], around: Sequence[str]) -> str | None:
    shown = (find_date(CHANGED.split(text, maxsplit=1)[0]) for text in head)
    dated = (text for text in around if _YEAR.search(text))
    labels = ((PUBLISHED.search(text) or _DATE_LABEL.search(text), text) for text in dated)
    labelled = (find_date(text[label.end() :]) for label, text in labels if label)
    return next((date for dates in (shown, labelled) for date in dates if date), None)


def _named_publisher(fields: dict[str, str]) -> str | None:
    named = (fields.get(key) for key in ("publisher", "publication", "source"))
    return next((name for name in named if name and not _ADDRESS.match(name)), None)


def _publisher(head: Sequence[str], around: Sequence[str]) -> str | None:
    """The site the page names most, else the owner of its copyright, else the agency of its dateline."""
    domains = Counter(_domains(around)).most_common(2)
    if domains and (len(domains) == 1 or domains[0][1] > domains[1][1]):
        return domains[0][0]
    owners = (match["owner"] for text in around for match in _COPYRIGHT_OWNER.finditer(text))
    agencies = (match[1].strip() for text in head[:1] if (match := _DATELINE_AGENCY.search(text)))
    named = (name for names in (owners, agencies) for name in names)
    return next((name for name in named if name and name.split()[0].casefold() not in _NO_PUBLISHERS), None)


def _domains(texts: Sequence[str]) -> Iterator[str]:
    for text in filter(_INNER_DOT.search, texts):
        own = (match[1].lower() for match in _DOMAIN.finditer(text) if not _LINKING.search(text, 0, match.start()))
        yield from (domain for domain in own if not _PLATFORM.search(domain))


def _url(fields: dict[str, str], head: Sequence[str]) -> str | None:
    named = (fields[key] for key in ("url", "link", "source") if key in fields)
    alone = (text.strip() for text in head)
    return next((match[0] for text in (*named, *alone) if (match := _ADDRESS.fullmatch(text))), None)
