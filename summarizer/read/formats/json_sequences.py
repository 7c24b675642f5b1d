"""JSON values one after the other in a file, one a line or not, as tools for logs and queries write them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence

_SPACE = re.compile(r"\s*")  # the record separators of RFC 7464 count as space


def parse_sequence(text: str, make_object: Callable[[list[tuple[str, object]]], object]) -> Sequence[object]:
    """Parse the JSON values that a text is made of; empty where it is made of anything else too.

    `make_object` makes an object of its keys and values.
    """
    decoder = json.JSONDecoder(object_pairs_hook=make_object)
    values: list[object] = []
    place = _skip_space(text, 0)
    while place < len(text):
        try:
            value, end = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            return ()
        values.append(value)
        place = _skip_space(text, end)
    return values


def has_object_on_line(text: str) -> bool:
    """Tell whether a line of a text is a JSON object, among lines that are none."""
    return any(_is_object(line) for line in text.split("\n") if line.lstrip().startswith("{"))


def _skip_space(text: str, start: int) -> int:
    space = _SPACE.match(text, start)
    return space.end() if space else start


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
