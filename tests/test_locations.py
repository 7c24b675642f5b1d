"""Names of inputs: what is fetched, what a batch opens by its URL, and what is a path."""

import pytest

from summarizer.locations import is_url, is_web_address


@pytest.mark.parametrize(
    ("name", "is_fetched", "has_scheme"),
    [
        ("https://a.example/1", True, True),
        ("HTTP://a.example", True, True),
        ("ftp://a.example", False, True),
        ("s3://bucket/a.jsonl", False, True),
        ("a/b.jsonl", False, False),
        ("http:/a", False, False),
        ("-", False, False),
    ],
)
def test_a_name_begins_with_its_scheme(name, is_fetched, has_scheme):
    assert (is_web_address(name), is_url(name)) == (is_fetched, has_scheme)


def test_an_address_in_the_middle_of_a_path_is_not_fetched():
    assert not is_web_address("a/http://b")
