"""`summarize` as Python users call it: what comes back, and the stated answer to odd input."""

import random

import pytest
from conftest import FERRY
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Document, EmptyInputError, InputError, OptionError, SummarizerError, read_documents, summarize


def texts(briefing):
    return [item.text for item in briefing.items]


def test_the_central_fact_is_said_once_with_all_its_sources(bridge):
    briefing = summarize(bridge, sentences=3)
    closed = [item for item in briefing.items if "crack" in item.text]
    assert len(closed) == 1
    assert {closed[0].source, *(passage.source for passage in closed[0].also_in)} == {1, 2}
    assert briefing.headline == "Bridge at Orle closed after crack is found"
    assert [source.date for source in briefing.sources] == ["2025-03-03", "2025-03-04", None]
    assert briefing.signature.counts.independent == 3


def test_every_offset_points_at_its_text(bridge):
    briefing = summarize(bridge)
    for told in (*briefing.items, *(passage for item in briefing.items for passage in item.also_in)):
        assert " ".join(bridge[told.source - 1].text[told.start : told.end].split()) == told.text


@pytest.mark.parametrize("mmr_lambda", [0.0, 0.4, 1.0])
@pytest.mark.parametrize("centrality", ["degree", "lexrank"])
def test_the_same_input_gives_the_same_bytes(bridge, mmr_lambda, centrality):
    first, second = (summarize(bridge, mmr_lambda=mmr_lambda, centrality=centrality).to_json() for _ in range(2))
    assert first == second


def test_the_order_of_the_inputs_changes_source_numbers_only(bridge):
    expected = summarize(bridge, sentences=5)
    for seed in range(5):
        shuffled = random.Random(seed).sample(bridge, len(bridge))
        briefing = summarize(shuffled, sentences=5)
        assert texts(briefing) == texts(expected)
        assert briefing.headline == expected.headline
        assert [shuffled[item.source - 1] for item in briefing.items] == [
            bridge[item.source - 1] for item in expected.items
        ]


def test_lambda_one_takes_the_most_salient(bridge):
    all_sentences = summarize(bridge, sentences=99, mmr_lambda=1.0, order="salience")
    assert texts(summarize(bridge, sentences=4, mmr_lambda=1.0, order="salience")) == texts(all_sentences)[:4]
    saliences = [item.salience for item in all_sentences.items]
    assert saliences == sorted(saliences, reverse=True)
    assert saliences[0] == 1.0


@pytest.mark.parametrize("words", [15, 20, 33, 50, 100, 1000])
def test_the_word_budget_is_never_exceeded(bridge, words):
    briefing = summarize(bridge, words=words)
    assert 0 < sum(len(text.split()) for text in texts(briefing)) <= words


def test_both_limits_hold(bridge):
    assert len(summarize(bridge, words=1000, sentences=2).items) == 2
    assert len(summarize(bridge, words=20, sentences=2).items) == 1


def test_eight_sentences_by_default_and_fewer_where_there_are_fewer(bridge):
    assert len(summarize(FERRY).items) == 8
    everything = summarize(bridge, sentences=50)
    assert (len(everything.items), everything.signature.counts.sentences) == (7, 9)  # two are too like another


def test_adding_a_wire_copy_changes_no_sentence_and_no_score(bridge):
    copy = Document(text=bridge[0].text, title="Bridge shut, says agency", publisher="Elsewhere")
    alone, with_copy = summarize(bridge), summarize([*bridge, copy])
    assert [(item.text, item.salience, item.also_in) for item in with_copy.items] == [
        (item.text, item.salience, item.also_in) for item in alone.items
    ]
    assert [source.copy_of for source in with_copy.sources] == [None, None, None, 1]
    assert (with_copy.signature.counts.documents, with_copy.signature.counts.independent) == (4, 3)


@pytest.mark.parametrize("empty", ["", " \n\t ", "Home\nNews\nSport\nSubscribe\nSign in\nCookies"])
def test_a_document_without_an_article_changes_nothing_and_is_listed_as_skipped(bridge, empty):
    briefing = summarize([*bridge, Document(text=empty)])
    assert briefing.items == summarize(bridge).items
    assert (briefing.sources[3].n_sentences, len(briefing.skipped)) == (0, 1)
    with pytest.raises(InputError, match="document 4: no article in it"):
        summarize([*bridge, Document(text=empty)], strict=True)


def test_two_identical_documents_are_one_and_its_copy(bridge):
    briefing = summarize([bridge[0], bridge[0]])
    assert [source.copy_of for source in briefing.sources] == [None, 1]
    assert all(item.source == 1 and not item.also_in for item in briefing.items)


def test_one_document_is_summarized(bridge):
    assert texts(summarize(bridge[0], sentences=1)) == [
        "The road bridge over the Orle was closed on Monday after inspectors found a crack in its main girder."
    ]


@pytest.mark.parametrize(
    "text", ["The bridge is closed.", "closed on Monday", "the and of", "¡Cerrado!", "橋は閉鎖された。"]
)
def test_one_sentence_is_its_own_summary(text):
    assert texts(summarize(Document(text=text))) == [text]


def test_only_stop_words_are_summarized_all_the_same():
    assert (
        len(
            summarize(
                Document(text="It is what it is and that was that. So be it then, as it was. "), sentences=2
            ).items
        )
        == 2
    )


def test_a_budget_smaller_than_any_sentence_is_an_error(bridge):
    with pytest.raises(EmptyInputError, match="no sentence fits in 3 words; the shortest has 15"):
        summarize(bridge, words=3)


@pytest.mark.parametrize("inputs", [[], (), Document(text=""), Document(text="?! ... —")])
def test_nothing_to_summarize_is_an_error(inputs):
    with pytest.raises(EmptyInputError, match="nothing to summarize"):
        summarize(inputs)


def test_the_error_names_what_was_tried(tmp_path):
    (tmp_path / "a.txt").write_text("")
    with pytest.raises(EmptyInputError, match=r"nothing to summarize \(.*a.txt: the file is empty\)"):
        summarize(tmp_path)


def test_a_bad_option_is_told_before_anything_is_read():
    with pytest.raises(OptionError, match="sentences is 0; it must be a whole number of at least 1"):
        summarize("no-such-file", sentences=0)


def test_paths_of_any_kind(tmp_path, bridge):
    for i, document in enumerate(bridge):
        (tmp_path / f"{i}.txt").write_text(document.text)
    (tmp_path / "broken.json").write_text("{")
    for inputs in (str(tmp_path), tmp_path, [tmp_path / "0.txt", str(tmp_path)], (p for p in [tmp_path])):
        briefing = summarize(inputs, sentences=2)
        assert len(briefing.items) == 2
        assert [skipped.path for skipped in briefing.skipped] == [str(tmp_path / "broken.json")]
    mixed = summarize([bridge[0], tmp_path / "1.txt"], sentences=2)
    assert [source.path for source in mixed.sources] == [None, str(tmp_path / "1.txt")]


def test_source_ids_are_places_in_read_documents(tmp_path):
    (tmp_path / "feed.jsonl").write_text(
        '{"text": "The ferry ran aground on the reef in thick fog on Monday."}\n'
        '{"text": ""}\n{"text": "Home\\nNews\\nSign in\\nSubscribe"}\n'
        '{"text": "All passengers were taken off the ferry by fishing boats before noon."}\n'
    )
    documents = read_documents(tmp_path)
    briefing = summarize(tmp_path)
    assert [source.id for source in briefing.sources] == [1, 2, 3]
    assert len(briefing.items) == 2
    for item in briefing.items:
        assert documents[item.source - 1].text[item.start : item.end] == item.text


STORIES = ["ferry fog harbour bell", "budget council tax vote", "striker goal penalty cup", "virus ward vaccine nurse"]
STORIES += [
    "comet telescope orbit dust",
    "violin concert hall soloist",
    "drought wheat farmer price",
    "judge jury verdict appeal",
]


@pytest.mark.parametrize("centrality", ["degree", "lexrank"])
@pytest.mark.parametrize("n", range(1, 9))
def test_documents_that_have_nothing_to_do_with_each_other_give_a_briefing(n, centrality):
    texts = [f"{(story + ' ') * 3}{story}.".capitalize() for story in STORIES[:n]]
    assert len(summarize([Document(text=text) for text in texts], centrality=centrality).items) == n


def test_progress_is_told_stage_by_stage(bridge):
    told, told_at = [], {"Reading": [*range(8, 1201, 8)], "Cleaning": [1024, 1200], "Splitting": [1024, 1200]}
    summarize(bridge * 400, progress=lambda *step: told.append(step))
    assert told == [(stage, done, 1200) for stage in ("Reading", "Cleaning", "Splitting") for done in told_at[stage]]


fragments = st.sampled_from(
    ["The bridge was closed on Monday.", "“Why?” she asked. He did not say.", "Subscribe", "\r\n", "\n\n", " ", "(AP)", "—",
     "Read more: bridge", "1.5 million people, Mr. Orr said, were there", "橋は閉鎖された。", "\u202e", "\x00", "\ud800", "A.B.C.", '"']
)  # fmt: skip
documents = st.lists(st.one_of(st.text(max_size=300), st.lists(fragments, max_size=30).map(" ".join)), max_size=5)


@given(documents, st.integers(1, 60))
def test_any_text_gives_a_correct_briefing_or_a_reason(written, words):
    inputs = [Document(text=text) for text in written]
    try:
        briefing = summarize(inputs, words=words)
    except SummarizerError as error:
        assert "\n" not in str(error)
        return
    assert 0 < sum(len(text.split()) for text in texts(briefing)) <= words
    for told in (*briefing.items, *(passage for item in briefing.items for passage in item.also_in)):
        assert " ".join(written[told.source - 1][told.start : told.end].split()) == told.text
    assert briefing == summarize(inputs, words=words)


def test_documents_without_an_article_are_listed_in_the_order_they_were_given(bridge):
    empty = [Document(text="Menu", date=date, path=name) for name, date in (("b", "2025-01-02"), ("a", "2025-01-01"))]
    assert [skipped.path for skipped in summarize([*empty, *bridge]).skipped] == ["b", "a"]
