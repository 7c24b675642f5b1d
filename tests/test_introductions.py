"""Names that need an introduction."""

import time

import pytest

from summarizer.datamodel import Sentence
from summarizer.introductions import find_introductions

NAMES = frozenset("ida brandt otto lenz hamm orle county".split())


def found(*texts, documents=None, names=NAMES):
    """Per sentence, the names it needs and those it introduces."""
    documents = documents or [0] * len(texts)
    sentences = [
        Sentence(document, i, 0, 0, text) for i, (document, text) in enumerate(zip(documents, texts, strict=True))
    ]
    needed, introduced = find_introductions(sentences, names, str)
    columns = {}
    for row in range(len(texts)):
        for column in introduced[[row]].indices:
            columns.setdefault(int(column), len(columns))
    read = lambda matrix, row: sorted(columns[int(column)] for column in matrix[[row]].indices)  # noqa: E731
    return [(read(needed, row), read(introduced, row)) for row in range(len(texts))]


def test_a_surname_alone_needs_the_sentence_with_the_full_name():
    assert found("Ida Brandt closed the bridge.", "It stays closed, Brandt said.") == [([], [0]), ([0], [])]


def test_a_name_that_the_document_never_gives_in_full_needs_nothing():
    assert found("Brandt closed the bridge.", "It stays closed, Brandt said.") == [([], []), ([], [])]


def test_another_document_introduces_for_itself():
    assert found("Ida Brandt closed it.", "Brandt closed it.", documents=[0, 1]) == [([], [0]), ([], [])]


def test_an_honorific_is_no_first_name():
    assert found("Ida Brandt closed it.", "Mr. Brandt and Dr Brandt agree.") == [([], [0]), ([0], [])]


def test_a_possessive_is_still_the_name():
    assert found("Ida Brandt’s bridge is closed.", "It is Brandt's bridge.") == [([], [0]), ([0], [])]


def test_a_word_that_only_opens_the_sentence_is_no_first_name():
    assert found("But Brandt closed it.", "Police say so. Brandt agrees.") == [([], []), ([], [])]


def test_a_sentence_that_gives_both_forms_needs_nothing():
    assert found("Ida Brandt spoke.", "Brandt, or Ida Brandt in full, spoke.") == [([], [0]), ([], [0])]


def test_a_script_without_capitals_has_no_names():
    assert found("市长说桥已关闭。", "布兰特说桥已关闭。", names=frozenset()) == [([], []), ([], [])]


@pytest.mark.parametrize("unit", ["Aa ", "A. ", "A", "A'", "Mr. A ", "a"])
def test_time_is_linear(unit):
    def seconds(size):
        text = unit * (size // len(unit))
        begin = time.process_time()
        found(text, names=frozenset("aa"))
        return time.process_time() - begin

    seconds(1000)
    assert seconds(400_000) < 30 * seconds(40_000) + 0.2
