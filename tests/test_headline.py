"""Which title heads the briefing."""

import pytest

from summarizer.compose.headline import choose_headline, title_terms
from summarizer.terms.tfidf import document_frequency
from summarizer.terms.tokens import term_maker, tokenize

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
