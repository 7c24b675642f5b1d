"""What a function makes of words, remembered: the words of one topic are those of the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

R = TypeVar("R")

MAX_CHARACTERS = 32  # of a word that is remembered; a longer one is a sentence without spaces, or no language at all
MAX_WORDS = 1 << 16  # a language's news has some tens of thousands


class Remembered(dict[str, R]):
    """`remembered[word]` is `function(word)`, worked out once.

    A plain dict that is emptied when it is full: one that forgets word by word takes several times as long to look up
    in, and looking up is all the cost.
    """

    def __init__(self, function: Callable[[str], R]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> R:
        made = self._function(word)
        if len(word) <= MAX_CHARACTERS:
            if len(self) >= MAX_WORDS:
                self.clear()
            self[word] = made
        return made
