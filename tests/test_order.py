"""The order of reading."""

import pytest

from summarizer.compose.order import Place, order_by_salience, order_by_source, order_for_reading


def place(document, position, date=None, *, source=None, n_sentences=10, salience=0.5):
    return Place(document, document + 1 if source is None else source, position, n_sentences, date, salience)


def test_earlier_documents_first_then_what_stands_earlier_in_its_document():
    places = [
        place(2, 1, "2025-11-05"),
        place(1, 5, "2025-11-04"),
        place(0, 2, "2025-11-04"),
        place(0, 7, "2025-11-04"),
    ]
    assert order_for_reading(places) == [2, 1, 3, 0]


def test_position_counts_relative_to_the_length_of_the_document():
    assert order_for_reading([place(0, 4, n_sentences=40), place(1, 2, n_sentences=4)]) == [0, 1]


def test_an_undated_document_is_read_with_the_median_date():
    dated = [place(0, 9, "2025-11-04"), place(1, 9, "2025-11-05"), place(2, 9, "2025-11-06")]
    assert order_for_reading([*dated, place(3, 0)]) == [0, 3, 1, 2]
    assert order_for_reading([place(0, 3), place(1, 0)]) == [1, 0]


def test_the_time_of_day_counts_where_it_is_known():
    assert order_for_reading([place(0, 0, "2025-11-04T18:00:00"), place(1, 9, "2025-11-04T09:30:00")]) == [1, 0]


def test_neighbours_stay_together():
    places = [place(0, 2), place(0, 3), place(0, 4), place(1, 3)]
    assert order_for_reading(places) == [0, 1, 2, 3]


@pytest.mark.parametrize(("order", "expected"), [(order_by_salience, [1, 0, 2]), (order_by_source, [2, 1, 0])])
def test_other_orders(order, expected):
    places = [
        place(0, 5, source=3, salience=0.5),
        place(0, 1, source=3, salience=0.9),
        place(1, 0, source=1, salience=0.5),
    ]
    assert order(places) == expected


def test_the_lead_is_read_first_with_what_follows_it():
    day, next_day = "2025-11-04", "2025-11-05"
    places = [place(0, 0, day), place(1, 1, next_day, salience=0.9), place(1, 2, next_day), place(0, 7, day)]
    assert order_for_reading(places) == [1, 2, 0, 3]


@pytest.mark.parametrize(
    "lead",
    [
        pytest.param(place(1, 3, "2025-11-05", salience=0.9), id="not at the opening"),
        pytest.param(place(1, 0, "2025-11-07", salience=0.9), id="in a story of many days"),
    ],
)
def test_what_is_no_lead_of_the_same_event_waits_for_its_turn(lead):
    assert order_for_reading([lead, place(0, 5, "2025-11-04")]) == [1, 0]
