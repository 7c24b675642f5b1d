"""Markdown files: front matter gives the metadata, the rendered text is the text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.datamodel import Document
from summarizer.read.encodings import decode_text
from summarizer.read.formats.html_fragment import text_of_fragment
from summarizer.read.formats.named_fields import document_from_fields
from summarizer.read.raw_files import Raw

_FENCE = re.compile(r"\s*---[ \t]*\r?\n")
_KEY = re.compile(r"\s*(?:#[^\n]*\n\s*)*[\"']?[\w-]+[\"']?\s*:")
_CLOSING_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


def read_markdown(raw: Raw) -> list[Document]:
    """One document. Its text is what a reader of the rendered page sees: links and emphasis are markup, not text."""
    import markdown_it

    fields, body = _split_front_matter(decode_text(raw.data, raw.path, raw.charset))
    html = markdown_it.MarkdownIt("commonmark").enable("table").render(body)
    return [document_from_fields(fields, text_of_fragment(html, raw.limits) if html.strip() else "", raw.path)]


def _split_front_matter(text: str) -> tuple[Mapping[str, object], str]:
    """The metadata and the rest. Broken front matter costs the metadata, not the article."""
    opening = _FENCE.match(text)
    closing = _CLOSING_FENCE.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return {}, text
    front = text[opening.end() : closing.start()]
    if not _KEY.match(front):  # a text that merely begins with a rule
        return {}, text
    fields = _parse_yaml(front)
    return fields if isinstance(fields, Mapping) else {}, text[closing.end() :]


def _parse_yaml(text: str) -> object:
    """What the front matter says; an empty mapping where it is not YAML."""
    import yaml

    class PlainLoader(yaml.SafeLoader):
        """Safe, and without aliases: a few hundred bytes of them stand for gigabytes."""

        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):
                raise yaml.YAMLError
            return super().compose_node(parent, index)

    try:
        return yaml.load(text, Loader=PlainLoader)  # noqa: S506 (it is a SafeLoader)
    except Exception:  # noqa: BLE001 (a thirteenth month, a number that is none: tags raise what they like)
        return {}
