"""Discount sentences that lean on something the briefing does not have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from summarizer.rank import weights
from summarizer.sentences.close_reading import STANDS_ALONE, CloseReading


@dataclass(frozen=True, slots=True)
class Missing:
    """The antecedents that one sentence leans on and the briefing does not have.

    points_back
        It points back to a sentence that is not selected.
    names
        The ids of the names it has only in short, and that nothing selected gives in full.
    """

    points_back: bool
    names: tuple[int, ...]

    @property
    def factor(self) -> float:
        """Factor (0..1] applied to the salience of the sentence."""
        return (weights.UNINTRODUCED if self.names else 1.0) * (weights.DANGLING if self.points_back else 1.0)


class Antecedents:
    """The antecedents that are present: the sentences selected so far, and the names they give in full.

    Parameters
    ----------
    read_closely
        The close reading of a row.
    """

    def __init__(self, read_closely: Callable[[int], CloseReading]) -> None:
        self._read_closely = read_closely
        self._rows = {STANDS_ALONE}
        self._names: set[int] = set()
        self._waiting_for_row: defaultdict[int, list[int]] = defaultdict(list)
        self._waiting_for_name: defaultdict[int, list[int]] = defaultdict(list)

    def missing(self, row: int) -> Missing:
        """The antecedents that the row leans on and that are not present."""
        reading = self._read_closely(row)
        names = tuple(name for name in reading.needed if name not in self._names)
        return Missing(points_back=reading.antecedent not in self._rows, names=names)

    def watch(self, row: int) -> float:
        """Factor (0..1] for what the row leans on in vain; from now on `add` tells when it may have risen."""
        missing = self.missing(row)
        if missing.points_back:
            self._waiting_for_row[self._read_closely(row).antecedent].append(row)
        for name in missing.names:
            self._waiting_for_name[name].append(row)
        return missing.factor

    def add(self, row: int) -> set[int]:
        """Make a selected row present; returns the rows whose factor may have risen since `watch` gave it."""
        introduced = self._read_closely(row).introduced
        self._rows.add(row)
        self._names.update(introduced)
        waiting = [self._waiting_for_row.pop(row, []), *(self._waiting_for_name.pop(name, []) for name in introduced)]
        return {leaning for rows in waiting for leaning in rows}
