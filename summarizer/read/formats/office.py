"""Documents of word processors: Word's .docx and OpenDocument's .odt. Each paragraph becomes a line."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any

from summarizer.datamodel import Document, Skipped
from summarizer.errors import InputError
from summarizer.read.formats.named_fields import document_from_fields
from summarizer.read.formats.safe_trees import local_name, parse_sound_part, parse_xml
from summarizer.read.raw_files import RawFile
from summarizer.read.zip_files import ZipMembers

# What was deleted or moved, notes, fields, and the copy of a text box that is there for older programs.
_LEFT_OUT = frozenset("del moveFrom instrText delText tracked-changes note annotation sequence-decls Fallback".split())
_BREAKS = frozenset(("tab", "br", "cr", "line-break", "s"))  # a run of them is one space
_VANISH = ("vanish",)
_HIDDEN_PARTS = ("hidden-text", "hidden-paragraph")
_STYLES = ("word/styles.xml", "styles.xml")
_METADATA = {
    "title": "title",
    "creator": "author",
    "initial-creator": "author",
    "created": "date",
    "creation-date": "date",
}


def read_docx(raw: RawFile) -> list[Document | Skipped]:
    """Read the main text with its tables as one document, without what was deleted while changes were tracked.

    Raises
    ------
    InputError
        The file is damaged, or there is no text in it.
    """
    return _read(raw, "word/document.xml", "docProps/core.xml", ("p",))


def read_odt(raw: RawFile) -> list[Document | Skipped]:
    """Read the paragraphs and headings as one document, without notes.

    Raises
    ------
    InputError
        The file is damaged, or there is no text in it.
    """
    return _read(raw, "content.xml", "meta.xml", ("p", "h"))


def _read(raw: RawFile, content: str, metadata: str, paragraphs: tuple[str, ...]) -> list[Document | Skipped]:
    packed = ZipMembers(raw)
    root, lost = parse_sound_part(packed.read(content), raw.path, raw.limits)
    hidden_styles = frozenset(_hidden_styles(packed, root, raw))
    outermost = (part for part in root.iter() if local_name(part) in paragraphs and not _is_inside(part, paragraphs))
    lines = (" ".join("".join(_text(part, hidden_styles)).split()) for part in outermost)
    text = "\n\n".join(line for line in lines if line)
    if not text:
        raise InputError(raw.path, "no text in it")
    fields = _fields(parse_xml(packed.read(metadata), raw.path, raw.limits)) if metadata in packed else {}
    return [document_from_fields(fields, text, raw.path), *lost]


def _text(element: Any, hidden_styles: AbstractSet[str]) -> Iterator[str]:
    """Collect the text of a paragraph. No recursion: hostile markup may be nested deeper than the stack."""
    waiting: list[Any] = [element]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield part
            continue
        name = local_name(part)
        if not name or name in _LEFT_OUT or _is_hidden(part, hidden_styles):
            continue
        if name in _BREAKS:
            yield " "
        for child in reversed(part):
            waiting += [child.tail or "", child]
        waiting.append(part.text or "")


def _hidden_styles(packed: ZipMembers, content: Any, raw: RawFile) -> Iterator[str]:
    """Find the names of the styles whose text is hidden, in the document and beside it."""
    beside = (parse_xml(packed.read(name), raw.path, raw.limits) for name in _STYLES if name in packed)
    for root in (content, *beside):
        for style in root.iter():
            if local_name(style) == "style" and any(map(_hides, style.iter())):
                yield from (value for name, value in style.attrib.items() if _bare(name) in ("name", "styleId"))


def _is_hidden(part: Any, hidden_styles: AbstractSet[str]) -> bool:
    """Tell whether a run of Word or a piece of OpenDocument is not shown."""
    if local_name(part) == "r":
        for properties in part:
            if local_name(properties) == "rPr":
                own = [each for each in properties if local_name(each) in _VANISH]
                styled = (_value(each) for each in properties if local_name(each) == "rStyle")
                return any(map(_hides, own)) if own else any(value in hidden_styles for value in styled)
        return False
    if local_name(part) in _HIDDEN_PARTS:
        return any(_bare(name) == "is-hidden" and value == "true" for name, value in part.attrib.items())
    return any(_bare(name) == "style-name" and value in hidden_styles for name, value in part.attrib.items())


def _hides(element: Any) -> bool:
    """Tell whether the property hides text: Word's `vanish`, OpenDocument's `text:display`."""
    if local_name(element) in _VANISH:
        return _value(element) not in ("0", "false", "off")
    return any(_bare(name) == "display" and value == "none" for name, value in element.attrib.items())


def _value(element: Any) -> str:
    return next((value for name, value in element.attrib.items() if _bare(name) == "val"), "")


def _bare(name: str) -> str:
    return name.rpartition("}")[2]


def _is_inside(element: Any, names: tuple[str, ...]) -> bool:
    """Tell whether the paragraph is in another one (a text box), or in something that is left out."""
    return any(local_name(around) in names or local_name(around) in _LEFT_OUT for around in element.iterancestors())


def _fields(root: Any) -> dict[str, str]:
    fields: dict[str, str] = {}
    for element in root.iter():
        key = _METADATA.get(local_name(element))
        if key and element.text:
            fields.setdefault(key, element.text)
    return fields
