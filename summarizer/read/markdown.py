"""Markdown files: front matter gives the metadata, the rendered text is the text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.datamodel import Document
from summarizer.errors import InputError
from summarizer.read.decode import decode_text
from summarizer.read.fields import document_from_fields
from summarizer.read.markup import text_of_fragment

_FENCE = re.compile(r"\s*---[ \t]*\r?\n")
_CLOSING_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


def read_markdown(data: bytes, path: str) -> list[Document]:
    """One document. Its text is what a reader of the rendered page sees: links and emphasis are markup, not text.

    Raises
    ------
    InputError
        The front matter is not YAML.
    """
    import markdown_it

    fields, body = _split_front_matter(decode_text(data, path), path)
    html = markdown_it.MarkdownIt("commonmark").enable("table").render(body)
    return [document_from_fields(fields, text_of_fragment(html) if html.strip() else "", path)]


def _split_front_matter(text: str, path: str) -> tuple[Mapping[str, object], str]:
    opening = _FENCE.match(text)
    closing = _CLOSING_FENCE.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return {}, text
    fields = _parse_yaml(text[opening.end() : closing.start()], path)
    if not isinstance(fields, Mapping):  # a text that merely begins with a rule
        return {}, text
    return fields, text[closing.end() :]


def _parse_yaml(text: str, path: str) -> object:
    import yaml

    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise InputError(path, f"its front matter is not YAML: {' '.join(str(error).split())}") from error
