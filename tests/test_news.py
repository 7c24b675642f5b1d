"""The news of the speed benchmark: the same for everybody, and like the real ones where it matters."""

import re
from itertools import islice

import pytest
from invented import invent_sentences
from news import folder_sentences, make_articles, recombine, write_news

from summarizer import read_documents


@pytest.fixture(scope="module")
def articles():
    """News of 6,000 sentences."""
    return list(make_articles(invent_sentences(1), 6000, 1))


def test_the_same_seed_gives_the_same_news_and_fewer_sentences_its_beginning(articles):
    again = list(make_articles(invent_sentences(1), 6000, 1))
    assert again == articles
    fewer = list(make_articles(invent_sentences(1), 500, 1))
    assert fewer[:-1] == articles[: len(fewer) - 1]
    assert next(make_articles(invent_sentences(2), 500, 2)).text != articles[0].text


def test_there_are_as_many_sentences_as_asked_for(articles):
    assert sum(len(article.sentences) for article in articles) == 6000
    assert [len(article.sentences) for article in make_articles(invent_sentences(1), 7, 1)] == [7]


def test_an_invented_sentence_is_as_long_as_one_of_the_news():
    sentences = list(islice(invent_sentences(1), 5000))
    assert 110 <= sum(map(len, sentences)) / len(sentences) <= 130
    running = [word for sentence in sentences for word in re.findall(r"\w+", sentence)]
    assert 0.05 <= running.count("the") / len(running) <= 0.2


def test_new_words_come_about_as_they_do_in_news():
    # Heaps' law with the constants of Reuters newswire (Manning, Raghavan & Schütze 2008, section 5.1.1).
    running = [
        word.lower() for sentence in islice(invent_sentences(1), 10_000) for word in re.findall(r"\w+", sentence)
    ]
    assert len(set(running)) == pytest.approx(44 * len(running) ** 0.49, rel=0.1)


def closest(sentence, earlier):
    """The largest share of its words that a sentence has in the same places as another of its length."""
    words = sentence.split()
    others = earlier.get(len(words), ())
    return max((sum(map(str.__eq__, words, other)) / len(words) for other in others), default=0)


def test_one_sentence_in_seven_is_an_earlier_one_in_slightly_other_words(articles):
    originals = [article for article in articles if not article.is_copy][:80]
    earlier, repeated, fresh = {}, [], []
    for article in originals:
        for position, sentence in enumerate(article.sentences):
            (repeated if position in article.repeated else fresh).append(closest(sentence, earlier))
        for sentence in article.sentences:
            earlier.setdefault(len(sentence.split()), []).append(sentence.split())
    assert len(repeated) / (len(repeated) + len(fresh)) == pytest.approx(0.15, abs=0.02)
    # A few repeat a sentence of a wire copy that was cut; none was changed by more than a word in nine or two in all.
    assert sum(share >= 0.75 for share in repeated) >= 0.97 * len(repeated)
    assert max(fresh) < 0.75


def test_one_article_in_thirty_is_a_wire_copy(articles):
    copies = [article for article in make_articles(invent_sentences(1), 30_000, 1) if article.is_copy]
    assert len(copies) / 1000 == pytest.approx(0.03, abs=0.01)
    known = {article.sentences for article in articles}
    assert any(article.sentences in known for article in articles if article.is_copy)


def test_what_is_written_is_what_is_read(articles, tmp_path):
    write_news(articles, tmp_path)
    documents = read_documents(tmp_path).documents
    assert [document.text for document in documents] == [article.text for article in articles]
    assert (documents[0].title, documents[0].publisher) == (articles[0].title, articles[0].publisher)


def test_news_have_furniture_for_the_cleaner(articles):
    lines = {line for article in articles for line in article.text.split("\n\n")}
    assert {"Advertisement", "By our own correspondent", "Related articles"} <= lines


def test_a_folder_is_recombined_once_verbatim_and_then_by_halves(tmp_path):
    (tmp_path / "a.txt").write_text(
        "The bridge was closed on Monday. Lorries take the old ferry.\n\nShare\n", encoding="utf-8"
    )
    sentences = folder_sentences(tmp_path)
    assert sentences == ["The bridge was closed on Monday.", "Lorries take the old ferry."]
    beyond = set(islice(recombine(sentences, 1), 2, 30))
    assert "The bridge was the old ferry." in beyond
    assert beyond <= {
        a + b for a in ("The bridge was ", "Lorries take ") for b in ("closed on Monday.", "the old ferry.")
    }
