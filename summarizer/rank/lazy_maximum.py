"""Find the highest of many values that are expensive to compute, from upper bounds that are cheap."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from summarizer.array_types import Scores

# Exact values are computed for this many rows at a time, and for one more per ROWS_PER_EXACT_VALUE rows: a pass over so
# many bounds costs as much as one exact value.
MIN_EXACT_VALUES, ROWS_PER_EXACT_VALUE = 2, 2000


class LazyMaximum:
    """Values of rows: upper bounds at first, exact once the row may be the best.

    A bound only falls when it is made exact, so a row whose exact value beats all bounds is the best.

    References
    ----------
    Minoux (1978), Accelerated greedy algorithms for maximizing submodular set functions.
    """

    def __init__(self, upper_bounds: Scores, exact: Callable[[int], float]) -> None:
        """`upper_bounds` is (n_rows,), nowhere below what `exact` gives for the row."""
        self.values = upper_bounds.copy()
        self._is_exact = np.zeros(len(upper_bounds), dtype=bool)
        self._exact = exact

    def best(self, weight: float = 1.0, cost: Scores | float = 0.0) -> int:
        """The row with the highest weight * value - cost, the earlier one of two; `weight` is not negative.

        Raises
        ------
        ValueError
            All costs are infinite.
        """
        while True:
            scores = weight * self.values - cost
            row = int(np.argmax(scores))
            if self._is_exact[row]:
                return row
            if not scores[row] > -np.inf:
                raise ValueError("no row has a score")
            for promising in self._promising(scores).tolist():
                self.make_exact(promising)

    def make_exact(self, row: int) -> None:
        """Compute the value of a row as it is now."""
        self.values[row] = self._exact(row)
        self._is_exact[row] = True

    def _promising(self, scores: Scores) -> npt.NDArray[np.intp]:
        """The rows with the highest scores among those that are still bounds, a few of them."""
        open_scores = np.where(self._is_exact, -np.inf, scores)
        n_rows = min(MIN_EXACT_VALUES + len(scores) // ROWS_PER_EXACT_VALUE, int(np.isfinite(open_scores).sum()))
        return np.argpartition(-open_scores, n_rows - 1)[:n_rows]
