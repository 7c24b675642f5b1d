"""Remember what a function makes of words, because the words of one topic are those of the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

R = TypeVar("R")

MAX_CHARACTERS = 32  # a longer word is a sentence without spaces, or no language at all, and is not kept
MAX_WORDS = 1 << 16  # the news in one language has some tens of thousands


class WordCache(dict[str, R]):
    """A dict in which `cache[word]` is `function(word)`, called once for each word.

    It is emptied when it is full. A cache that forgets word by word, such as `functools.lru_cache`, takes several times
    as long to look up in, and looking up is all the cost.
    """

    def __init__(self, function: Callable[[str], R]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> R:
        value = self._function(word)
        if len(word) <= MAX_CHARACTERS:
            if len(self) >= MAX_WORDS:
                self.clear()
            self[word] = value
        return value
