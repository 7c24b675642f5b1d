"""One module of words a language, named by its ISO 639-1 code: a new file here is all that a new language needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from summarizer.language.language_words import LanguageWords

_UNKNOWN = LanguageWords()


@cache
def languages() -> Mapping[str, LanguageWords]:
    """Return the words of every language by its code: those with the most fields filled in first, then by code.

    The order decides which language wins where a text has as many words of one as of another. That happens in texts of
    a few words, and there a language that has been worked on is likelier than one of which only a stemmer is known.
    """
    codes = sorted(module.name for module in iter_modules(__path__))
    known = {code: import_module(f"{__name__}.{code}").WORDS for code in codes}
    return dict(sorted(known.items(), key=lambda entry: -_n_filled(entry[1])))


def words_of(language: str) -> LanguageWords:
    """Return the words of one language by its code; all fields are empty where the language has no module."""
    return languages().get(language, _UNKNOWN)


def _n_filled(words: LanguageWords) -> int:
    return sum(getattr(words, field.name) != field.default for field in fields(words))
