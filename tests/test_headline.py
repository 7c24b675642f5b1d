"""Which title heads the briefing."""

import numpy as np
import pytest
from conftest import tokenize

from summarizer import Document
from summarizer.clean.marked_documents import MarkedDocument
from summarizer.compose.headline import choose_headline, find_titles, title_terms
from summarizer.terms.tfidf import document_frequency
from summarizer.terms.tokens import term_maker

SENTENCES = tokenize(
    [
        "The bridge at Orle was closed after a crack was found.",
        "A crack was found in the girder of the bridge.",
        "Lorries take the ferry at Hamm.",
        "The mayor was asked about the bridge.",
    ],
    term_maker("en"),
)


@pytest.mark.parametrize(
    ("titles", "headline"),
    [
        (["Ferry at Hamm", "Crack closes bridge", "Town hall"], "Crack closes bridge"),
        (["Crack closes bridge", "Bridge closes: crack"], "Crack closes bridge"),
        (
            ["Crack closes bridge at Orle, and town hall meets about money tonight", "Crack closes bridge"],
            "Crack closes bridge",
        ),
        (["Bridges and cracks"], "Bridges and cracks"),
        (["Nothing in common"], None),
        ([], None),
    ],
)
def test_the_title_most_like_the_topic_wins_and_ties_go_to_the_earlier(titles, headline):
    terms = {title: title_terms(title, "en") for title in titles}
    n_with_term = document_frequency(SENTENCES.incidence())
    assert choose_headline(terms, SENTENCES.vocabulary, n_with_term, SENTENCES.n_sentences) == headline


def test_the_title_of_a_wire_copy_heads_a_briefing_only_where_no_original_has_one():
    titled = [
        MarkedDocument(i, Document(text="", title=title), ()) for i, title in enumerate(["A", "B", None], start=1)
    ]
    assert find_titles(titled, [1, 1, 1], np.array([0, 0, 2])) == ["A"]
    assert find_titles(titled[1:], [1, 1], np.array([1, 1])) == ["B"]
    assert find_titles(titled, [0, 1, 1], np.array([0, 1, 2])) == ["B"]
