"""Reading: every format to documents, and bad input never at the cost of good."""

import io
import json
import os
import signal
import sys
from types import SimpleNamespace

import pytest

from summarizer import Document, InputError, read_documents, summarize

PAGE = """<!doctype html><html><head><meta charset="windows-1252"><title>Ferry refloated | The Ledger</title>
<meta property="og:site_name" content="The Ledger"><meta property="article:published_time" content="2025-11-07T09:00:00Z">
<link rel="canonical" href="https://ledger.example/ferry"></head><body><nav><ul><li>Home</li><li>News</li></ul></nav>
<article><h1>Ferry refloated</h1><p>The ferry that ran aground off Tarrow on Tuesday was refloated at high water on
Thursday night, the harbour master said.</p><p>Two tugs pulled the ship clear of the bank \u2013 \u201cslowly and without
drama\u201d, in the words of the salvage chief \u2013 and towed her to the inner quay.</p></article>
<footer>All rights reserved</footer></body></html>"""


def write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def test_a_plain_text_is_the_decoded_file_newlines_untouched(tmp_path):
    path = write(tmp_path, "a.txt", b"\xef\xbb\xbfOne line.\r\nAnother.\rThird.\n")
    assert read_documents(path)[0] == Document(text="One line.\r\nAnother.\rThird.\n", path=path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32", "cp1252", "koi8-r"])
def test_encodings(tmp_path, encoding):
    text = "Президент встретил гостей в порту." if encoding == "koi8-r" else "Le café du port était fermé – “hélas”."
    path = write(tmp_path, "a.txt", (text * 4).encode(encoding))
    assert read_documents(path)[0].text == text * 4


def test_html_gives_text_and_metadata(tmp_path):
    path = write(tmp_path, "page.html", PAGE.encode("cp1252"))
    (document,) = read_documents(path)
    assert (document.title, document.publisher, document.url) == (
        "Ferry refloated",
        "The Ledger",
        "https://ledger.example/ferry",
    )
    assert document.date.startswith("2025-11-07")
    assert "“slowly and without drama”" in document.text
    assert "rights reserved" not in document.text


def test_the_year_of_a_copyright_is_not_the_date_of_the_article(tmp_path):
    undated = PAGE.replace('<meta property="article:published_time" content="2025-11-07T09:00:00Z">', "")
    undated = undated.replace("All rights reserved", "Copyright 2019 The Ledger. All rights reserved.")
    (document,) = read_documents(write(tmp_path, "page.html", undated.encode("cp1252")))
    assert document.date is None


def test_html_without_an_article_is_skipped(tmp_path):
    topic = read_documents(write(tmp_path, "page.html", "<html><body><script>1</script></body></html>"))
    assert (len(topic), topic.skipped[0].reason) == (0, "no article was found on the page")


def test_markdown_front_matter_is_metadata_and_markup_is_no_text(tmp_path):
    path = write(
        tmp_path,
        "a.md",
        "---\ntitle: Ferry aground\ndate: 2025-11-04\nauthors: [Ada Quill, Ben Orr]\nsource: The Ledger\n"
        "url: https://ledger.example/1\n---\n# Ferry aground\n\nThe *ferry* [ran aground](https://x.example) in\nfog.\n\n"
        "- Nobody was hurt.\n\n<script>alert(1)</script>\n",
    )
    (document,) = read_documents(path)
    assert document == Document(
        text="Ferry aground\nThe ferry ran aground in fog.\n- Nobody was hurt.",
        title="Ferry aground",
        publisher="The Ledger",
        date="2025-11-04",
        url="https://ledger.example/1",
        author="Ada Quill, Ben Orr",
        path=path,
    )


@pytest.mark.parametrize(
    "prose", ["Just a line.", "A note first: the ferry: aground.\n\n---\n\nThe rest.", "- a list\n\n---\n\nThe rest."]
)
def test_a_rule_on_top_of_markdown_is_no_front_matter(tmp_path, prose):
    text = read_documents(write(tmp_path, "a.md", f"---\n{prose}\n"))[0].text
    assert text.split("\n") == [line for line in prose.split("\n") if line not in ("", "---")]


def test_an_alias_in_front_matter_is_refused_not_unfolded(tmp_path):
    """A mapping that is merged by aliases grows by powers: thirteen lines of it would take gigabytes."""
    written = "---\nfirst: &a {title: Stolen}\n<<: *a\n---\nThe bridge is shut.\n"
    (document,) = read_documents(write(tmp_path, "a.md", written))
    assert (document.text, document.title) == ("The bridge is shut.", None)


@pytest.mark.parametrize("fields", ["title: [unclosed", "title: A: B", "date: 2024-13-45", "title: &a [x]\nb: *a"])
def test_broken_front_matter_costs_the_metadata_not_the_article(tmp_path, fields):
    (document,) = read_documents(write(tmp_path, "a.md", f"---\n{fields}\n---\nText.\n"))
    assert (document.text, document.title) == ("Text.", None)


JSON_FORMS = [
    {"text": "The ferry ran aground."},
    [{"body": "The ferry ran aground."}],
    {"articles": [{"content": "<p>The ferry</p>\n<p>ran aground.</p><script>x</script>"}]},
    {"entries": [{"content": [{"type": "text/html", "value": "The ferry ran aground."}]}]},
]


@pytest.mark.parametrize("value", JSON_FORMS)
def test_json_in_its_usual_forms(tmp_path, value):
    (document,) = read_documents(write(tmp_path, "a.json", json.dumps(value)))
    assert " ".join(document.text.split()) == "The ferry ran aground."


def test_json_metadata_under_its_usual_names(tmp_path):
    entry = {
        "articleBody": "Text.",
        "headline": "Ferry aground - The Ledger",
        "datePublished": "2025-11-04T10:00:00+01:00",
        "publisher": {"@type": "Organization", "name": "The Ledger"},
        "author": [{"name": "Ada Quill"}],
        "link": "https://ledger.example/1",
    }
    path = write(tmp_path, "a.json", json.dumps(entry))
    assert read_documents(path)[0] == Document(
        text="Text.",
        title="Ferry aground",
        publisher="The Ledger",
        date="2025-11-04T10:00:00",
        url="https://ledger.example/1",
        author="Ada Quill",
        path=path,
    )


def test_metadata_is_read_as_deep_and_as_far_as_articles_have_it(tmp_path):
    names = [f"A{i}" for i in range(60)]
    entries = [{"text": "One.", "author": names}, {"text": "Two.", "author": [[[["Ada Quill"]]]]}]
    first, second = read_documents(write(tmp_path, "a.json", json.dumps(entries)))
    assert (first.author, second.author) == (", ".join(names[:50]), None)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("[1", "not JSON: Expecting ',' delimiter, column 3"),
        ('{"a":\n1', "not JSON: Expecting ',' delimiter, line 2 column 2"),
        ("[" * 100_000, "lists or objects in its JSON are nested too deep"),
        ("[" + "9" * 5000 + "]", "a number in its JSON has too many digits"),
    ],
)
def test_what_is_wrong_with_json_is_told(tmp_path, value, reason):
    assert [skipped.reason for skipped in read_documents(write(tmp_path, "a.json", value)).skipped] == [reason]


@pytest.mark.parametrize("between", ["\n", " ", "\n\n", "\x1e"])
def test_objects_one_after_the_other_are_an_article_each(tmp_path, between):
    """jq writes them so."""
    objects = [json.dumps({"text": text}, indent=2) for text in ("One.", "Two.")]
    topic = read_documents(write(tmp_path, "a.json", between.join(objects)))
    assert ([document.text for document in topic], topic.skipped) == (["One.", "Two."], ())


def test_a_first_line_that_is_cut_off_costs_that_line_only(tmp_path):
    topic = read_documents(write(tmp_path, "a.json", '{"text": "Cut\n{"text": "One."}\n{"text": "Two."}\n'))
    assert [document.text for document in topic] == ["One.", "Two."]
    assert [skipped.reason.split(":")[0] for skipped in topic.skipped] == ["line 1"]


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_a_file_that_is_only_a_mark_is_told(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"\xff\xfe")
    assert len(read_documents(path).skipped) == 1


def test_a_bad_line_costs_that_line_only(tmp_path):
    path = write(tmp_path, "feed.jsonl", '{"text": "One."}\n{"text": \n\n{"title": "no text"}\n{"text": "Two."}\n')
    topic = read_documents(path)
    assert [document.text for document in topic] == ["One.", "Two."]
    assert [skipped.reason.split(":")[0] for skipped in topic.skipped] == ["line 2", "line 4 has no text"]


def test_one_object_a_line_is_read_whatever_the_suffix(tmp_path):
    assert len(read_documents(write(tmp_path, "a.json", '{"text": "One."}\n{"text": "Two."}\n'))) == 2


@pytest.mark.parametrize("opening", ["[" * 100_000, '{"a":' * 100_000])
def test_json_nested_without_end_is_skipped(tmp_path, opening):
    topic = read_documents([write(tmp_path, "a.json", opening), write(tmp_path, "b.jsonl", opening)])
    assert (len(topic), len(topic.skipped)) == (0, 2)


def test_a_folder_is_read_in_the_order_of_its_names_and_once(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/c.html", "B.TXT", ".hidden.txt", ".git/x.txt"):
        write(tmp_path, name, PAGE if name.endswith("html") else f"Text of {name}.")
    write(tmp_path, "photo.jpg", b"\xff\xd8\xff")
    topic = read_documents([tmp_path, str(tmp_path / "b.txt")])
    names = [os.path.relpath(document.path, tmp_path) for document in topic]
    assert names == ["B.TXT", "a/c.html", "a/z.txt", "b.txt"]
    assert [os.path.basename(skipped.path) for skipped in topic.skipped] == ["photo.jpg"]


def test_paths_are_as_the_user_typed_them(tmp_path, monkeypatch):
    write(tmp_path, "seeds/a.txt", "Text.")
    monkeypatch.chdir(tmp_path)
    assert [read_documents(typed)[0].path for typed in ("seeds", "seeds/", "./seeds", "seeds/a.txt")] == [
        "seeds/a.txt",
        "seeds/a.txt",
        "./seeds/a.txt",
        "seeds/a.txt",
    ]


def test_what_cannot_be_read_is_skipped_with_the_reason(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    topic = read_documents(
        [
            str(tmp_path / "missing.txt"),
            write(tmp_path, "empty.txt", " \n"),
            write(tmp_path, "binary.txt", bytes(range(256)) * 8),
            tmp_path / "pipe",
            tmp_path / "empty",
            tmp_path / "loop",
            write(tmp_path, "good.txt", "Good."),
        ]
    )
    assert [document.text for document in topic] == ["Good."]
    assert {os.path.basename(skipped.path): skipped.reason for skipped in topic.skipped} == {
        "missing.txt": "no such file or folder",
        "empty.txt": "the file is empty",
        "binary.txt": "not a text file",
        "pipe": "not a regular file; use - to read standard input",
        "empty": "the folder has no files in it",
        "loop": "too many levels of symbolic links",
    }


def test_a_linked_folder_is_not_entered(tmp_path):
    write(tmp_path, "a/a.txt", "Text.")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    assert len(read_documents(tmp_path)) == 1


def test_links_are_followed_within_a_folder_only(tmp_path):
    write(tmp_path, "outside/secret.txt", "Secret.")
    write(tmp_path, "folder/sub/b.txt", "Text.")
    folder = tmp_path / "folder"
    (folder / "file.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (folder / "out").symlink_to(tmp_path / "outside")
    (folder / "again").symlink_to(folder / "sub")
    topic = read_documents(folder)
    assert [document.path for document in topic] == [str(folder / "sub" / "b.txt")]
    reason = "a link that leads out of the folder; name it to have it read"
    assert [(skipped.path, skipped.reason) for skipped in topic.skipped] == [
        (str(folder / "file.txt"), reason),
        (str(folder / "out"), reason),
    ]


def test_strict_raises_for_the_first_bad_input(tmp_path):
    with pytest.raises(InputError, match="missing.txt: no such file or folder") as raised:
        read_documents([write(tmp_path, "a.txt", "Good."), "missing.txt"], strict=True)
    assert (raised.value.source, raised.value.reason) == ("missing.txt", "no such file or folder")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Plain text.", "Plain text."),
        (b'{"text": "From JSON."}\n{"text": "More."}', "From JSON."),
        (b"[AP] A text that begins with a bracket.", "[AP] A text that begins with a bracket."),
        (PAGE.encode(), "Ferry refloated\nThe ferry that ran aground off Tarrow"),
    ],
)
def test_standard_input_is_known_by_how_it_begins(monkeypatch, data, text):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    assert read_documents("-")[0].text.startswith(text)
    assert read_documents(Document(text="x"))[0].path is None


def test_a_document_stands_for_itself():
    documents = [Document(text="One."), Document(text="Two.", date="Nov. 16, 2024")]
    topic = read_documents(documents)
    assert list(topic) == documents
    assert topic[-1].date == "2024-11-16"
    assert topic[:1] == (documents[0],)
    with pytest.raises(TypeError, match="Document.text is bytes"):
        Document(text=b"bytes")


def test_metadata_that_is_no_metadata_costs_itself_only(tmp_path):
    for i, front in enumerate(("title: !!int ''", "title: !!bool foo", "title: !!timestamp x")):
        write(tmp_path, f"{i}.md", f"---\n{front}\n---\nThe bridge is shut.")
    write(tmp_path, "a.eml", f"From: {'(' * 1500}\nSubject: Bridge\n\nThe bridge is shut.")
    topic = read_documents(tmp_path)
    assert [document.text.strip() for document in topic] == ["The bridge is shut."] * 4
    assert [document.title for document in topic] == [None, None, None, "Bridge"]


def test_a_briefing_of_this_program_is_none_of_its_articles_in_a_pipe_either(tmp_path):
    briefing = summarize(
        Document(text="The road bridge over the Orle was closed on Monday after a crack was found.")
    ).to_json()
    (tmp_path / "briefing").write_text(briefing)
    [skipped] = read_documents(str(tmp_path / "briefing")).skipped
    assert skipped.reason == "a briefing that was made by this program, not an article"


def test_what_is_piped_in_may_take_its_time(monkeypatch):
    clocks = []

    class Pipe(io.BytesIO):
        def read(self, *size):
            clocks.append(signal.getitimer(signal.ITIMER_REAL))
            return super().read(*size)

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=Pipe(b"The bridge is shut.")))
    assert read_documents("-")[0].text == "The bridge is shut."
    assert set(clocks) == {(0.0, 0.0)}
