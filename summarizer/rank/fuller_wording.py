"""Exchange selected sentences for fuller wordings of the same report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from summarizer.array_types import Rows
from summarizer.rank import weights
from summarizer.rank.antecedents import Antecedents
from summarizer.rank.salience import Salience
from summarizer.rank.same_report import Reports, are_at_odds, product_of_two, share_in, similarity_of_two
from summarizer.rank.selection import NOT_RULED_OUT, Budget, Pick, Selection
from summarizer.sentences.close_reading import CloseReading

MAX_COMPARED = 20  # of the sentences that say the same as one that is selected; there may be thousands


def prefer_fuller(
    selection: Selection,
    reports: Reports,
    salience: Salience,
    read_closely: Callable[[int], CloseReading],
    budget: Budget,
) -> Selection:
    """Let each pick give its place to the fuller of the sentences that it ruled out, if there is one.

    Of two sentences that say the same, the more salient is selected, though the other may say more: "Two women were
    charged on Sunday" is all in "Two women were charged after a camera showed one of them burning five children". A
    fuller sentence holds much of what the other says, says clearly more in all, is about as salient, and repeats no
    other pick; the others do not lean on what it replaces, and it fits the word budget.

    Parameters
    ----------
    selection
        Of `select_mmr`, which got the other arguments too. At lambda 1 nothing is ruled out, and at 0 salience does not
        count: then nothing changes.
    """
    if selection.mmr_lambda in (0, 1):
        return selection
    compared = _Compared(reports, salience, read_closely, [pick.row for pick in selection.picks])
    picks = list(selection.picks)
    ruled_out_by = selection.ruled_out_by.copy()
    n_spare = np.inf if budget.max_words is None else budget.max_words - sum(budget.n_words[pick.row] for pick in picks)
    words_left = selection.words_left
    for i, pick in enumerate(selection.picks):
        n_more = budget.n_words - budget.n_words[pick.row]
        same = np.flatnonzero((selection.ruled_out_by == i) & (n_more <= n_spare))
        fuller = compared.fullest(pick.row, same, [other.row for j, other in enumerate(picks) if j != i])
        if fuller != pick.row:
            picks[i] = Pick(fuller, compared.discounted(fuller), float(selection.redundancy[fuller]))
            ruled_out_by[[fuller, pick.row]] = NOT_RULED_OUT, i
            n_spare -= n_more[fuller]
            words_left -= n_more[fuller] if i < len(picks) - 1 else 0
    return replace(selection, picks=picks, ruled_out_by=ruled_out_by, words_left=float(words_left))


class _Compared:
    """Compares sentences that say the same, once the rows `picked` are selected."""

    def __init__(
        self,
        reports: Reports,
        salience: Salience,
        read_closely: Callable[[int], CloseReading],
        picked: Sequence[int],
    ) -> None:
        self._reports, self._salience, self._read_closely = reports, salience, read_closely
        self._antecedents = Antecedents(read_closely)
        for row in picked:
            self._antecedents.add(row)

    def discounted(self, row: int) -> float:
        """The salience of a row, discounted for what it leans on in vain."""
        return self._salience.exact(row) * self._antecedents.missing(row).factor

    def fullest(self, row: int, same: Rows, others: Sequence[int]) -> int:
        """The most salient of the rows `same` that can take the place of `row` beside the others, or `row` itself."""
        if any(self._read_closely(other).antecedent == row for other in others):
            return row
        fullest, least = row, weights.FULLER_SALIENCE * self.discounted(row)
        for fuller in self._most_salient(same):
            if self.discounted(fuller) > least and self._can_replace(row, fuller, others):
                fullest, least = fuller, self.discounted(fuller)
        return fullest

    def _most_salient(self, rows: Rows) -> Sequence[int]:
        order = np.argsort(-self._salience.upper_bounds[rows], kind="stable")
        return [int(row) for row in rows[order[:MAX_COMPARED]]]

    def _can_replace(self, row: int, fuller: int, others: Sequence[int]) -> bool:
        reading, own = self._read_closely(fuller), self._read_closely(row)
        needed = {name for other in others for name in self._read_closely(other).needed}
        return (
            own.introduced & needed <= reading.introduced
            and (own.is_expectation or not reading.is_expectation)
            and _is_fuller(self._reports, fuller, row)
            and not any(_say_the_same(self._reports, fuller, other) for other in others)
        )


def _is_fuller(reports: Reports, fuller: int, row: int) -> bool:
    """Tell whether one sentence has much of the other's content, and clearly more content in all."""
    share = share_in(reports, row, fuller)  # shared / all of the row's; the other is shared / all of the fuller one's
    return share >= weights.FULLER_SHARE and share >= weights.FULLER * share_in(reports, fuller, row)


def _say_the_same(reports: Reports, row: int, other: int) -> bool:
    is_alike = (
        similarity_of_two(reports, row, other) >= weights.MAYBE_SAME_REPORT
        or product_of_two(reports.wording, row, other) >= weights.SAME_WORDING
    )
    return is_alike and not are_at_odds(reports, row, other)
