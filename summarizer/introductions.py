"""Names that need an introduction: a surname alone leans on the sentence that gives it in full. Text in, arrays out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
import scipy.sparse as sp

from summarizer.datamodel import Sentence
from summarizer.scripts import CAPITALS

_CAPITALIZED = rf"[{CAPITALS}][\w'’-]*"
_RUN = re.compile(rf"(?<!\w){_CAPITALIZED}(?:\.? {_CAPITALIZED})*")
# With one of these a surname is still a surname alone.
_HONORIFICS = frozenset(
    "mr mrs ms miss mx sir dr sr sra srta señor señora señorita don doña dom herr frau m mme mlle monsieur madame "
    "sig signor signora dhr mevr г г-н г-жа".split()
)
_POSSESSIVE = re.compile("['’]s?$")


def find_introductions(
    sentences: Sequence[Sentence], names: frozenset[str], stem: Callable[[str], str]
) -> tuple[sp.csr_array, sp.csr_array]:
    """Which names each sentence needs introduced, and which it introduces.

    News gives a name in full once ("President Ana Lima") and in short from then on ("Lima"). A sentence introduces the
    names that follow another capitalized word in it. It needs those that stand alone in it and that an earlier
    sentence of its document introduces. A name that stands alone throughout needs nothing.

    Parameters
    ----------
    sentences
        In the order of their documents and places.
    names
        The stems that are names; words that happen to open a sentence are none.

    Returns
    -------
    Two CSR (n_sentences, n_names) of 0 and 1: needed and introduced.
    """
    is_name = cache(lambda word: stem(word.lower()) in names)
    columns: dict[str, int] = {}
    needed: list[list[int]] = []
    introduced: list[list[int]] = []
    known: set[str] = set()
    document = -1
    for sentence in sentences:
        if sentence.document != document:
            document, known = sentence.document, set()
        alone, in_full = _name_forms(sentence.text, is_name)
        needed.append([columns.setdefault(name, len(columns)) for name in sorted((alone - in_full) & known)])
        introduced.append([columns.setdefault(name, len(columns)) for name in sorted(in_full)])
        known |= in_full
    return _incidence(needed, len(columns)), _incidence(introduced, len(columns))


def _name_forms(text: str, is_name: Callable[[str], bool]) -> tuple[set[str], set[str]]:
    """The names that stand alone in a text, and those that follow another capitalized word that is part of the name."""
    alone: set[str] = set()
    in_full: set[str] = set()
    for run in _RUN.findall(text):
        parts = (_POSSESSIVE.sub("", part).rstrip(".") for part in run.split())
        words = [part for part in parts if part.lower() not in _HONORIFICS and is_name(part)]
        in_full.update(words[1:])
        if len(words) == 1:
            alone.add(words[0])
    return alone, in_full


def _incidence(columns_of_rows: Sequence[Sequence[int]], n_columns: int) -> sp.csr_array:
    indptr = np.concatenate(([0], np.cumsum([len(columns) for columns in columns_of_rows])))
    indices = [column for columns in columns_of_rows for column in columns]
    return sp.csr_array((np.ones(len(indices)), indices, indptr), shape=(len(columns_of_rows), n_columns))
