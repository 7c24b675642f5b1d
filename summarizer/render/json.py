"""A briefing as JSON: the contract that other programs rely on."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from summarizer.datamodel import BriefingContent
from summarizer.render.printable import UNSAFE


def to_dict(content: BriefingContent) -> dict[str, Any]:
    """The briefing as dicts, lists, strings and numbers; the keys are the data model's field names."""
    names = (name for name in _field_names(BriefingContent) if name != "evidence")
    return {name: _plain(getattr(content, name)) for name in names}


def render_json(content: BriefingContent) -> str:
    """The briefing as indented JSON. Characters that could act on a terminal are escaped; a parser restores them."""
    return _escape(json.dumps(to_dict(content), ensure_ascii=False, indent=2)) + "\n"


def render_line(fields: Mapping[str, Any]) -> str:
    """A JSON object on one line. Characters that could act on a terminal are escaped."""
    return _escape(json.dumps(fields, ensure_ascii=False, separators=(",", ":"))) + "\n"


def _escape(written: str) -> str:
    return UNSAFE.sub(lambda found: json.dumps(found.group())[1:-1], written)


def _plain(value: Any) -> Any:
    """Turn dataclasses into dicts and tuples into lists, so that the result equals what its JSON parses to."""
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    names = _field_names(value.__class__)
    return {name: _plain(getattr(value, name)) for name in names} if names else value


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    """The names of a dataclass's fields, none for other types. (`dataclasses.asdict` copies every value: slow.)"""
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()
