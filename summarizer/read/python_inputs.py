"""Articles given from Python as mappings or as the rows of a data frame, with the keys that articles in JSON have."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, cast

from summarizer.datamodel import Document, Skipped
from summarizer.limits import Limits
from summarizer.read.formats.articles_json import find_articles, read_with_unread

Input: TypeAlias = "str | os.PathLike[str] | Document | Mapping[str, object]"


def list_inputs(inputs: Input | Iterable[Input]) -> Sequence[Input]:
    """List the inputs: one alone, those of an iterable, the rows of a data frame of pandas or polars.

    Raises
    ------
    TypeError
        One of them is none of the types of `Input`.
    """
    if isinstance(inputs, (str, os.PathLike, Document, Mapping)):
        return [inputs]
    if isinstance(inputs, (bytes, bytearray)) or not isinstance(inputs, Iterable):
        raise TypeError(f"inputs is {_name_type(inputs)}; {_TYPES}")
    listed = list(_rows(inputs))
    for n, entry in enumerate(listed, start=1):
        if not isinstance(entry, (str, os.PathLike, Document, Mapping)):
            raise TypeError(f"input {n} is {_name_type(entry)}; {_TYPES}")
    return listed


def read_mapping(value: Mapping[str, object], where: str, limits: Limits) -> Iterator[Document | Skipped]:
    """Read the article that a mapping is, or those of the lists in it; one without text becomes a `Skipped`."""
    articles = list(find_articles(value)) or [value]
    for n, article in enumerate(articles, start=1):
        place = where if article is value else f"{where}, article {n}"
        yield from read_with_unread(article, None, place, limits)


_TYPES = "it must be a path, an address, a Document, or a mapping with a text, or an iterable of these"


def _rows(inputs: Iterable[Input]) -> Iterable[Input]:
    """The rows of a data frame as mappings; all other iterables as they are. A frame iterates over its columns."""
    if hasattr(inputs, "to_dicts"):  # polars
        return cast("Iterable[Input]", inputs.to_dicts())
    if hasattr(inputs, "to_dict") and hasattr(inputs, "columns"):  # pandas, and what follows it
        return cast("Iterable[Input]", inputs.to_dict("records"))
    return inputs


def _name_type(value: object) -> str:
    return type(value).__name__
