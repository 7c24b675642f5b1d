"""The evidence page in a real browser: `python -m pytest -m browser`, with the extra `browser` and a Chromium."""

import itertools
import os
import random
import shutil

import pytest
from conftest import FERRY
from growth import WIDE_MARGIN, assert_costs_at_most
from test_html import HOSTILE, HOSTILE_TEXT

from summarizer import Document, summarize

pytestmark = pytest.mark.browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
# A container's root may not sandbox, and a machine without a network need not be asked for one.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)
N_ARTICLES, N_SENTENCES = 50, 100
SYLLABLES = "ba der fi gol han ki lum mer nos pra tul ve".split()
WORDS = ["".join(syllables) for syllables in itertools.product(SYLLABLES, repeat=3)]


@pytest.fixture(scope="module")
def chromium():
    playwright = pytest.importorskip("playwright.sync_api", reason="the extra `browser` is not installed")
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def briefing():
    return summarize(FERRY, sentences=20)  # of which one is also in another article


@pytest.fixture
def open_page(chromium, tmp_path):
    """What opens a briefing from a file; at the end, nothing may have been asked for or complained of."""
    complaints, requests, contexts = [], [], []

    def open_it(briefing, **options):
        path = tmp_path / "briefing.html"
        path.write_text(briefing.to_html(), encoding="utf-8")
        context = chromium.new_context(**({"viewport": {"width": 1300, "height": 800}} | options))
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(path.as_uri())
        return page

    open_it.complaints = complaints
    yield open_it
    for context in contexts:
        context.close()
    assert complaints == []
    assert {url.partition("#")[0] for url in requests} <= {(tmp_path / "briefing.html").as_uri(), "about:blank"}


def is_in_view(page, selector):
    return page.evaluate(
        """selector => {
            const box = document.querySelector(selector).getBoundingClientRect();
            return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
        }""",
        selector,
    )


def place(each):
    return f"#s{each.source}-{each.start}"


def violations(page):
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page)
    return [
        (each["id"], each["nodes"][0]["target"], each["nodes"][0]["any"][:1]) for each in found.response["violations"]
    ]


def test_a_click_on_an_item_brings_its_span_into_view(open_page, briefing):
    page = open_page(briefing)
    for number, item in enumerate(briefing.items, 1):
        page.click(f"a[data-number='{number}']")
        assert is_in_view(page, place(item)), number
        assert page.evaluate("document.activeElement.id") == place(item)[1:]
        assert page.locator("a.sentence[aria-current]").get_attribute("data-number") == str(number)
        assert "current" in page.locator(place(item)).get_attribute("class")


def test_a_click_on_also_in_brings_that_passage_into_view(open_page, briefing):
    page = open_page(briefing)
    passages = [passage for item in briefing.items for passage in item.also_in]
    assert passages
    for i, passage in enumerate(passages):
        page.locator("a.also").nth(i).click()
        assert is_in_view(page, place(passage))


def test_items_and_passages_differ_by_more_than_colour(open_page, briefing):
    page = open_page(briefing)
    lines = {
        kind: page.evaluate(f"getComputedStyle(document.querySelector('mark.{kind}')).borderBottomStyle")
        for kind in ("item", "also", "dropped")
    }
    assert lines == {"item": "solid", "also": "dashed", "dropped": "dotted"}


def test_keys_choose_items_and_come_back(open_page, briefing):
    page = open_page(briefing)
    page.keyboard.press("3")
    assert is_in_view(page, place(briefing.items[2]))
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == place(briefing.items[3])[1:]
    page.keyboard.press("k")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.number") == "3"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == place(briefing.items[2])[1:]


def test_the_way_back_and_a_shared_address_lead_to_the_same_passage(open_page, briefing):
    page = open_page(briefing)
    page.keyboard.press("1")
    page.keyboard.press("j")
    page.go_back()
    page.wait_for_function("id => document.activeElement.id === id", arg=place(briefing.items[0])[1:])
    shared = page.url
    page.goto("about:blank")
    page.goto(shared)
    assert is_in_view(page, place(briefing.items[0]))


def test_a_number_of_two_digits_is_one_item(open_page):
    briefing = summarize(FERRY, sentences=12)
    page = open_page(briefing)
    page.keyboard.press("1")
    page.keyboard.press("2")
    assert page.evaluate("document.activeElement.id") == place(briefing.items[11])[1:]


def test_everything_that_can_be_clicked_can_be_reached_by_tab_alone(open_page, briefing):
    page = open_page(briefing)
    n_links = page.locator("a[href]").count()
    reached = set()
    for _ in range(3 * n_links):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("[...document.querySelectorAll('a[href]')].indexOf(document.activeElement)"))
    hidden = page.evaluate("[...document.querySelectorAll('details:not([open]) a[href]')].length")
    assert len(reached - {-1}) == n_links - hidden


def test_a_passage_in_a_folded_wire_copy_is_unfolded(open_page, briefing):
    page = open_page(briefing)
    copy = next(source for source in briefing.sources if source.copy_of)
    assert not page.locator(f"#article-{copy.id}").is_visible()
    page.evaluate(
        "id => { const a = document.createElement('a'); a.href = '#' + id; a.textContent = 'x';"
        " document.querySelector('.meta').append(a); a.click(); }",
        f"article-{copy.id}",
    )
    assert page.locator(f"#article-{copy.id}").is_visible()


def test_a_mark_of_a_strip_and_a_point_of_the_plot_open_what_they_stand_for(open_page, briefing):
    page = open_page(briefing)
    page.locator(f".strip svg a[href='{place(briefing.items[0])}']").click()
    assert is_in_view(page, place(briefing.items[0]))
    page.locator(".plot svg a[href='#dropped-2']").focus()
    page.keyboard.press("Enter")
    assert is_in_view(page, "#dropped-2")
    assert (
        "scored" in page.locator("#dropped-2").inner_text() or "too similar" in page.locator("#dropped-2").inner_text()
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1300, 360])
def test_axe_finds_nothing_in_either_scheme_on_a_desk_and_on_a_phone(open_page, briefing, scheme, width):
    page = open_page(briefing, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    page.keyboard.press("1")
    assert violations(page) == []


def test_the_page_follows_dark_mode(open_page, briefing):
    def brightness(scheme):
        page = open_page(briefing, color_scheme=scheme)
        colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        return int(colour.partition("(")[2].partition(",")[0])

    assert brightness("light") > 200
    assert brightness("dark") < 50


def test_a_phone_shows_one_column_and_never_scrolls_sideways(open_page, briefing):
    page = open_page(briefing, viewport={"width": 360, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("document.querySelector('#articles').getBoundingClientRect().left") < 20
    page.click("a[data-number='2']")
    assert is_in_view(page, place(briefing.items[1]))
    # No column is so narrow that words break.
    heights = page.evaluate(
        "[...document.querySelectorAll('thead tr')].map(each => each.getBoundingClientRect().height)"
    )
    assert max(heights) < 60


def test_print_has_all_of_it_on_white_pages(open_page, briefing):
    page = open_page(briefing, color_scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    columns = page.evaluate(
        "[...document.querySelectorAll('.column')].map(each => each.scrollHeight - each.clientHeight)"
    )
    assert max(columns) <= 1  # nothing is cut off
    pdf = page.pdf()
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") + pdf.count(b"/Type /Page/") >= 5


def test_the_frame_of_a_notebook_works_and_its_page_reaches_nothing_outside(chromium, briefing):
    context = chromium.new_context(viewport={"width": 1300, "height": 800})
    page = context.new_page()
    page.set_content(f"<h1>Notebook</h1>{briefing._repr_html_()}")
    frame = page.frames[1]
    frame.click("a[data-number='2']")
    assert frame.evaluate("document.activeElement.id") == place(briefing.items[1])[1:]
    with pytest.raises(Exception, match="SecurityError|cross-origin"):
        frame.evaluate("parent.document.title")
    context.close()


def test_without_script_the_links_still_lead_to_their_spans(open_page, briefing):
    page = open_page(briefing, java_script_enabled=False)
    page.click("a[data-number='4']")
    box = page.locator(place(briefing.items[3])).bounding_box()
    assert 0 <= box["y"] < 800


def test_a_hostile_article_neither_runs_nor_restyles_nor_reorders(open_page):
    briefing = summarize(
        [HOSTILE, Document(text=HOSTILE_TEXT.replace("Monday", "Sunday")), Document(text="x" * 5_000_000)]
    )
    page = open_page(briefing)
    page.keyboard.press("1")
    assert is_in_view(page, place(briefing.items[0]))
    assert page.locator("#briefing").is_visible()
    assert page.evaluate("document.scripts.length") == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []


def test_what_the_page_itself_does_not_carry_is_refused(open_page, briefing):
    """The policy holds even for what a script on the page might try."""
    page = open_page(briefing)
    refused = page.evaluate(
        """async () => {
            const style = document.createElement('style');
            style.textContent = 'body { display: none }';
            document.head.append(style);
            return getComputedStyle(document.body).display;
        }"""
    )
    assert refused == "block"
    [complaint] = open_page.complaints
    assert "Content Security Policy" in complaint
    open_page.complaints.clear()


def many_articles(n_articles):
    chance = random.Random(1)
    documents = [
        Document(
            title=f"Report {i} on the Orle bridge",
            text="\n\n".join(f"Inspectors {' '.join(chance.choices(WORDS, k=16))}." for _ in range(N_SENTENCES)),
        )
        for i in range(n_articles)
    ]
    briefing = summarize(documents)
    assert briefing.signature.counts.sentences == n_articles * N_SENTENCES
    assert len(briefing.items) == 8
    return briefing


def seconds_to_click_all(page):
    """How long a click on each sentence of the briefing takes, layout included."""
    return page.evaluate(
        """() => {
            const began = performance.now();
            document.querySelectorAll('a.sentence').forEach(each => { each.click(); document.body.offsetHeight; });
            return (performance.now() - began) / 1000;
        }"""
    )


def test_a_click_among_fifty_articles_takes_linear_time(open_page):
    large = many_articles(N_ARTICLES)
    assert len(large.to_html()) < 2_000_000
    pages = open_page(many_articles(N_ARTICLES // 10)), open_page(large)
    assert_costs_at_most(10 * WIDE_MARGIN, *pages, measure=seconds_to_click_all)
