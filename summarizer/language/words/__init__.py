"""One module of words a language, named by its ISO 639-1 code: a new file here is all that a new language needs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from summarizer.language.language_words import LanguageWords

_UNKNOWN = LanguageWords()


@cache
def languages() -> Mapping[str, LanguageWords]:
    """Return the words of every language by its code, by `detection_rank`, then by code.

    The order decides which language wins where a text has as many words of one as of another, as happens in texts of a
    few words.
    """
    codes = sorted(module.name for module in iter_modules(__path__))
    known = {code: import_module(f"{__name__}.{code}").WORDS for code in codes}
    return dict(sorted(known.items(), key=lambda entry: entry[1].detection_rank))


def words_of(language: str) -> LanguageWords:
    """Return the words of one language by its code; all fields are empty where the language has no module."""
    return languages().get(language, _UNKNOWN)
