"""Find the heading of a page that is its article's title, and what stands around it: date, author, reading time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, takewhile
from typing import Any

_NOT_ARTICLE = frozenset("nav aside footer form button select option figure figcaption script style noscript".split())
_INLINE = frozenset("a abbr b bdi big cite em font i ins mark small span strong sub sup time u var".split())
# Of the words of heading and name, the share that both have (Dice): for an h1, for the only h1, for lower headings.
_MIN_SAID, _MIN_SAID_BY_ONLY, _MIN_SAID_BELOW = 0.5, 0.25, 0.9
_WORTH_OUTSIDE = 0.9  # in a side column, in which some designs put the head of the article
# How far below the heading its surroundings go: pieces; characters of prose, which is a piece of so many characters.
_MAX_PIECES, _MAX_PROSE, _MIN_PROSE = 30, 400, 80
_MAX_ABOVE, _MAX_NODES_ABOVE = 6, 20  # pieces, nodes of text
# In classes, ids and types. A layout "with-sidebar-left" holds the article too.
_OF_ANOTHER = re.compile(
    r"(?<![a-z])comments?(?![a-z])|commentlist|usercomment|(?<![a-z])related|recommend|(?:^|[\s_-])sidebar(?!\S)|"
    r"(?<![a-z])(?:teaser|promo)s?(?![a-z])"
)
_LEVELS = 3  # of elements around the heading that group it with what belongs to it
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Piece:
    """A run of text without a break, and the dates that its `time` elements give."""

    text: str
    marked_dates: tuple[str, ...]
    marks: str  # classes and the like, lower case, of the elements it stands in


def find_title_heading(root: Any, names: Sequence[str], parts: Sequence[str]) -> Any:
    """The heading that says most of what the page's head calls the article; None if none does.

    The first heading of a page often names a section or the site. So do `parts` of the page's `title`, which are heard
    only where the `names` for sharing are said nowhere.
    """
    highest, lower = list(root.iter("h1")), list(root.iter("h2", "h3"))
    for called in (names, parts):
        for headings, least in (
            (highest, _MIN_SAID_BY_ONLY if len(highest) == 1 else _MIN_SAID),
            (lower, _MIN_SAID_BELOW),
        ):
            found, likeness = _most_alike(headings, called)
            if likeness >= least:
                return found
    return _find_saying(root, names)


def _find_saying(root: Any, names: Iterable[str]) -> Any:
    """The element whose text is one of the names: not every page marks its title as a heading."""
    folded = {" ".join(name.split()).casefold() for name in names}
    for node in root.xpath(".//body//text()[normalize-space()]"):
        parent = _parent_of(node)
        if " ".join(node.split()).casefold() in folded and not is_outside(parent):
            return parent
    return None


def _most_alike(headings: Iterable[Any], names: Iterable[str]) -> tuple[Any, float]:
    """The heading most like what the page is named, the longest of equals, and how much it is."""
    named = [words for name in names if (words := _words(name))]
    best, rank = None, (0.0, 0)
    for heading in headings:
        words = _words(text_of(heading))
        said = max((2 * len(words & name) / (len(words) + len(name)) for name in named), default=0.0)
        if said > 0 and (said, len(words)) > rank:
            said *= _WORTH_OUTSIDE if is_outside(heading) else 1.0
            if (said, len(words)) > rank:
                best, rank = heading, (said, len(words))
    return best, rank[0]


def find_surroundings(heading: Any) -> list[Piece]:
    """The pieces of text in and below the heading as far as the article's first paragraphs, then those above it.

    Above, only what is grouped with the heading counts: higher up stands the head of the site, with today's date.
    """
    own = Piece(text_of(heading), *_marks_of(heading.iter(), heading))
    below = _cut(_pieces(heading.xpath("following::text()[normalize-space()]")))
    group = [parent for parent in heading.iterancestors() if parent.tag not in ("body", "html")][:_LEVELS][-1:]
    inside = [node for parent in group for node in parent.xpath(".//text()[normalize-space()]")]
    above = list(takewhile(lambda node: heading not in (_parent_of(node), *_parent_of(node).iterancestors()), inside))
    return [own, *below, *list(_pieces(above[-_MAX_NODES_ABOVE:]))[::-1][:_MAX_ABOVE]]


def find_pieces(root: Any) -> Iterator[Piece]:
    """All pieces of text in an element that may belong to the article."""
    return _pieces(root.xpath(".//text()[normalize-space()]"))


def text_of(element: Any) -> str:
    """Its text on one line."""
    return " ".join(" ".join(element.itertext()).split())


def _cut(pieces: Iterable[Piece]) -> Iterator[Piece]:
    n_prose = 0
    for piece in islice(pieces, _MAX_PIECES):
        n_prose += len(piece.text) if len(piece.text) >= _MIN_PROSE else 0
        if n_prose > _MAX_PROSE:
            return
        yield piece


def _pieces(nodes: Iterable[Any]) -> Iterator[Piece]:
    known: dict[Any, bool] = {}
    for block, group in groupby(nodes, key=_block_of):
        texts = list(group)
        if block is None or _is_below_outside(block, known):
            continue
        inline = dict.fromkeys(parent for text in texts for parent in _inline_ancestors(text, block))
        yield Piece(" ".join(" ".join(texts).split()), *_marks_of(inline, block))


def _marks_of(inline: Iterable[Any], block: Any) -> tuple[tuple[str, ...], str]:
    """The dates that elements are marked with, and the classes and the like of all of them."""
    parts = (*inline, block)
    dates = tuple(dict.fromkeys(date for part in parts if part.tag == "time" and (date := part.get("datetime"))))
    return dates, " ".join(part.get(name) or "" for part in parts for name in ("class", "itemprop", "id")).lower()


def _block_of(node: Any) -> Any:
    parent = _parent_of(node)
    while parent is not None and parent.tag in _INLINE:
        parent = parent.getparent()
    return parent


def _parent_of(node: Any) -> Any:
    return node.getparent().getparent() if node.is_tail else node.getparent()


def _inline_ancestors(node: Any, block: Any) -> Iterator[Any]:
    parent = _parent_of(node)
    while parent is not None and parent is not block:
        yield parent
        parent = parent.getparent()


def is_outside(element: Any) -> bool:
    """Tell whether it stands in navigation, a side column, a picture, a comment or the like."""
    return _is_below_outside(element, {})


def _is_below_outside(element: Any, known: dict[Any, bool]) -> bool:
    path = []
    while element is not None and element not in known:
        path.append(element)
        element = element.getparent()
    outside = element is not None and known[element]
    for part in reversed(path):
        outside = known[part] = outside or _is_apart(part)
    return outside


def _is_apart(element: Any) -> bool:
    """Tell whether the element is navigation and the like, or by its class a comment or a list of articles."""
    if element.tag in _NOT_ARTICLE:
        return element.tag != "footer" or next(element.iterancestors("article"), None) is None  # that of an article
    if element.tag in ("html", "body", "main"):
        return False
    return (
        _OF_ANOTHER.search(" ".join(element.get(name) or "" for name in ("class", "id", "itemtype")).lower())
        is not None
    )


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
