"""Renderers: what they show, and that nothing from a source can act in what they write."""

import json

import pytest
import wcwidth

from summarizer import Briefing, BriefingItem, Passage, Skipped, Source, SummaryOptions
from summarizer.datamodel import Counts, Signature
from summarizer.render.printable import make_printable

HOSTILE = "Red \x1b[31malert\x1b]0;title\x07 \x9b2J\u202egnp.exe\u2066 zero\u200bwidth\ufeff \U000e0041tag lone\ud800 a\u2028b"


def briefing(text="The ferry ran aground in fog.", title="Ferry aground", **changes):
    passage = Passage(source=2, start=3, end=9, text="It ran aground.", similarity=0.5)
    content = {
        "headline": title,
        "items": (
            BriefingItem(text, 1, 0, 29, 1.0, 0.0, (passage,)),
            BriefingItem("Nobody was hurt.", 2, 10, 26, 0.5, 0.25),
        ),
        "sources": (
            Source(1, title, "The Ledger", "2025-11-04", "https://ledger.example/a_b?c=(d)", "in/a.html", None, 12),
            Source(2, None, "\u200b", "2025-11-04", None, "in/b.txt", None, 3),
            Source(3, "Ferry on reef", None, "2025-11-05", None, "in/c.txt", 1, 12),
            Source(4, None, None, None, None, "in/menu.txt", None, 0),
        ),
        "skipped": (Skipped("in/menu.txt", "no article in it"),),
        "signature": Signature("0.1.0", SummaryOptions(), Counts(3, 2, 27, 1)),
    }
    return Briefing(**{**content, **changes})


TEXT = """\
Ferry aground
=============

3 articles, 2 independent of one another, 4 to 5 November 2025

 1. The ferry ran aground in fog. [1; also in 2]

 2. Nobody was hurt. [2]

Sources
[1] Ferry aground, The Ledger, 4 November 2025
    https://ledger.example/a_b?c=(d)
    in/a.html
[2] in/b.txt, 4 November 2025
[3] Ferry on reef, 5 November 2025 (copy of [1])
    in/c.txt
"""

MARKDOWN = """\
# Ferry aground

*3 articles, 2 independent of one another, 4 to 5 November 2025*

1. The ferry ran aground in fog. \\[1; also in 2\\]
2. Nobody was hurt. \\[2\\]

## Sources

- \\[1\\] [Ferry aground, The Ledger, 4 November 2025](<https://ledger.example/a_b?c=%28d%29>), in/a.html
- \\[2\\] in/b.txt, 4 November 2025
- \\[3\\] Ferry on reef, 5 November 2025 (copy of \\[1\\]), in/c.txt
"""


def test_the_text_names_each_source():
    assert briefing().to_text() == TEXT
    assert str(briefing()) == TEXT.rstrip("\n")


def test_markdown_links_each_source():
    assert briefing().to_markdown() == MARKDOWN
    assert briefing()._repr_markdown_() == MARKDOWN


def test_json_is_the_contract():
    value = json.loads(briefing().to_json())
    assert value == briefing().to_dict()
    assert list(value) == ["headline", "items", "sources", "skipped", "signature"]
    assert list(value["items"][0]) == ["text", "source", "start", "end", "salience", "redundancy", "also_in"]
    assert list(value["items"][0]["also_in"][0]) == ["source", "start", "end", "text", "similarity"]
    assert list(value["sources"][0]) == [
        "id",
        "title",
        "publisher",
        "date",
        "url",
        "path",
        "copy_of",
        "n_sentences",
        "superseded_by",
        "differs_from",
    ]
    assert value["skipped"] == [{"path": "in/menu.txt", "reason": "no article in it"}]
    assert value["signature"] == {
        "version": "0.1.0",
        "options": {
            "sentences": None,
            "words": None,
            "mmr_lambda": 0.4,
            "centrality": "degree",
            "order": "reading",
            "language": "auto",
        },
        "counts": {"documents": 3, "independent": 2, "sentences": 27, "skipped": 1},
    }


@pytest.mark.parametrize("text", ["The ferry ran aground in fog.", HOSTILE, 'A "quoted" \\ word — “ja”'])
def test_json_round_trips_to_an_equal_briefing(text):
    original = briefing(text=text)
    assert Briefing.from_json(original.to_json()) == original


@pytest.mark.parametrize("width", [20, 40, 80, 100])
def test_text_fits_the_width_even_where_characters_are_double(width):
    lines = briefing(text="桥梁" * 60 + " word" * 40).to_text(width).splitlines()
    kept_whole = ("https://", "in/")
    assert max(wcwidth.wcswidth(line) for line in lines if not line.strip().startswith(kept_whole)) <= width


def test_lines_are_never_longer_than_one_can_read():
    assert max(map(len, briefing(text="word " * 200).to_text(400).splitlines())) <= 100


@pytest.mark.parametrize("render", [Briefing.to_text, Briefing.to_markdown, Briefing.to_json])
def test_nothing_from_a_source_acts_on_a_terminal(render):
    hostile = briefing(
        text=HOSTILE,
        title=HOSTILE,
        sources=(Source(1, HOSTILE, HOSTILE, "2025-11-04", f"https://x.example/{HOSTILE}", HOSTILE, None, 1),),
    )
    written = render(hostile)
    unsafe = {char for char in written if not (char.isprintable() or char in "\n\ufffd")}
    assert unsafe == set()
    written.encode()


def test_joiners_that_scripts_need_stay():
    assert make_printable("می\u200cخواهم 👩\u200d🚀") == "می\u200cخواهم 👩\u200d🚀"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
        ("[click](javascript:x) ![i](u)", "\\[click\\](javascript:x) \\!\\[i\\](u)"),
        ("It cost $5 to $6, *not* `more`_", "It cost &#36;5 to &#36;6, \\*not\\* \\`more\\`\\_"),
        ("1. first # no", "1\\. first \\# no"),
        ("- dash", "\\- dash"),
        (
            "See https://x.example or www.x.example or a@x.example",
            "See https\\:\\//x.example or www\\.x.example or a&#64;x.example",
        ),
        ("&lt;b&gt; | a\\b", "\\&lt;b\\&gt; \\| a&#92;b"),
    ],
)
def test_markdown_shows_the_text_and_nothing_in_it_is_markup(text, written):
    assert f"1. {written} \\[1; also in 2\\]" in briefing(text=text).to_markdown()


@pytest.mark.parametrize(
    ("text", "element"),
    [
        ("<img src=x onerror=alert(1)>", "<img"),
        ("[a](https://evil.example)", "<a "),
        ("**bold**", "<strong"),
        ("`x`", "<code"),
    ],
)
def test_a_markdown_reader_sees_no_element_from_a_source(text, element):
    import markdown_it

    html = markdown_it.MarkdownIt("commonmark").render(briefing(text=text, title=text, sources=()).to_markdown())
    assert element not in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example"])
def test_only_web_addresses_become_links(url):
    source = Source(1, "Title", None, None, url, None, None, 1)
    assert "](" not in briefing(sources=(source,)).to_markdown()


def test_an_address_cannot_break_out_of_its_link():
    source = Source(1, "Title", None, None, 'https://x.example/>) <b onclick="y">', None, None, 1)
    assert "](<https://x.example/%3E%29%20%3Cb%20onclick=%22y%22%3E>)" in briefing(sources=(source,)).to_markdown()


@pytest.mark.parametrize(
    ("dates", "facts"),
    [
        ([None], "1 article"),
        (["2025-11-04"], "1 article, 4 November 2025"),
        (["2025-11-04", "2025-11-04"], "2 articles, 2 independent of one another, 4 November 2025"),
        ([None, "2025-11-04"], "2 articles, 2 independent of one another, 4 November 2025 (1 undated)"),
        (["2025-10-31", "2025-11-04"], "2 articles, 2 independent of one another, 31 October to 4 November 2025"),
        (["2024-12-31", "2025-01-01"], "2 articles, 2 independent of one another, 31 December 2024 to 1 January 2025"),
    ],
)
def test_the_line_of_facts(dates, facts):
    sources = tuple(Source(i, None, None, date, None, None, None, 5) for i, date in enumerate(dates, start=1))
    counts = Counts(len(dates), len(dates), 5 * len(dates), 0)
    written = briefing(sources=sources, signature=Signature("0.1.0", SummaryOptions(), counts)).to_text()
    assert written.split("\n\n")[1] == facts


def test_what_is_unknown_is_not_invented():
    written = briefing(title=None, sources=(Source(1, None, None, None, None, None, None, 1),)).to_text()
    assert written.startswith("Briefing\n========\n")
    assert "[1] Document 1" in written


@pytest.mark.parametrize(("n_sources", "n_listed"), [(20, 20), (21, 2)])
def test_of_more_than_twenty_sources_those_that_sentences_are_from_or_also_in_are_listed(n_sources, n_listed):
    sources = tuple(Source(i, None, None, None, None, f"in/{i}.txt", None, 3) for i in range(1, n_sources + 1))
    passage = Passage(9, 0, 5, "Ferry", 0.5)
    item = BriefingItem("The ferry ran aground.", 7, 0, 22, 1.0, 0.0, also_in=(passage,))
    written = briefing(sources=sources, items=(item,))
    for text in (written.to_text(), written.to_markdown()):
        assert text.count("in/") == n_listed
        assert "in/7.txt" in text
        assert "in/9.txt" in text
        assert ("and 19 articles that nothing was taken from" in text) == (n_sources > n_listed)
    assert written.to_text(all_sources=True).count("in/") == n_sources


def test_articles_of_one_file_are_told_apart():
    sources = tuple(Source(i, None, "City Desk", "2025-11-04", None, "in/live.jsonl", None, 3) for i in (1, 2))
    written = briefing(sources=sources).to_text()
    assert "    in/live.jsonl, article 1\n" in written
    assert "    in/live.jsonl, article 2\n" in written
