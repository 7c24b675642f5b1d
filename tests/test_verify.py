"""A briefing is checked against its sources: what stands there, what does not, and what is no briefing."""

import json
import os
import shutil

import pytest
from click.testing import CliRunner
from conftest import FERRY, RESERVOIR

from summarizer import Briefing, Document, summarize, verify_briefing
from summarizer.command.summarize import main

ARTICLES = (
    {
        "title": "Bridge shut",
        "text": "The road bridge over the Orle was closed on Monday after a crack was found in it.",
    },
    {
        "title": "Ferry",
        "text": "A second ferry will run from Thursday to carry lorries and buses across the river Orle.",
    },
)


@pytest.fixture
def ferry(tmp_path, monkeypatch):
    """The folder of the articles, and the file of their briefing, from where both are named."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(FERRY, "ferry")
    briefing = summarize("ferry")
    (tmp_path / "briefing.json").write_text(briefing.to_json(), encoding="utf-8")
    return briefing


def run(*arguments, stdin=None):
    return CliRunner().invoke(main, list(arguments), input=stdin, catch_exceptions=False)


def test_a_briefing_stands_in_the_sources_it_was_made_from(ferry):
    result = run("--verify", "briefing.json")
    n_passages = sum(1 + len(item.also_in) for item in ferry.items)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"All {n_passages} passages of 8 items stand where the briefing says.\n"
    assert verify_briefing(summarize(RESERVOIR)).mismatches == ()


def test_a_changed_source_is_told_with_the_items_it_concerns(ferry, tmp_path):
    source = next(source for source in ferry.sources if source.id == ferry.items[0].source)
    path = tmp_path / source.path
    raw = path.read_text(encoding="utf-8")
    path.write_text(raw.replace(raw[ferry.items[0].start : ferry.items[0].start + 9], "Something"), encoding="utf-8")
    result = run("--verify", "briefing.json")
    assert result.exit_code == 1
    assert (
        f"Item 1, from [{source.id}] {source.path}: another text stands there, and it is nowhere else" in result.stdout
    )


def test_a_text_that_moved_is_told_with_where_it_is_now(ferry, tmp_path):
    source = next(source for source in ferry.sources if source.id == ferry.items[0].source)
    path = tmp_path / source.path
    path.write_text("Corrected.\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    [first, *_] = verify_briefing(ferry).mismatches
    assert first.item == 1
    assert first.reason == f"another text stands there; it begins at {ferry.items[0].start + 12} now"


def test_a_missing_source_is_told(ferry, tmp_path):
    for path in (tmp_path / "ferry").iterdir():
        path.unlink()
    result = run("--verify", "briefing.json")
    assert result.exit_code == 1
    advice = "the path leads from the folder where the briefing was made, so verify it there"
    assert f": no such file; {advice}\n" in result.stdout
    n_passages = sum(1 + len(item.also_in) for item in ferry.items)
    assert result.stdout.endswith(f"{n_passages} of {n_passages} passages do not stand where the briefing says.\n")


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_briefing_that_is_no_json_is_told_how_to_be_made(ferry, tmp_path, form):
    (tmp_path / "brief").write_text(ferry.to_text() if form == "text" else ferry.to_markdown(), encoding="utf-8")
    result = run("--verify", "brief")
    told = "Error: brief: only a briefing in JSON can be checked, as summarize ... -o briefing.json writes it\n"
    assert (result.exit_code, result.stderr) == (1, told)


def test_another_version_is_named_where_something_is_wrong(ferry, tmp_path):
    written = json.loads(ferry.to_json())
    written["signature"]["version"] = "0.0.1"
    written["items"][0]["start"] += 1
    (tmp_path / "old.json").write_text(json.dumps(written), encoding="utf-8")
    assert "It was made by version 0.0.1, this is" in run("--verify", "old.json").stdout


def test_articles_of_one_file_are_told_apart(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    feed = tmp_path / "feed.jsonl"
    feed.write_text("\n".join(map(json.dumps, ARTICLES)), encoding="utf-8")
    briefing = summarize("feed.jsonl")
    assert verify_briefing(briefing).mismatches == ()
    feed.write_text(json.dumps(ARTICLES[0]), encoding="utf-8")
    assert {mismatch.reason for mismatch in verify_briefing(briefing).mismatches} == {
        "the file has 1 articles now, and had 2"
    }


@pytest.mark.parametrize(("name", "change"), [("start", 3), ("start", -3), ("end", 3), ("end", -3)])
def test_a_passage_stands_only_where_it_begins_and_ends(tmp_path, monkeypatch, name, change):
    """Neither a part of it nor more than it is the passage."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(f"It rained. {ARTICLES[0]['text']} It rained.", encoding="utf-8")
    written = json.loads(summarize("a.txt", sentences=1).to_json())
    assert verify_briefing(Briefing.from_json(json.dumps(written))).mismatches == ()
    written["items"][0][name] += change
    (mismatch,) = verify_briefing(Briefing.from_json(json.dumps(written))).mismatches
    assert mismatch.reason.startswith("another text stands there; it begins at ")


def test_a_page_from_the_web_is_not_fetched_again():
    """A briefing from a stranger could name any address."""
    written = json.loads(summarize(Document(text=ARTICLES[0]["text"])).to_json())
    written["sources"][0]["path"] = "http://127.0.0.1:9/"
    made = verify_briefing(Briefing.from_json(json.dumps(written)))
    assert [mismatch.reason for mismatch in made.mismatches] == ["it was fetched from there, and is not again"]


def test_what_never_was_a_file_cannot_be_verified():
    made = verify_briefing(summarize(Document(text=ARTICLES[0]["text"])))
    assert [mismatch.reason for mismatch in made.mismatches] == ["it was not read from a file"]
    piped = Briefing.from_json(run("-", "-f", "json", stdin=ARTICLES[0]["text"]).stdout)
    assert [mismatch.reason for mismatch in verify_briefing(piped).mismatches] == ["it was read from standard input"]


@pytest.mark.parametrize(
    "change",
    [
        lambda item: item.update(start=-5),
        lambda item: item.update(text=""),
        lambda item: item.update(source=99),
        lambda item: item.update(start=10**30, end=10**30 + 5),
    ],
)
def test_offsets_and_sources_that_make_no_sense_do_not_stand(ferry, tmp_path, change):
    written = json.loads(ferry.to_json())
    change(written["items"][0])
    (tmp_path / "odd.json").write_text(json.dumps(written), encoding="utf-8")
    result = run("--verify", "odd.json")
    assert result.exit_code == 1
    assert result.stdout.startswith("Item 1, from [")


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": "0"},
        {"start": False},
        {"end": None},
        {"source": [1]},
        {"text": 3},
        {"also_in": [{"source": 1}]},
        {"also_in": 3},
        {"x": 1},
    ],
)
def test_parts_of_another_kind_make_no_briefing(ferry, tmp_path, wrong):
    written = json.loads(ferry.to_json())
    written["items"][0].update(wrong)
    (tmp_path / "odd.json").write_text(json.dumps(written), encoding="utf-8")
    assert run("--verify", "odd.json").stderr == "Error: odd.json: no briefing as --format json writes it\n"
    written = json.loads(ferry.to_json())
    written["sources"][0]["path"] = 3  # a number would be taken for an open file
    (tmp_path / "odd.json").write_text(json.dumps(written), encoding="utf-8")
    assert run("--verify", "odd.json").exit_code == 1


@pytest.mark.parametrize(
    "written", ["", "{}", "[]", "null", '{"items": 3}', "[" * 100_000, '{"headline": null, "items": [1]}']
)
def test_what_is_no_briefing_is_an_error_and_no_traceback(tmp_path, written):
    path = tmp_path / "other.json"
    path.write_text(written, encoding="utf-8")
    result = run("--verify", str(path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"Error: {path}: no briefing as --format json writes it\n"


def test_a_briefing_without_items_or_with_sources_of_one_number_does_not_stand(ferry, tmp_path):
    empty = {**json.loads(ferry.to_json()), "items": []}
    (tmp_path / "odd.json").write_text(json.dumps(empty), encoding="utf-8")
    assert run("--verify", "odd.json").stderr == "Error: odd.json: there is no item in it\n"
    twice = json.loads(ferry.to_json())
    twice["sources"] += twice["sources"]
    (tmp_path / "odd.json").write_text("\ufeff" + json.dumps(twice), encoding="utf-8")
    assert "the briefing lists no such source, or several" in run("--verify", "odd.json").stdout


def test_a_pipe_in_place_of_the_briefing_is_refused_and_utf_16_is_read(ferry, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "not a regular file" in run("--verify", "pipe").stderr
    (tmp_path / "wide.json").write_bytes(ferry.to_json().encode("utf-16"))
    assert run("--verify", "wide.json").exit_code == 0
    assert run("--verify", "-", stdin=ferry.to_json()).exit_code == 0


def test_paths_beside_verify_are_wrong_usage(ferry):
    assert ferry
    result = run("ferry", "--verify", "briefing.json")
    assert result.exit_code == 2
    assert "--verify takes its sources from the briefing; name no PATH with it" in result.stderr


def test_without_a_path_or_a_briefing_the_usage_says_what_is_missing():
    result = run()
    assert result.exit_code == 2
    assert "Missing argument 'PATH...'" in result.stderr


def test_explain_prints_the_reasons_after_the_briefing(ferry):
    result = run("ferry", "--explain")
    assert result.stdout == ferry.to_text() + "\n" + summarize("ferry").explain()
    result = run("ferry", "--explain", "-f", "json")
    assert result.exit_code == 2
    assert "--explain works with --format text only" in result.stderr


def test_the_suffix_html_writes_the_page(ferry, tmp_path):
    assert run("ferry", "-o", "page.html").exit_code == 0
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == summarize("ferry").to_html()
    assert ferry
