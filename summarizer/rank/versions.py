"""Tell copies of a text from its versions: near-identical texts that state something else; the newest counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from summarizer.array_types import Flags, Rows
from summarizer.language.contraries import Contraries
from summarizer.rank import weights
from summarizer.rank.contradiction import telling_difference
from summarizer.rank.wire_copies import match_sentences
from summarizer.terms.tokens import Tokens, find_names

Signature = frozenset[tuple[int, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Newness:
    """How new a document is: its date (ISO 8601, None where unknown), and the number of the update it says it is."""

    date: str | None = None
    update: int = 0


@dataclass(frozen=True, slots=True)
class Copies:
    """Which documents repeat others.

    stands_for
        (n_documents,) the number of the document that stands for each; its own where it is no copy and no old version.
    is_superseded
        (n_documents,) whether it is an older version of what stands for it, and no copy.
    differs_from
        (n_documents,) the number of another version of the text where neither is known to be newer; else its own.
    text
        (n_documents,) a number that the copies and versions of one text share.
    """

    stands_for: Rows
    is_superseded: Flags
    differs_from: Rows
    text: Rows


@dataclass(frozen=True, slots=True)
class _Version:
    """The documents that state the same, ascending; `first` is the earliest of about full length."""

    documents: Sequence[int]
    first: int
    newness: Newness

    def is_newer_than(self, other: _Version) -> bool:
        """Tell by the dates, where both are known and differ, else by what the texts say of themselves."""
        own, others = self.newness, other.newness
        if own.date and others.date and own.date[:10] != others.date[:10]:
            return own.date[:10] > others.date[:10]
        return own.update > others.update


def tell_versions(
    tokens: Tokens, n_sentences: Sequence[int], longest: Rows, newness: Sequence[Newness], contraries: Contraries
) -> Copies:
    """Divide each group of near-identical documents into versions, and choose the one that stands for all.

    Two documents are versions when they differ in a figure, a name, a negation or a state. The newest version stands
    for the text. Where it cannot be told, each of those that may be the newest stands for itself.

    Parameters
    ----------
    tokens, n_sentences
        Of all sentences, document by document; and how many of them each document has.
    longest
        (n_documents,) the number of the longest document of each one's group.
    newness
        Of each document.
    """
    bounds = np.concatenate(([0], np.cumsum(n_sentences, dtype=np.int64)))
    n_tokens = np.diff(tokens.indptr[bounds])
    numbers = np.arange(len(longest))
    copies = Copies(numbers.copy(), np.zeros(len(longest), dtype=bool), numbers.copy(), longest)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for number in np.flatnonzero(np.bincount(longest, minlength=len(longest))[longest] > 1).tolist():
        groups[int(longest[number])].append(number)
    names = find_names(tokens, weights.MAX_NAMES_RATIO) if groups else frozenset()
    for root, members in groups.items():
        documents = [tokens.between(*bounds[[number, number + 1]].tolist()) for number in (root, *members)]
        by_signature: defaultdict[Signature, list[int]] = defaultdict(list)
        for number, document in zip(members, documents[1:], strict=True):
            by_signature[_signature(document, documents[0], contraries, names)].append(number)
        _settle(copies, [_make_version(same, n_tokens, newness) for same in by_signature.values()])
    return copies


def _make_version(documents: Sequence[int], n_tokens: Rows, newness: Sequence[Newness]) -> _Version:
    full = weights.FULL_LENGTH_RATIO * max(int(n_tokens[number]) for number in documents)
    return _Version(
        documents,
        first=next(number for number in documents if n_tokens[number] >= full),
        newness=Newness(
            max((date for number in documents if (date := newness[number].date)), default=None),
            max(newness[number].update for number in documents),
        ),
    )


def _settle(copies: Copies, versions: Sequence[_Version]) -> None:
    """Fill in what stands for the documents of a group."""
    newest = [version for version in versions if not any(other.is_newer_than(version) for other in versions)]
    if not newest:  # dates and updates contradict each other in a circle
        newest = list(versions)
    for version in versions:
        is_newest = version in newest
        copies.stands_for[list(version.documents)] = version.first if is_newest else newest[0].first
        copies.is_superseded[list(version.documents)] = not is_newest
        if is_newest and len(newest) > 1:
            other = newest[0] if version is not newest[0] else newest[1]
            copies.differs_from[version.first] = other.first


def _signature(document: Tokens, root: Tokens, contraries: Contraries, names: frozenset[str]) -> Signature:
    """Gather what a document states otherwise than the root, by the root's sentence; the root's own is empty."""
    return frozenset(
        (match, difference)
        for row, match in enumerate(_matches(document.incidence(), root.incidence()).tolist())
        if match >= 0
        and (difference := telling_difference(document.terms_of(row), root.terms_of(match), contraries, names))
    )


def _matches(rows: sp.csr_array, other_rows: sp.csr_array) -> Rows:
    """(n_sentences,) the sentence of the other document that each is a version of, the most alike; -1 for none."""
    matches = np.full(rows.shape[0], -1, dtype=np.int64)
    for own, other, dice in match_sentences(rows, other_rows):
        in_order = np.lexsort((-other, dice))
        in_order = in_order[dice[in_order] >= weights.MIN_VERSION_MATCH]
        matches[own[in_order]] = other[in_order]  # the last to write is the most alike, and the first of those
    return matches
