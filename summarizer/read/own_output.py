"""Tell the briefings of this program from articles: one that lies in a folder of articles is none of them."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

OWN_OUTPUT = "a briefing that was made by this program, not an article"

_KEYS = frozenset(("headline", "items", "sources"))
_ITEM_KEYS = frozenset(("text", "source", "start", "end", "salience", "redundancy"))
_PAGE_MARK = b'<meta name="generator" content="summarizer '
_STRING = rb'"(?:[^"\\]|\\.){0,5000}"'
_JSON_MARK = re.compile(
    rb'\s*\{\s*"headline":\s*(?:null|%b),\s*"items":\s*\[\s*\{\s*"text":\s*%b,\s*"source":\s*\d+,\s*"start":'
    % (_STRING, _STRING)
)
# The line under the headline, below "=====" or in Markdown between asterisks; the list at the end.
_TEXT_HEAD = re.compile(rb"\A(?:[^\n]{1,5000}\n){1,20}?={3,}\n\n\d+ articles?(?:,|\n)")
_MARKDOWN_HEAD = re.compile(rb"\A# [^\n]{1,5000}\n\n\*\d+ articles?(?:,[^\n]{1,500})?\*\n")
_TEXT_SOURCES, _MARKDOWN_SOURCES = re.compile(rb"\n\nSources\n\[\d"), re.compile(rb"\n\n## Sources\n\n- \\\[\d")
_HEAD = 8000  # bytes in which the mark of a page stands


def is_own_output(data: bytes) -> bool:
    """Tell whether the bytes are a briefing of this program: a page, text, Markdown or JSON."""
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\r\n" in data[:_HEAD]:
        data = data.replace(b"\r\n", b"\n")
    if _PAGE_MARK in data[:_HEAD] or _JSON_MARK.match(data):
        return True
    return bool(
        (_TEXT_HEAD.match(data) and _TEXT_SOURCES.search(data))
        or (_MARKDOWN_HEAD.match(data) and _MARKDOWN_SOURCES.search(data))
    )


def is_own_object(value: object) -> bool:
    """Tell whether a parsed JSON value is a briefing of this program."""
    if not isinstance(value, Mapping) or not value.keys() >= _KEYS:
        return False
    items = value["items"] if isinstance(value["items"], list) else []
    return bool(items) and all(isinstance(item, Mapping) and item.keys() >= _ITEM_KEYS for item in items)
