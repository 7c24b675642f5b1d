"""The exchange of selected sentences for fuller wordings of the same report."""

import numpy as np
import pytest
import scipy.sparse as sp

from summarizer import Document, summarize
from summarizer.rank.fuller_wording import prefer_fuller
from summarizer.rank.salience import Salience
from summarizer.rank.same_report import Reports
from summarizer.rank.selection import NOT_RULED_OUT, Budget, Pick, Selection
from summarizer.sentences.close_reading import STANDS_ALONE, CloseReading

PLAIN = CloseReading()
EXPECTED = CloseReading(is_expectation=True)
# Row 1 has all the content of row 0, and as much again; row 2 is other news; row 3 has half of it, and row 2's.
CONTENT = sp.csr_array(np.array([[0.6, 0.8, 0, 0, 0], [0.5, 0.5, 0.5, 0.5, 0], [0, 0, 0, 0, 1.0], [0.6, 0, 0, 0, 0.8]]))


def exchange(
    readings=(PLAIN,) * 4, salience=(1.0, 0.9, 0.5, 0.9), n_words=(10, 20, 10, 20), max_words=None, mmr_lambda=0.5
):
    selection = Selection(
        picks=[Pick(0, 1.0, 0.0), Pick(2, 0.5, 0.1)],
        redundancy=np.array([0.0, 0.4, 0.1, 0.4]),
        ruled_out_by=np.array([NOT_RULED_OUT, 0, NOT_RULED_OUT, 0]),
        words_left=np.inf if max_words is None else max_words - n_words[0],
        mmr_lambda=mmr_lambda,
    )
    reports = Reports(sp.csr_array((4, 1)), CONTENT, np.zeros(5, dtype=bool))
    return prefer_fuller(
        selection,
        reports,
        Salience(np.array(salience), lambda row: salience[row]),
        readings.__getitem__,
        Budget(np.array(n_words), max_words=max_words),
    )


def rows(*arguments, **options):
    return [pick.row for pick in exchange(*arguments, **options).picks]


def test_the_fuller_wording_takes_the_place_of_the_shorter_one():
    found = exchange()
    assert found.picks == [Pick(1, 0.9, 0.4), Pick(2, 0.5, 0.1)]
    assert found.ruled_out_by.tolist() == [0, NOT_RULED_OUT, NOT_RULED_OUT, 0]


@pytest.mark.parametrize("mmr_lambda", [0.0, 1.0])
def test_at_the_ends_of_lambda_nothing_changes(mmr_lambda):
    assert rows(mmr_lambda=mmr_lambda) == [0, 2]


@pytest.mark.parametrize(
    "salience", [pytest.param((1.0, 0.7, 0.5, 0.9), id="much less salient"), pytest.param((1.0, 0, 0.5, 0), id="not")]
)
def test_it_is_about_as_salient(salience):
    assert rows(salience=salience) == [0, 2]


def test_what_repeats_another_item_does_not_come_in():
    assert rows(salience=(1.0, 0.1, 0.5, 0.99)) == [0, 2]


def test_what_was_expected_does_not_replace_what_happened():
    assert rows(readings=(PLAIN, EXPECTED, PLAIN, PLAIN)) == [0, 2]
    assert rows(readings=(EXPECTED, EXPECTED, PLAIN, PLAIN)) == [1, 2]


def test_what_another_item_leans_on_stays():
    assert rows(readings=(PLAIN, PLAIN, CloseReading(antecedent=0), PLAIN)) == [0, 2]
    introduces = CloseReading(antecedent=STANDS_ALONE, introduced=frozenset({7}))
    needs = CloseReading(needed=frozenset({7}))
    assert rows(readings=(introduces, PLAIN, needs, PLAIN)) == [0, 2]
    assert rows(readings=(introduces, introduces, needs, PLAIN)) == [1, 2]


def test_the_word_budget_holds():
    assert rows(max_words=29) == [0, 2]
    found = exchange(max_words=30)
    assert [pick.row for pick in found.picks] == [1, 2]
    assert found.words_left == 10  # for the last sentence, once the first has twenty words


def test_of_two_reports_of_one_thing_the_briefing_has_the_one_that_says_more():
    short = "Two keepers of the Varn lighthouse were arrested on Sunday over the missing oil."
    full = (
        "Two keepers of the Varn lighthouse were arrested on Sunday over the missing oil, which divers found in a cave."
    )
    others = ["The council of Varn met at noon to hear what the harbour master knew of the theft."] * 2
    texts = [f"{short}\n\n{others[0]}", f"{full}\n\n{others[1]}"]
    briefing = summarize([Document(text=text) for text in texts], sentences=1)
    assert briefing.items[0].text == full
