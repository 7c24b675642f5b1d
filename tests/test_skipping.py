"""Errors become reasons that a person can act on, each on one line that fits a terminal."""

import pytest

from summarizer import InputError
from summarizer.datamodel import Skipped
from summarizer.errors import MissingExtraError
from summarizer.read.skipping import shorten, skip


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (InputError("a.txt", "no text in it"), "no text in it"),
        (PermissionError(13, "Permission denied"), "permission denied"),
        (MissingExtraError("a PDF file", "pypdf", "pdf"), str(MissingExtraError("a PDF file", "pypdf", "pdf"))),
        (ValueError("bad\n  header"), "could not be parsed (ValueError: bad header)"),
        (ValueError("x" * 1000), f"could not be parsed (ValueError: {'x' * 200})"),
    ],
)
def test_an_error_becomes_its_reason_without_the_path(error, reason):
    assert skip("a.txt", error) == Skipped("a.txt", reason)
    assert skip("a.txt", error, "entry 3") == Skipped("a.txt", f"entry 3: {reason}")


def test_names_that_others_wrote_are_cut():
    assert (shorten("x" * 10**6), shorten("a.txt")) == ("x" * 200, "a.txt")
