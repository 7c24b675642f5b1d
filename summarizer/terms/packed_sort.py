"""Sort pairs of integers fast: both are packed into one 64-bit integer."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from summarizer.array_types import Rows

UInt64s = npt.NDArray[np.uint64]


def sort_pairs(high: UInt64s, low: Rows, n_bits: int) -> tuple[UInt64s, Rows]:
    """Sort pairs by `high`, then by `low`; returns both in that order.

    Sorting plain integers is several times as fast as numpy's `unique` with its inverse or `lexsort`, and takes a third
    of the memory.

    Parameters
    ----------
    high
        (n,) of which the highest `n_bits` are lost. Overwritten, because a copy may take gigabytes.
    low
        (n,) non-negative, below 2 ** n_bits.
    """
    shift = np.uint64(n_bits)
    high <<= shift
    high |= low.view(np.uint64)
    del low  # where the caller has let go of it, that makes room for what follows
    high.sort()
    low_sorted = (high & ((np.uint64(1) << shift) - np.uint64(1))).view(np.int64)
    high >>= shift
    return high, low_sorted
