"""Dates as articles write them."""

import datetime

import pytest

from summarizer import Document
from summarizer.language.dates import find_date, parse_date

SHOWN = [
    ("November 17, 2024 11:46 AM", "2024-11-17T11:46:00"),
    ("by Ada Quill November 17, 2024 11:46 PM 2 min read", "2024-11-17T23:46:00"),
    (" date 2024-11-16 The ferry", "2024-11-16"),
    ("2024-11-16T10:05:09Z", "2024-11-16T10:05:09"),
    ("20241116T101112", "2024-11-16T10:11:00"),
    ("Sat, 16 Nov 2024 10:00:00 GMT", "2024-11-16T10:00:00"),
    ("TARROW, Nov. 16, 2024 (Northwire)", "2024-11-16"),
    ("16th of November 2024", "2024-11-16"),
    ("16/11/2024", "2024-11-16"),
    ("11/16/2024", "2024-11-16"),
    ("3.4.2024", "2024-04-03"),
    ("4/4/2024", "2024-04-04"),
    ("16 de novembro de 2024", "2024-11-16"),
    ("el 16 de noviembre de 2024", "2024-11-16"),
    ("le 1er août 2024", "2024-08-01"),
    ("16. Oktober 2024", "2024-10-16"),
    ("16 tháng 11 năm 2024", "2024-11-16"),
    ("2024年11月16日", "2024-11-16"),
]
NOT_A_DATE = [
    "",
    "Nov. 16",
    "November 2024",
    "2024",
    "3/4/2024",
    "31 November 2024",
    "2024-13-01",
    "lost 27 to 2024",
    "0.2024-11-16",
]


@pytest.mark.parametrize(("text", "date"), SHOWN)
def test_a_complete_date_is_found(text, date):
    assert find_date(text) == date


@pytest.mark.parametrize("text", NOT_A_DATE)
def test_an_incomplete_or_ambiguous_date_is_none(text):
    assert find_date(text) is None


def test_a_score_after_a_date_is_no_time():
    assert find_date("16 November 2024, 27:80") == "2024-11-16"


@pytest.mark.parametrize(
    ("value", "date"),
    [
        (datetime.date(2024, 11, 16), "2024-11-16"),
        (datetime.datetime(2024, 11, 16, 9, 30, 5, 7), "2024-11-16T09:30:05"),
        (1731752760, "2024-11-16T10:26:00"),
        (1731752760000, "2024-11-16T10:26:00"),
        (12, None),
        (True, None),
        (["2024-11-16"], None),
        (None, None),
    ],
)
def test_metadata_values_of_any_type(value, date):
    assert parse_date(value) == date


@pytest.mark.parametrize("date", ["Nov. 16, 2024", datetime.date(2024, 11, 16), "2024-11-16"])
def test_a_document_keeps_its_date_as_iso_8601(date):
    assert Document(text="", date=date).date == "2024-11-16"
    assert Document(text="", date="3/4/2024").date is None
