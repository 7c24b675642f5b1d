"""The evidence page as a file: complete, self-contained, and safe whatever the sources hold. See also test_browser."""

import base64
import dataclasses
import hashlib
import html
import itertools
import random
import re

import pytest
from conftest import FERRY, RESERVOIR
from growth import assert_linear
from lxml import etree
from lxml.html import document_fromstring

from summarizer import Document, summarize
from summarizer.datamodel import Article, Block
from summarizer.render.highlights import MAX_CHARACTERS, MAX_PIECE, Highlight, cut_paragraphs
from summarizer.render.pictures import STRIP_HEIGHT, STRIP_WIDTH, draw_plot, draw_strip

HOSTILE_TEXT = (
    "<script>alert(1)</script> The bridge <b onclick=alert(1)>over</b> the Orle was closed on Monday, they said.\n\n"
    '</p></article><style>*{display:none}</style> <img src=x onerror="alert(1)"> Lorries take the ferry at Hamm now.\n\n'
    "The \u202emayor\u202c said\u200b on Tuesday that {{ 7*7 }} {% raw %} spans of the old bridge were safe to cross.\n\n"
    "]]> --> <!-- </script><iframe srcdoc='<script>alert(1)</script>'></iframe> The ferry runs until late at night."
)
HOSTILE = Document(
    text=HOSTILE_TEXT,
    title='"><script>alert(1)</script> [1] Reuters\u202e',
    publisher="<svg onload=alert(1)>",
    url="javascript:alert(1)",
    author="'\"><a href=data:text/html,x>",
)


@pytest.fixture(scope="module")
def ferry():
    return summarize(FERRY)


@pytest.fixture(scope="module")
def page(ferry):
    return parse(ferry.to_html())


def parse(text):
    return (
        document_fromstring(text, parser=etree.HTMLParser(huge_tree=True, encoding="utf-8"))
        if isinstance(text, bytes)
        else document_fromstring(text)
    )


def words(element):
    """Its text without the tags that name items, white space folded."""
    copy = document_fromstring(etree.tostring(element, encoding="unicode", with_tail=False))
    for tag in copy.xpath("//*[@class='tags']"):
        tag.drop_tree()
    return " ".join(copy.text_content().split())


def test_every_item_points_to_its_exact_span(ferry, page):
    for number, item in enumerate(ferry.items, 1):
        link = page.xpath(f"//a[@data-number='{number}']")[0]
        target = page.get_element_by_id(link.get("href").removeprefix("#"))
        assert words(target) == item.text
        assert f"item {number}" in target.text_content()
        assert words(link).split(maxsplit=1)[1] == item.text


def test_every_also_in_passage_points_to_its_exact_span_marked_otherwise(bridge):
    briefing = summarize(bridge)
    page = parse(briefing.to_html())
    passages = [passage for item in briefing.items for passage in item.also_in]
    links = page.xpath("//a[@class='also']")
    assert len(links) == len(passages) > 0
    for link, passage in zip(links, passages, strict=True):
        target = page.get_element_by_id(link.get("href").removeprefix("#"))
        assert (words(target), target.get("class")) == (passage.text, "also")


def test_every_dropped_sentence_is_told_with_its_reason_and_points_to_its_span(ferry, page):
    for number, each in enumerate(ferry.evidence.dropped, 1):
        row = page.get_element_by_id(f"dropped-{number}")
        target = page.get_element_by_id(row.xpath(".//td/a")[0].get("href").removeprefix("#"))
        assert words(target) == each.text
        assert "scored 0." in row.text_content() or "too similar to item" in row.text_content()


def test_all_of_each_article_is_on_the_page_and_what_was_set_aside_has_its_reason(ferry, page):
    for article in ferry.evidence.articles:
        element = page.get_element_by_id(f"article-{article.source}")
        shown = [p for p in element.xpath("./p") if p.get("class") in (None, "aside")]
        assert len(shown) == len(article.blocks)
        for paragraph, block in zip(shown, article.blocks, strict=True):
            reason = paragraph.xpath("./span[@class='reason']")
            assert [each.text for each in reason] == ([block.reason] if block.reason else [])
            text = words(paragraph).removeprefix(f"{block.reason} " if block.reason else "")
            assert text == " ".join(article.text[block.start : block.end].split())


def test_a_wire_copy_is_folded_under_what_it_copies(ferry, page):
    copy = next(source for source in ferry.sources if source.copy_of)
    element = page.get_element_by_id(f"article-{copy.id}")
    assert element.getparent().tag == "details"
    assert element.getparent().getparent().get("id") == f"article-{copy.copy_of}"
    assert element.getparent().get("open") is None
    assert f"a wire copy of [{copy.copy_of}]" in element.text_content()


def test_the_matrix_says_who_reports_what(ferry, page):
    rows = page.xpath("//table[@class='matrix']/tbody/tr")
    assert len(rows) == len(ferry.items)
    for row, item in zip(rows, ferry.items, strict=True):
        cells = [link.get("aria-label") for link in row.xpath("./td/a")]
        expected = {f"taken from source {item.source}", *(f"also in source {each.source}" for each in item.also_in)}
        assert set(cells) == expected
        assert row.xpath("string(./td[last()])") == (
            f"{len(item.also_in) + 1} sources" if item.also_in else "one alone"
        )


def test_every_link_and_every_label_has_its_target_and_ids_are_unique(page):
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    inner = [href for href in page.xpath("//@href") if href.startswith("#")]
    assert {href.removeprefix("#") for href in inner} <= set(ids)
    assert set(page.xpath("//@aria-labelledby")) <= set(ids)


@pytest.mark.parametrize("folder", [FERRY, RESERVOIR])
def test_the_page_asks_for_nothing_and_allows_only_its_own_style_and_script(folder):
    briefing = summarize(folder)
    written = briefing.to_html()
    parsed = parse(written)
    policy = parsed.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    [style], [script] = parsed.xpath("//style"), parsed.xpath("//script")
    for kind, element in (("style", style), ("script", script)):
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert (
        parsed.xpath("//@src | //@style | //link | //@*[starts-with(name(), 'on')] | //object | //embed | //form") == []
    )
    outer = {href for href in parsed.xpath("//@href") if not href.startswith("#")}
    assert outer == {source.url for source in briefing.sources if source.url}
    assert len(written) < 200_000


def test_a_page_is_the_same_on_every_run(ferry):
    assert ferry.to_html() == summarize(FERRY).to_html()


def test_nothing_in_a_hostile_article_is_markup_script_link_or_template():
    briefing = summarize([HOSTILE, Document(text=HOSTILE_TEXT.replace("Monday", "Sunday"), url="data:text/html,<b>")])
    written = briefing.to_html()
    parsed = parse(written)
    assert len(parsed.xpath("//script")) == len(parsed.xpath("//style")) == 1
    assert parsed.xpath("//img | //iframe | //b | //@onclick | //@onerror | //@onload") == []
    assert [href for href in parsed.xpath("//@href") if not href.startswith("#")] == []
    assert not {"\u202e", "\u202c", "\u200b"} & set(written)
    assert "{{ 7*7 }} {% raw %}" in parsed.text_content()
    assert len(parsed.xpath("//article")) == 2


def test_lone_surrogates_and_control_characters_do_not_stop_the_page():
    briefing = summarize(
        Document(text="The old ferry \ud800 ran aground \x00\x1b[31m on the reef in thick fog on Monday.")
    )
    written = briefing.to_html()
    assert written.encode("utf-8")
    assert not {"\x00", "\x1b"} & set(written)


def test_a_megabyte_of_one_word_costs_little():
    def show(size):
        documents = [Document(text="a" * size), Document(text=HOSTILE_TEXT + "\n\n" + "word" * (size // 4))]
        return lambda: summarize(documents).to_html()

    written = show(1_000_000)()
    assert len(written) < 300_000
    assert "990,000 more characters" in written
    assert_linear(show, 20_000)


def test_of_a_very_long_article_all_paragraphs_with_a_highlight_are_shown():
    text = "".join(f"Paragraph {i:06d} of this long article says nothing new at all, they said.\n" for i in range(5000))
    starts = [match.start() for match in re.finditer("Paragraph", text)]
    blocks = tuple(Block(start, text.index("\n", start)) for start in starts)
    near_the_end = Highlight(blocks[-10].start, blocks[-10].end, items=[1])
    shown = list(cut_paragraphs(Article(1, text, blocks, ()), [near_the_end]))
    assert sum(len(piece.text) for paragraph in shown for piece in paragraph.pieces) < MAX_CHARACTERS
    assert sum(paragraph.n_left_out or 1 for paragraph in shown) == len(blocks)
    assert [paragraph.pieces[0].text[:16] for paragraph in shown[-3:-1] if paragraph.pieces] == ["Paragraph 004990"]


def test_a_paragraph_is_cut_at_its_highlights_and_nowhere_else():
    text = "One is here. Two is there. Three."
    article = Article(1, text, (Block(0, len(text)),), ())
    two = Highlight(13, 26, also=[2])
    [paragraph] = cut_paragraphs(article, [two])
    assert [(piece.text, piece.highlight) for piece in paragraph.pieces] == [
        ("One is here. ", None),
        ("Two is there.", two),
        (" Three.", None),
    ]
    [long] = cut_paragraphs(Article(1, "a" * 20_000, (Block(0, 20_000),), ()), [])
    assert [(len(piece.text), piece.n_left_out) for piece in long.pieces] == [(MAX_PIECE, 20_000 - MAX_PIECE)]


def test_a_strip_has_a_mark_a_sentence_as_high_as_its_salience():
    sentences = ((0, 10, 1.0), (11, 20, 0.5), (21, 30, None), (31, 40, 0.25))
    strip = draw_strip(Article(1, "", (), sentences), [Highlight(11, 20, items=[1])])
    quarter = STRIP_WIDTH / 4
    assert [(mark.x, mark.height) for mark in strip.marks] == [(1.5 * quarter, STRIP_HEIGHT / 2)]
    heights = [float(height) for height in re.findall(r"v-([\d.]+)", strip.plain)]
    assert heights == [STRIP_HEIGHT, 1.5, STRIP_HEIGHT / 4]


def test_a_strip_of_a_million_sentences_is_no_longer_than_one_of_a_thousand():
    sentences = tuple((10 * i, 10 * i + 9, i % 7 / 7) for i in range(100_000))
    strip = draw_strip(Article(1, "", (), sentences), [Highlight(10, 19, items=[1])])
    assert len(strip.plain) < 15_000
    assert len(strip.marks) == 1


@pytest.mark.parametrize("mmr_lambda", [0.0, 0.3, 0.4, 1.0])
def test_the_line_of_the_plot_parts_the_sentences_as_their_scores_do(mmr_lambda):
    briefing = summarize(RESERVOIR, mmr_lambda=mmr_lambda)
    plot = draw_plot(briefing)
    if not plot.threshold:
        return
    x1, y1, x2, y2 = plot.threshold
    n_parted = 0
    for point in plot.points:
        each = (briefing.items if point.is_item else briefing.evidence.dropped)[point.number - 1]
        gap = mmr_lambda * each.salience - (1 - mmr_lambda) * each.redundancy - briefing.evidence.last_score
        side = (x2 - x1) * (point.y - y1) - (y2 - y1) * (point.x - x1)
        if abs(gap) > 0.01:
            assert (side < 0) == (gap > 0), (point, gap)
            n_parted += 1
    assert n_parted > 3


def test_a_notebook_shows_the_page_in_a_frame_that_reaches_nothing(ferry):
    frame = document_fromstring(ferry._repr_html_()).xpath("//iframe")[0]
    assert frame.get("sandbox") == "allow-scripts allow-popups"
    assert html.unescape(re.search('srcdoc="(.*?)"', ferry._repr_html_(), re.DOTALL)[1]) == ferry.to_html()


def test_a_page_without_anything_dropped_or_dated_is_whole():
    briefing = summarize(Document(text="The ferry ran aground on the reef in thick fog on Monday morning."))
    parsed = parse(briefing.to_html())
    assert "Every sentence that a briefing can use is in it." in parsed.text_content()
    assert len(parsed.xpath("//mark")) == 1


def test_windows_newlines_are_spaces_and_nothing_else():
    text = "The bridge over the Orle\r\nwas closed on Monday after\u2028a crack was found in its girder."
    briefing = summarize(Document(text=text))
    [mark] = parse(briefing.to_html()).xpath("//mark")
    assert words(mark) == briefing.items[0].text
    assert "\ufffd" not in briefing.to_html()


def test_names_beyond_all_measure_are_cut():
    long = "Bridge " * 300_000
    briefing = summarize(
        Document(text=HOSTILE_TEXT, title=long, publisher=long, url="https://x.example/" + "a" * 10_000, path=long)
    )
    written = briefing.to_html()
    assert len(written) < 100_000
    assert "https://x.example/" not in written


def test_of_hundreds_of_sources_some_are_listed_and_no_link_leads_nowhere():
    chance = random.Random(1)
    made_up = ["".join(syllables) for syllables in itertools.product("ba der fi gol han ki lum mer".split(), repeat=3)]
    story = "The road bridge over the Orle was closed on Monday after a crack was found in its main girder."
    documents = [
        Document(text="\n\n".join([story, *(f"Then {' '.join(chance.choices(made_up, k=14))}." for _ in range(5))]))
        for _ in range(150)
    ]
    briefing = summarize(documents, sentences=3)
    assert max(len(item.also_in) for item in briefing.items) > 120
    parsed = parse(briefing.to_html())
    ids = set(parsed.xpath("//@id"))
    assert {href[1:] for href in parsed.xpath("//@href") if href.startswith("#")} <= ids
    assert re.search(r"and \d+ more", parsed.xpath("string(//ol)"))
    assert len(parsed.xpath("//article")) == 100


def test_all_wire_copies_are_counted_and_no_password_is_published():
    text = HOSTILE_TEXT.replace("<", "")
    briefing = summarize([Document(text=text, url="https://ada:secret@x.example/1") for _ in range(130)])
    written = briefing.to_html()
    assert "129 wire copies of this text, 99 shown: " in written
    assert "secret" not in written


def test_articles_that_were_left_out_are_counted(ferry):
    few = dataclasses.replace(ferry.evidence, articles=ferry.evidence.articles[1:3], dropped=())
    written = dataclasses.replace(ferry, items=ferry.items[-1:], evidence=few).to_html()
    assert "4 more articles were read and are not shown." in written


def test_the_seeds_make_a_page_of_ordinary_size(seeds):
    assert len(summarize(seeds).to_html()) < 200_000
