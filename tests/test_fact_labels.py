"""The labelled facts, and how briefings are scored by them."""

import json

import pytest

pytest.importorskip("rouge_score", reason="needs the extra benchmark: pip install '.[benchmark]'")

import facts
from click.testing import CliRunner

TEXT = "The bridge was closed. A crack is in it. It stays shut for weeks, the county said. Read more."
SPANS = [(0, 22), (23, 40), (41, 82), (83, 93)]
LABELS = {
    "id": "bridge",
    "language": "en",
    "documents": [{"text": TEXT}],
    "sentences": [[0, start, end] for start, end in SPANS],
    "facts": [
        {"id": "closed", "weight": 3, "stated_by": [0], "partly": [2]},
        {"id": "crack", "weight": 2, "stated_by": [1], "partly": []},
        {"id": "weeks", "weight": 1, "stated_by": [2], "partly": []},
    ],
    "needs_context": {"1": [0], "2": [0, 1]},
    "furniture": [3],
    "outdated": [],
}


def rows(path):
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param([[0], [1]], [1, 1, 0, 0, 0, 0], id="the two heaviest, in order"),
        pytest.param([[1], [0]], [1, 1, 0, 0, 0.5, 0], id="what supplies the context comes too late"),
        pytest.param([[0], [0]], [1, 0.6, 0.5, 0, 0, 0], id="told again"),
        pytest.param([[2], [3]], [0, 0.2, 0, 0.5, 0.5, 0.5], id="furniture tells nothing"),
    ],
)
def test_the_score_of_a_briefing(printed, expected):
    assert facts.score(LABELS, printed) == pytest.approx(expected)


def test_a_printed_sentence_is_found_among_the_labelled_ones():
    match = facts.matcher(LABELS)
    assert match("A crack is in it.") == [1]
    assert match("The bridge was closed. A crack is in it.") == [0, 1]
    assert match("It stays shut for weeks") == []  # less than six tenths of it
    assert match("It stays shut for weeks, the county.") == [2]


def test_two_readings_agree_by_the_weight_of_sentences_and_by_what_needs_context():
    again = {**LABELS, "facts": LABELS["facts"][:1], "needs_context": {"1": [0]}}
    correlation, overlap = facts._agreement(LABELS, again)
    assert 0.7 < correlation < 0.9
    assert overlap == 0.5
    assert facts._agreement(LABELS, LABELS) == pytest.approx((1.0, 1.0))


def test_labels_without_their_collection_are_left_out(tmp_path):
    path = tmp_path / "facts.jsonl"
    elsewhere = {key: value for key, value in LABELS.items() if key != "documents"}
    path.write_text("\n".join(map(json.dumps, [LABELS, {**elsewhere, "collection": "nowhere"}])), encoding="utf-8")
    assert [row["id"] for row in facts.load_labels(path)] == ["bridge"]


def test_the_command_prints_the_table(tmp_path):
    path = tmp_path / "facts.jsonl"
    path.write_text(json.dumps(LABELS), encoding="utf-8")
    result = CliRunner().invoke(facts.main, [str(path)], catch_exceptions=False)
    assert result.exit_code == 0
    assert result.output.startswith("| 1 topics | heart | facts | again | nothing | dangling | furniture |\n")
    assert "| ours, 8 sentences, en (1) |" in result.output


def test_the_labels_that_ship_are_whole():
    labels = rows(facts.LABELS)
    assert len(labels) >= 120
    assert len({row["id"] for row in labels}) == len(labels)
    for row in labels:
        n = len(row["sentences"])
        stated = [number for fact in row["facts"] for number in (*fact["stated_by"], *fact["partly"])]
        context = [number for numbers in row["needs_context"].values() for number in numbers]
        numbers = [*stated, *context, *map(int, row["needs_context"]), *row["furniture"], *row["outdated"]]
        assert all(0 <= number < n for number in numbers), row["id"]
        assert all(fact["stated_by"] and fact["weight"] in {1, 2, 3} for fact in row["facts"]), row["id"]
        assert any(fact["weight"] == 3 for fact in row["facts"]), row["id"]


def test_no_text_of_an_article_ships_with_the_labels():
    for row in (*rows(facts.LABELS), *rows(facts.READ_AGAIN)):
        assert "documents" not in row


def test_a_tenth_of_the_labels_is_read_twice():
    ids = {row["id"] for row in rows(facts.LABELS)}
    again = {row["id"] for row in rows(facts.READ_AGAIN)}
    assert again <= ids
    assert len(again) >= len(ids) / 10
