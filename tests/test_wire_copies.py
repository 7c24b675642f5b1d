"""Wire copies are found, and only they."""

import random

import pytest
from conftest import tokenize
from growth import assert_linear

from summarizer.language.contraries import contraries_of
from summarizer.rank.versions import Newness, tell_versions
from summarizer.rank.wire_copies import find_wire_copies

WORDS = "harbour ferry captain fog reef crew pilot tide tug radar inquiry island mayor fuel bay winch deck".split()


def story(seed, n_sentences=12, n_words=14):
    """Sentences of invented words in an order of their own."""
    rng = random.Random(seed)
    return [" ".join(f"{rng.choice(WORDS)}{rng.randrange(40)}" for _ in range(n_words)) for _ in range(n_sentences)]


def edited(sentences, rate, seed=0):
    rng = random.Random(seed)
    return [
        " ".join(f"new{rng.randrange(99)}" if rng.random() < rate else word for word in sentence.split())
        for sentence in sentences
    ]


def copies(*documents):
    tokens = tokenize(sentence for document in documents for sentence in document)
    n_sentences = [len(document) for document in documents]
    longest = find_wire_copies(tokens, n_sentences)
    return tell_versions(
        tokens, n_sentences, longest, [Newness()] * len(documents), contraries_of("und")
    ).stands_for.tolist()


def test_a_verbatim_copy_is_the_copy_of_the_earlier_one():
    assert copies(story(1), story(2), story(1)) == [0, 1, 0]


def test_a_trimmed_copy_is_the_copy_of_the_longer_one():
    assert copies(story(1)[:7], story(2), story(1)) == [2, 1, 2]


@pytest.mark.parametrize("rate", [0.05, 0.1, 0.2, 0.3])
def test_a_lightly_edited_copy_is_found(rate):
    assert copies(story(1), edited(story(1), rate), story(3)) == [0, 0, 2]


def test_of_an_original_and_a_longer_edited_copy_the_first_stands_for_both():
    longer = [f"{sentence} indeed" for sentence in story(1)]
    assert copies(story(1), longer) == [0, 0]
    assert copies(longer, story(1)) == [0, 0]


@pytest.mark.parametrize("n_shared", [6, 8])
def test_a_report_that_shares_no_more_than_two_thirds_of_its_text_is_no_copy(n_shared):
    assert copies(story(1), story(1)[:n_shared] + story(2)[n_shared:]) == [0, 1]


def test_a_report_that_shares_five_sixths_of_its_text_is_a_copy():
    assert copies(story(1), story(1)[:10] + story(2)[10:]) == [0, 0]


def test_a_hundred_copies_are_copies_of_one():
    assert copies(*[story(1)] * 100, story(2)) == [0] * 100 + [100]


def test_an_empty_document_is_no_copy():
    assert copies(story(1), [], []) == [0, 1, 2]


def test_two_short_reports_in_similar_words_are_no_copies():
    one, other = (
        "The ferry ran aground in fog on Monday.",
        "A ferry with 157 people aboard ran aground in fog on Monday.",
    )
    assert copies([one], [other]) == [0, 1]


def test_short_texts_can_be_copies_too():
    assert copies(["The ferry ran aground."], ["The ferry ran aground."], ["It was refloated at noon."]) == [0, 0, 2]


@pytest.mark.parametrize(
    ("name", "value"), [("SAMPLED_FROM", {0: 4}), ("SAMPLED_FROM", {0: 4, 1: 16}), ("ROWS_AT_ONCE", 2)]
)
def test_the_same_copies_are_found_from_a_sample_and_block_by_block(monkeypatch, name, value):
    documents = [story(1), story(2), story(1), story(3), story(2)[:-1], story(4)]
    expected = copies(*documents)
    monkeypatch.setattr(f"summarizer.rank.wire_copies.{name}", value)
    assert copies(*documents) == expected == [0, 1, 0, 3, 1, 5]


def test_notices_that_are_all_alike_take_linear_time():
    def compare(n_notices):
        words = [f"w{i}" for i in range(400)]
        draw = random.Random(1)
        notices = [
            f"{' '.join(draw.sample(words, 20))}. The council of Hamm said on Tuesday that work number {i} would begin soon."
            for i in range(n_notices)
        ]
        tokens = tokenize(notices)
        return lambda: find_wire_copies(tokens, [1] * n_notices)

    assert compare(60)().tolist() == list(range(60))
    assert_linear(compare, 30)


def test_a_copy_is_found_beside_documents_that_share_other_parts_of_it():
    """It shares more runs of words with all of them together, and so with itself, than with its original."""
    original, other = story(1, 18), story(2, 20)
    assert copies(original, other, [*original[:10], *other[:2]]) == [0, 1, 0]
