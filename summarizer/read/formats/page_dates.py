"""Find when a page's article was published, in a stated order of belief; a page that does not say so has no date.

What readers see by the title comes first, unless it is the day of a change or day and month may be mistaken for one
another; then what the head says in machines' terms, a label elsewhere, and the address. The day of a change, an event
or a comment is none, and neither is 3/4/2024, which is one day in London and another in New York.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from summarizer.language.date_labels import CHANGED, EVENT, PUBLISHED
from summarizer.language.dates import find_dates, parse_date
from summarizer.read.formats.json_ld import Node
from summarizer.read.formats.meta_elements import Meta, contents_of
from summarizer.read.formats.title_heading import Piece, find_pieces, is_outside

_JSON_KEYS = ("datePublished", "dateCreated", "uploadDate")
# In order: Open Graph, schema.org, then what analytics, libraries and older systems ask for.
_META_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished",
    "parsely-pub-date", "cxenseparse:recs:publishtime", "sailthru.date", "published_time", "publishdate",
    "publish-date", "published-date", "publish_date", "published", "pubdate", "publication_date", "date_published",
    "date.published", "dc.date.issued",
    "dcterms.issued", "dcterms.date", "dc.date", "dcterms.created", "dc.date.created",
    "citation_publication_date", "citation_date", "article.published", "rnews:datepublished", "creation_date", "date",
)  # fmt: skip
_META_NAMES_OF_CHANGE = (
    "article:modified_time", "og:updated_time", "datemodified", "article:modified", "last-modified", "dcterms.modified",
    "dc.date.modified", "updated", "modified",
)  # fmt: skip
_ADDRESS_DATE = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-])")
# In classes and the like, which are in English everywhere.
_PUBLISHED_MARK = re.compile(
    r"publish|pubdate|posted|release-date|datecreated|(?:post|entry|article|story)[_-]{0,2}date"
)
_CHANGE_MARK = re.compile(r"modif|updated|changed")
_MAX_SHOWN = 2  # different dates without a label; more are those of a list
_MAX_WORDS = 13  # in a piece of which the date is the main part
_MAX_LABEL = 3  # words of a label in a cell of its own
_WORD = re.compile(r"[^\W\d_]+")


def find_published(root: Any, meta: Meta, node: Node, surroundings: Sequence[Piece], url: str | None) -> str | None:
    """The day on which the article was published, ISO 8601; None if the page does not say so.

    Hours are left off: pages give them in zones of their own, and one may not be taken for later than another.
    `meta` is what the head says, `node` the article in JSON-LD, `surroundings` what stands by its title.
    """
    stated = _first_day((*map(node.get, _JSON_KEYS), *contents_of(meta, _META_NAMES), *_marked_values(root)))
    changed = [node.get("dateModified"), *contents_of(meta, _META_NAMES_OF_CHANGE)]
    shown = _first_day(_shown_dates(surroundings))
    if stated and shown in {_swap(stated), *(_first_day([value]) for value in changed)}:
        return stated
    return shown or stated or _first_day(_dates_elsewhere(root)) or _first_day(_dates_of_address(url))


def _swap(date: str) -> str:
    """The day that 2024-09-10 is to who takes the month for the day."""
    return f"{date[:4]}-{date[8:10]}-{date[5:7]}"


def _first_day(values: Iterable[object]) -> str | None:
    return next((date[:10] for value in values if (date := parse_date(value))), None)


def _marked_values(root: Any) -> Iterator[str | None]:
    """The date that elements are marked to hold; none where two of them differ, as in a list of articles."""
    found = set()
    for element in root.iter("time", "span", "abbr", "div", "p"):
        is_marked = "datepublished" in (element.get("itemprop") or "").lower() or element.get("pubdate") is not None
        if is_marked and not is_outside(element):
            found.add(
                _first_day((*(element.get(name) for name in ("datetime", "content", "title")), element.text_content()))
            )
    if len(found) == 1:
        yield from found


def _shown_dates(surroundings: Sequence[Piece]) -> Iterator[str | None]:
    """The dates that stand for themselves near the title, those that are said to be of the publication first."""
    dated = list(_find_dated(surroundings))
    yield from (date for date, is_labelled in dated if is_labelled)
    if len({date for date, _ in dated}) <= _MAX_SHOWN:
        yield from (date for date, _ in dated)


def _dates_elsewhere(root: Any) -> Iterator[str | None]:
    """The date that is said to be of the publication anywhere on the page, else the only one in the article's element.

    None where two differ.
    """
    articles = [next(chain(root.iter("article"), root.iter("main")), None)]
    found = (
        {date for date, is_labelled in _find_dated(find_pieces(root)) if is_labelled},
        {date for article in articles if article is not None for date, _ in _find_dated(find_pieces(article))},
    )
    yield from (days.pop() for days in found if len(days) == 1)


def _find_dated(pieces: Iterable[Piece]) -> Iterator[tuple[str, bool]]:
    """The date of each piece that holds little else, and whether it is said to be of the publication.

    What stands in a piece of its own before the date may be its label.
    """
    label = ""
    for piece in pieces:
        is_dated = bool(_dates_in(piece))
        n_words = len(_WORD.findall(piece.text))
        said = f"{label} {piece.text}"
        label = piece.text if n_words <= _MAX_LABEL and not is_dated else ""
        if is_dated and n_words <= _MAX_WORDS and not EVENT.search(said):
            is_labelled = bool(PUBLISHED.search(said) or _PUBLISHED_MARK.search(piece.marks))
            date = _date_of_publication(said, piece, is_labelled=is_labelled)
            if date is not None:
                yield date, is_labelled


def _date_of_publication(said: str, piece: Piece, *, is_labelled: bool) -> str | None:
    """The date by the word for publication, or before that for a change, else the only one; None where it is of a
    change, or where it may be one of two.
    """
    changed = CHANGED.search(said)
    if published := PUBLISHED.search(said):
        texts = [CHANGED.split(said[published.end() :], maxsplit=1)[0]]
        texts += [] if changed and changed.start() < published.start() else [said[: published.start()]]
        return _first_day((*texts, *([] if changed else piece.marked_dates)))
    if changed:
        return _first_day([said[: changed.start()]])
    is_open = len({_first_day([value]) for value in _dates_in(piece)}) > 1 or _CHANGE_MARK.search(piece.marks)
    return _first_day((said, *piece.marked_dates)) if is_labelled or not is_open else None


def _dates_in(piece: Piece) -> Sequence[str]:
    return piece.marked_dates or find_dates(piece.text)


def _dates_of_address(url: str | None) -> Iterator[str | None]:
    if match := _ADDRESS_DATE.search(url or ""):
        yield "-".join(match.groups())
