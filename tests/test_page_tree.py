"""The tree of a page as a browser would show it, before its article is sought."""

import pytest
from lxml.html import document_fromstring, fromstring, tostring

from summarizer.read.formats.html import read_html
from summarizer.read.formats.page_tree import prepare_tree
from summarizer.read.raw_files import make_raw_file

LEAD = "The bridge over the Orle was closed on Monday after divers found a crack in one of its four piers."
NEXT = "Lorries must take the ferry at Hamm, which adds forty minutes to the way."
QUOTED = "It was cut with a saw."


def prepared(body):
    root = document_fromstring(f"<body>{body}<div><p>{LEAD}</p></div></body>")
    prepare_tree(root)
    return root


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        (
            "<div>The bridge was <b>shut\nby\n\tthe county</b>\non Monday.</div>",
            ["The bridge was shut by the county on Monday."],
        ),
        (f"<div>{LEAD}<br><br>The <a>ferry</a> runs.</div>", [LEAD, "The ferry runs."]),
        (f"<p>{LEAD}<br>\n<br/>{NEXT}</p>", [LEAD, NEXT]),
        (f"<div><span>{LEAD}<br><br>{NEXT}</span></div>", [LEAD, NEXT]),
        (f"<table><tr><td>Menu<td><h1>Bridge</h1>{LEAD}<br><br>{NEXT}</table>", [LEAD, NEXT]),
        ("<div><a href=x>Home is here.</a> <a href=y>News.</a></div>", []),
        (f"<div><span><p>{NEXT}</p></span></div>", [NEXT]),
    ],
)
def test_text_is_in_the_paragraphs_that_a_browser_shows(body, paragraphs):
    root = prepared(body)
    assert [p.text_content().strip() for p in root.iter("p")] == [*paragraphs, LEAD]
    assert not list(root.iter("table", "td"))


def test_a_table_of_figures_stays_one_and_code_stays_as_it_is_written():
    root = prepared("<table><tr><td>Lorries<td>40</table><pre>a\n  b</pre>")
    assert len(list(root.iter("td"))) == 2
    assert root.find(".//pre").text == "a\n  b"


@pytest.mark.parametrize(
    ("attributes", "is_shown"),
    [
        ("hidden", False),
        ('style="color: red; DISPLAY : none"', False),
        ('style="visibility:hidden"', False),
        ('hidden="until-found"', True),
        ('style="--x-display:none"', True),
        ('aria-hidden="true"', True),
    ],
)
def test_what_is_hidden_is_not_read(attributes, is_shown):
    root = prepared(f"<p {attributes}>{QUOTED}</p><p>{LEAD}</p>")
    assert (QUOTED in root.text_content()) == is_shown


def test_much_that_is_hidden_is_unfolded_by_a_script_but_no_paragraph_is():
    root = prepared(f"<div style='display:none'><p>{LEAD}</p><p>{LEAD}</p></div><p hidden>{QUOTED}</p>")
    assert root.text_content().count(LEAD) == 3
    assert QUOTED not in root.text_content()


@pytest.mark.parametrize(
    "quotation",
    [
        f"<blockquote><p>{QUOTED}</p><footer>— Amos Fell</footer></blockquote>",
        f"<blockquote><p>{QUOTED}</p><p><cite>Amos Fell</cite></p></blockquote>",
        f"<figure><blockquote>“{QUOTED}”</blockquote><figcaption>Amos Fell</figcaption></figure>",
    ],
)
def test_a_quotation_keeps_its_speaker(quotation):
    assert f"“{QUOTED}” — Amos Fell" in prepared(quotation).text_content()


def test_a_title_that_is_cited_in_a_quotation_is_no_speaker():
    quotation = f"<blockquote>{QUOTED} <cite>The Times</cite> said so.</blockquote>"
    root = fromstring(quotation)
    prepare_tree(root)
    assert "said so" in tostring(root, encoding="unicode")
    assert "—" not in root.text_content()


def test_a_page_so_short_that_all_of_it_was_run_together_is_read_by_its_paragraphs():
    page = (
        b"<html><head><title>Bridge shut</title></head><body><article><h1>Bridge shut</h1><p>The bridge was shut.</p>"
    )
    [document] = read_html(make_raw_file(page + b"<p>The ferry runs.</p></article></body></html>", "a.html"))
    assert document.text.splitlines() == ["Bridge shut", "The bridge was shut.", "The ferry runs."]
