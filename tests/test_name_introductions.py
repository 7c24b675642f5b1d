"""Names that need an introduction."""

import numpy as np
import pytest
from growth import assert_linear

from summarizer.sentences.name_introductions import name_reader
from summarizer.sentences.sentence_table import SentenceTable

NAMES = frozenset("ida brandt otto lenz hamm orle county".split())


def sentences_of(*documents):
    """The sentences of documents, each a list of them; the words between are of no sentence."""
    texts = [" Ida Orle. ".join(["", *sentences]) for sentences in documents]
    starts = [text.index(each) for text, sentences in zip(texts, documents, strict=True) for each in sentences]
    lengths = [len(each) for sentences in documents for each in sentences]
    bounds = np.cumsum([0, *map(len, documents)])
    n = len(starts)
    return SentenceTable(
        texts, np.array(starts), np.array(starts) + lengths, bounds, np.zeros(n), np.zeros(n), np.zeros(n, dtype=bool)
    )


def found(*documents, names=NAMES):
    """Per sentence, the names it needs and those it introduces."""
    documents = [documents] if isinstance(documents[0], str) else documents
    read = name_reader(sentences_of(*documents), names, str)
    return [tuple(map(sorted, read(row))) for row in range(sum(map(len, documents)))]


def test_a_surname_alone_needs_the_sentence_with_the_full_name():
    assert found("Ida Brandt closed the bridge.", "It stays closed, Brandt said.") == [
        ([], ["Brandt"]),
        (["Brandt"], []),
    ]


def test_a_name_that_the_document_never_gives_in_full_needs_nothing():
    assert found("Brandt closed the bridge.", "It stays closed, Brandt said.") == [([], []), ([], [])]


def test_a_name_is_introduced_by_sentences_only():
    """Between the sentences stand the words "Ida Orle", of a caption for instance."""
    assert found("The bridge at Orle is closed.", "Orle has another.") == [([], []), ([], [])]


def test_another_document_introduces_for_itself():
    assert found(["Ida Brandt closed it."], ["Brandt closed it."]) == [([], ["Brandt"]), ([], [])]


def test_an_honorific_is_no_first_name():
    assert found("Ida Brandt closed it.", "Mr. Brandt and Dr Brandt agree.") == [([], ["Brandt"]), (["Brandt"], [])]


def test_a_possessive_is_still_the_name():
    assert found("Ida Brandt’s bridge is closed.", "It is Brandt's bridge.") == [([], ["Brandt"]), (["Brandt"], [])]


def test_a_word_that_only_opens_the_sentence_is_no_first_name():
    assert found("But Brandt closed it.", "Police say so. Brandt agrees.") == [([], []), ([], [])]


def test_a_sentence_that_gives_both_forms_needs_nothing():
    assert found("Ida Brandt spoke.", "Brandt, or Ida Brandt in full, spoke.") == [([], ["Brandt"]), ([], ["Brandt"])]


def test_a_script_without_capitals_has_no_names():
    assert found("市长说桥已关闭。", "布兰特说桥已关闭。", names=frozenset()) == [([], []), ([], [])]


@pytest.mark.parametrize("unit", ["Aa ", "A. ", "A", "A'", "Mr. A ", "a"])
def test_time_is_linear(unit):
    def find(size):
        text = unit * (size // len(unit))
        return lambda: found(text, names=frozenset("aa"))

    assert_linear(find, 10_000)
