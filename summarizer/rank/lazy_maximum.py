"""Upper bounds in place of what is dear to work out: the exact value is asked for only where it may be the highest."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from summarizer.array_types import Scores

BLOCK, ROWS_PER_EXACT = 2, 2000  # a pass over so many bounds costs as much as one exact value


class Bounds:
    """Values of rows: upper bounds at first, exact once asked for.

    A bound only falls when it is made exact, so a row whose exact value beats all bounds is the best.

    References
    ----------
    Minoux (1978), Accelerated greedy algorithms for maximizing submodular set functions.
    """

    def __init__(self, upper: Scores, exact: Callable[[int], float]) -> None:
        """`upper` is (n_rows,), nowhere below what `exact` gives for the row."""
        self.values = upper.copy()
        self._is_exact = np.zeros(len(upper), dtype=bool)
        self._exact = exact

    def best(self, weight: float = 1.0, cost: Scores | float = 0.0) -> int:
        """The row with the highest weight * value - cost, the earlier one of two; `weight` is not negative."""
        while True:
            scores = weight * self.values - cost
            row = int(np.argmax(scores))
            if self._is_exact[row]:
                return row
            if not scores[row] > -np.inf:
                raise ValueError("no row has a score")
            for other in self._promising(scores):
                self.work_out(int(other))

    def work_out(self, row: int) -> None:
        """Make the row's value exact, as it is now."""
        self.values[row] = self._exact(row)
        self._is_exact[row] = True

    def _promising(self, scores: Scores) -> npt.NDArray[np.intp]:
        """The rows with the best scores among those that are bounds, a block of them."""
        open_scores = np.where(self._is_exact, -np.inf, scores)
        n_rows = min(BLOCK + len(scores) // ROWS_PER_EXACT, int(np.isfinite(open_scores).sum()))
        return np.argpartition(-open_scores, n_rows - 1)[:n_rows]
