"""Who else reports a sentence."""

import numpy as np
import pytest

from summarizer.attribution import find_also_in
from summarizer.reports import describe_reports
from summarizer.vectorize import tfidf_matrix, tokenize

CRACK = "Inspectors found a crack in the main girder of the bridge on Monday."
BACKGROUND = [
    "The town council meets again on Thursday evening.",
    "Ferries cross the river every forty minutes.",
    "Shopkeepers fear for the Easter trade.",
    "The county will pay for extra buses.",
]


def also_in(*sentences, expectations=None):
    """Who reports the same as the first sentence; each sentence is a document of its own."""
    tokens = tokenize([*sentences, *BACKGROUND])
    flags = np.array([*(expectations or [False] * len(sentences)), *[False] * len(BACKGROUND)])
    reports = describe_reports(tokens, tfidf_matrix(tokens), flags)
    return find_also_in(reports, np.arange(len(flags)), 0)


def rows(found):
    return [row for row, _ in found]


def test_the_same_fact_in_other_words_is_found():
    assert rows(also_in(CRACK, "A crack was found in the main girder when inspectors checked the bridge.")) == [1]


def test_a_verbatim_sentence_has_similarity_one():
    assert also_in(CRACK, CRACK) == [(1, pytest.approx(1.0))]


def test_another_fact_is_not_listed():
    assert also_in(CRACK, "The bridge was built in 1961 and painted twice since.") == []


@pytest.mark.parametrize(("figure", "expected"), [("40", [1]), ("six", []), ("90", [])])
def test_the_same_words_with_other_figures_are_another_report(figure, expected):
    first = "The county put the cost of the bridge repair at $40 million."
    assert rows(also_in(first, f"The county put the cost of the bridge repair at ${figure} million.")) == expected


def test_what_was_expected_is_not_what_happened():
    pair = ("The bridge was closed to lorries on Monday.", "The bridge will be closed to lorries on Monday.")
    assert rows(also_in(*pair)) == [1]
    assert also_in(*pair, expectations=[False, True]) == []


def test_the_best_sentence_of_each_other_document_is_listed():
    near, nearer = (
        "Inspectors found a crack in the bridge.",
        "Inspectors found a crack in the main girder of the bridge.",
    )
    tokens = tokenize([CRACK, CRACK, near, nearer, *BACKGROUND])
    reports = describe_reports(tokens, tfidf_matrix(tokens), np.zeros(8, dtype=bool))
    assert rows(find_also_in(reports, np.array([0, 0, 1, 1, 2, 3, 4, 5]), 0)) == [3]
