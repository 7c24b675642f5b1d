"""Markdown files: the metadata comes from the front matter, the text is that of the rendered page."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.datamodel import Document, Skipped
from summarizer.errors import LimitError
from summarizer.language.scripts import SENTENCE_ENDS
from summarizer.read.encodings import decode_text
from summarizer.read.formats.html_fragment import text_of_fragment
from summarizer.read.formats.named_fields import document_from_fields
from summarizer.read.raw_files import RawFile
from summarizer.read.unpack_allowance import check_markup_size

_FENCE = re.compile(r"\s*---[ \t]*\r?\n")
_KEY = re.compile(r"\s*(?:#[^\n]*\n\s*)*[\"']?[\w-]+[\"']?\s*:")
_MARKS = "\n*_`<>[]!&#|\\-+~"
_BYTES_PER_MARK = 64
_MAX_FRONT = 50_000  # characters; YAML is parsed slowly, and no article has more metadata
_KNOWN_KEYS = frozenset(
    "abstract aliases author authors byline canonical canonical_url categories category cover created date"
    " datepublished description draft excerpt headline id image keywords lang language layout link modified name"
    " permalink pubdate published publisher sitename slug source status subtitle summary tags template time timestamp"
    " title toc type updated url weight".split()
)
_FIELD_LINE = re.compile(r"""[ \t#}\]]|-[ \t]|["']?(?:[\w-]{1,60}(?: [\w-]{1,60}){0,2}|<<)["']?[ \t]{0,9}:""")
# What renders as raw HTML to the end of the text, where nothing closes it.
_BLOCK_ENDS = {"<!--": "-->", "<?": "?>", "<![cdata[": "]]>"}
_BLOCK_START = re.compile(
    r"^ {0,3}(<(?:script|style|textarea|pre)\b|<!--|<\?|<!\[CDATA\[)", re.MULTILINE | re.IGNORECASE
)
_CLOSING_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


def read_markdown(raw: RawFile) -> list[Document | Skipped]:
    """Read one document; its text is that of the rendered page, without the marks for links and emphasis.

    Raises
    ------
    LimitError
        It is too large.
    """
    import markdown_it

    text = decode_text(raw.data, raw.path, raw.charset)
    _check_size(text, raw)
    front, body = _split_front_matter(text)
    fields = _parse_yaml(front) if front else {}
    html = markdown_it.MarkdownIt("commonmark").enable("table").render(_without_open_blocks(body))
    document = document_from_fields(fields or {}, text_of_fragment(html, raw.limits) if html.strip() else "", raw.path)
    return (
        [document] if fields is not None else [document, Skipped(raw.path, "its front matter is not YAML that is read")]
    )


def _check_size(text: str, raw: RawFile) -> None:
    """Refuse Markdown that would take too much memory to render: each mark becomes an object.

    Raises
    ------
    LimitError
        It is too large, or made of little but marks.
    """
    check_markup_size(len(text), raw.path, raw.limits)
    n_marks = raw.limits.markup_bytes // _BYTES_PER_MARK
    if len(text) > n_marks and sum(map(text.count, _MARKS)) > n_marks:
        raise LimitError(raw.path, f"has more than {n_marks:,} marks in one piece", "markup_bytes")


def _split_front_matter(text: str) -> tuple[str, str]:
    """Split the metadata from the article; a text that merely begins with a rule has none."""
    opening = _FENCE.match(text)
    closing = _CLOSING_FENCE.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return "", text
    front = text[opening.end() : closing.start()]
    return (front, text[closing.end() :]) if _is_front_matter(front) else ("", text)


def _is_front_matter(text: str) -> bool:
    """Tell whether what stands between two rules is fields: of a usual name, or at least without a sentence."""
    lines = [line for line in text.splitlines() if line]
    if not (_KEY.match(text) and all(map(_FIELD_LINE.match, lines))):
        return False
    names = {line.partition(":")[0].strip(" \t\"'").casefold() for line in lines if ":" in line}
    return not names.isdisjoint(_KNOWN_KEYS) or not any(line.rstrip().endswith(tuple(SENTENCE_ENDS)) for line in lines)


def _without_open_blocks(text: str) -> str:
    """Escape what begins a block of raw HTML that nothing ends."""
    lasts: dict[str, int] = {}

    def escape(block: re.Match[str]) -> str:
        opening = block[1].lower()
        if opening not in lasts:
            end = _BLOCK_ENDS.get(opening, f"</{opening[1:]}>")
            lasts[opening] = max(text.rfind(end), text.rfind(end.upper()))
        return block[0] if block.start(1) < lasts[opening] else block[0].replace("<", "\\<")

    return _BLOCK_START.sub(escape, text)


def _parse_yaml(text: str) -> Mapping[str, object] | None:
    """Parse front matter; None where it is not YAML that can be used."""
    import yaml

    class PlainLoader(yaml.SafeLoader):
        """Constructs plain values only, and refuses aliases: a few hundred bytes of them unfold to gigabytes."""

        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):
                raise yaml.YAMLError
            return super().compose_node(parent, index)

    if len(text) > _MAX_FRONT:
        return None
    try:
        fields = yaml.load(text, Loader=PlainLoader)  # noqa: S506 (it is a SafeLoader)
    except Exception:  # noqa: BLE001 (a date of month 13, `!!int x`: what constructs values raises what it likes)
        return None
    return fields if isinstance(fields, Mapping) else None
