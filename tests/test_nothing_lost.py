"""Nothing of a file goes without a word: each text in it is read, or a line in `skipped` says what is not."""

import bz2
import gzip
import json
import lzma

import pytest
import test_formats as formats
from test_archives import tarred

from summarizer import Limits
from summarizer.batch.topic_entry import TopicEntry
from summarizer.batch.topic_result import summarize_topic
from summarizer.options import SummaryOptions
from summarizer.read.formats.html_fragment import text_of_fragment

ONE = "The tide mill at Hamm ground its first flour in sixty years on Sunday, before four hundred visitors."
TWO = "Its wheel was carved from larch by two carpenters, who worked from a drawing of 1794."
THREE = "The parish council paid half of the cost, and a raffle of clocks and hams the rest."
TEXTS = (ONE, TWO, THREE)


def found_in(topic):
    """The numbers of the texts that each document holds, and the reasons for what is skipped."""
    in_each = ["".join(str(n) for n, text in enumerate(TEXTS, 1) if text in document.text) for document in topic]
    return in_each, [skipped.reason for skipped in topic.skipped]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>a</p><p>The <select> tag b</p><p>c</p>", "a|The <select> tag b|c"),
        ("<p>a</p><style>b<p>c</p>", "a|<style>b|c"),
        ("<style>a</style>b<style>c", "b<style>c"),
        ("<button>Share</button><p>a</p><button>b<p>c</p>", "a|<button>b|c"),
        ("<p>if x <y then b</p><p>c</p>", "if x <y then b|c"),
        ("<p>a <b she said, and c</p>", "a <b she said, and c"),
        ("<p>write to <news@courier.example> or <https://courier.example>.</p>", "write to <news@courier.example> or <https://courier.example>."),
        ("<p>a <b she said> c <i>d</i></p>", "a <b she said> c d"),
        ("<style>a <p>b</p><style>c</style>d", "<style>a|b|d"),
        ("<p>a <!-- b</p><p>c</p>", "a <!-- b|c"),
        ("<p>a <!-- b --> c</p>", "a c"),
        ("<p>the <title> and <textarea> and <plaintext> of b</p>", "the <title> and <textarea> and <plaintext> of b"),
        ("<script>if (a<b) write('<script>')</script><p>c</p>", "c"),
        ("<script src='a'/><p>c</p>", "c"),
        ("<o:p></o:p><x-card>a</x-card> <nobody>b", "a <nobody>b"),
        ('<p hidden data-x=1 class="a > b">a <a href=b.html target="_blank">c</a></p>', "a c"),
        ("<![CDATA[a <i>b</i>]]>", "a b"),
        ("a\n\nb <i>c</i>", "a|b c"),
        ("<p>a\n\nb</p>", "a b"),
    ],
)  # fmt: skip
def test_a_tag_in_prose_swallows_nothing(markup, text):
    assert text_of_fragment(markup, Limits()).split("\n") == text.split("|")


MARKDOWN = {
    "an element": f"{ONE}\n\nThe <iframe> element.\n\n{TWO}",
    "a style without end": f"{ONE}\n\n<style>\n\n{TWO}",
    "a comment without end": f"{ONE}\n\n<!-- to be continued\n\n{TWO}",
    "a note between rules": f"---\nCorrection: the mill is not the oldest.\n\n{ONE}\n\n---\n\n{TWO}",
    "a field of prose between rules": f"---\nCorrection: {ONE}\n---\n\n{TWO}",
}


@pytest.mark.parametrize("content", MARKDOWN.values(), ids=MARKDOWN)
def test_prose_in_markdown_is_read_whatever_it_looks_like(read, content):
    assert found_in(read("a.md", content)) == (["12"], [])


def test_front_matter_that_cannot_be_read_is_said(read):
    for front in ("title: [open", f"title: {'long ' * 20_000}"):
        topic = read("a.md", f"---\n{front}\n---\n{ONE}")
        assert found_in(topic) == (["1"], ["its front matter is not YAML that is read"])
        assert topic[0].title is None


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ({"articles": [{"text": ONE}], "items": [{"text": TWO}]}, ["1", "2"]),
        ({"text": ONE, "articles": [{"text": TWO}, {"text": THREE}]}, ["1", "2", "3"]),
        ({"content": "ok", "articles": [{"text": TWO}]}, ["2"]),
        ({"text": ONE, "items": [{"image": "a.png"}]}, ["1"]),
        ({"text": ONE, "story": TWO}, ["12"]),
        ({"text": ONE, "body": f"{ONE} {TWO} {THREE}"}, ["123"]),
        ({"body": f"{ONE} {TWO}", "content_html": f"<p>{ONE}</p><p>{TWO}</p>"}, ["12"]),
        ({"content": {"rendered": f"<p>{ONE}</p>"}, "excerpt": {"rendered": "x"}}, ["1"]),
        ({"body": [ONE, {"type": "p", "text": TWO}, {"content": [THREE]}]}, ["123"]),
        ({"text": f"<p>{ONE}</p><button>Share<p>{TWO}</p>"}, ["12"]),
        ({"text": f"{ONE}\n\nIf x <y {TWO}\n\n{THREE} <b>end</b>"}, ["123"]),
    ],
)
def test_all_texts_of_json_are_read(read, value, found):
    assert found_in(read("a.json", json.dumps(value))) == (found, [])


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_a_list_of_prose_beside_a_text_is_said(read, name):
    entry = {
        "text": ONE,
        "paragraphs": [TWO, THREE],
        "tags": ["mill", "a tag of many words, and no prose"],
        "notes": [ONE],
    }
    where = "entry" if name == "a.json" else "line"
    topic = read(name, json.dumps(entry) + "\n")
    assert found_in(topic) == (["1"], [f"{where} 1: the list paragraphs beside its text is not read"])


def test_a_key_that_stands_twice_is_said(read):
    twice = f'{{"text": "{ONE}", "text": "{TWO}"}}'
    told = "the key text stands twice in an object; only the last value is read"
    assert found_in(read("a.json", twice)) == (["2"], [told])
    assert found_in(read("a.jsonl", f"{twice}\n")) == (["2"], [f"line 1: {told}"])
    line = f'{{"topic_id": 1, "documents": [{{"text": "{ONE}"}}], "documents": [{{"text": "{TWO}"}}]}}'
    briefing = summarize_topic(TopicEntry("here", line.encode()), SummaryOptions()).briefing
    assert [skipped.reason for skipped in briefing.skipped] == [told.replace("text", "documents")]


def test_wordpress_answers_as_its_pages_show_it(read):
    entry = {
        "date": "2024-05-06T12:00:00",
        "link": "https://courier.example/mill",
        "title": {"rendered": "Mill &#8211; wheel &amp; all"},
        "content": {"rendered": f"<p>{ONE}</p>"},
    }
    [document] = read("a.json", json.dumps([entry]))
    assert (document.title, document.date) == ("Mill – wheel & all", "2024-05-06T12:00:00")
    assert (document.text, document.url) == (ONE, "https://courier.example/mill")


def feed(*texts, head="", title="Mill"):
    items = "".join(f"<item><title>{title}</title><description>{text}</description></item>" for text in texts)
    return f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>Courier</title>{items}</channel></rss>'


LOST = "damaged or cut off at line 1: what is not sound in it is lost"


@pytest.mark.parametrize(
    ("content", "found", "reasons"),
    [
        (feed(ONE, TWO), ["1", "2"], []),
        (feed(ONE, f"{TWO} Q&A & more &#0;"), ["1", "2"], []),
        (feed(ONE, f"x <b {TWO}"), ["1", "2"], []),
        (feed(ONE, f"<media:x>{TWO}</media:x>"), ["1", "2"], []),
        (feed(ONE, f"{TWO}\x01&eacute;&nosuch;"), ["1", "2"], []),
        (feed(ONE, TWO)[:-60], ["1", ""], [LOST]),
        (feed(ONE, TWO).replace("</description></item><item>", "</item><item>"), ["1", "2"], [LOST]),
        (
            feed(f"{ONE} & &more; {TWO}", head=f'<!DOCTYPE rss [<!ENTITY more "{THREE}">]>'),
            ["12"],
            ["the entity &more; is not expanded: what it stands for is missing"],
        ),
        (
            feed(f"{ONE} &more; {TWO}", head=f'<!DOCTYPE rss [<!ENTITY more "{THREE}">]>'),
            ["12"],
            ["the entity &more; is not expanded: what it stands for is missing"],
        ),
    ],
    ids=["whole", "ampersands", "a tag in prose", "a prefix", "entities", "cut", "unclosed", "both", "own entity"],
)
def test_a_broken_feed_is_mended_or_what_it_lost_is_said(read, content, found, reasons):
    assert found_in(read("a.rss", content)) == (found, reasons)


def test_entities_that_are_escaped_twice_are_read_as_meant(read):
    [document] = read(
        "a.rss", feed("Tom &amp;amp; Ann&amp;#8217;s &lt;p&gt;x &amp;amp; y", title="A &amp;amp; B&nbsp;C")
    )
    assert (document.title, document.text) == ("A & B C", "Tom & Ann’s\nx & y")
    [document] = read("b.rss", feed(f"&amp;lt;p&amp;gt;{ONE}&amp;lt;/p&amp;gt;"))
    assert document.text == ONE


@pytest.mark.parametrize(
    "footer",
    [
        "The post Mill appeared first on Courier.",
        "Der Beitrag Mühle erschien zuerst auf Bote.",
        "L’article Moulin est apparu en premier sur Le Courrier.",
        "O post Moinho apareceu primeiro em Correio.",
    ],
)
def test_the_line_that_wordpress_adds_is_no_text(read, footer):
    [document] = read("a.rss", feed(f"&lt;p&gt;{ONE}&lt;/p&gt;&lt;p&gt;{footer}&lt;/p&gt;"))
    assert document.text == ONE


def message(*parts, kind="mixed", headers="", end="\n--b--\n"):
    written = "".join(f"\n--b\n{part}" for part in parts)
    return f"From: A <a@b.example>\nSubject: Mill\n{headers}Content-Type: multipart/{kind}; boundary=b\n{written}{end}"


def plain(text):
    return f"Content-Type: text/plain\n\n{text}"


def marked(text):
    return f"Content-Type: text/html\n\n<p>{text}</p>"


def attached(name, kind):
    return f"Content-Type: {kind}\nContent-Disposition: attachment; filename={name}\n\n{TWO}"


BASE64 = "From: A <a@b.example>\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"
INNER = f"Content-Type: message/rfc822\n\nFrom: B <b@b.example>\nSubject: Wheel\n\n{TWO}"
OUTER = "From a@b.example Mon Jan 01 10:00:00 2024\n"
CUT = "cut off: the end of the message is missing"
BAD_BASE64 = "damaged or cut off: a part in base64 cannot be read whole"


@pytest.mark.parametrize(
    ("name", "content", "found", "reasons"),
    [
        ("a.eml", message(plain(ONE), "Content-Type: image/png\n\nx", plain(TWO)), ["12"], []),
        ("a.eml", message(plain(ONE), marked(TWO)), ["12"], []),
        ("a.eml", message(plain(f"{ONE} {TWO}"), marked(f"{ONE} {TWO}")), ["12"], []),
        ("a.eml", message(plain(f"{ONE} {TWO}"), marked(f"{ONE} {TWO}"), kind="alternative"), ["12"], []),
        ("a.eml", message(plain(ONE), INNER), ["1", "2"], []),
        ("a.eml", message(f"\nSubject: x\n\n{ONE}", f"\nSubject: y\n\n{TWO}", kind="digest"), ["1", "2"], []),
        ("a.eml", message(plain(ONE), plain(TWO), end=""), ["12"], [CUT]),
        ("a.eml", message(plain(ONE), attached("b.pdf", "application/pdf"), attached("c.txt", "text/plain")), ["1"], ["the attachment b.pdf is not read; save it to have it read", "the attachment c.txt is not read; save it to have it read"]),
        ("a.eml", message(plain(ONE), f"Content-Type: text/enriched\n\n{TWO}", "Content-Type: text/calendar\n\nx"), ["12"], []),
        ("a.eml", message(plain(ONE), end=f"\n--b--\n{TWO}\n"), ["1"], ["what stands after the last part of the message is not read"]),
        ("a.eml", message(plain(ONE), attached("logo.png", "image/png")), ["1"], []),
        ("a.eml", BASE64 + "VGhl\nIG1p\nbGw!!!==", [""], [BAD_BASE64]),
        ("a.eml", BASE64 + "VGhl\nIG1p\nb", [""], [BAD_BASE64]),
        ("a.mbox", f"{OUTER}Subject: x\n\n{ONE}\n{OUTER}Subject: y\n\n{TWO}\n", ["1", "2"], []),
        ("a.mbox", f"Subject: x\n\n{ONE}\n\n{OUTER}Subject: y\n\n{TWO}\n", ["1", "2"], []),
        ("a.mbox", f"{OUTER}{message(plain(ONE), end='')}\n\n{OUTER}Subject: y\n\n{TWO}\n", ["1", "2"], [f"message 1: {CUT}"]),
        ("a.mhtml", message(f"Content-Type: text/html\n\n<html><body><article><p>{ONE}</p><p>{TWO}</p></article></body></html>", end=""), ["12"], [CUT]),
    ],
)  # fmt: skip
def test_all_parts_of_a_message_are_read_or_said(read, name, content, found, reasons):
    assert found_in(read(name, content)) == (found, reasons)


def test_a_text_that_is_in_a_message_twice_is_read_once(read):
    [document] = read("a.eml", message(plain(f"{ONE} {TWO}"), marked(f"{ONE} {TWO}")))
    assert document.text.count(ONE) == 1


def test_of_base64_that_is_cut_off_the_sound_part_is_read(read):
    assert read("a.eml", BASE64 + "VGhl\nIG1p\nb")[0].text == "The mi"


FORWARDED = (
    "From: Courier <n@courier.example>\nDate: Mon, May 6, 2024 at 2:01 PM\nSubject: Mill grinds\nTo: <r@b.example>"
)
IN_GERMAN = "*Von:* Courier <n@courier.example>\n*Gesendet:* Montag, 6. Mai 2024 14:01\n*An:* r@b.example\n*Betreff:* Mill grinds"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Fwd: Mill", f"---------- Forwarded message ---------\n{FORWARDED}\n\n{ONE}"),
        ("Mill", f"FYI\n\nBegin forwarded message:\n\n{FORWARDED}\n\n{ONE}"),
        ("WG: Mill", f"Schon gesehen?\n\n{IN_GERMAN}\n\n{ONE}"),
        ("Fwd: Mill", "Begin forwarded message:\n\n" + "\n".join(f"> {line}" for line in f"{FORWARDED}\n\n{ONE}".split("\n"))),
        ("Fwd: Fwd: Mill", f"-- Forwarded message --\nFrom: C <c@b.example>\nDate: 2024-05-07\nSubject: Fwd: Mill\n\n-- Forwarded message --\n{FORWARDED}\n\n{ONE}"),
    ],
    ids=["gmail", "apple", "outlook, German", "quoted", "twice"],
)  # fmt: skip
def test_of_a_message_that_was_passed_on_the_article_counts(read, subject, text):
    [document] = read(
        "a.eml", f"From: R <r@b.example>\nSubject: {subject}\nDate: Wed, 8 May 2024 09:00:00 +0200\n\n{text}\n"
    )
    assert (document.publisher, document.date, document.title) == ("Courier", "2024-05-06T14:01:00", "Mill grinds")
    assert document.text.strip() == ONE


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: Mill", f"{ONE}\n\n-----Original Message-----\n{FORWARDED}\n\nWhen?"),
        ("Mill", f"{ONE}\nFrom: Monday on, the mill is open."),
    ],
    ids=["an answer", "prose"],
)
def test_a_message_that_was_not_passed_on_is_its_senders(read, subject, text):
    [document] = read("a.eml", f"From: R <r@b.example>\nSubject: {subject}\n\n{text}\n")
    assert (document.publisher, document.text.strip()) == ("R", text)


def test_a_long_note_above_a_message_that_was_passed_on_is_said(read):
    text = f"{TWO}\n\n---------- Forwarded message ---------\n{FORWARDED}\n\n{ONE} {THREE}"
    topic = read("a.eml", f"From: R <r@b.example>\nSubject: Fwd: Mill\n\n{text}\n")
    assert found_in(topic) == (["13"], ["what was written above the message that was passed on is not read"])


def book(spine='<itemref idref="a"/><itemref idref="b"/>', end="</package>", **files):
    manifest = '<item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/>'
    chapters = {
        f"{name}.xhtml": f"<html><body><h1>x</h1><p>{text}</p></body></html>"
        for name, text in zip("ab", TEXTS, strict=False)
    }
    opf = f"<package><manifest>{manifest}</manifest><spine>{spine}</spine>{end}"
    container = '<container><rootfiles><rootfile full-path="c.opf"/></rootfiles></container>'
    return formats.zipped({"META-INF/container.xml": container, "c.opf": opf, **chapters, **files})


@pytest.mark.parametrize(
    ("content", "found", "reasons"),
    [
        (book(), ["1", "2"], []),
        (book('<itemref idref="a"/><itemref idref=" B"/>'), ["1", "2"], []),
        (book('<itemref idref="a"/><itemref idref="z"/>'), ["1"], ["damaged: the chapter z is not in its list of files"]),
        (book('<itemref idref="a"/><itemref idre', end=""), ["1"], [LOST]),
        (book(**{"b.xhtml": f"<html><body><p>{TWO} And"}), ["1", "2"], ["chapter b.xhtml: cut off: the end of the page is missing"]),
        (book(**{"b.xhtml": "<html><body><p>It is open.</p></body></html>"}), ["1", ""], []),
        (book(**{"b.xhtml": "<html><body><h1>Cover</h1></body></html>"}), ["1"], []),
    ],
    ids=["whole", "another case", "unknown", "cut list", "cut chapter", "short", "cover"],
)  # fmt: skip
def test_all_chapters_are_read_or_said(read, content, found, reasons):
    assert found_in(read("a.epub", content)) == (found, reasons)


PAGE = f"<html><head><title>Mill</title></head><body><article><h1>Mill</h1><p>{ONE}</p><p>{TWO}</p></article></body></html>"
CUT_PAGE = "cut off: the end of the page is missing"


@pytest.mark.parametrize(
    ("content", "reasons"),
    [
        (PAGE, []),
        (PAGE.removesuffix("</html>"), []),
        (PAGE + "<!-- cached --><script>f()</script>", []),
        (PAGE.replace("<article>", "<div><article>") + f"<!-- {'x' * 3000} -->", []),
        (f"<!doctype html><title>Mill</title><p>{ONE}<p>{TWO}", []),
        (f"<article><p>{ONE}</p><p>{TWO}</p></article>", []),
        (PAGE.removesuffix("</article></body></html>"), [CUT_PAGE]),
        (f"<article><p>{ONE}</p><p>{TWO}", [CUT_PAGE]),
        (PAGE.replace(f"<p>{TWO}", f"<!-- <p>{TWO}"), ["a comment that nothing closes hides the rest of the page"]),
        (PAGE + "\n<!doctype html>" + PAGE, ["another page follows in the file, which is not read"]),
        (f"<p>{ONE}</p><p>{TWO}</p><img src='a", [CUT_PAGE]),
        (PAGE.replace("<h1>", "<script>x = '</body>'</script><h1>").removesuffix("</p></article></body></html>") + " " * 3000, [CUT_PAGE]),
    ],
    ids=["whole", "no html", "after the end", "far after the end", "closes nothing", "fragment", "cut", "cut fragment", "comment", "two pages", "in a tag", "in a script"],
)  # fmt: skip
def test_a_page_without_its_end_is_said_to_be_cut(read, content, reasons):
    topic = read("a.html", content)
    assert [skipped.reason for skipped in topic.skipped] == reasons
    assert ONE in topic[0].text


def stream(pack):
    return pack(ONE.encode()) + pack(TWO.encode())


MULTIPART = message(plain(f"{ONE} {TWO}"), marked(f"{ONE} {TWO}"), kind="alternative")
# Formats whose end can be told: that of a text, or of Markdown, cannot.
WHOLE = {
    "a.html": PAGE.encode(),
    "a.rss": feed(ONE, TWO).encode(),
    "a.json": json.dumps([{"text": ONE}, {"text": TWO}]).encode(),
    "a.jsonl": "".join(json.dumps({"text": text}) + "\n" for text in (ONE, TWO)).encode(),
    "a.eml": MULTIPART.encode(),
    "a.mbox": (OUTER + MULTIPART).encode(),
    "a.mhtml": message(f"Content-Type: text/html\n\n{PAGE}", kind="related").encode(),
    "a.epub": book(),
    "a.docx": formats.zipped({"word/document.xml": f"<w:d {formats.W}><w:p><w:t>{ONE} {TWO}</w:t></w:p></w:d>"}),
    "a.zip": formats.zipped({"a.txt": ONE, "b.txt": TWO}),
    "a.tar": tarred({"a.txt": ONE, "b.txt": TWO}),
    "a.tgz": gzip.compress(tarred({"a.txt": ONE, "b.txt": TWO})),
    "a.txt.gz": stream(gzip.compress),
    "a.txt.bz2": stream(bz2.compress),
    "a.txt.xz": stream(lzma.compress),
    "a.txt.zst": stream(formats.ZSTD.compress),
    "a.pdf": formats.pdf([[ONE], [TWO]]),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_that_is_cut_off_anywhere_is_read_whole_or_said_to_be_cut(read, name):
    whole = WHOLE[name]
    assert found_in(read(name, whole))[1] == []
    silent = []
    for i in range(1, 20):
        found, reasons = found_in(read(name, whole[: len(whole) * i // 20]))
        if not reasons and set("".join(found)) != {"1", "2"}:
            silent.append(i)
    assert silent == []
