"""From the prose of a page to sentences: what they read like."""

from hypothesis import given
from hypothesis import strategies as st

from summarizer import Document
from summarizer.clean.marked_documents import MarkedDocument
from summarizer.datamodel import Block
from summarizer.sentences.splitting import split_documents
from summarizer.workers import Workers


def sentences(text):
    found, _ = split_documents([MarkedDocument(1, Document(text=text), (Block(0, len(text)),))], "en", Workers())
    return [found.sentence(row) for row in range(len(found))]


@given(st.lists(st.sampled_from(" \u00a0\t\n\u2028\u200b\u3000\x1f"), min_size=1, max_size=3).map("".join))
def test_white_space_inside_a_sentence_becomes_one_space(space):
    text = f"The ferry ran{space}aground in fog."
    assert [sentence.text for sentence in sentences(text)] == [" ".join(text.split())]


def test_marks_without_a_word_are_no_sentence():
    text = "The ferry ran aground. *****. The captain slept."
    assert [(sentence.position, sentence.text) for sentence in sentences(text)] == [
        (0, "The ferry ran aground."),
        (1, "The captain slept."),
    ]
