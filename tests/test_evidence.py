"""What a briefing was chosen from, and the reasons given for it."""

import dataclasses
import itertools
import pickle

import pytest
from conftest import FERRY, RESERVOIR

from summarizer import Briefing, Document, EvidenceError, summarize
from summarizer.compose import evidence
from summarizer.compose.dropped import N_DROPPED
from summarizer.datamodel import Dropped
from summarizer.rank.weights import DANGLING
from summarizer.render.why_dropped import explain_dropped

SAID_TWICE = (
    Document(
        text=(
            "The old mill at Brede burned down on Sunday night, and nobody was hurt, the fire brigade said.\n\n"
            "Trains between Brede and the coast ran forty minutes late because of hoses that lay across the track.\n\n"
            "Insurers had refused only last spring to cover the timber building for another year."
        )
    ),
    Document(
        text=(
            "The old mill at Brede burned down on Sunday night, and nobody was hurt, firemen of the brigade said.\n\n"
            "Its owner had wanted to turn the upper floors into flats before the end of the coming year.\n\n"
            "Neighbours saw three young men run from the yard shortly before flames came through the roof.\n\n"
            "Police are looking for a grey van that a camera at the level crossing filmed at ten to eleven."
        )
    ),
)


@pytest.fixture(scope="module")
def ferry():
    return summarize(FERRY)


@pytest.fixture(scope="module")
def reservoir():
    return summarize(RESERVOIR)


def test_the_articles_are_those_of_the_sources_with_all_that_was_read(ferry):
    assert [article.source for article in ferry.evidence.articles] == [source.id for source in ferry.sources]
    for article, source in zip(ferry.evidence.articles, ferry.sources, strict=True):
        shown = "".join(article.text[block.start : block.end] for block in article.blocks)
        assert "".join(shown.split()) == "".join(article.text.split())
        assert len(article.sentences) == source.n_sentences


def test_every_sentence_of_an_original_that_can_be_used_has_its_salience(ferry):
    by_source = {article.source: article for article in ferry.evidence.articles}
    salience = {(start, end): salience for start, end, salience in by_source[ferry.items[0].source].sentences}
    assert salience[ferry.items[0].start, ferry.items[0].end] == ferry.items[0].salience
    copy = next(source for source in ferry.sources if source.copy_of)
    assert {salience for _, _, salience in by_source[copy.id].sentences} == {None}
    every = [salience for article in ferry.evidence.articles for _, _, salience in article.sentences]
    assert all(salience is None or 0 <= salience <= 1 for salience in every)


@pytest.mark.parametrize("mmr_lambda", [0.0, 0.4, 1.0])
def test_none_of_the_dropped_scores_above_the_last_one_selected_but_what_an_item_already_says(mmr_lambda):
    briefing = summarize(RESERVOIR, mmr_lambda=mmr_lambda, sentences=5)
    dropped = briefing.evidence.dropped
    assert len(dropped) == N_DROPPED
    assert [each.score for each in dropped] == sorted((each.score for each in dropped), reverse=True)
    free = [each for each in dropped if each.too_similar_to is None]
    assert free
    assert all(each.score <= briefing.evidence.last_score + 1e-4 for each in free)
    places = {(item.source, item.start) for item in briefing.items}
    assert places.isdisjoint((each.source, each.start) for each in dropped)


def test_the_nearest_dropped_sentence_is_the_next_one_of_a_longer_briefing():
    """Where it leans on nothing that the last item brings, and no item says the same."""
    for n in (3, 4, 5):
        shorter, longer = summarize(FERRY, sentences=n), summarize(FERRY, sentences=n + 1)
        added = {item.text for item in longer.items} - {item.text for item in shorter.items}
        assert added <= {each.text for each in shorter.evidence.dropped}


def test_a_sentence_that_an_item_already_says_is_told_with_that_item_and_numbers():
    briefing = summarize(SAID_TWICE)
    twice = next(each for each in briefing.evidence.dropped if "burned down" in each.text)
    item = briefing.items[twice.too_similar_to - 1]
    assert "burned down" in item.text
    assert twice.wording > 0.35
    assert explain_dropped(twice, briefing).startswith(f"too similar to item {twice.too_similar_to} (alike 0.")
    assert f"too similar to item {twice.too_similar_to}" in briefing.explain()


def test_a_sentence_too_long_for_the_words_left_is_told_so():
    briefing = summarize(FERRY, words=60)
    reasons = [explain_dropped(each, briefing) for each in briefing.evidence.dropped]
    assert any(reason.startswith("too long for the words that were left") for reason in reasons)


def test_a_sentence_as_long_as_the_words_left_would_have_fitted():
    text = "The road bridge at Orle was closed on Monday.\n\nThe ferry at Hamm was very full on Tuesday."
    briefing = summarize(Document(text=text), sentences=1, words=9)
    assert [each.does_not_fit for each in briefing.evidence.dropped] == [False]


def test_what_leans_on_the_last_pick_counts_as_it_did_when_that_was_made():
    text = "The road bridge at Orle was closed on Monday.\n\nBut it was closed to lorries only, the county said later."
    briefing = summarize(Document(text=text), sentences=1)
    assert briefing.items[0].text.startswith("The road bridge")
    [leaning] = briefing.evidence.dropped
    assert [factor for _, factor in leaning.discounts] == [DANGLING]


def test_in_a_single_document_nothing_newer_tells_what_happened():
    text = "The road bridge at Orle was closed on Monday.\n\nThe bridge is expected to open in May, the county said."
    for date in (None, "2025-03-03"):
        [expected] = summarize(Document(text=text, date=date), sentences=1).evidence.dropped
        assert expected.text.startswith("The bridge is expected")
        assert expected.discounts == ()


def test_where_the_number_of_sentences_ended_it_only_what_did_not_fit_then_is_too_long():
    briefing = summarize(FERRY, words=80, sentences=2)
    scores = [0.4 * item.salience - 0.6 * item.redundancy for item in briefing.items]
    [first] = [
        item
        for item, score in zip(briefing.items, scores, strict=True)
        if abs(score - briefing.evidence.last_score) > 1e-3
    ]
    left = 80 - len(first.text.split())
    assert [each.does_not_fit for each in briefing.evidence.dropped] == [
        len(each.text.split()) > left for each in briefing.evidence.dropped
    ]


def test_sentences_that_nothing_speaks_for_are_not_among_the_nearest():
    story = "Seven goalkeepers from Varn trained abroad last winter, their club announced."
    scrap, other = "said the mayor of Hamm.", "Inspectors found a crack in the bridge."
    briefing = summarize(
        [Document(text=story), Document(text=f"{scrap}\n\n{scrap}"), Document(text=f"{other}\n\n{other}")]
    )
    assert story not in {each.text for each in (*briefing.items, *briefing.evidence.dropped)}


def test_what_lowered_the_salience_is_told(reservoir):
    discounts = [discount for each in reservoir.evidence.dropped for discount in each.discounts]
    told = Dropped("", 1, 0, 1, 0.5, 0.1, 0.14, discounts=(("names Orle without saying who or what that is", 0.9),))
    assert explain_dropped(told, reservoir).endswith("; names Orle without saying who or what that is (×0.90)")
    assert all(0 < factor < 1 for _, factor in discounts)


def test_a_sentence_that_leans_on_one_left_out_is_told_so():
    documents = [
        Document(
            text=(
                "The council of Hamm voted on Monday to close the town's only swimming bath for good this summer.\n\n"
                "Engineers found that its roof beams had rotted through and could come down under heavy snow.\n\n"
                "But he had promised swimmers only last month that the council would keep the swimming bath open."
            )
        ),
        Document(
            text="Hamm's council voted on Monday to close the swimming bath, whose roof beams have rotted through."
        ),
    ]
    dropped = summarize(documents, sentences=1).evidence.dropped
    leaning = next(each for each in dropped if each.text.startswith("But he"))
    assert ("needs the sentence before it, which is not in the briefing", DANGLING) in leaning.discounts


def test_of_very_many_articles_the_cited_ones_are_kept(monkeypatch):
    monkeypatch.setattr(evidence, "MAX_ARTICLES", 3)
    briefing = summarize(FERRY)
    kept = {article.source for article in briefing.evidence.articles}
    assert kept == set(list(dict.fromkeys(item.source for item in briefing.items))[:3])


def test_of_very_many_sentences_the_first_have_their_salience(monkeypatch, ferry):
    monkeypatch.setattr(evidence, "MAX_JUDGED", 20)
    few = [salience for article in summarize(FERRY).evidence.articles for _, _, salience in article.sentences]
    every = [salience for article in ferry.evidence.articles for _, _, salience in article.sentences]
    assert few == every[:20] + [None] * (len(every) - 20)


def test_evidence_is_no_part_of_what_a_briefing_says(ferry):
    without = summarize(FERRY, evidence=False)
    assert without == ferry
    assert without.evidence is None
    assert "evidence" not in ferry.to_dict()
    assert ferry.to_json() == without.to_json()
    assert pickle.loads(pickle.dumps(ferry)).evidence == ferry.evidence  # noqa: S301 (our own)


@pytest.mark.parametrize("ask", ["to_html", "explain"])
def test_without_evidence_the_error_says_what_to_do(ferry, ask):
    with pytest.raises(EvidenceError, match="was read from JSON, or made with evidence=False; summarize again"):
        getattr(Briefing.from_json(ferry.to_json()), ask)()
    assert Briefing.from_json(ferry.to_json())._repr_html_() is None


def test_when_nothing_is_left_over_the_explanation_says_so():
    briefing = summarize(Document(text="The ferry ran aground on the reef in thick fog on Monday morning."))
    assert briefing.evidence.dropped == ()
    assert briefing.explain().endswith("Why not these\n\nEvery sentence that a briefing can use is in it.\n")


@pytest.mark.parametrize("width", [40, 80, 1000])
def test_the_explanation_keeps_its_width(ferry, width):
    assert max(map(len, ferry.explain(width).splitlines())) <= min(width, 100)


def test_the_explanation_has_every_item_and_every_dropped_sentence_with_its_numbers(ferry):
    lines = ferry.explain(100).splitlines()
    heads = [line.split() for line in lines if line.endswith("]") and line.split()[0].endswith(".")]
    assert [head[0] for head in heads] == [
        *(f"{n}." for n in range(1, 9)),
        *(f"{letter}." for letter in "abcdefghijkl"),
    ]
    numbered = itertools.chain(ferry.items, ferry.evidence.dropped)
    assert [float(head[1]) for head in heads] == [pytest.approx(each.salience, abs=0.0051) for each in numbered]


def test_nothing_from_a_source_acts_on_the_terminal():
    name = "Orle\u202e\x1b[31m"
    content = summarize(FERRY, sentences=2)
    hostile = dataclasses.replace(content.evidence.dropped[0], text=f"The {name} bridge.", discounts=((name, 0.9),))
    shown = dataclasses.replace(content, evidence=dataclasses.replace(content.evidence, dropped=(hostile,))).explain()
    assert not {"\u202e", "\x1b"} & set(shown)
