"""Errors come from other processes as they were raised there."""

import pickle

import pytest

from summarizer.errors import ConvergenceError, InputError, MissingExtraError, OptionError, ResumeError


@pytest.mark.parametrize(
    "error",
    [
        InputError("a.txt", "empty"),
        OptionError("words", 0, "at least 1"),
        ConvergenceError(100, 0.5),
        MissingExtraError("reading .zst", "zstandard", "zstd"),
        ResumeError("out.partial", "torn"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_survives_pickling_with_its_message_and_fields(error):
    there = pickle.loads(pickle.dumps(error))  # noqa: S301 (made a moment ago)
    assert (type(there), str(there), vars(there)) == (type(error), str(error), vars(error))


def test_no_control_character_of_an_input_gets_into_a_message():
    assert str(InputError("a\x1b[31m.txt", "bad\nnews")) == "a\ufffd[31m.txt: bad\ufffdnews"
