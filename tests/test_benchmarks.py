"""The benchmark's own arithmetic, on cases small enough to work out by hand."""

import gzip
import json
import re
from collections import Counter

import pytest
from click.testing import CliRunner

pytest.importorskip("rouge_score", reason="needs the extra benchmark: pip install '.[benchmark]'")

import also_in
import editorial
import furniture
import growth_on_real_news
import learn_cleaner
import numpy as np
import planted
from quality import score_systems
from scores import R2_F, cut_words, mean_interval, rouge, score_tokens
from systems import OURS, SYSTEMS, lead, oracle, take_words
from topics import SHIPPED, Topic, load_topics

from summarizer import Document, summarize

FIRST = "The road bridge at Orle was closed on Monday. It stays shut for weeks. Lorries take the ferry."
SECOND = "A crack shut the bridge at Orle. Inspectors found it on Sunday night in the main girder of the bridge."
TOPIC = Topic("t", "en", (Document(text=FIRST), Document(text=SECOND)), ("A crack shut the bridge at Orle.",))


def test_rouge_of_the_reference_itself_is_full():
    assert rouge("A crack shut the bridge at Orle.", TOPIC.references, "en", 100).tolist() == [100] * 4


def test_rouge_2_of_half_the_reference():
    # Three of six pairs of words: recall 1/2, precision 1, F 2/3.
    figures = rouge("A crack shut the", TOPIC.references, "en", 100)
    assert figures[R2_F] == pytest.approx(200 / 3)
    assert figures[3] == pytest.approx(50)


def test_texts_are_cut_at_the_budget_before_they_are_scored():
    assert cut_words("a b c d", 2) == "a b "
    assert cut_words("大桥关闭", 1) == "大桥"
    assert (
        rouge("A crack shut the bridge", TOPIC.references, "en", 4).tolist()
        == rouge("A crack shut the", TOPIC.references, "en", 100).tolist()
    )


def test_english_is_scored_by_stems_and_other_languages_by_words_or_characters():
    assert score_tokens("Closing bridges", "en") == ["close", "bridg"]
    assert score_tokens("Pontes fechadas", "pt") == ["pontes", "fechadas"]
    assert score_tokens("大桥", "zh") == ["大", "桥"]
    assert score_tokens("हॉकी टीम", "hi") == ["हॉकी", "टीम"]


def test_the_interval_holds_the_mean_and_is_the_same_every_time():
    values = np.array([0.0, 1.0, 2.0, 3.0])
    mean, low, high = mean_interval(values)
    assert mean == 1.5
    assert 0 <= low < mean < high <= 3
    assert mean_interval(values) == (mean, low, high)
    assert mean_interval(np.ones(3)) == (1, 1, 1)


def test_lead_takes_the_documents_in_turn():
    assert lead(TOPIC, 15).startswith("The road bridge at Orle was closed on Monday. A crack shut the bridge at Orle.")


def test_the_oracle_takes_what_the_reference_says():
    assert oracle(TOPIC, 7) == "A crack shut the bridge at Orle."


def test_sentences_are_taken_until_the_budget_is_reached():
    assert take_words(["a b", "c d", "e"], 3) == ["a b", "c d"]


@pytest.mark.parametrize("name", SYSTEMS)
def test_every_system_summarizes(name):
    for package in ("sumy", "lexrank", "summa"):
        if name.startswith(package):
            pytest.importorskip(package, reason="needs the extra benchmark: pip install '.[benchmark]'")
    topic = load_topics(SHIPPED[0])[0]
    text = SYSTEMS[name](topic, 60)
    assert 30 <= len(text.split()) <= 200
    assert text.split(".")[0] in " ".join(" ".join(document.text.split()) for document in topic.documents)


def briefing_of(*texts):
    """A briefing that prints all sentences of these documents."""
    documents = [Document(text=text) for text in texts]
    briefing = summarize(documents, sentences=100, mmr_lambda=1.0, order="source")
    return Topic("x", "en", tuple(documents), ()), briefing


def test_what_an_editor_marks_is_counted():
    topic, briefing = briefing_of(
        "The road bridge over the river at Orle was closed on Monday morning. "
        "But the mayor of the town did not want to say when it would open again.",
        "Inspectors had found a crack when the road bridge at Orle was closed on Monday.",
        "He said that the ferry would sail every forty minutes until the summer.",
    )
    counts = {count.name: (count.found, count.of) for count in editorial.count_all([topic], [briefing])}
    assert counts["items said twice"] == (1, 4)
    assert counts["items that dangle"] == (1, 4)  # "But" follows on the sentence before it, "He" does not
    assert counts["items that are no whole sentence"] == (0, 4)
    assert counts["pairs in their source's order"] == (1, 1)
    assert counts["independent documents reached"] == (3, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge was closed.", True),
        ("“Is it closed?”", True),
        ("bridge was closed.", False),
        ("The bridge was closed", False),
        ("What will become of it?", False),
        ("The bridge “was closed.", False),
        ("大桥已关闭。", True),
        ("THE BRIDGE IS CLOSED.", False),
    ],
)
def test_whole_sentences(text, expected):
    assert editorial._is_whole(text) is expected


def test_furniture_that_leaks_and_prose_that_survives(tmp_path):
    prose = [
        "The road bridge over the Orle was closed on Monday after inspectors found a crack in its main girder.",
        "Mayor Ida Brandt said the bridge would stay closed for at least six weeks while steel is brought in.",
        "Lorries must now take the ferry at Hamm, which adds forty minutes to the journey.",
        "The bridge was built in 1961 and carries nine thousand vehicles on an ordinary day of the week.",
    ]
    foreign = "The museum of toys in the old town will be open to all visitors on every Sunday in May."
    page = {"id": "1", "text": "\n\n".join([*prose, foreign]), "body": "\n\n".join(prose)}
    page["html"] = f"<html><body><article>{''.join(f'<p>{p}</p>' for p in prose)}</article></body></html>"
    path = tmp_path / "pages.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(json.dumps(page) + "\n")
    html, text = furniture.measure(path)
    assert (html.n_leaked, html.n_sentences, text.n_leaked, text.n_sentences) == (0, 4, 1, 5)
    assert (html.group, html.n_words, html.n_left, text.n_left) == ("en", 71, 71, 71)
    assert "| text | 1 of 5 (20.0%) | 0 of 1 |" in furniture.leak_table([html, text])
    assert "| **html** | 1 | 71 | 100.0% | 100.0% | 100.0% |" in furniture.kept_table([html, text])


def test_what_became_of_words_that_are_lost_is_told(tmp_path):
    body = "\n".join(
        [
            ARTICLE[0],
            "A heading of eight words that nobody would quote",
            ARTICLE[2],
            "Words that are in no page at all, said nobody.",
        ]
    )
    html = f"<html><body><article><h1>The bridge</h1><p>{ARTICLE[0]}</p><h2>{body.splitlines()[1]}</h2><p>{ARTICLE[2]}</p></article></body></html>"
    phrases = {
        "id": "2",
        "html": html,
        "language": "en",
        "with": ["main girder", "no such words"],
        "without": ["at Hamm"],
    }
    path = tmp_path / "pages.jsonl"
    path.write_text("\n".join(map(json.dumps, [{"id": "1", "html": html, "body": body}, phrases])), encoding="utf-8")
    labelled, with_phrases = furniture.measure(path)
    assert {kind: round(n) for kind, n in labelled.lost.items()} == {"heading": 9, "not read": 10}
    assert with_phrases.phrases == {"with": (1, 2), "without": (1, 1)}
    assert "heading 1" in furniture.worst_table([labelled])
    assert "| en | 1 | 1 of 2 (50.0%) | 1 of 1 (100.0%) |" in furniture.phrase_table([labelled, with_phrases])


def test_articles_of_all_topics_are_mixed_evenly(tmp_path):
    rows = [{"id": name, "documents": [{"text": f"{name}{i}"} for i in range(n)]} for name, n in (("a", 4), ("b", 2))]
    path = tmp_path / "topics.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert [document.text for document in growth_on_real_news.mix(path)] == ["a0", "b0", "a1", "a2", "b1", "a3"]


ARTICLE = (
    "The road bridge over the Orle was closed on Monday after inspectors found a crack in its main girder.",
    "What comes next",
    "Lorries must now take the ferry at Hamm, which adds forty minutes to the journey, the county said.",
)
ADVERT = "Toys of four centuries are on show in the old town from May"
PAGE = "\n\n".join(["Sign in", "Home", ARTICLE[0], ADVERT, "Sign in", *ARTICLE[1:], "Subscribe to our newsletter"])


def test_the_lines_of_a_page_are_labelled_by_its_article():
    page = learn_cleaner.label_page(PAGE, "\n\n".join(ARTICLE))
    assert page.is_prose == [False, False, True, False, False, True, True, False]
    before, article, pause, after = learn_cleaner.State
    assert learn_cleaner.states_of(page) == [before, before, article, pause, pause, article, article, after]
    changes = learn_cleaner.count_changes([page])
    assert (changes[before, article], changes[article, pause], changes[pause, pause]) == (1, 1, 1)
    assert (changes[pause, article], changes[article, after]) == (1, 1)
    assert learn_cleaner.states_of(learn_cleaner.label_page(PAGE, "")) == []


def test_the_cleaner_is_learned_again_from_labelled_pages(tmp_path):
    path = tmp_path / "pages.jsonl"
    row = json.dumps({"text": PAGE, "body": "\n\n".join(ARTICLE)})
    path.write_text(f"{row}\n" * 6, encoding="utf-8")
    shown = CliRunner().invoke(learn_cleaner.main, [str(path), "--worth"], catch_exceptions=False).output
    assert "48 lines of 6 pages" in shown
    bias = next(line.split() for line in shown.splitlines() if line.startswith("bias"))
    assert (bias[1], len(bias)) == ("-3.90", 10)  # shipped, learned, the difference, five folds, their spread
    assert bias[4:9] == [bias[2]] * 5 or float(bias[9]) < 1
    assert "before > article        -3.00    -0.69    +2.31   6 of 12 lines" in shown
    assert "article > pause         -1.00    -1.10    -0.10   6 of 18 lines" in shown
    assert re.search(r"^LINE_WEIGHTS.ends_sentence +2.0 +-?\d", shown.replace("+", ""), re.MULTILINE)


def test_a_changed_number_of_the_cleaner_is_put_back():
    pages = [learn_cleaner.label_page(PAGE, "\n\n".join(ARTICLE))]
    shipped = learn_cleaner.prose_f1(pages)
    assert learn_cleaner.prose_f1_with(pages, "LINE_WEIGHTS.bias", 50.0) != shipped
    assert learn_cleaner.prose_f1(pages) == shipped


def test_without_labelled_pages_nothing_is_learned():
    shown = CliRunner().invoke(learn_cleaner.main, ["no/such/file"]).output
    assert shown.startswith("skipped: no/such/file is not here")


def test_planted_copies_of_the_shipped_topics_are_found():
    rows = planted.measure(load_topics(SHIPPED[0])[:4])
    assert all(row.n_topics == 4 for row in rows)
    assert [row.n_found for row in rows if row.kind in ("verbatim", "trimmed to 50%")] == [4, 4]
    assert [row.n_same for row in rows if row.kind == "verbatim"] == [4]


def test_precision_and_recall_of_also_in():
    passes = (("same", "same"),) * 4 + (("same", "partly"),) * 2 + (("other", "other"),) * 4
    found = also_in.AlsoIn(passes, listed=Counter(same=3, partly=2, other=1))
    assert (found.n_same, found.precision, found.strict_precision, found.recall) == (4, 0.75, 0.5, 0.75)
    # By chance .6 * .4 + .4 * .4 of the pairs would be labelled alike.
    assert found.agreement == 0.8
    assert found.kappa == pytest.approx((0.8 - 0.4) / 0.6)


def test_labels_of_another_version_of_the_data_are_noticed(tmp_path, monkeypatch):
    labels = tmp_path / "labels.jsonl"
    row = {"topic": "t", "item": [0, 0, 45], "passage": [1, 0, 32], "passes": ["same", "same"], "checksum": 1}
    labels.write_text(json.dumps(row), encoding="utf-8")
    monkeypatch.setattr(also_in, "LABELS", labels)
    with pytest.raises(SystemExit, match="another version"):
        also_in.measure([TOPIC])
    row["checksum"] = also_in.checksum(TOPIC, (0, 0, 45), (1, 0, 32))
    labels.write_text(json.dumps(row), encoding="utf-8")
    assert also_in.measure([TOPIC]).passes == (("same", "same"),)
    assert also_in.measure([]) is None


def test_the_labels_are_balanced_and_carry_no_text():
    rows = [json.loads(line) for line in also_in.LABELS.read_text(encoding="utf-8").splitlines()]
    labels = Counter(also_in.settle(row["passes"]) for row in rows)
    assert sum(labels.values()) >= 120
    assert labels["partly"] + labels["other"] >= 0.4 * sum(labels.values())
    assert {key for row in rows for key in row} == {"topic", "item", "passage", "passes", "checksum"}


def test_the_figures_shown_for_the_shipped_topics_are_the_figures():
    shown = (also_in.HERE / "README.md").read_text(encoding="utf-8")
    for path in SHIPPED:
        scores = score_systems(load_topics(path), [OURS], 230)[OURS].mean(axis=0)
        assert f"| **summarizer** | {' | '.join(f'{value:.1f}' for value in scores)} |" in shown, path.name
