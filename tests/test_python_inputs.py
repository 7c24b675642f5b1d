"""Articles that a program has already: mappings and data frames."""

import math

import pandas as pd
import pytest

from summarizer import Document, read_documents, summarize

ROWS = (
    {"headline": "Bridge closed", "body": "The bridge over the Orle was closed on Monday.", "date": "2024-05-03"},
    {"title": None, "text": "Cracks were found in the bridge over the Orle.", "source": math.nan, "date": pd.NaT},
)
KNOWN = [("Bridge closed", None, "2024-05-03"), (None, None, None)]


class Frame:
    """The two methods of a data frame of polars that matter here: its rows, and an iteration over its columns."""

    def to_dicts(self):
        return [dict(row) for row in ROWS]

    def __iter__(self):
        return iter(("headline", "body"))


@pytest.mark.parametrize(
    "inputs",
    [
        ROWS,
        iter(ROWS),
        pd.DataFrame(ROWS),
        Frame(),
        {"articles": list(ROWS)},
        [Document(ROWS[0]["body"], title="Bridge closed", date="2024-05-03"), ROWS[1]],
    ],
)
def test_a_mapping_or_a_row_is_an_article(inputs):
    topic = read_documents(inputs)
    assert [document.text for document in topic] == [ROWS[0]["body"], ROWS[1]["text"]]
    assert [(document.title, document.publisher, document.date) for document in topic] == KNOWN
    assert topic.skipped == ()


def test_one_mapping_is_one_article():
    assert summarize(ROWS[0]).items[0].text == ROWS[0]["body"]


def test_times_and_unknown_values_of_pandas_are_understood():
    frame = pd.DataFrame([{"text": "A.", "date": pd.Timestamp("2024-05-03 10:30"), "author": pd.NA, "url": None}])
    (document,) = read_documents(frame)
    assert (document.date, document.author, document.url) == ("2024-05-03T10:30:00", None, None)


def test_a_row_without_text_is_told_by_its_number():
    topic = read_documents([ROWS[0], {"title": "No text", "text": math.nan}, {"items": [ROWS[1], {"id": 3}]}])
    assert len(topic) == 2
    none = "has no text: none of the keys text, body, content holds any"
    assert [each.reason for each in topic.skipped] == [f"input 2 {none}", f"input 3, article 2 {none}"]


def test_a_list_beside_the_text_is_told():
    extra = ["The ferry to Ness will sail every hour from now on, and twice an hour at the weekend."]
    (skipped,) = read_documents({**ROWS[0], "paragraphs": extra}).skipped
    assert skipped.reason == "input 1: the list paragraphs beside its text is not read"


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        (b"text", "inputs is bytes"),
        (7, "inputs is int"),
        ([["text"]], "input 1 is list"),
        (["a", None], "input 2 is No"),
    ],
)
def test_what_is_no_input_is_told_at_once(inputs, told):
    with pytest.raises(TypeError, match=f"{told}.*; it must be a path, an address, a Document, or a mapping"):
        read_documents(inputs)
