"""What a user is told about a path that is not there."""

import pytest

from summarizer import read_documents


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "articles" / "Monday").mkdir(parents=True)
    (tmp_path / "articles" / "Monday" / "bridge.html").write_text("<p>The bridge was closed on Monday.</p>")
    (tmp_path / "articles" / "Monday" / "bridge.txt").write_text("The bridge was closed on Monday.")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("artcles", "is it articles?"),
        ("Articles/monday", "is it articles/Monday?"),
        ("articles/Mondy/bridge.html", "is it articles/Monday/bridge.html?"),
        ("artikles/Mondy/bridge.htm", "is it articles/Monday/bridge.html?"),
        ("articles/Monday/bridge.text", "is it articles/Monday/bridge.txt?"),
        ("www.example.com/bridge", "an address begins with https://, as in https://www.example.com/bridge"),
        ("example.com/bridge", "an address begins with https://, as in https://example.com/bridge"),
        ("https:/example.com/bridge", "an address begins with https://, as in https://example.com/bridge"),
        ("file:///news/a%20b.txt", "give the path alone: /news/a b.txt"),
        ("s3://news/a.txt", "only addresses that begin with https:// or http:// are fetched; save the file first"),
        (
            "articles/*/*.html",
            "a pattern is expanded by the shell where no quotation marks enclose it; this one fits 1 file",
        ),
        (
            "*.pdf",
            "a pattern is expanded by the shell where no quotation marks enclose it; this one fits no file",
        ),
        (
            "The bridge over the Orle was closed on Monday.",
            "text comes in a file, from standard input (summarize -), or in Python as a Document",
        ),
    ],
)
@pytest.mark.usefixtures("folder")
def test_the_advice_fits_the_mistake(typed, advice):
    (skipped,) = read_documents(typed).skipped
    assert (skipped.path, skipped.reason) == (typed, f"no such file or folder; {advice}")


@pytest.mark.parametrize("typed", ["articles/Monday/zebra.html", "gone.zip/a.txt", "nowhere/at/all", "q"])
@pytest.mark.usefixtures("folder")
def test_nothing_is_advised_where_nothing_is_near(typed):
    assert read_documents(typed).skipped[0].reason == "no such file or folder"


def test_a_home_folder_that_the_shell_did_not_expand_is_found(folder, monkeypatch):
    monkeypatch.setenv("HOME", str(folder))
    assert read_documents("~/articles").skipped[0].reason == f"no such file or folder; is it {folder}/articles?"


@pytest.mark.usefixtures("folder")
def test_of_a_pasted_article_the_beginning_is_shown():
    article = "The bridge over the Orle was closed on Monday after a crack was found.\n" * 200
    (skipped,) = read_documents(article).skipped
    assert skipped.path == "The bridge over the Orle was closed on Monday after a crack …"
    assert "summarize -" in skipped.reason
