"""Prepare the tree of a web page for the search of its article: what a browser would show, in plain paragraphs.

White space of the source means nothing, an empty line made of `<br>` parts paragraphs, a table that only places text is
no table, and what is hidden is not there. A text that stands in a `div` or a cell without a `p` gets one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import Any

from summarizer.language.scripts import SENTENCE_ENDS

_CONTAINERS = ("div", "section", "article", "main", "body", "center", "td", "blockquote")
_SPLITTABLE = frozenset(("p", "span", "font", "b", "strong", "i", "em", "big", "small"))  # may hold an empty line
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd mark q s samp small span strike strong"
    " sub sup time tt u var wbr img svg script style".split()
)
_SILENT = frozenset(("script", "style", "svg"))
_MAY_BE_UNFOLDED = frozenset((*_CONTAINERS, "ul", "ol", "table", "form", "nav", "aside", "html"))
_AS_WRITTEN = frozenset(("pre", "textarea", "script", "style"))
_TABLE_PARTS = ("tbody", "thead", "tfoot", "tr", "td", "th", "table")
_HIDDEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ASIDE = ("nav", "aside", "footer", "form", "script", "style")
_MAX_HIDDEN = 0.3  # of the page's text, all that is hidden together
_MIN_PROSE = 80  # characters outside links that make a paragraph of what does not close like a sentence
_MAX_SPEAKER = 120  # characters
_CLOSERS = "\"'”’»›)] "
_OPENERS = "\"'“„«»‘"
_SPACE = re.compile(r"[ \t\r\n\f]+")


def prepare_tree(root: Any) -> None:
    """Change the tree in place. Takes linear time."""
    _drop_hidden(root)
    _collapse_space(root)
    _name_speakers(root)
    _part_at_empty_lines(root)
    around_blocks = _find_around_blocks(root)
    for container in list(root.iter(*_CONTAINERS)):
        _wrap_loose_text(container, around_blocks)
    _unwrap_layout_tables(root)


def find_paragraphs(root: Any) -> Any:
    """The paragraphs and headings of the page's article, marked up as trafilatura does; None for fewer than two.

    The article is the first `article` or `main`, else the whole page without its navigation.
    """
    article = next(chain(root.iter("article"), root.iter("main")), root)
    body = root.makeelement("body")
    for part in article.iter(*_HEADINGS, "p", "li"):
        if next(part.iterancestors(*_ASIDE, "li"), None) is None:
            kind = {"p": "p", "li": "item"}.get(part.tag, "head")
            body.append(root.makeelement(kind))
            body[-1].text = part.text_content()
    return body if sum(len(part.text.split()) > 1 for part in body.iter("p")) > 1 else None


def _drop_hidden(root: Any) -> None:
    """Drop what is hidden; but where that is much of the page, a script unfolds it, and its containers stay."""
    shown = [_count_own_text(element) for element in root.iter()]
    hidden = [element for element in root.iter() if isinstance(element.tag, str) and _is_hidden(element)]
    sizes = [sum(map(_count_own_text, element.iter())) for element in hidden]
    keeps_containers = sum(sizes) > _MAX_HIDDEN * sum(shown)
    for element in hidden:
        if element.getparent() is not None and not (keeps_containers and element.tag in _MAY_BE_UNFOLDED):
            element.drop_tree()


def _count_own_text(element: Any) -> int:
    own = "" if element.tag in _SILENT or not isinstance(element.tag, str) else element.text or ""
    return len(own) + len(element.tail or "")


def _is_hidden(element: Any) -> bool:
    hidden = element.get("hidden")
    if hidden is not None and hidden.lower() != "until-found":
        return True
    style = element.get("style")
    return style is not None and _HIDDEN_STYLE.search(style) is not None


def _collapse_space(root: Any) -> None:
    """Make each run of white space one space, but where the page is shown as it is written."""
    as_written = {part for element in root.iter(*_AS_WRITTEN) for part in element.iter()}
    for element in root.iter():
        if element not in as_written and element.text:
            element.text = _SPACE.sub(" ", element.text)
        if element.tail and (element not in as_written or element.getparent() not in as_written):
            element.tail = _SPACE.sub(" ", element.tail)


def _name_speakers(root: Any) -> None:
    """Put the speaker of a quotation, who is named under it, into its last paragraph."""
    for quotation in list(root.iter("blockquote")):
        speaker = _find_speaker(quotation)
        name = "" if speaker is None else " ".join(speaker.text_content().split()).lstrip("—–- ")
        if not name or len(name) > _MAX_SPEAKER:
            continue
        speaker.drop_tree()
        said = " ".join(quotation.text_content().split())
        marked = said if said[:1] in _OPENERS else f"“{said}”"
        for child in list(quotation):
            quotation.remove(child)
        quotation.text = f"{marked} — {name}" if said else None


def _find_speaker(quotation: Any) -> Any:
    """Find the element that names who said it: the last in the quotation, or the caption of the figure it is."""
    last = quotation
    while len(last) and not (last[-1].tail or "").strip():
        last = last[-1]
        if last.tag in ("footer", "cite"):
            return last
    parent, following = quotation.getparent(), quotation.getnext()
    is_caption = following is not None and following.tag == "figcaption" and parent.tag == "figure"
    return following if is_caption else None


def _part_at_empty_lines(root: Any) -> None:
    """Make a container of what holds an empty line, and of what is around that."""
    for line_break in root.iter("br"):
        following = line_break.getnext()
        if following is None or following.tag != "br" or (line_break.tail or "").strip():
            continue
        around = line_break.getparent()
        while around is not None and around.tag in _SPLITTABLE:
            around.tag = "div"
            around = around.getparent()


def _find_around_blocks(root: Any) -> set[Any]:
    """Find the elements that have a block in them; a link or a `span` may."""
    found: set[Any] = set()
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in _INLINE:
            continue
        for around in element.iterancestors():
            if around in found:
                break
            found.add(around)
    return found


def _wrap_loose_text(container: Any, around_blocks: AbstractSet[Any]) -> None:
    """Put a `p` around each run of text and inline elements that reads like prose."""
    pieces = list(_inline_runs(container, around_blocks))
    for before, run in pieces:
        loose = (container.text if before is None else before.tail) or ""
        if not _is_prose(loose, run):
            continue
        paragraph = container.makeelement("p")
        paragraph.text = loose
        if before is None:
            container.text = None
            container.insert(0, paragraph)
        else:
            before.tail = None
            before.addnext(paragraph)
        paragraph.extend(run)


def _inline_runs(container: Any, around_blocks: AbstractSet[Any]) -> Iterator[tuple[Any, list[Any]]]:
    """Yield the runs of inline children, each with the block or empty line before it, None at the beginning."""
    before: Any = None
    run: list[Any] = []
    for child in container:
        is_inline = not isinstance(child.tag, str) or (child.tag in _INLINE and child not in around_blocks)
        if is_inline and not _is_empty_line(child):
            run.append(child)
        else:
            yield before, run
            before, run = child, []
    yield before, run


def _is_empty_line(element: Any) -> bool:
    """Tell whether the element is a line break beside another one."""
    if element.tag != "br":
        return False
    before, after = element.getprevious(), element.getnext()
    return (after is not None and after.tag == "br" and not (element.tail or "").strip()) or (
        before is not None and before.tag == "br" and not (before.tail or "").strip()
    )


def _is_prose(loose: str, run: list[Any]) -> bool:
    outside: list[str] = [loose]
    inside: list[str] = []
    for element in run:
        inner = element.text_content() if isinstance(element.tag, str) and element.tag not in _SILENT else ""
        (inside if element.tag == "a" else outside).append(inner)
        outside.append(element.tail or "")
    text = "".join(outside).strip()
    if len(text) <= len("".join(inside)):
        return False
    return len(text) >= _MIN_PROSE or (" " in text and text.rstrip(_CLOSERS)[-1:] in SENTENCE_ENDS)


def _unwrap_layout_tables(root: Any) -> None:
    """Make plain containers of the tables that have a paragraph in a cell: those only place text on the page."""
    around_prose: set[Any] = set()
    for paragraph in root.iter("p"):
        if len(paragraph.text_content()) < _MIN_PROSE:
            continue
        for part in paragraph.iterancestors(*_TABLE_PARTS):
            if part in around_prose:
                break
            around_prose.add(part)
    for table in [part for part in around_prose if part.tag == "table"]:
        for part in table.iter(*_TABLE_PARTS):
            part.tag = "div"
