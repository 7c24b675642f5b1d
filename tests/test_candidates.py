"""Which sentences a briefing may print."""

import numpy as np
import pytest

from summarizer import Document
from summarizer.clean.marked_documents import MarkedDocument
from summarizer.datamodel import Block
from summarizer.sentences.candidates import NO_CANDIDATE, find_candidates, find_openings
from summarizer.sentences.close_reading import STANDS_ALONE, CloseReader
from summarizer.sentences.splitting import split_documents
from summarizer.workers import Workers

GOOD = "The bridge was closed on Monday, the county said."
BACK = "But it was closed on Monday, the county said later."
QUOTED = "“The bridge is closed, and it stays closed,” the mayor said."
EXPECTED = "The bridge is expected to open in May, the county said."


def sentences_of(*documents):
    """The sentences of documents, each a list of blocks."""
    marked = []
    for number, blocks in enumerate(documents, start=1):
        text = "\n".join(blocks)
        starts = np.cumsum([0, *(len(block) + 1 for block in blocks)]).tolist()
        spans = [Block(start, start + len(block)) for start, block in zip(starts, blocks, strict=False)]
        marked.append(MarkedDocument(number, Document(text=text), tuple(spans)))
    return split_documents(marked, "en", Workers())[0]


@pytest.mark.parametrize(
    ("texts", "n_wanted", "expected"),
    [
        ([GOOD, "It rained.", "no full stop here", GOOD], 2, [0, 3]),
        ([GOOD, "It rained.", "no full stop here", GOOD], 3, [0, 1, 3]),
        (["no full stop", "nor here"], 3, [0, 1]),
    ],
)
def test_less_well_formed_sentences_fill_up_only_where_too_few_are_well_formed(texts, n_wanted, expected):
    assert find_candidates(sentences_of(texts), np.arange(len(texts)), n_wanted).rows.tolist() == expected


def test_copies_have_no_candidates_and_places_are_those_in_the_document():
    sentences = sentences_of([GOOD, GOOD], [GOOD], ["It rained.", GOOD])
    originals = sentences.rows_of_originals(np.array([0, 0, 2]))
    candidates = find_candidates(sentences, originals, 2)
    assert originals.tolist() == [0, 1, 3, 4]
    assert candidates.rows.tolist() == [0, 1, 4]
    assert candidates.documents.tolist() == [0, 0, 2]
    assert candidates.positions.tolist() == [0, 1, 1]
    assert candidates.n_words.tolist() == [9, 9, 9]


def test_the_opening_is_the_first_that_stands_alone_and_has_happened():
    sentences = sentences_of([BACK, EXPECTED, GOOD], [QUOTED, GOOD, GOOD], [BACK, QUOTED, EXPECTED, GOOD])
    candidates = find_candidates(sentences, np.arange(10), 1)
    assert candidates.rows[find_openings(candidates, "en", 3)].tolist() == [2, 4]
    assert candidates.rows[find_openings(candidates, "en", 4)].tolist() == [2, 4, 9]


def test_the_first_sentence_of_a_document_points_back_to_nothing_in_another():
    candidates = find_candidates(sentences_of([GOOD, BACK], [BACK]), np.arange(3), 1)
    reader = CloseReader(candidates, frozenset(), str.lower, "en")
    assert [reader.read(row).antecedent for row in range(3)] == [STANDS_ALONE, 0, NO_CANDIDATE]


def test_candidates_know_which_of_them_open_with_a_quotation():
    assert find_candidates(sentences_of([GOOD, QUOTED]), np.arange(2), 1).is_quotation.tolist() == [False, True]
