"""Find names that need an introduction: a surname alone leans on the sentence that gives it in full."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from summarizer.language.scripts import CAPITALS
from summarizer.language.words import languages
from summarizer.sentences.sentence_table import SentenceTable

_CAPITALIZED = rf"[{CAPITALS}][\w'’-]*"
# (What stands before is asked in a lookbehind over the capital, because `re` skips fast to a leading set.)
_RUN = re.compile(rf"[{CAPITALS}](?<!\w\w)[\w'’-]*(?:\.? {_CAPITALIZED})*")
# Of all languages: the names of foreigners keep theirs.
_HONORIFICS = frozenset(word for words in languages().values() for word in words.honorifics.split())
_POSSESSIVE = re.compile("['’]s?$")
_NO_NAMES: frozenset[str] = frozenset()

NameReader = Callable[[int], tuple[frozenset[str], frozenset[str]]]


def name_reader(sentences: SentenceTable, names: frozenset[str], stem: Callable[[str], str]) -> NameReader:
    """Return a function that tells of a sentence, by its row, which names it needs introduced and which it introduces.

    News gives a name in full once ("President Ana Lima") and in short from then on ("Lima"). A sentence introduces the
    names that follow another capitalized word in it. It needs those that stand alone in it and that an earlier
    sentence of its document introduces. A name that stands alone throughout needs nothing.

    Parameters
    ----------
    sentences
        All of them: what introduces a name may be no candidate.
    names
        The stems that are names; words that happen to open a sentence are none.
    """
    if not names:
        return lambda _: (_NO_NAMES, _NO_NAMES)
    name_of = cache(lambda part: _name_of(part, names, stem))
    forms = cache(lambda row: _name_forms(sentences.text(row), name_of))

    def needed_and_introduced(row: int) -> tuple[frozenset[str], frozenset[str]]:
        alone, in_full = forms(row)
        return frozenset(
            name for name in alone - in_full if any(name in forms(other)[1] for other in _earlier(sentences, row, name))
        ), in_full

    return needed_and_introduced


def _earlier(sentences: SentenceTable, row: int, name: str) -> Iterator[int]:
    """Yield the earlier sentences of the row's document that have the name in them."""
    document = sentences.document_of(row)
    text, first = sentences.texts[document], int(sentences.bounds[document])
    starts, ends = sentences.starts[first:row], sentences.ends[first:row]
    stop = int(sentences.starts[row])
    at = text.find(name, 0, stop)
    while at >= 0:
        within = int(starts.searchsorted(at, side="right")) - 1
        if within >= 0 and at < ends[within]:
            yield first + within
            at = int(ends[within])
        at = text.find(name, at + 1, stop)


def _name_forms(text: str, name_of: Callable[[str], str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names that stand alone in a text, and those that follow another capitalized part of the name."""
    alone: set[str] = set()
    in_full: set[str] = set()
    for run in _RUN.findall(text):
        words = list(filter(None, map(name_of, run.split())))
        in_full.update(words[1:])
        if len(words) == 1:
            alone.add(words[0])
    return frozenset(alone), frozenset(in_full)


def _name_of(part: str, names: frozenset[str], stem: Callable[[str], str]) -> str:
    """Return the name that a capitalized word is, without a possessive ending; empty where it is none."""
    name = _POSSESSIVE.sub("", part).rstrip(".")
    is_name = name.lower() not in _HONORIFICS and stem(name.lower()) in names
    return name if is_name else ""
