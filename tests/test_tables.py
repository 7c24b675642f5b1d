"""Articles as the rows of a table."""

import pytest
from growth import assert_linear

from summarizer import Limits, read_documents
from summarizer.errors import InputError
from summarizer.read.formats.tables import read_csv
from summarizer.read.raw_files import make_raw_file

CLOSED = "The bridge over the Orle was closed on Monday, the council said."
CRACKS = "Engineers had found cracks in two of its pillars; repairs begin in May."


def read(tmp_path, content, name="articles.csv"):
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    topic = read_documents(tmp_path / name)
    return [document.text for document in topic], [skipped.reason for skipped in topic.skipped], topic


@pytest.mark.parametrize("mark", [",", ";", "|", "\t"])
def test_a_row_is_an_article_whatever_parts_the_cells(tmp_path, mark):
    names = ["id", "Headline", "Full Text", "Published-At", "Source", "URL"]
    row = ["7", "Bridge closed", f'"{CLOSED} {CRACKS}"', "2024-05-03", "Orle Post", "https://orle.example/7"]
    texts, skipped, topic = read(tmp_path, f"{mark.join(names)}\n{mark.join(row)}\n")
    assert (texts, skipped) == ([f"{CLOSED} {CRACKS}"], [])
    (document,) = topic
    known = (document.title, document.date, document.publisher, document.url)
    assert known == ("Bridge closed", "2024-05-03", "Orle Post", "https://orle.example/7")


def test_a_cell_in_quotation_marks_may_have_lines_marks_and_quotations(tmp_path):
    cell = '"The mayor said: ""Not yet."" He left.\r\n\r\nThe bridge, closed on Monday; stays so."'
    texts, skipped, _ = read(tmp_path, f"title,text\r\nA,{cell}\r\nB,{CRACKS}\r\n")
    said = 'The mayor said: "Not yet." He left.\r\n\r\nThe bridge, closed on Monday; stays so.'
    assert (texts, skipped) == ([said, CRACKS], [])


@pytest.mark.parametrize(
    "content",
    [
        "sep=;\ntitle;text\nA;" + CRACKS.replace(";", ","),
        "\ufefftitle,text\nA," + CRACKS,
        ("title\ttext\nA\t" + CRACKS).encode("utf-16"),
        "title,text\rA," + CRACKS,
        "\n\ntitle,text\n\nA," + CRACKS + "\n,\n\n",
    ],
)
def test_tables_are_read_as_spreadsheets_write_them(tmp_path, content):
    texts, skipped, _ = read(tmp_path, content)
    assert ([text.replace(";", ",") for text in texts], skipped) == ([CRACKS.replace(";", ",")], [])


def test_between_tabs_a_quotation_mark_may_be_one_like_any_other(tmp_path):
    said = '"The bridge is closed," the mayor said on Monday.'
    texts, skipped, _ = read(tmp_path, f'title\ttext\nA\t{said}\nB\tHe found "cracks".\n', "a.tsv")
    assert (texts, skipped) == ([said, 'He found "cracks".'], [])


def test_a_quotation_mark_that_nothing_closes_costs_no_other_row(tmp_path):
    rows = f'title,text,date\nA,"{CRACKS},2024-05-03\nB,"{CLOSED}",2024-05-04\nC,"{CLOSED}\ncut off here'
    texts, skipped, topic = read(tmp_path, rows)
    assert texts == [f'"{CRACKS}', CLOSED, CLOSED]
    assert [document.date for document in topic] == ["2024-05-03", "2024-05-04", None]
    reason = "a quotation mark opens a cell that nothing closes; of that cell the first line is read"
    assert skipped == [
        f"row 2: {reason}",
        f"row 4: {reason}",
        "row 5 has no text: none of the keys text, body, content holds any",
    ]


def test_a_row_with_more_cells_than_names_is_told(tmp_path):
    texts, skipped, _ = read(tmp_path, f"title,text\nA,{CLOSED}\nB,{CRACKS}\nC,{CRACKS},,\n")
    assert texts == [CRACKS, CRACKS]
    assert skipped == ["row 2 has 3 cells, and the first row 2; is its text in quotation marks?"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("a,b\n1,2\n", "no column is called text, body or content; the first row has a, b"),
        ("title,text\n", "no article in it: no row follows the names of the columns"),
        ("title,text\n,\n", "no article in it: no row follows the names of the columns"),
        ("\n", "the file is empty"),
    ],
)
def test_a_table_without_articles_says_why(tmp_path, content, reason):
    assert read(tmp_path, content)[:2] == ([], [reason])
    with pytest.raises(InputError):
        read_documents(tmp_path / "articles.csv", strict=True)


def test_a_column_that_stands_twice_is_told(tmp_path):
    texts, skipped, _ = read(tmp_path, f"title,text,Text\nA,{CRACKS},{CRACKS}\n")
    assert (texts, skipped) == ([CRACKS], ["the column text stands twice; only the last one is read"])


@pytest.mark.parametrize("content", ['{"text": "%s"}\n', "<html><body><p>%s</p><p>%s</p></body></html>"])
def test_what_is_no_table_under_the_name_of_one_is_known_by_how_it_begins(tmp_path, content):
    assert CRACKS in read(tmp_path, content.replace("%s", CRACKS), "a.csv")[0][0]


def test_a_row_without_text_is_told_and_the_others_are_read(tmp_path):
    texts, skipped, _ = read(tmp_path, f"title,text\nA,\nB,{CRACKS}\n")
    assert (texts, skipped) == ([CRACKS], ["row 2 has no text: none of the keys text, body, content holds any"])


def test_a_table_is_known_by_its_first_line(tmp_path):
    assert read(tmp_path, f'date,title,text\n2024-05-03,A,"{CLOSED}"\n', "export.txt")[0] == [CLOSED]
    prose = f"Text, title and date\n\n{CLOSED}\n"
    assert read(tmp_path, prose, "prose.txt")[0] == [prose]


def test_markup_in_a_cell_is_taken_out(tmp_path):
    assert read(tmp_path, f"title,content\nA,<p>{CRACKS}</p>\n")[0] == [CRACKS]


def test_a_cell_may_be_longer_than_the_reader_allows_by_default(tmp_path):
    text = " ".join([CRACKS] * 3000)
    assert read(tmp_path, f"title,text\nA,{text}\n")[0] == [text]


@pytest.mark.parametrize("line", ['1,"open\n', '1,"a""b\n', '""x,""\n'])
def test_marks_that_nothing_closes_on_every_line_take_time_in_proportion(line):
    limits = Limits(files=10**9)

    def prepare(size):
        raw = make_raw_file(f"id,text\n{line * size}".encode(), "a.csv", limits)
        return lambda: sum(1 for _ in read_csv(raw))

    assert_linear(prepare, 500)
