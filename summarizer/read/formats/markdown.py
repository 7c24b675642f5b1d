"""Markdown files: the metadata comes from the front matter, the text is that of the rendered page."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.datamodel import Document
from summarizer.read.encodings import decode_text
from summarizer.read.formats.html_fragment import text_of_fragment
from summarizer.read.formats.named_fields import document_from_fields
from summarizer.read.raw_files import RawFile

_FENCE = re.compile(r"\s*---[ \t]*\r?\n")
_KEY = re.compile(r"\s*(?:#[^\n]*\n\s*)*[\"']?[\w-]+[\"']?\s*:")
_CLOSING_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


def read_markdown(raw: RawFile) -> list[Document]:
    """Read one document; its text is that of the rendered page, without the marks for links and emphasis."""
    import markdown_it

    fields, body = _split_front_matter(decode_text(raw.data, raw.path, raw.charset))
    html = markdown_it.MarkdownIt("commonmark").enable("table").render(body)
    return [document_from_fields(fields, text_of_fragment(html, raw.limits) if html.strip() else "", raw.path)]


def _split_front_matter(text: str) -> tuple[Mapping[str, object], str]:
    """Split the metadata from the article. Broken front matter costs the metadata, not the article."""
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
    """Parse front matter; an empty mapping where it is not YAML that can be used."""
    import yaml

    class PlainLoader(yaml.SafeLoader):
        """Constructs plain values only, and refuses aliases: a few hundred bytes of them unfold to gigabytes."""

        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):
                raise yaml.YAMLError
            return super().compose_node(parent, index)

    try:
        return yaml.load(text, Loader=PlainLoader)  # noqa: S506 (it is a SafeLoader)
    except Exception:  # noqa: BLE001 (a date of month 13, `!!int x`: what constructs values raises what it likes)
        return {}
