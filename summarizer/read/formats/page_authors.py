"""Find who wrote a page's article, in a stated order of belief; a page that does not say so has no author.

JSON-LD comes first, then the head of the page, then what stands by the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from summarizer.locations import is_web_address
from summarizer.read.formats.json_ld import Node, names_in
from summarizer.read.formats.meta_elements import Meta
from summarizer.read.formats.title_heading import Piece

_META_NAMES = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl")
_MAX_AUTHORS = 20
_MAX_WORDS = 5  # of a name
_WORD = re.compile(r"[^\W\d_]{2}")
_BY = re.compile(
    r"^\W*(?:(?:written|posted|published|words|text|story|reviewed|author|autor|auteur)[\s:]+)?(?:by|von|par|por|door|di)\b[\s:]*",
    re.IGNORECASE,
)
_ALONE = re.compile(r"^\W*(?:by|author|written by|von|par|por|door|di)\W*$", re.IGNORECASE)
_MARK = re.compile(r"author(?:[_-]{1,2}name)?(?![a-z_-])|byline|post-author|author-name|authorname")
_END_OF_NAME = re.compile(
    r"\s(?:[|·•–—-]|on|in|for|at|am|le|el|posted|published|updated|last)\s|[|·•,(/]|\d|\b(?:updated|published)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\b(?:about|author|admin|editor|editors|staff|updated|published|posted|written|reviewed|read|more|min|share|follow|"
    r"menu|home|news|by|the|jan(?:uary)?|feb(?:ruary)?|march|april|june|july|august|sept(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b|[@<>{}\d?!]",
    re.IGNORECASE,
)


def find_authors(meta: Meta, node: Node, surroundings: Sequence[Piece], guess: str | None) -> str | None:
    """The authors' names, separated by commas; None if the page does not name them.

    `guess` is what an extractor took from classes of the page; it is believed last, and only where it is a name.
    """
    stated = [*names_in(node.get("author")), *names_in(node.get("creator"))]
    guessed = [name for name in (guess or "").split("; ") if _is_name(name)]
    for names in (stated, _named_in_head(meta), _named_by_title(surroundings), guessed):
        known = [name.strip(" ,;") for name in names if _WORD.search(name) and not is_web_address(name)]
        if known:
            return ", ".join(dict.fromkeys(known[:_MAX_AUTHORS]))
    return None


def _named_in_head(meta: Meta) -> list[str]:
    """The names under the first kind of `meta` that has any; an address there is that of a profile."""
    kinds = ([_BY.sub("", name) for name in meta.get(kind, ()) if not is_web_address(name)] for kind in _META_NAMES)
    return next(filter(None, kinds), [])


def _named_by_title(surroundings: Iterable[Piece]) -> Iterator[str]:
    """The first name that follows "by", or that stands where a class says that an author does."""
    pieces = list(surroundings)
    follows = [False, *(_ALONE.match(piece.text) is not None for piece in pieces)]
    for is_next, piece in zip(follows, pieces, strict=False):
        by = _BY.match(piece.text)
        if by or is_next or _MARK.search(piece.marks):
            name = _END_OF_NAME.split(piece.text[by.end() if by else 0 :], maxsplit=1)[0].strip(" .:,")
            if _is_name(name):
                yield name
                return


def _is_name(text: str) -> bool:
    words = text.split()
    return (
        1 < len(words) <= _MAX_WORDS and not _NO_NAME.search(text) and words[0][0].isupper() and words[-1][0].isupper()
    )
