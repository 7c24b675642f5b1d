"""Read candidates closely, one sentence at a time: expensive, so only those are read that may be selected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from summarizer.sentences.candidates import NO_CANDIDATE, Candidates
from summarizer.sentences.name_introductions import name_reader
from summarizer.sentences.wording import Quotation, is_expectation, judge_quotation, points_back, speaks_for_itself

STANDS_ALONE = -1  # in place of an antecedent: the sentence points back to none


@dataclass(frozen=True, slots=True)
class CloseReading:
    """The findings of a close reading of one sentence.

    is_expectation
        Whether it tells what was still to come.
    is_own_voice
        Whether it speaks in the first or second person outside quotation marks.
    quotation
        Whether it opens with a quotation, and names who speaks.
    antecedent
        The candidate that it points back to ("But he ..."), STANDS_ALONE, or NO_CANDIDATE where it points back to a
        sentence that no briefing can print.
    needed, introduced
        The ids of the names that it has only in short, and of those it gives in full.
    """

    is_expectation: bool = False
    is_own_voice: bool = False
    quotation: Quotation = Quotation.NONE
    antecedent: int = STANDS_ALONE
    needed: frozenset[int] = frozenset()
    introduced: frozenset[int] = frozenset()


class CloseReader:
    """Reads candidates closely, each once.

    Parameters
    ----------
    names
        The stems that are names.
    stem, language
        The stemmer and the language of the topic.
    """

    def __init__(
        self, candidates: Candidates, names: frozenset[str], stem: Callable[[str], str], language: str
    ) -> None:
        self._candidates = candidates
        self._read_names = name_reader(candidates.sentences, names, stem)
        self._language = language
        self._names: list[str] = []
        self._id_of_name: dict[str, int] = {}
        self._readings: dict[int, CloseReading] = {}

    def read(self, candidate: int) -> CloseReading:
        """The reading of the candidate with this number."""
        reading = self._readings.get(candidate)
        if reading is None:
            reading = self._readings[candidate] = self._read(candidate)
        return reading

    def name(self, number: int) -> str:
        """The name with this id, as the sentences write it."""
        return self._names[number]

    def _read(self, candidate: int) -> CloseReading:
        text, language = self._candidates.text(candidate), self._language
        needed, introduced = self._read_names(int(self._candidates.rows[candidate]))
        return CloseReading(
            is_expectation=is_expectation(text, language),
            is_own_voice=speaks_for_itself(text, language),
            quotation=judge_quotation(text),
            antecedent=self._sentence_before(candidate) if points_back(text, language) else STANDS_ALONE,
            needed=frozenset(map(self._number, needed)),
            introduced=frozenset(map(self._number, introduced)),
        )

    def _sentence_before(self, candidate: int) -> int:
        """The candidate right before this one in its document, NO_CANDIDATE where none is."""
        if not self._candidates.positions[candidate]:
            return NO_CANDIDATE
        return self._candidates.at(int(self._candidates.rows[candidate]) - 1)

    def _number(self, name: str) -> int:
        if name not in self._id_of_name:
            self._id_of_name[name] = len(self._names)
            self._names.append(name)
        return self._id_of_name[name]
