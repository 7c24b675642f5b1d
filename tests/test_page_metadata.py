"""What a saved page says about itself; unknown is None, never a guess."""

from pathlib import Path

import pytest

from summarizer import Document
from summarizer.clean.mark_blocks import mark_blocks
from summarizer.clean.marked_documents import clean_documents
from summarizer.clean.page_metadata import add_metadata
from summarizer.workers import Workers

ARTICLE = (
    "The road bridge over the Orle was closed on Monday after inspectors found a crack in its main girder.\n\n"
    "Mayor Ida Brandt said on 4 March 2019 that the bridge needed paint, but nobody looked at the girders then.\n\n"
    "Lorries must now take the ferry at Hamm, which adds forty minutes to the journey, the county said on Tuesday.\n"
)


def described(before="", after="", **known):
    document = Document(text=f"{before}\n{ARTICLE}\n{after}", **known)
    return add_metadata(document, mark_blocks(document.text, title=document.title))


@pytest.mark.parametrize(
    ("before", "after", "field", "value"),
    [
        (
            "Bridge at Orle closed\n\nby Ada Quill March 3, 2025 7:12 PM 3 min read",
            "",
            "title",
            "Bridge at Orle closed",
        ),
        ("Bridge at Orle closed\n\nby Ada Quill March 3, 2025 7:12 PM 3 min read", "", "date", "2025-03-03T19:12:00"),
        ("Home\nNews\nNov. 4, 2025 | Updated 8:05 p.m., Nov. 6, 2025", "", "date", "2025-11-04"),
        ("date 2025-03-03", "", "date", "2025-03-03"),
        ("", "Published: 3 March 2025 | Last updated: 5 March 2025", "date", "2025-03-03"),
        (
            "",
            "We are tackling this by allowing only subscribers to comment on orlegazette.example",
            "publisher",
            "orlegazette.example",
        ),
        (
            "",
            "Sign in to comment\n© 2024-2025 The Orle Gazette Ltd. All rights reserved.",
            "publisher",
            "The Orle Gazette Ltd",
        ),
        ("", "Copyright 2025 Orle Press AB All Rights Reserved", "publisher", "Orle Press AB"),
        ("ORLE (Northwire) —", "", "publisher", "Northwire"),
        ("Source: The Orle Gazette\nURL: https://gazette.example/a", "", "publisher", "The Orle Gazette"),
        ("Source: The Orle Gazette\nURL: https://gazette.example/a", "", "url", "https://gazette.example/a"),
        ("https://gazette.example/bridge?id=1", "", "url", "https://gazette.example/bridge?id=1"),
    ],
)
def test_what_the_page_shows_is_found(before, after, field, value):
    assert getattr(described(before.replace("—", "— ") if before.endswith("—") else before, after), field) == value


def test_a_dateline_right_before_the_sentence():
    document = Document(text="ORLE, March 3, 2025 (Northwire) — " + ARTICLE)
    found = add_metadata(document, mark_blocks(document.text))
    assert (found.date, found.publisher) == ("2025-03-03", "Northwire")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("The bridge on Monday, March 3, 2025. (Ben Orr/Orle Gazette)", ""),
        ("", "Follow us on facebook.com and twitter.com"),
        ("", "© 2025 All rights reserved."),
        ("", "More on gazette.example and on ledger.example"),
        ("", "More: orle-bridges.org/girders"),
        ("", "Tickets: orle-ferry.com"),
        ("Home\nNews\nUpdated 8:05 p.m., Nov. 4, 2025", ""),  # published, or unknown
    ],
)
def test_what_it_does_not_show_is_none(before, after):
    found = described(before, after)
    assert (found.title, found.publisher, found.date, found.url) == (None, None, None, None)


def test_documents_come_by_date_and_undated_ones_last():
    dates = [None, "2025-03-04", "2025-03-03"]
    documents = [Document(text=ARTICLE, date=date) for date in dates]
    assert [marked.source for marked in clean_documents(documents, Workers())] == [3, 2, 1]


def test_an_address_is_no_publisher():
    assert described("Source: https://gazette.example/a").publisher is None


def test_what_came_with_the_file_goes_first():
    known = {"title": "Known", "publisher": "The Ledger", "date": "2020-01-01", "url": "https://ledger.example"}
    found = described("Bridge at Orle closed\n\nby Ada Quill March 3, 2025", "© 2025 The Orle Gazette", **known)
    assert {field: getattr(found, field) for field in known} == known


def test_dates_and_addresses_of_the_seeds(seeds):
    from summarizer import summarize

    sources = {source.path.rsplit("/", 1)[1][:3]: source for source in summarize(seeds).sources}
    assert sources["001"].date == "2024-11-17"
    for number, line in (("001", 3), ("004", 0)):  # the line on which each gives its headline
        text = Path(sources[number].path).read_text(encoding="utf-8")
        assert sources[number].title == text.splitlines()[line]
    assert (sources["002"].publisher, sources["003"].date) == ("heraldscotland.com", "2024-11-16")
    assert (sources["000"].title, sources["000"].date) == (None, None)
