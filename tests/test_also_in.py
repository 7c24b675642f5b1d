"""Who else reports a sentence."""

import numpy as np
import pytest
from conftest import tokenize

from summarizer.language.contraries import Contraries, contraries_of
from summarizer.rank.also_in import find_also_in
from summarizer.rank.same_report import similarity_of_two, similarity_to_all, weigh_reports
from summarizer.rank.weights import MAX_NAMES_RATIO
from summarizer.terms.tfidf import tfidf_matrix
from summarizer.terms.tokens import find_names, term_maker

CRACK = "Inspectors found a crack in the main girder of the bridge on Monday."
BACKGROUND = [
    "The town council meets again on Thursday evening.",
    "Ferries cross the river every forty minutes.",
    "Shopkeepers fear for the Easter trade.",
    "The county will pay for extra buses.",
]


def also_in(*sentences, expectations=None):
    """Who reports the same as the first sentence; each sentence is a document of its own."""
    tokens = tokenize([*sentences, *BACKGROUND], term_maker("en"))
    flags = [*(expectations or [False] * len(sentences)), *[False] * len(BACKGROUND)]
    reports = weigh_reports(tokens, tfidf_matrix(tokens), find_names(tokens, MAX_NAMES_RATIO), contraries_of("en"))
    return find_also_in(reports, np.arange(len(flags)), flags.__getitem__, 0)


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


@pytest.mark.parametrize(("figure", "other"), [("2.5", "3.5"), ("1,200", "1,300")])
def test_figures_with_a_point_or_a_comma_are_figures(figure, other):
    first = f"The county put the cost of the bridge repair at ${figure} million."
    assert rows(also_in(first, first)) == [1]
    assert rows(also_in(first, f"The county put the cost of the bridge repair at ${other} million.")) == []


def test_one_figure_in_common_is_enough():
    first = "The storm sank 6 fishing boats and damaged 40 houses in the night."
    assert rows(also_in(first, "The storm sank 6 fishing boats in the night.")) == [1]


def test_a_small_number_is_the_same_spelled_out():
    first = "The storm sank six fishing boats in the night."
    assert rows(also_in(first, "In the night 6 fishing boats sank.")) == [1]
    assert rows(also_in(first, "In the night 7 fishing boats sank.")) == []


def test_names_alone_make_no_report():
    """All sentences of a topic share its names: what is said of them tells reports apart."""
    first = "After the meeting Ida Brandt praised Otto Lenz for his long work on the harbour board."
    assert rows(also_in(first, "In court on Tuesday Ida Brandt accused Otto Lenz of theft.")) == []
    assert rows(also_in(first, "Brandt praised Lenz for his work after the meeting.")) == [1]


def test_the_same_words_of_others_are_another_report():
    first = "Health officers in Orle confirmed two cases of the fever on Monday in a village school."
    assert rows(also_in(first, "Health officers in Orle confirmed two cases of the fever in a school.")) == [1]
    assert rows(also_in(first, "Health officers in Karby confirmed two cases of the fever in a village school.")) == []


def test_a_rare_word_in_common_makes_no_second_report():
    first = "It is too early to tell, and it is really hard."
    assert rows(also_in(first, "It is too early to tell, and very hard.")) == [1]
    assert rows(also_in(first, "Let me say why I am so hard on them.")) == []


def test_a_name_that_opens_a_sentence_is_a_name():
    first = "Hungary backed the plan for joint patrols at the border."
    assert rows(also_in(first, "Hungary backed the plan for patrols at the border.")) == [1]
    assert rows(also_in(first, "Austria backed the plan for joint patrols at the border.")) == []
    assert rows(also_in("Police found the lorry near Hamm.", "The police found the lorry at Hamm.")) == [1]


def test_a_passage_may_tell_more_than_the_item_but_not_a_small_part_of_it():
    first = "Inspectors found a crack in the bridge."
    more = "and the mayor will ask the county to pay for buses, ferries and a new road to the harbour before Easter."
    assert rows(also_in(first, f"{first[:-1]}, {more}")) == [1]
    assert rows(also_in(f"{first[:-1]}, {more}", "Inspectors found a crack.")) == []


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
    reports = weigh_reports(tokens, tfidf_matrix(tokens), frozenset(), contraries_of("und"))
    assert rows(find_also_in(reports, np.array([0, 0, 1, 1, 2, 3, 4, 5]), lambda _: False, 0)) == [3]


def test_where_names_cannot_be_told_their_part_of_the_likeness_is_taken_off():
    tokens = tokenize([CRACK, "Inspectors found no crack.", *BACKGROUND])
    known, unknown = (
        similarity_to_all(weigh_reports(tokens, tfidf_matrix(tokens), names, contraries_of("und")), 0)
        for names in (frozenset({"nobody"}), frozenset())
    )
    assert unknown[1] == pytest.approx((known[1] - 0.08) / 0.92)
    assert unknown[0] == known[0] == pytest.approx(1)


def test_two_sentences_are_as_alike_as_the_product_says():
    tokens = tokenize([CRACK, *BACKGROUND, "The main girder of the bridge"])
    reports = weigh_reports(tokens, tfidf_matrix(tokens), frozenset(), contraries_of("und"))
    for row in range(6):
        pairs = [similarity_of_two(reports, row, other) for other in range(6)]
        assert pairs == pytest.approx(similarity_to_all(reports, row))


def test_names_and_function_words_are_no_content():
    tokens = tokenize(["Ida Brandt was at the bridge.", "The bridge is closed."], str.lower)
    reports = weigh_reports(
        tokens,
        tfidf_matrix(tokens),
        frozenset({"ida", "brandt"}),
        Contraries(frozenset(), {}, {}, frozenset({"the", "at", "is"})),
    )
    words = {tokens.vocabulary[i] for i in reports.content.indices}
    assert words == {"was", "bridge", "closed"}
