"""Documents of word processors: Word's .docx and OpenDocument's .odt, a line a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from summarizer.datamodel import Document
from summarizer.errors import InputError
from summarizer.read.formats.named_fields import document_from_fields
from summarizer.read.formats.safe_trees import local_name, parse_xml
from summarizer.read.raw_files import Raw
from summarizer.read.zip_files import Zip

# What was deleted or moved away, notes, fields, and the second version of a text box for older programs.
_LEFT_OUT = frozenset("del moveFrom instrText delText tracked-changes note annotation sequence-decls Fallback".split())
_BREAKS = frozenset(("tab", "br", "cr", "line-break", "s"))  # a run of them is one space
_METADATA = {
    "title": "title",
    "creator": "author",
    "initial-creator": "author",
    "created": "date",
    "creation-date": "date",
}


def read_docx(raw: Raw) -> list[Document]:
    """One document: the paragraphs of the main text, tables' too; what was deleted under revision is not in it.

    Raises
    ------
    InputError
        The file is damaged, or there is no text in it.
    """
    return _read(raw, "word/document.xml", "docProps/core.xml", ("p",))


def read_odt(raw: Raw) -> list[Document]:
    """One document: the paragraphs and headings of the text, notes aside.

    Raises
    ------
    InputError
        The file is damaged, or there is no text in it.
    """
    return _read(raw, "content.xml", "meta.xml", ("p", "h"))


def _read(raw: Raw, content: str, metadata: str, paragraphs: tuple[str, ...]) -> list[Document]:
    packed = Zip(raw)
    root = parse_xml(packed.read(content), raw.path, raw.limits)
    found = (each for each in root.iter() if local_name(each) in paragraphs and not _is_inside(each, paragraphs))
    lines = (" ".join("".join(_text(each)).split()) for each in found)
    text = "\n\n".join(line for line in lines if line)
    if not text:
        raise InputError(raw.path, "no text in it")
    fields = _fields(parse_xml(packed.read(metadata), raw.path, raw.limits)) if metadata in packed else {}
    return [document_from_fields(fields, text, raw.path)]


def _text(element: Any) -> Iterator[str]:
    """The text of a paragraph: iteratively, since markup may be nested without measure."""
    waiting: list[Any] = [element]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
            continue
        name = local_name(each)
        if not name or name in _LEFT_OUT:
            continue
        if name in _BREAKS:
            yield " "
        for child in reversed(each):
            waiting += [child.tail or "", child]
        waiting.append(each.text or "")


def _is_inside(element: Any, names: tuple[str, ...]) -> bool:
    """Whether the paragraph is part of another (a text box), or of what was deleted or noted."""
    return any(local_name(each) in names or local_name(each) in _LEFT_OUT for each in element.iterancestors())


def _fields(root: Any) -> dict[str, str]:
    fields: dict[str, str] = {}
    for element in root.iter():
        key = _METADATA.get(local_name(element))
        if key and element.text:
            fields.setdefault(key, element.text)
    return fields
