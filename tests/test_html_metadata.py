"""What a web page says of its article in its head, in JSON-LD and by its title: in a stated order, never a guess."""

import pytest

from summarizer import Document
from summarizer.read.formats.html import read_html
from summarizer.read.raw_files import make_raw_file

BODY = "".join(
    f"<p>{text}</p>"
    for text in (
        "The road bridge over the Orle was closed on Monday after inspectors found a crack in its main girder.",
        "Mayor Ida Brandt said that the bridge had only needed paint in 2019, when nobody looked at the girders.",
        "Lorries must now take the ferry at Hamm, which adds forty minutes to the journey, the county said.",
        "Repairs will cost at least two million and take until the middle of August, the engineers estimate.",
    )
)
TITLE = "Bridge over the Orle closed"
H1 = f"<h1>{TITLE}</h1>"


def read(head="", above="", below="", *, heading=H1, after="", title=TITLE):
    page = (
        f"<html><head><title>{title}</title>{head}</head><body>{above}"
        f"<article>{heading}{below}{BODY}</article>{after}</body></html>"
    )
    (document,) = (
        found for found in read_html(make_raw_file(page.encode(), "page.html")) if isinstance(found, Document)
    )
    return document


def meta(name, content):
    return f'<meta property="{name}" content="{content}">'


def json_ld(text):
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    ("page", "date"),
    [
        ({"head": json_ld('{"@type": "NewsArticle", "datePublished": "2025-03-03T08:00:00Z"}')}, "2025-03-03"),
        ({"head": json_ld('{"@graph": [{"@type": ["WebPage"], "datePublished": "2025-03-03"}]}')}, "2025-03-03"),
        ({"head": json_ld('<!--\n[{"@type":"ReportageNewsArticle","datePublished":"2025-03-03"}]\n-->')}, "2025-03-03"),
        ({"head": meta("article:published_time", "2025-03-03T08:00:00+01:00")}, "2025-03-03"),
        ({"head": '<meta name="citation_publication_date" content="2025/03/03">'}, "2025-03-03"),
        ({"below": '<time itemprop="datePublished" datetime="2025-03-03">Monday</time>'}, "2025-03-03"),
        ({"below": "<p>By Ada Quill, 3 March 2025, 7:12 pm</p>"}, "2025-03-03"),
        ({"below": "<div>Published</div><div>March 3, 2025</div>"}, "2025-03-03"),
        ({"below": '<p>Published <time datetime="2025-03-03">on Monday</time></p>'}, "2025-03-03"),
        ({"below": "<p>3 March 2025, published by the Gazette</p>"}, "2025-03-03"),
        ({"below": "<p>March 3, 2025 | Updated May 6, 2025</p>"}, "2025-03-03"),
        ({"below": "<p>Updated: 6 May 2025. First published: 3 March 2025</p>"}, "2025-03-03"),
        ({"below": "<p>Veröffentlicht am 3. März 2025, aktualisiert am 6. Mai 2025</p>"}, "2025-03-03"),
        ({"after": '<p class="post-date">3 March 2025</p>'}, "2025-03-03"),
        ({"head": '<link rel="canonical" href="https://gazette.example/2025/03/03/bridge">'}, "2025-03-03"),
        # The day that readers see is that of the publication; what the system notes may be that of a new copy.
        ({"head": meta("article:published_time", "2025-11-20"), "below": "<p>3 March 2025</p>"}, "2025-03-03"),
        ({"head": meta("article:published_time", "2025-03-03"), "below": "<p>03.03.2025</p>"}, "2025-03-03"),
        # ... but not if it is that of the last change, or day and month may be mistaken for one another.
        (
            {
                "head": meta("article:published_time", "2025-03-03") + meta("article:modified_time", "2025-05-06"),
                "below": "<p>6 May 2025</p>",
            },
            "2025-03-03",
        ),
        ({"head": meta("article:published_time", "2025-03-04"), "below": "<p>03.04.2025</p>"}, "2025-03-04"),
    ],
)
def test_the_date_of_publication(page, date):
    assert read(**page).date == date


@pytest.mark.parametrize(
    "page",
    [
        {"below": "<p>05/06/2024</p>"},
        {"head": '<meta name="date" content="05/06/2024">'},
        {"head": meta("article:modified_time", "2025-01-07")},
        {"head": json_ld('{"@type": "NewsArticle", "dateModified": "2025-01-07"}')},
        {"head": json_ld('{"@type": "Event", "startDate": "2025-01-07"}')},
        {"head": json_ld('{"@type": "NewsArticle", "comment": [{"@type": "Review", "datePublished": "2025-01-07"}]}')},
        {"below": "<p>Last updated on 7 January 2025</p>"},
        {"below": '<time class="updated" datetime="2025-01-07">7 January 2025</time>'},
        {"below": "<p>First published by the Gazette, updated 7 January 2025</p>"},
        {"below": "<p>Updated 7 January 2025. Published by the Gazette</p>"},
        {"below": '<p>Published by the Gazette. Updated <time datetime="2025-01-07">on Tuesday</time></p>'},
        {"below": "<p>When: 7 January 2025, 8 pm</p>"},
        {"below": "<figure><img src=a.png><figcaption>The bridge, 7 January 2025</figcaption></figure>"},
        {"above": '<div class="date">Tuesday, 7 January 2025</div>'},
        {"above": "<aside><time datetime='2025-01-07'>7 January 2025</time> <a href=/x>Ferry stops</a></aside>"},
        {
            "after": '<div class="comments"><time itemprop="datePublished" datetime="2025-01-07">7 Jan 2025</time> No!</div>'
        },
        {"after": "<footer>© 2021 Gazette. Version 2025-01-07</footer>"},
        {"after": '<p class="post-date">3 March 2025</p><p class="post-date">4 March 2025</p>'},
    ],
)
def test_another_day_is_no_date_of_publication(page):
    assert read(**page).date is None


@pytest.mark.parametrize(
    "page",
    [
        {},
        {"title": f"{TITLE} | The Orle Gazette"},
        {"title": f"The Orle Gazette - {TITLE}", "above": "<h1>The Orle Gazette</h1>"},
        {"above": "<div><h1>Harbour news</h1></div>", "heading": f"<h2>{TITLE}</h2>"},
        {"head": meta("og:title", TITLE), "title": "Local", "heading": f"<p class=headline>{TITLE}</p>"},
        {"head": meta("og:title", "Orle bridge closed: what we know"), "title": "What we know: Orle bridge"},
    ],
)
def test_the_title_is_the_one_that_readers_see(page):
    assert read(**page).title == TITLE


@pytest.mark.parametrize(
    ("page", "author"),
    [
        (
            {"head": json_ld('{"@type": "NewsArticle", "author": [{"name": "Ada Quill"}, "Ben Orr"]}')},
            "Ada Quill, Ben Orr",
        ),
        ({"head": '<meta name="author" content="By Ada Quill">'}, "Ada Quill"),
        ({"head": meta("article:author", "https://social.example/ada"), "below": "<p>By Ada Quill</p>"}, "Ada Quill"),
        ({"below": "<p>By Ada Quill | 3 March 2025</p>"}, "Ada Quill"),
        ({"below": "<div>Written by</div><div>Ada Quill</div>"}, "Ada Quill"),
        ({"below": '<span class="author-name">Ada Quill</span>'}, "Ada Quill"),
        ({"below": '<span class="author">Updated March</span>'}, None),
        ({"below": "<p>By the numbers</p>"}, None),
        ({}, None),
    ],
)
def test_the_author_is_who_the_page_names(page, author):
    assert read(**page).author == author


SAVED = "https://archive.example/web/20250304101112/https://www.gazette.example/bridge"


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (json_ld('{"@type": "NewsArticle", "publisher": {"name": "The Orle Gazette"}}'), "The Orle Gazette"),
        (meta("og:site_name", "The Orle Gazette | News that floats"), "The Orle Gazette"),
        (f'<link rel="canonical" href="{SAVED}">' + meta("og:url", SAVED), "gazette.example"),
        ('<link rel="canonical" href="https://www.gazette.example/bridge">', "gazette.example"),
        (meta("og:site_name", TITLE), None),
        ("", None),
    ],
)
def test_the_publisher_is_the_pages_own(head, publisher):
    assert read(head).publisher == publisher


@pytest.mark.parametrize(
    "text", ["{", '{"@type": 7}', "[[[[[[[[[[]]]]]]]]]]", '{"@type": null, "author": {"name": [[]]}}', "7"]
)
def test_json_ld_that_says_nothing_is_passed_over(text):
    assert read(json_ld(text), below="<p>3 March 2025</p>").date == "2025-03-03"


def test_of_several_articles_the_one_at_the_pages_address_counts():
    nodes = ", ".join(
        f'{{"@type": "NewsArticle", "url": "https://gazette.example/{name}", "datePublished": "2025-03-0{day}"}}'
        for day, name in enumerate(("ferry", "bridge"), start=2)
    )
    head = f'<link rel="canonical" href="https://gazette.example/bridge">{json_ld(f"[{nodes}]")}'
    assert read(head).date == "2025-03-03"
