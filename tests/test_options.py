"""Options are checked once, on construction."""

import pytest

from summarizer.errors import OptionError, SummarizerError
from summarizer.language.words import languages
from summarizer.options import SummaryOptions


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sentences", 0),
        ("sentences", 2.5),
        ("sentences", True),
        ("words", -1),
        ("words", "many"),
        ("mmr_lambda", 1.01),
        ("mmr_lambda", -0.1),
        ("mmr_lambda", float("nan")),
        ("mmr_lambda", "0.5"),
        ("centrality", "pagerank"),
        ("order", "random"),
        ("language", "English"),
        ("language", "xx"),
        ("language", ""),
        ("language", None),
    ],
)
def test_a_bad_value_is_named_with_what_is_allowed(name, value):
    with pytest.raises(OptionError, match=f"^{name} is .*; it must be ") as raised:
        SummaryOptions(**{name: value})
    assert (raised.value.name, raised.value.allowed != "") == (name, True)


@pytest.mark.parametrize("caught", [SummarizerError, ValueError])
def test_a_bad_value_is_caught_as_an_error_of_ours_and_of_pythons(caught):
    with pytest.raises(caught, match="sentences is 0"):
        SummaryOptions(sentences=0)


@pytest.mark.parametrize(
    ("sentences", "words", "limit"), [(None, None, 8), (3, None, 3), (None, 100, None), (3, 100, 3)]
)
def test_eight_sentences_unless_words_alone_are_limited(sentences, words, limit):
    assert SummaryOptions(sentences=sentences, words=words).max_sentences == limit


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("english", "en"), ("eng", "en"), ("fre", "fr"), ("pt-BR", "pt"), ("zh_Hans", "zh"), ("DE", "de"), ("xx", "pt")],
)
def test_the_code_that_may_be_meant_is_named(typed, meant):
    with pytest.raises(OptionError, match=f"'auto' or an ISO 639 code such as '{meant}'"):
        SummaryOptions(language=typed)


@pytest.mark.parametrize("code", [*languages(), "sw", "ace", "und"])
def test_every_code_in_use_is_taken(code):
    assert SummaryOptions(language=code).language == code
