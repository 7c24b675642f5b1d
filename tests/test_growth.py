"""The measure of growth itself: it sees a square, and no line."""

import itertools

import pytest
from growth import assert_costs_at_most, assert_linear


def walk(size):
    return lambda: sum(1 for _ in range(size))


def test_a_linear_walk_is_linear():
    assert_linear(walk, 5_000)


def test_a_walk_over_all_pairs_is_not():
    with pytest.raises(AssertionError, match="s of CPU, more than 30 times"):
        assert_linear(lambda size: walk(size * size), 200)


def test_one_slow_run_does_not_count():
    slow = itertools.chain([300_000], itertools.repeat(3_000))

    def sometimes_slow():
        walk(next(slow))()

    assert_costs_at_most(3, walk(30_000), sometimes_slow)
