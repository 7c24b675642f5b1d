"""How much more CPU a larger input takes: a ratio, so that a slow machine and a busy one give the same answer."""

import time

TRIES = 5
LEAST_SECONDS = 1e-3  # what is quicker tells more of the clock than of the work
WIDE_MARGIN = 3  # a quadratic step shows as a factor of ten; caches and garbage collection as less than two


def assert_linear(prepare, size):
    """Check that ten times as much takes about ten times the CPU.

    `prepare(size)` makes the input and returns what is to be measured, a function without arguments.
    """
    assert_costs_at_most(10 * WIDE_MARGIN, prepare(size), prepare(10 * size))


def cpu_seconds(work):
    """CPU seconds of this process, all its threads included."""
    began = time.process_time()
    work()
    return time.process_time() - began


def assert_costs_at_most(ratio, small, large, measure=cpu_seconds):
    """Check that `large()` takes at most `ratio` times the CPU of `small()`.

    Both are measured again where they do not, because other processes slow a single run; the best of each counts.
    `measure` gives the seconds of either where they are not spent in this process.
    """
    measure(small)  # imports, and what is built once
    smallest = largest = float("inf")
    for _ in range(TRIES):
        smallest = min(smallest, measure(small))
        largest = min(largest, measure(large))
        if largest <= ratio * max(smallest, LEAST_SECONDS):
            return
    raise AssertionError(f"{largest:.3f} s of CPU, more than {ratio} times {smallest:.4f} s")
