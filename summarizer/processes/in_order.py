"""Submit work a bounded number of chunks ahead, and take its results in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
R = TypeVar("R")


class FutureLike(Protocol[T_co]):
    """The two methods that futures of the standard library and of Dask have in common."""

    def done(self) -> bool:
        """Tell if the result is there, without waiting."""

    def result(self) -> T_co:
        """Wait for the result and return it."""


def map_in_order(submit: Callable[[T], FutureLike[list[R]]], chunks: Iterable[T], n_ahead: int) -> Iterator[R]:
    """Submit each chunk, and yield the results of all of them, in the order of the chunks.

    At most `n_ahead` chunks have been submitted whose results were not taken yet. None is submitted while the caller
    is busy with a result.
    """
    waiting: deque[FutureLike[list[R]]] = deque()
    for chunk in chunks:
        waiting.append(submit(chunk))
        while waiting and (len(waiting) == n_ahead or waiting[0].done()):
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()
