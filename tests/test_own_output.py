"""A briefing that lies among the articles is none of them, in whatever format it was written."""

import gzip
import json
import zipfile

import pytest
from conftest import FERRY

from summarizer import Document, EmptyInputError, read_documents, summarize
from summarizer.read.own_output import OWN_OUTPUT
from summarizer.render import RENDERERS


@pytest.fixture(scope="module")
def briefing():
    return summarize(FERRY)


@pytest.fixture(scope="module")
def written(briefing):
    return {name: render(briefing) for name, render in RENDERERS.items()} | {
        "explained": briefing.to_text() + "\n" + briefing.explain(),
        "narrow": briefing.to_text(width=30),
        "windows": briefing.to_text().replace("\n", "\r\n"),
    }


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.json", "noname", "a.jsonl"])
@pytest.mark.parametrize("output_format", [*RENDERERS, "explained", "narrow", "windows"])
def test_a_briefing_is_no_article_whatever_its_name(tmp_path, written, output_format, name):
    (tmp_path / name).write_text(written[output_format], encoding="utf-8", newline="")
    topic = read_documents(str(tmp_path / name))
    assert [skipped.reason for skipped in topic.skipped] == [OWN_OUTPUT]
    assert not topic.documents


@pytest.mark.parametrize("output_format", list(RENDERERS))
def test_nor_is_a_packed_one(tmp_path, written, output_format):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(written[output_format].encode()))
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as packed:
        packed.writestr("old/briefing.txt", written[output_format])
    topic = read_documents(str(tmp_path))
    assert [skipped.reason for skipped in topic.skipped] == [OWN_OUTPUT] * 2
    assert not topic.documents


def test_nor_is_a_line_of_a_batch(tmp_path, briefing):
    line = json.dumps({"topic_id": "ferry", **json.loads(briefing.to_json())})
    article = json.dumps({"text": "The ferry between Hamm and Orle stops at night from Monday, the operator said."})
    (tmp_path / "results.jsonl").write_text(f"{article}\n{line}\n")
    topic = read_documents(str(tmp_path))
    assert [skipped.reason for skipped in topic.skipped] == [f"line 2 is {OWN_OUTPUT}"]
    assert len(topic.documents) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ferry news\n==========\n\n12 articles, among them a lifebuoy, were found on the beach on Monday.\n\nSources\nNone.",
        "# Ferry news\n\n*5 articles of clothing were found on the beach at Hamm on Monday.*\n\n## Sources\n\nThe police.",
        '<meta name="generator" content="sitemaker 1"><p>The ferry between Hamm and Orle stops at night from Monday.</p>',
    ],
)
def test_an_article_of_like_looks_is_read(tmp_path, text):
    (tmp_path / "a.md").write_text(text)
    assert len(read_documents(str(tmp_path / "a.md")).documents) == 1


def test_a_feed_dump_with_the_keys_of_a_briefing_is_read(tmp_path):
    article = {
        "title": "Ferry stops",
        "text": "The ferry between Hamm and Orle stops at night from Monday, it was said.",
    }
    dump = json.dumps({"headline": "Ferries", "items": [article], "sources": ["The Gazette"], "signature": "x"})
    (tmp_path / "dump.json").write_text(dump)
    assert [document.title for document in read_documents(str(tmp_path)).documents] == ["Ferry stops"]


def test_a_folder_of_nothing_but_briefings_says_so(tmp_path, written):
    (tmp_path / "a.txt").write_text(written["text"])
    with pytest.raises(EmptyInputError, match="made by this program"):
        summarize(tmp_path)


def test_given_text_is_what_the_caller_says_it_is(written):
    assert read_documents(Document(text=written["text"])).documents
