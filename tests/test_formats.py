"""E-mail, mailboxes, pages saved as one, feeds and packed files; the formats of articles themselves are in test_read."""

import bz2
import gzip
import io
import lzma
import shutil
import sys
import zipfile

import pytest
from growth import assert_linear

from summarizer import read_documents
from summarizer.read.file_kinds import READERS
from summarizer.read.zstd_streams import zstd_module

ZSTD = zstd_module()

BODY = "The road bridge over the Orle was closed on Monday after inspectors found a crack in its main girder."
SECOND = "Lorries must now take the ferry at Hamm, which adds forty minutes to the journey."
PLAIN = (
    b"From: =?utf-8?q?The_Orle_Courier?= <news@courier.example>\r\n"
    b"Subject: Fwd: =?utf-8?b?QnJpZGdlIOKAkyBzaHV0?=\r\n"
    b"Date: Mon, 03 Mar 2025 19:12:00 +0100\r\n"
    b"Archived-At: <https://courier.example/letters/12>\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + BODY.encode() + b"\r\n\r\n" + SECOND.encode() + b"\r\n"
)
NEWSLETTER = (
    b"From: news@ledger.example\nSubject: Today\nMIME-Version: 1.0\n"
    b'Content-Type: multipart/alternative; boundary="b"\n\n'
    b"--b\nContent-Type: text/plain\n\nView this letter in your browser.\n"
    b"--b\nContent-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n"
    b"<html><head><title>x</title><style>p {}</style></head><body><table><tr><td><p>"
    + BODY.encode()
    + b"</p><p>The caf=E9 at the harbour stayed open.</p></td></tr></table><script>alert(1)</script></body></html>\n--b--\n"
)
RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Orle Courier</title><link>https://courier.example</link>
<item><title>Bridge shut</title><link>https://courier.example/1</link><pubDate>Mon, 03 Mar 2025 19:12:00 GMT</pubDate>
<dc:creator>Ada Quill</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>{BODY}</p><p>{SECOND}</p><script>alert(1)</script>]]></content:encoded></item>
<item><title>Nothing in it</title><description></description></item>
<item><title>Ferry</title><description>&lt;b&gt;Lorries&lt;/b&gt; take the ferry &amp;amp; wait.</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Ledger</title>
<entry><title>Bridge shut</title><link rel="edit" href="https://x.example/edit"/><link href="https://ledger.example/1"/>
<published>2025-03-04T08:00:00Z</published><author><name>Bo Falk</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{BODY}</p><p>{SECOND}</p></div></content></entry></feed>"""


def test_a_message_gives_its_text_and_what_its_header_says(read):
    [document] = read("a.eml", PLAIN)
    assert document.text.split("\r\n\r\n") == [BODY, SECOND + "\r\n"]
    assert (document.title, document.publisher) == ("Bridge – shut", "The Orle Courier")
    assert (document.date, document.url) == ("2025-03-03T19:12:00", "https://courier.example/letters/12")


def test_where_the_plain_part_is_a_stub_the_html_part_is_read(read):
    [document] = read("a.eml", NEWSLETTER)
    assert document.text.splitlines() == [BODY, "The café at the harbour stayed open."]
    assert (document.title, document.publisher) == ("Today", "ledger.example")


def test_where_the_html_part_says_little_more_the_plain_part_is_read(read):
    plain = BODY.encode() + b" " + SECOND.encode()
    [document] = read("a.eml", NEWSLETTER.replace(b"View this letter in your browser.", plain))
    assert document.text.strip() == f"{BODY} {SECOND}"


@pytest.mark.parametrize(
    "broken",
    [
        NEWSLETTER.replace(b"<body>", b"<body><p>One</p></body><html><body>"),  # pasted together by a mailing program
        NEWSLETTER.replace(b"Subject: Today", b"Subject: =?utf-8?b?abc?= =?ut\xff-8?q?x?="),
        NEWSLETTER.replace(b"charset=iso-8859-1", b"charset=\xff\xfe"),
    ],
)
def test_what_is_broken_in_a_message_costs_nothing_else(read, broken):
    [document] = read("a.eml", broken)
    assert BODY in document.text


def test_an_attachment_is_not_the_message(read):
    raw = (
        b'From: a@b.example\nContent-Type: multipart/mixed; boundary="b"\n\n'
        b"--b\nContent-Type: text/plain\nContent-Disposition: attachment\n\nSome minutes of a meeting.\n"
        b"--b\nContent-Type: text/plain\n\n" + BODY.encode() + b"\n--b--\n"
    )
    [document] = read("a.eml", raw)
    assert document.text.strip() == BODY


@pytest.mark.parametrize(
    "raw",
    [
        b"Subject: empty\n\n",
        b"Content-Type: image/png\n\n\x89PNG\x00\x00",
        b"Content-Type: text/plain; charset=nonsense\nContent-Transfer-Encoding: base64\n\n!!!",
    ],
)
def test_a_message_without_text_is_skipped(read, raw):
    topic = read("a.eml", raw)
    assert (len(topic), len(topic.skipped)) == (0, 1)


def test_headers_beyond_all_measure_cost_the_metadata_only(read):
    raw = b"Subject: " + b"=?utf-8?q?a?= " * 50_000 + b"\nDate: 99 Foo 0\nFrom: =?x-none?q?a?= <@>\n\n" + BODY.encode()
    [document] = read("a.eml", raw)
    assert (document.text, document.title, document.date) == (BODY, None, None)


def test_parts_nested_without_end_cost_that_file_only(tmp_path):
    nested = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (i, i) for i in range(3000))
    (tmp_path / "good.txt").write_text(BODY)
    (tmp_path / "deep.eml").write_bytes(nested + b"Content-Type: text/plain\n\nx\n")
    topic = read_documents(tmp_path)
    assert [document.text for document in topic] == [BODY]
    assert [skipped.path for skipped in topic.skipped] == [str(tmp_path / "deep.eml")]


def test_a_mailbox_gives_a_document_a_message(read):
    message = b"From news@courier.example Mon Mar  3 19:12:00 2025\n" + PLAIN.replace(b"\r\n", b"\n")
    escaped = message.replace(SECOND.encode(), b">From the ferry at Hamm lorries go on to the coast.")
    topic = read(
        "a.mbox", message + b"\n" + escaped + b"\nFrom x@y.example Mon Mar  3 19:12:00 2025\nSubject: none\n\n"
    )
    assert [document.title for document in topic] == ["Bridge – shut"] * 2
    assert "From the ferry at Hamm" in topic[1].text
    assert "\n>From" not in topic[1].text
    assert [skipped.reason for skipped in topic.skipped] == ["message 3: no text in the message"]


def test_a_sentence_that_begins_with_from_parts_no_messages(read):
    body = PLAIN.replace(b"\r\n", b"\n").replace(SECOND.encode(), b"From Hamm to the coast is an hour by road.")
    assert len(read("a.mbox", b"From a@b.example Mon Mar  3 19:12:00 2025\n" + body)) == 1
    assert read("b.mbox", body).skipped[0].reason == "no mailbox: no message begins with a From line"


def test_a_page_saved_as_one_is_read_as_the_page(read):
    page = f"<html><head><title>Bridge shut | Courier</title></head><body><article><h1>Bridge shut</h1><p>{BODY}</p><p>{SECOND}</p></article></body></html>"
    raw = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://courier.example/1\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n'
        f"--b\nContent-Type: text/html\nContent-Transfer-Encoding: 8bit\nContent-Location: https://courier.example/1\n\n{page}\n"
        "--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b--\n"
    )
    [document] = read("a.mhtml", raw)
    assert BODY in document.text
    assert document.url == "https://courier.example/1"
    assert read("b.mht", b"Content-Type: text/plain\n\nno page").skipped[0].reason == "no page in it"


def test_an_rss_dump_gives_a_document_an_entry_with_the_fullest_text(read):
    topic = read("a.rss", RSS)
    assert topic[0].text.splitlines() == [BODY, SECOND]
    assert (topic[0].title, topic[0].publisher, topic[0].author) == ("Bridge shut", "The Orle Courier", "Ada Quill")
    assert (topic[0].date, topic[0].url) == ("2025-03-03T19:12:00", "https://courier.example/1")
    assert topic[1].text == "Lorries take the ferry & wait."
    assert [skipped.reason for skipped in topic.skipped] == ["entry 2 has no text"]


def test_an_atom_dump_is_read_alike(read):
    [document] = read("a.atom", ATOM)
    assert document.text.splitlines() == [BODY, SECOND]
    assert (document.title, document.publisher, document.author) == ("Bridge shut", "Ledger", "Bo Falk")
    assert (document.date[:10], document.url) == ("2025-03-04", "https://ledger.example/1")


def test_rdf_has_its_entries_beside_the_channel(read):
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        f"<channel><title>Courier</title></channel><item><title>Shut</title><description>{BODY}</description></item></rdf:RDF>"
    )
    [document] = read("a.xml", rdf)
    assert (document.text, document.title, document.publisher) == (BODY, "Shut", "Courier")


def test_no_entity_is_expanded_and_nothing_is_loaded(read, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words of the mayor")
    lol = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    hostile = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{lol}<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        f"<rss><channel><item><title>&x;</title><description>{BODY} &l9; &x;</description></item></channel></rss>"
    )
    topic = read("a.rss", hostile)
    told = "".join(document.text + (document.title or "") for document in topic)
    assert "secret words" not in told
    assert told.count("lol") == 0
    assert len(told) < 1000


@pytest.mark.parametrize(
    "content",
    ["<a><b/></a>", "no xml", "<rss><channel/></rss>", "<x>" * 10_000, "<rss><item><description>" + "<b>" * 300],
)
def test_what_is_no_feed_is_skipped(read, content):
    topic = read("a.xml", content)
    assert len(topic) + len(topic.skipped) == 1


def test_packed_files_are_read_as_what_is_inside(read, tmp_path):
    assert read("a.rss.gz", gzip.compress(RSS.encode()))[0].title == "Bridge shut"
    assert read("b.txt.gz", gzip.compress(BODY.encode()) + gzip.compress(b" More."))[0].text == BODY + " More."
    assert read("noname.gz", gzip.compress(BODY.encode()))[0].text == BODY
    assert read("b.txt.zst", ZSTD.compress(BODY.encode()) + ZSTD.compress(b" More."))[0].text == BODY + " More."
    (tmp_path / "c.tar.gz").write_bytes(gzip.compress(b"x"))
    assert any("not a kind of file" in skipped.reason for skipped in read_documents(tmp_path).skipped)


def test_packings_in_one_another_are_read_as_deep_as_the_limit_says(read):
    packed = BODY.encode()
    for _ in range(4):
        packed = gzip.compress(packed)
    assert read("a.txt.gz", packed)[0].text == BODY
    assert [skipped.reason for skipped in read("a.txt.gz", packed, nesting=3).skipped] == [
        "too much is packed in one another (limit nesting)"
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (gzip.compress(b"a" * 100)[:-12], "cut off: the end of the .gz file is missing"),
        (bz2.compress(b"a" * 100)[:-5], "cut off: the end of the .bz2 file is missing"),
        (lzma.compress(b"a" * 100)[:-5], "cut off: the end of the .xz file is missing"),
        (ZSTD.compress(b"a" * 100)[:-5], "cut off: the end of the .zst file is missing"),
        (b"\x1f\x8b" + b"?" * 99, "damaged, or no .gz file"),
        (b"\x28\xb5\x2f\xfd" + b"?" * 99, "damaged, or no .zst file"),
        (gzip.compress(b"\0" * 50_000_000), "unpacks to more than 11 MB (limit unpacked_ratio)"),
        (bz2.compress(b"\0" * 50_000_000), "unpacks to more than 1 MB (limit unpacked_ratio)"),
        (lzma.compress(b"\0" * 50_000_000), "unpacks to more than 1 MB (limit unpacked_ratio)"),
        (ZSTD.compress(b"\0" * 50_000_000), "unpacks to more than 1 MB (limit unpacked_ratio)"),
    ],
    ids=[
        "gz cut",
        "bz2 cut",
        "xz cut",
        "zst cut",
        "gz damaged",
        "zst damaged",
        "gz",
        "bz2 bomb",
        "xz bomb",
        "zst bomb",
    ],
)
def test_damaged_files_and_bombs_cost_themselves_only(read, content, reason):
    assert read("a.txt.gz", content).skipped[0].reason == reason


@pytest.mark.parametrize("pack", [bz2.compress, lzma.compress])
def test_of_several_streams_in_a_file_the_sound_ones_are_read_and_the_rest_is_said(read, pack):
    first, second = pack(BODY.encode()), pack(SECOND.encode() * 50)
    assert read("a.txt.x", first + b"\0" * 8 + second)[0].text == BODY + SECOND * 50
    for broken in (second[:-9], second[:20] + b"?" * 9 + second[29:], b"no stream"):
        topic = read("a.txt.x", first + broken)
        assert topic[0].text.startswith(BODY)
        assert [skipped.reason.partition(":")[0] for skipped in topic.skipped] == ["damaged"]


def test_what_a_browser_has_unpacked_already_is_read_as_it_is(read):
    assert read("a.txt.gz", BODY)[0].text == BODY


def test_what_lies_beside_a_page_saved_complete_belongs_to_it(tmp_path):
    page = f"<html><body><article><h1>Bridge shut</h1><p>{BODY}</p><p>{SECOND}</p></article></body></html>"
    (tmp_path / "Bridge shut.html").write_text(page)
    side = tmp_path / "Bridge shut_files"
    side.mkdir()
    (side / "frame.html").write_text(page.replace("Orle", "Advertisement"))
    kept = tmp_path / "case_files"  # a folder that only looks like one
    kept.mkdir()
    (kept / "a.txt").write_text(SECOND)
    assert [document.path for document in read_documents(tmp_path)] == [
        str(tmp_path / "Bridge shut.html"),
        str(kept / "a.txt"),
    ]
    shutil.move(side, tmp_path / "Bridge shut-Dateien")
    assert len(read_documents(tmp_path)) == 2


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCX = {
    "word/document.xml": (
        f"<w:document {W}><w:body><w:p><w:r><w:t>{BODY[:40]}</w:t></w:r><w:r><w:t>{BODY[40:]}</w:t></w:r></w:p><w:p/>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Lorries</w:t><w:tab/><w:t>forty</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:del><w:r><w:delText>Struck out.</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText>"
        f"<w:t>{SECOND}</w:t></w:r></w:p></w:body></w:document>"
    ),
    "docProps/core.xml": (
        '<c:p xmlns:c="x" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/"><dc:title>Bridge shut'
        "</dc:title><dc:creator>Ada Quill</dc:creator><t:created>2025-03-03T10:00:00Z</t:created></c:p>"
    ),
}
ODT = {
    "content.xml": (
        '<o:d xmlns:o="o" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><text:h>Bridge shut</text:h>'
        f"<text:p>{BODY[:40]}<text:s/><text:span>{BODY[40:]}</text:span><text:note><text:p>A note.</text:p></text:note></text:p>"
        f"<text:p>{SECOND}</text:p></o:d>"
    ),
    "meta.xml": '<m xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Bridge shut</dc:title></m>',
}
CHAPTER = f"<html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body><h1>{{}}</h1><p>{BODY}</p><p>{SECOND}</p></body></html>"
EPUB = {
    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    "OEBPS/book.opf": (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The Orle Courier</dc:title>'
        '<dc:date>2025-03-03</dc:date></metadata><manifest><item id="c" href="cover.xhtml"/><item id="a" href="a%20b.xhtml"/>'
        '<item id="b" href="b.xhtml"/><item id="m" href="missing.xhtml"/></manifest>'
        '<spine><itemref idref="c"/><itemref idref="b"/><itemref idref="a"/><itemref idref="m"/></spine></package>'
    ),
    "OEBPS/cover.xhtml": "<html><body><h1>The Orle Courier</h1></body></html>",
    "OEBPS/a b.xhtml": CHAPTER.format("Ferry"),
    "OEBPS/b.xhtml": CHAPTER.format("Bridge shut"),
}


def zipped(members, compression=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as packed_file:
        for name, content in members.items():
            packed_file.writestr(name, content)
    return stream.getvalue()


def test_a_word_document_gives_its_paragraphs_without_what_was_deleted(read):
    [document] = read("a.docx", zipped(DOCX))
    assert document.text.split("\n\n") == [BODY, "Lorries forty", SECOND]
    assert (document.title, document.author, document.date) == ("Bridge shut", "Ada Quill", "2025-03-03T10:00:00")


RUN = "<w:r><w:rPr>{}</w:rPr><w:t>Not shown.</w:t></w:r>"


@pytest.mark.parametrize(
    ("properties", "is_shown"),
    [("<w:vanish/>", False), ('<w:vanish w:val="0"/>', True), ('<w:rStyle w:val="Secret"/>', False), ("<w:b/>", True)],
)
def test_hidden_text_of_word_is_not_read(read, properties, is_shown):
    style = '<w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    content = f"<w:document {W}><w:p><w:r><w:t>{BODY} </w:t></w:r>{RUN.format(properties)}</w:p></w:document>"
    [document] = read(
        "a.docx", zipped({"word/document.xml": content, "word/styles.xml": f"<w:styles {W}>{style}</w:styles>"})
    )
    assert document.text == BODY + " Not shown." * is_shown


def test_hidden_text_of_opendocument_is_not_read(read):
    content = (
        '<o:d xmlns:o="o" xmlns:text="t" xmlns:style="s"><style:style style:name="T1"><style:text-properties '
        f'text:display="none"/></style:style><text:p>{BODY}<text:span text:style-name="T1">No.</text:span>'
        '<text:hidden-text text:is-hidden="true">No.</text:hidden-text></text:p></o:d>'
    )
    assert read("a.odt", zipped({"content.xml": content}))[0].text == BODY


WEB_PAGE = f"<!-- saved --><!DOCTYPE html><html><body><article><p>{BODY}</p><p>{SECOND}</p></article></body></html>"
RECORD = f'{{"title": "Bridge shut", "text": "{BODY}"}}'


@pytest.mark.parametrize("suffix", [".txt", ".html", ".text", ""])
@pytest.mark.parametrize("content", [WEB_PAGE, RSS, ATOM, RECORD, f"{RECORD}\n{RECORD}\n"])
def test_a_text_is_known_by_how_it_begins_whatever_it_is_called(read, suffix, content):
    text = read(f"a{suffix}", content)[0].text
    assert text.startswith(BODY)
    assert not set("<>{}").intersection(text)


def test_a_text_may_begin_with_a_bracket(read):
    assert read("a.txt", f"[Reuters] {BODY}")[0].text == f"[Reuters] {BODY}"


def test_an_opendocument_text_gives_its_paragraphs_without_notes(read):
    [document] = read("a.odt", zipped(ODT))
    assert document.text.split("\n\n") == ["Bridge shut", BODY[:40] + " " + BODY[40:].lstrip(), SECOND]
    assert document.title == "Bridge shut"


def test_a_book_gives_a_document_a_chapter_in_the_order_of_reading(read):
    topic = read("a.epub", zipped(EPUB))
    assert [document.title for document in topic] == ["Bridge shut", "Ferry"]
    assert topic[0].text.splitlines() == ["Bridge shut", BODY, SECOND]
    assert {(document.publisher, document.date) for document in topic} == {("The Orle Courier", "2025-03-03")}
    assert [skipped.reason for skipped in topic.skipped] == [
        "chapter OEBPS/missing.xhtml: damaged: OEBPS/missing.xhtml is missing"
    ]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.docx", b"PK\x03\x04 cut off", "damaged, or no ZIP file"),
        ("a.odt", zipped({"other.xml": "<a/>"}), "damaged: content.xml is missing"),
        ("a.docx", zipped({"word/document.xml": "<w:d/>"}), "no text in it"),
        ("a.docx", zipped({"word/document.xml": " "}), "damaged: no XML where there should be"),
        (
            "a.docx",
            zipped({"word/document.xml": "a" * 30_000_000}),
            "unpacks to more than 6 MB (limit unpacked_ratio)",
        ),
        ("a.epub", zipped({"META-INF/container.xml": "<a/>"}), "damaged: it does not say where its chapters are"),
        ("a.epub", zipped({**EPUB, "OEBPS/book.opf": "<package/>"}), "no chapter with text in it"),
    ],
)
def test_what_is_wrong_with_a_packed_document_is_told(read, name, content, reason):
    topic = read(name, content)
    assert (len(topic), [skipped.reason for skipped in topic.skipped]) == (0, [reason])


def test_a_damaged_member_costs_the_file_and_a_damaged_chapter_itself_only(read):
    broken = zipped(DOCX, zipfile.ZIP_STORED).replace(BODY[:40].encode(), b"?" * 40)
    assert "is damaged (BadZipFile)" in read("a.docx", broken).skipped[0].reason
    broken = zipped(EPUB, zipfile.ZIP_STORED).replace(b"<h1>Ferry</h1>", b"<h1>Merry</h1>")
    topic = read("a.epub", broken)
    assert [document.title for document in topic] == ["Bridge shut"]
    assert any("a b.xhtml is damaged" in skipped.reason for skipped in topic.skipped)


def test_many_small_members_make_no_bomb(read):
    chapters = {f"OEBPS/{i}.xhtml": f"<html><body><p>{'a ' * 400_000}</p></body></html>" for i in range(60)}
    items = "".join(f'<item id="i{i}" href="{i}.xhtml"/>' for i in range(60))
    spine = "".join(f'<itemref idref="i{i}"/>' for i in range(60))
    book = f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>"
    content = zipped({"META-INF/container.xml": EPUB["META-INF/container.xml"], "OEBPS/book.opf": book, **chapters})
    topic = read("a.epub", content)
    assert sum(len(document.text) for document in topic) <= 250 * len(content)
    assert len(topic) + len(topic.skipped) == 60
    assert "(limit unpacked_ratio)" in topic.skipped[-1].reason


def test_a_file_of_very_many_packed_members_takes_linear_time(read):
    def unpack(n_members):
        packed = gzip.compress(b"The bridge is shut. ") * n_members
        return lambda: read("a.txt.gz", packed)

    [document] = unpack(2_000)()
    assert len(document.text) == 40_000
    assert_linear(unpack, 2_000)


def test_too_many_members_cost_the_file(read):
    assert read("a.epub", zipped(EPUB), files=3).skipped[0].reason == "has more than 3 files in it (limit files)"


def test_names_that_lead_out_and_entities_are_only_names_and_text(read, tmp_path):
    (tmp_path / "secret.xhtml").write_text(CHAPTER.format("Secret words of the mayor"))
    out = EPUB["OEBPS/book.opf"].replace("b.xhtml", "../../../secret.xhtml")
    topic = read("a.epub", zipped({**EPUB, "OEBPS/book.opf": out}))
    assert "Secret" not in "".join(document.text for document in topic)
    hostile = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{(tmp_path / "secret.xhtml").as_uri()}">]><w:d {W}><w:p><w:t>{BODY}&x;</w:t></w:p></w:d>'
    [document] = read("a.docx", zipped({"word/document.xml": hostile}))
    assert document.text == BODY


def test_markup_nested_without_measure_is_read_as_far_as_it_goes(read):
    deep = f"<w:d {W}><w:p><w:t>{BODY}</w:t>" + "<w:r>" * 5000
    topic = read("a.docx", zipped({"word/document.xml": deep}))
    assert len(topic) + len(topic.skipped) == 1


def pdf(pages, info="", extra=b""):
    """A PDF file with a line of Helvetica a line of each page: a text, or `(x, y, size, text)`."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    font, kids = 3, []
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for lines in pages:
        placed = [(50, 780 - 14 * i, 10, line) if isinstance(line, str) else line for i, line in enumerate(lines)]
        shown = (
            f"/F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text.replace('(', '[').replace(')', ']')}) Tj"
            for x, y, size, text in placed
        )
        stream = f"BT {' '.join(shown)} ET".encode("latin-1")
        objects.append(b"<< /Length %d >> stream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R "
            b"/Resources << /Font << /F1 %d 0 R >> >> >>" % (len(objects), font)
        )
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    objects.append(f"<< {info} >>".encode())
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    trailer = b"trailer << /Size %d /Root 1 0 R /Info %d 0 R %s>>" % (size, len(objects), extra)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s\nstartxref\n%d\n%%%%EOF" % (size, table, trailer, len(out))


NAMES = ("Ida Brandt", "Bo Falk", "Ada Quill", "Max Ohm")
PAGES = [
    [
        f"The Orle Courier - Monday, 3 March 2025 - page {n}",
        f"The road bridge at {name.split()[1]} was closed on Monday after in-",
        f"spectors found a crack that {name} had seen, and the well-known",
        "Hamm ferry took the lorries.",
        f"{name} of the paper spoke with people on the north side of town, as",
        f"far as {name.split()[1]}, about it.",
        f"- {n} -",
    ]
    for n, name in enumerate(NAMES, 1)
]


def test_a_pdf_gives_its_paragraphs_without_heads_page_numbers_and_hyphens(read):
    info = "/Title (Bridge shut) /Author (Ada Quill) /CreationDate (D:20250303101500+01'00')"
    [document] = read("a.pdf", pdf(PAGES, info))
    paragraphs = document.text.split("\n\n")
    assert paragraphs[:2] == [
        "The road bridge at Brandt was closed on Monday after inspectors found a crack that Ida Brandt had seen, and the "
        "well-known Hamm ferry took the lorries.",
        "Ida Brandt of the paper spoke with people on the north side of town, as far as Brandt, about it.",
    ]
    assert len(paragraphs) == 8
    assert "Courier" not in document.text
    assert (document.title, document.author) == ("Bridge shut", "Ada Quill")
    assert document.date is None  # when the file was made is not when the article was


def test_a_paragraph_goes_on_over_a_page_break(read):
    pages = [
        [
            "The road bridge over the Orle was closed on Monday after a",
            "crack was found in its main girder by inspectors from the",
        ],
        ["county, who come once in a year.", "Lorries take the ferry."],
    ]
    [document] = read("a.pdf", pdf(pages))
    assert document.text.split("\n\n")[0].endswith("inspectors from the county, who come once in a year.")


def test_what_stands_at_one_place_on_both_of_two_pages_is_taken_out(read):
    pages = [
        [(50, 790, 10, "The Orle Courier"), text, (300, 30, 10, f"Page {n} of 2")]
        for n, text in ((1, BODY), (2, BODY[9:]))
    ]
    [document] = read("a.pdf", pdf(pages))
    assert "Page" not in document.text
    assert "Courier" not in document.text
    pages[1][0] = (50, 700, 10, "The Orle Courier")
    [document] = read("a.pdf", pdf(pages))
    assert document.text.count("The Orle Courier") == 2  # of two pages, this may be chance


LINES = [
    "The road bridge over the Orle was closed on",
    "Monday after a crack was found in its girder,",
    "the county said.",
]
OTHERS = [
    "The Holm bakery in Tarn has won the prize for",
    "rye bread for the second time in four years,",
    "the jury said.",
]


@pytest.mark.parametrize("headline", [(50, 770, 18, "Bridge closed"), (50, 790, 10, "Bridge closed")])
def test_a_headline_is_parted_by_its_size_or_by_the_gap_below_it(read, headline):
    [document] = read("a.pdf", pdf([[headline, *((50, 756 - 14 * i, 10, line) for i, line in enumerate(LINES))]]))
    assert document.text.split("\n\n") == ["Bridge closed", " ".join(LINES)]


def test_columns_that_are_drawn_row_by_row_are_read_one_after_the_other(read):
    rows = [(left, right) for left, right in zip(2 * LINES, 2 * OTHERS, strict=True)]
    page = [(x, 700 - 12 * i, 10, text) for i, row in enumerate(rows) for x, text in zip((50, 300), row, strict=True)]
    [document] = read("a.pdf", pdf([page]))
    assert " ".join(document.text.split()) == " ".join(2 * LINES + 2 * OTHERS)


def test_the_rows_of_a_table_stay_rows(read):
    page = [(x, 700 - 12 * i, 10, f"{word} {i}") for i in range(8) for x, word in ((50, "Berth"), (300, "Ferry"))]
    [document] = read("a.pdf", pdf([page]))
    assert "Berth 0 Ferry 0 Berth 1 Ferry 1" in " ".join(document.text.split())


def test_a_large_first_letter_is_part_of_its_line(read):
    drop_cap = (50, 756, 30, "T")
    page = [drop_cap, (70, 756, 10, LINES[0][1:]), *((50, 742 - 14 * i, 10, line) for i, line in enumerate(LINES[1:]))]
    [document] = read("a.pdf", pdf([page]))
    assert document.text.endswith(" ".join(LINES)[1:])
    assert "\n" not in document.text


@pytest.mark.parametrize("title", ["untitled", "(anonymous)", "Microsoft Word - bridge_final2.doc"])
def test_a_programs_word_for_an_unknown_title_is_none(read, title):
    [document] = read("a.pdf", pdf(PAGES, f"/Title ({title})"))
    assert document.title is None


def test_a_hyphen_before_a_capital_letter_is_one_of_a_compound(read):
    [document] = read("a.pdf", pdf([["The bridge was opened by the Anglo-", "American company that had built it."]]))
    assert document.text == "The bridge was opened by the Anglo-American company that had built it."


def test_a_pdf_is_known_by_how_it_begins(read):
    info = "/Title (Bridge shut)"
    assert [read(name, pdf(PAGES, info))[0].title for name in ("a.txt", "a.html", "noname")] == ["Bridge shut"] * 3


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (pdf([[]]), "no text in it: its pages are pictures"),
        (b"%PDF-1.4 cut off", "could not be parsed"),
        (pdf(PAGES)[:300], "could not be parsed"),
    ],
)
def test_a_scan_and_a_damaged_pdf_are_told(read, content, reason):
    topic = read("a.pdf", content)
    assert len(topic) == 0
    assert reason in topic.skipped[0].reason


def test_a_pdf_of_too_many_pages_is_told(read):
    assert read("a.pdf", pdf(PAGES), pages=3).skipped[0].reason == "has more than 3 pages (limit pages)"


def test_without_the_package_the_file_and_the_command_are_named(read, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    [skipped] = read("a.pdf", pdf(PAGES)).skipped
    assert skipped.reason == "a PDF file needs the package pypdf: pip install 'pypdf>=7.1.1'"
    assert skipped.path.endswith("a.pdf")


@pytest.mark.parametrize("suffix", READERS)
def test_any_reader_takes_any_bytes(read, suffix):
    for content in (b"\xff\xfe\x00\x01", b"<" * 5000, b"From " * 2000, b"[" * 5000, PLAIN[:200], RSS.encode()[:300]):
        topic = read(f"a{suffix}", content)
        assert len(topic) + len(topic.skipped) >= 1


WRAPPED = "The road bridge over the Orle was closed on\nMonday after a crack was found in its girder.\n" * 9


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("It was closed on Mon-\nday after in-\nspectors came.", "It was closed on Monday\nafter inspectors\ncame."),
        ("It was closed on Mon\u00ad\r\nday.", "It was closed on Monday.\r\n"),
        (f"{WRAPPED}It is a well-\nknown crack.", f"{WRAPPED}It is a well-known\ncrack."),
        (f"It was closed by Anglo-\nOrle Rail. {WRAPPED}", f"It was closed by Anglo-Orle\nRail. {WRAPPED}"),
        ("- one -\n- two -\n", "- one -\n- two -\n"),
        ("Monday -\nthe ferry", "Monday -\nthe ferry"),
    ],
)
def test_words_that_are_divided_at_line_ends_are_whole_again(read, written, read_as):
    [document] = read("a.txt", written)
    assert document.text == read_as


def test_what_is_lost_of_a_word_file_with_damaged_xml_is_told(read):
    sound = f"<w:d {W}><w:p><w:t>{BODY}</w:t></w:p>"
    topic = read("a.docx", zipped({"word/document.xml": f"{sound}<w:p><w:t>The ferry <lost"}))
    assert [document.text.split("\n")[0] for document in topic] == [BODY]
    assert "damaged or cut off" in topic.skipped[0].reason
