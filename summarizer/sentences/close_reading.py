"""Read single sentences closely: expensive, so it is done only for candidates that may be selected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from summarizer.sentences.candidates import ANTECEDENT_ABSENT, Candidates
from summarizer.sentences.name_introductions import name_reader
from summarizer.sentences.wording import is_expectation, points_back, quotation_factor, voice_factor

STANDS_ALONE = -1


@dataclass(frozen=True, slots=True)
class Reading:
    """What a close reading of a sentence tells.

    is_expectation
        Whether it tells what was still to come.
    voice_factor
        What speaking for somebody else does to it: `wording.quotation_factor` times `wording.voice_factor`.
    antecedent
        The row that it points back to ("But he ..."), STANDS_ALONE or ANTECEDENT_ABSENT.
    needed, introduced
        The names that it has only in short, and those it gives in full.
    """

    is_expectation: bool = False
    voice_factor: float = 1.0
    antecedent: int = STANDS_ALONE
    needed: frozenset[str] = frozenset()
    introduced: frozenset[str] = frozenset()


def close_reader(
    candidates: Candidates, names: frozenset[str], stem: Callable[[str], str], language: str
) -> Callable[[int], Reading]:
    """What reads a candidate, by its number, closely: too dear for all of them, and needed of few.

    Parameters
    ----------
    names
        The stems that are names.
    stem, language
        Of the topic.
    """
    read_names = name_reader(candidates.sentences, names, stem)

    @cache
    def read(candidate: int) -> Reading:
        row, text = int(candidates.rows[candidate]), candidates.text(candidate)
        needed, introduced = read_names(row)
        return Reading(
            is_expectation=is_expectation(text, language),
            voice_factor=quotation_factor(text) * voice_factor(text, language),
            antecedent=_antecedent(candidates, candidate, row) if points_back(text, language) else STANDS_ALONE,
            needed=needed,
            introduced=introduced,
        )

    return read


def _antecedent(candidates: Candidates, candidate: int, row: int) -> int:
    """The candidate right before this one in its document, if it is one."""
    return candidates.at(row - 1) if candidates.positions[candidate] else ANTECEDENT_ABSENT
