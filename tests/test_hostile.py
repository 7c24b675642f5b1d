"""Input that means harm: it can neither crash, nor stall, nor take the good input with it, nor act in what is written."""

import json
import os
import subprocess

import pytest
from click.testing import CliRunner
from conftest import tokenize
from growth import assert_costs_at_most, assert_linear

from summarizer import Document, InputError, Limits, read_documents, summarize
from summarizer.command.summarize import main
from summarizer.rank.wire_copies import find_wire_copies
from summarizer.read.formats.html_fragment import text_of_fragment

STORY = (
    "The ferry ran aground in thick fog on Monday morning near the port. All 157 people aboard were taken off safely. "
)


def test_yaml_that_would_unfold_to_gigabytes_costs_the_metadata(tmp_path):
    def read(levels):
        """What a level refers to, the one above says four times."""
        bombs = "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}]\n" for i in range(1, levels + 1))
        path = tmp_path / f"{levels}.md"
        path.write_text(f"---\na0: &a0 [lol]\n{bombs}title: *a{levels}\n---\n{STORY}")
        return lambda: read_documents(path)

    assert_costs_at_most(10, read(3), read(9))  # 4,096 times as many would be written out
    assert read(9)()[0].title is None
    assert len(summarize(tmp_path / "9.md").items) == 2


@pytest.mark.parametrize(
    "line",
    [
        '{"text": "x", "date": ' + "9" * 400 + "}",
        '{"text": "x", "date": ' + "9" * 5000 + "}",
        '{"text": "x", "title": ' + "[" * 900 + "]" * 900 + "}",
        '{"text": ' + "[" * 100_000,
        '{"text": {"a": 1}}',
    ],
)
def test_a_poisoned_line_costs_that_line_at_most(tmp_path, line):
    (tmp_path / "feed.jsonl").write_text(f"{line}\n{json.dumps({'text': STORY})}\n")
    assert STORY.strip() in [document.text.strip() for document in read_documents(tmp_path)]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>a \x00 b \x1b</p>", "a b"),
        ("<p>a &#1; b</p>", "a b"),
        ("<p>a\ud800b</p>", "a b"),
        ("<p>a</p><!-- --> b", "a\nb"),
    ],
)
def test_characters_that_xml_forbids_cost_nothing_else(markup, text):
    assert text_of_fragment(markup, Limits()) == text


def test_a_text_that_begins_with_brackets_without_end_is_text(tmp_path):
    (tmp_path / "a").write_text("[" * 100_000 + "\n\n" + STORY)
    assert len(read_documents(str(tmp_path / "a"))) == 1


@pytest.fixture
def deep_folder(tmp_path):
    """A folder with 1,200 folders in one another."""
    folder = os.open(tmp_path, os.O_RDONLY)
    for _ in range(1200):
        os.mkdir("d", dir_fd=folder)
        folder, outer = os.open("d", os.O_RDONLY, dir_fd=folder), folder
        os.close(outer)
    os.close(folder)
    yield tmp_path
    subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=True)  # Python's own clean-up is recursive


def test_folders_nested_deeper_than_the_stack_are_read(deep_folder):
    (deep_folder / "a.txt").write_text(STORY)
    assert len(read_documents(deep_folder)) == 1


@pytest.mark.parametrize("words", [10**20, 10**400])
def test_a_budget_without_measure_is_no_limit(words):
    assert len(summarize(Document(text=STORY), words=words).items) == 2


@pytest.mark.parametrize("dateline", ["LIMA (  ) — ", "() - ", "( ) — "])
def test_an_empty_bracket_names_no_agency(dateline):
    assert summarize(Document(text=dateline + STORY)).sources[0].publisher is None


@pytest.mark.parametrize("unit", ["a", "🇬🇧", "漢", "👍🏽"])
def test_one_long_word_is_shown_in_linear_time(unit):
    def show(size):
        briefing = summarize(Document(text=f"The ferry {unit * size} ran aground in fog near the port on Monday."))
        return briefing.to_text

    assert_linear(show, 2_000)


def test_comparing_two_long_copies_keeps_its_memory():
    import tracemalloc

    sentences = [f"The w{i % 997} of w{i % 89} and w{i * 7 % 1999} saw the w{i} on the w{i % 13}." for i in range(4000)]
    tokens = tokenize([*sentences, *sentences])
    tracemalloc.start()
    copies = find_wire_copies(tokens, [4000, 4000])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert copies.tolist() == [0, 0]
    assert peak < 200e6  # all pairs at once take more than twice that


def test_no_pair_of_dollars_or_marks_makes_mathematics_in_a_notebook():
    hostile = [
        Document(text=STORY + "It cost $5 and \\(x\\) @@0@@ more than was said.", url="http://a.example/$"),
        Document(text="A tug came by at noon and left for $9.", url="http://b.example/$", title='Tugs" onmouseover="x'),
    ]
    written = summarize(hostile).to_markdown()
    assert "$" not in written
    assert "@" not in written
    assert "\\(x" not in written


def test_an_address_keeps_to_its_link():
    written = summarize(Document(text=STORY, url="http://a.example/?a=1&lt;b>)`*_ |\u3000é")).to_markdown()
    assert "](<http://a.example/?a=1&amp;lt;b%3E%29%60%2A_%20%7C%20%C3%A9>)" in written


def test_an_error_is_one_printable_line():
    with pytest.raises(InputError) as raised:
        read_documents("a\n\x1b[31mb", strict=True)
    assert str(raised.value).startswith("a\ufffd\ufffd[31mb: no such file or folder")
    assert raised.value.source == "a\n\x1b[31mb"


@pytest.mark.parametrize("known", [{"title": 5}, {"author": ["a"]}, {"text": None}])
def test_a_document_of_the_wrong_type_is_told_at_once(known):
    with pytest.raises(TypeError, match="it must be str"):
        Document(**{"text": STORY, **known})


def test_a_briefing_does_not_replace_an_article_that_was_named(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text(STORY)
    result = CliRunner().invoke(main, [str(article), "-o", str(article)])
    assert (result.exit_code, "is an input" in result.stderr) == (2, True)
    assert article.read_text() == STORY


def test_a_briefing_written_among_the_articles_is_not_read_as_one(tmp_path):
    (tmp_path / "a.txt").write_text(STORY)
    target = tmp_path / "briefing.md"
    first, second = (
        (CliRunner().invoke(main, [str(tmp_path), "-o", str(target)]).exit_code, target.read_text()) for _ in range(2)
    )
    assert first == second
    assert first[0] == 0


def test_a_briefing_is_no_article(tmp_path):
    (tmp_path / "a.json").write_text(summarize(Document(text=STORY)).to_json())
    assert read_documents(tmp_path).skipped[0].reason == "a briefing that was made by this program, not an article"
