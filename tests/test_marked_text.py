"""What the markup of a page says of its text goes with the text, and the cleaner believes it."""

from dataclasses import replace

import pytest
from lxml import etree

from summarizer import Document, summarize
from summarizer.clean.mark_blocks import mark_blocks
from summarizer.datamodel import Block
from summarizer.read.formats.html import read_html
from summarizer.read.formats.marked_text import text_of_article
from summarizer.read.raw_files import make_raw_file

LEAD = "The bridge over the Orle was closed on Monday after divers found a crack in one of its four piers."
NEXT = "Lorries must take the ferry at Hamm, which adds forty minutes to the way."


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (f"<p>{LEAD}</p><p>{NEXT}</p>", [(LEAD, None), (NEXT, None)]),
        (f"<head>Bridge\n shut</head><quote>{NEXT}</quote>", [("Bridge shut", "heading"), (NEXT, None)]),
        ("<p>Bring<list><item>oil<p>and salt</p>to taste</item></list>home</p>", [
            ("Bring", None), ("oil", "list item"), ("and salt", "list item"), ("to taste", "list item"), ("home", None),
        ]),
        ("<table><row><cell>Lorries</cell><cell>40</cell></row></table>", [("Lorries", "table"), ("40", "table")]),
        ("<p>one<lb/>two</p><code>a = 1</code>", [("one", None), ("two", None), ("a = 1", "code")]),
        ("<p>Twice</p><p>Twice</p> <p> </p>", [("Twice", None)]),
    ],
)  # fmt: skip
def test_each_part_is_a_line_of_its_kind(body, lines):
    text, markup = text_of_article(etree.fromstring(f"<body>{body}</body>"))
    assert [(text[block.start : block.end], block.reason) for block in markup] == lines
    assert text == "\n".join(line for line, _ in lines)


def test_markup_nested_deeper_than_the_stack_is_read():
    text, _ = text_of_article(etree.fromstring("<body>" + "<div>" * 200 + NEXT + "</div>" * 200 + "</body>"))
    assert text == NEXT


def marked(*lines):
    """The reasons that the cleaner gives to lines of known markup."""
    text = "\n".join(line for line, _ in lines)
    starts = [sum(len(line) + 1 for line, _ in lines[:i]) for i in range(len(lines))]
    markup = [Block(start, start + len(line), kind) for start, (line, kind) in zip(starts, lines, strict=True)]
    return [block.reason for block in mark_blocks(text, markup=markup)]


@pytest.mark.parametrize(
    ("line", "kind", "reason"),
    [
        ("The mayor names three reasons why the bridge was not seen to earlier:", None, None),
        ("More on the closure is at https://orle.example/bridge and in the town hall", None, None),
        ("What lorries do now", None, "heading"),
        ("What will the lorries of the three quarries do until the bridge is mended?", "heading", "heading"),
        ("forty lorries a day, most of them from the quarry at Hamm", "list item", None),
        ("forty lorries", "list item", "heading"),
        ("Lorries a day over the bridge and by the ferry", "table", "table"),
        ("The ferry at Hamm carries forty lorries a day.", "table", None),
        ("Photo: Ada Quill / The Ledger", None, "caption"),
    ],
)
def test_the_cleaner_believes_the_markup_but_not_against_what_a_line_says_of_itself(line, kind, reason):
    assert marked((LEAD, None), (line, kind), (NEXT, None))[1] == reason


def test_a_paragraph_far_below_many_short_items_is_still_prose():
    items = [(f"pier {number}", "list item") for number in range(30)]
    assert marked((LEAD, None), *items, (NEXT, None))[-1] is None


def test_a_briefing_of_a_page_takes_the_items_of_its_lists_and_points_to_them():
    page = f"""<html><head><title>Bridge shut</title></head><body><nav><a href=/>Home</a></nav><article><h1>Bridge shut</h1>
        <p>{LEAD}</p><h2>What is known so far about the piers of the bridge</h2>
        <ul><li>{NEXT}</li><li>Divers will look at the other three piers of the bridge on Thursday</li></ul>
        <p>The county says that the bridge was last looked at in 2019 and that no crack was found then.</p>
        </article></body></html>"""
    documents = read_html(make_raw_file(page.encode(), "bridge.html"))
    briefing = summarize(documents, sentences=9)
    texts = {item.text for item in briefing.items}
    assert {LEAD, NEXT} <= texts
    assert all(documents[0].text[item.start : item.end] == item.text for item in briefing.items)


@pytest.mark.parametrize("side_box", [0, 1])
def test_an_article_beside_a_long_box_is_found(side_box):
    paragraphs = "".join(f"<p>{LEAD} It is the {number}th of its kind, the county says.</p>" for number in range(20))
    box = "<article><p>Subscribers read this box of news about the ferry at Hamm every week.</p></article>" * side_box
    page = f"<html><body>{box}<div class=story>{paragraphs}</div></body></html>"
    [document] = read_html(make_raw_file(page.encode(), "bridge.html"))
    assert document.text.count("closed on Monday") == 20


def test_the_markup_of_one_text_is_not_taken_for_that_of_another():
    document = Document(LEAD, markup=(Block(0, len(LEAD), "heading"),))
    assert document.markup
    assert replace(document, text=f"{LEAD} {NEXT}").markup == replace(document, text="").markup == ()


def test_markup_is_no_part_of_what_makes_two_documents_equal():
    assert Document("a", markup=(Block(0, 1),)) == Document("a")
    assert "markup" not in repr(Document("a"))
