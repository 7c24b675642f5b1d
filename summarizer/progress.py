"""Telling a waiting user how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias, TypeVar

Progress: TypeAlias = Callable[[str, int, int], None]
T = TypeVar("T")


def no_progress(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def track(entries: Sequence[T], stage: str, progress: Progress) -> Iterator[T]:
    """The entries one by one, calling `progress(stage, done, total)` after each."""
    for done, entry in enumerate(entries, start=1):
        yield entry
        progress(stage, done, len(entries))
