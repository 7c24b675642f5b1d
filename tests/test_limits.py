"""Every limit: what crosses it costs itself, says so by the limit's name, and the rest is read."""

import bz2
import contextlib
import dataclasses
import gzip
import json
import lzma
import os
import signal
import subprocess
import sys
import threading
import zipfile
import zlib

import pytest
import test_formats as formats
from click.testing import CliRunner
from conftest import HANG, PATIENCE

from summarizer import Document, LimitError, Limits, OptionError, read_documents, summarize
from summarizer.command.summarize import main
from summarizer.read import time_limit as clock
from summarizer.read.formats import safe_trees
from summarizer.read.time_limit import run_aside, time_limit
from summarizer.sentences.wording import MAX_CHARACTERS

GOOD = "The road bridge over the Orle was closed on Monday after inspectors found a crack in its main girder."
PAGE = f"<html><body><article><p>{GOOD}</p><p>{GOOD}</p></article></body></html>"
FEED = "<rss><channel>" + f"<item><description>{GOOD}</description></item>" * 6 + "</channel></rss>"
MAIL = f"From a@b.example Mon Mar  3 19:12:00 2025\nSubject: x\n\n{GOOD}\n\n"
LINE = f'{{"text": "{GOOD}"}}\n'


@pytest.fixture
def read(tmp_path):
    def read_it(name, content, **limits):
        (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
        (tmp_path / "good.txt").write_text("Good.")
        topic = read_documents(tmp_path, limits=Limits(**limits))
        assert topic[-1].text == "Good."
        return topic

    return read_it


@pytest.mark.parametrize(
    ("name", "content", "limits", "reason"),
    [
        ("a.txt", GOOD, {"file_bytes": 50}, "has more than 50 bytes (limit file_bytes)"),
        ("a.html", PAGE, {"markup_bytes": 50}, "has more than 50 bytes in one piece (limit markup_bytes)"),
        ("a.rss", FEED, {"markup_bytes": 50}, "has more than 50 bytes in one piece (limit markup_bytes)"),
        ("a.json", f"[{LINE}]", {"markup_bytes": 50}, "has more than 50 bytes in one piece (limit markup_bytes)"),
        ("a.jsonl", LINE, {"markup_bytes": 50}, "line 1: has more than 50 bytes in one piece (limit markup_bytes)"),
        (
            "a.docx",
            formats.zipped(formats.DOCX),
            {"unpacked_bytes": 50},
            "unpacks to more than 50 bytes (limit unpacked_bytes)",
        ),
        (
            "a.txt",
            GOOD,
            {"document_characters": 50},
            "its text has more than 50 characters (limit document_characters)",
        ),
        (
            "a.txt",
            f"x\n{GOOD}\n",
            {"line_characters": 50},
            "has a line of more than 50 characters (limit line_characters)",
        ),
        ("a.rss", FEED, {"files": 2}, "has more than 2 articles, the rest is left out (limit files)"),
        ("a.mbox", MAIL * 6, {"files": 2}, "has more than 2 articles, the rest is left out (limit files)"),
        ("a.jsonl", LINE * 6, {"files": 2}, "has more than 2 articles, the rest is left out (limit files)"),
        ("a.html", "<p>x" * 90, {"markup_bytes": 9000}, "has more than 70 tags in one piece (limit markup_bytes)"),
        (
            "a.rss",
            f"<rss>{'<item/>' * 9}</rss>",
            {"markup_bytes": 300},
            "has more than 9 tags in one piece (limit markup_bytes)",
        ),
        (
            "a.json",
            f'[{{"text": "{"<b>x</b>" * 90}"}}]',
            {"markup_bytes": 5000},
            "entry 1: has more than 156 tags in one piece (limit markup_bytes)",
        ),
        ("a.md", "*a* " * 90, {"markup_bytes": 6400}, "has more than 100 marks in one piece (limit markup_bytes)"),
        ("a.md", GOOD, {"markup_bytes": 50}, "has more than 50 bytes in one piece (limit markup_bytes)"),
        ("a.pdf", formats.pdf(formats.PAGES), {"pages": 2}, "has more than 2 pages (limit pages)"),
    ],
)
def test_what_crosses_a_limit_costs_itself_and_says_which(read, name, content, limits, reason):
    topic = read(name, content, **limits)
    assert [skipped.reason for skipped in topic.skipped] == [reason]
    assert len(topic) == 1 + limits.get("files", 0)


def test_a_title_without_measure_is_cut_and_an_address_without_measure_is_unknown(read):
    fields = {"text": GOOD, "title": "T" * 9000, "author": "A" * 1000, "url": f"https://courier.example/{'u' * 9000}"}
    document = read("a.json", json.dumps(fields))[0]
    assert (document.title, document.author, document.url) == ("T" * 1000 + "…", "A" * 1000, None)


def test_of_a_folder_with_too_many_files_the_first_are_read(tmp_path):
    for i in range(9):
        (tmp_path / f"{i}.txt").write_text(f"Text {i}.")
    topic = read_documents(tmp_path, limits=Limits(files=4))
    assert [document.text for document in topic] == [f"Text {i}." for i in range(4)]
    assert [(skipped.path, skipped.reason) for skipped in topic.skipped] == [
        (str(tmp_path), "has more than 4 files, the rest is left out (limit files)")
    ]


def strike():
    """Say that the time is up now, whatever has passed of it."""
    clock._clocks[0]._seconds = 0
    signal.pthread_kill(threading.main_thread().ident, signal.SIGALRM)


@pytest.mark.parametrize("depth", [300, 3_000, 100_000])
@pytest.mark.parametrize(
    ("name", "outside"),
    [
        ("a.html", f"<html><body><article><p>{GOOD}</p>%s<p>{GOOD}</p></article></body></html>"),
        ("a.rss", f"<rss><channel><item><description>{GOOD}</description>%s</item></channel></rss>"),
        ("a.json", f'{{"text": "<p>{GOOD}</p>%s"}}'),
        ("a.eml", f"Content-Type: text/html\n\n<html><body><p>{GOOD}</p>%s</body></html>"),
    ],
)
def test_markup_that_the_parser_would_cut_off_in_silence_is_refused(read, name, outside, depth):
    topic = read(name, outside % ("<div>" * depth + GOOD + "</div>" * depth))
    assert [skipped.reason.rpartition("its ")[2] for skipped in topic.skipped] == [
        "markup is nested deeper than 250 elements"
    ]


@pytest.mark.parametrize(
    ("name", "outside"),
    [
        ("a.html", "<html><body>%s</body></html>"),
        ("a.html", "<html><body><!--<script>--><textarea><style></textarea>%s</body></html>"),
        ("a.html", '<html><body><b =">%s</body></html>'),
        ("a.rss", "<rss><channel><item><description><![CDATA[<br>%s]]></description></item></channel></rss>"),
        ("a.eml", "Content-Type: text/html\n\n<html><body>%s</body></html>"),
    ],
)
def test_a_parser_that_heeds_no_signal_is_left_behind(tmp_path, monkeypatch, name, outside):
    is_over = threading.Event()

    def parse_without_end():
        strike()
        is_over.wait()

    monkeypatch.setattr(safe_trees, "run_aside", lambda _: run_aside(parse_without_end))
    (tmp_path / name).write_text(outside % f"<p>{GOOD * 300}</p>")
    (tmp_path / "good.txt").write_text(GOOD)
    topic = read_documents(tmp_path, limits=Limits(seconds=1000))
    is_over.set()
    assert [document.text for document in topic] == [GOOD]
    [skipped] = topic.skipped
    assert skipped.path == f"{tmp_path}/{name}"
    assert skipped.reason.endswith("took more than 1000 s to read (limit seconds)")


@pytest.mark.processes
def test_a_real_page_that_the_parser_would_take_minutes_for_is_left_behind(tmp_path):
    """In a process of its own: what is left behind would take the time of other tests."""
    (tmp_path / "a.html").write_text(f"<html><body><p {' '.join(f'a{i}' for i in range(500_000))}>x</p></body></html>")
    (tmp_path / "good.txt").write_text(GOOD)
    command = [sys.executable, "-m", "summarizer", str(tmp_path), "--limit", "seconds=10"]
    found = subprocess.run(command, capture_output=True, text=True, check=True, timeout=PATIENCE)
    assert GOOD.rsplit(maxsplit=1)[-1] in found.stdout
    assert found.stderr == f"Warning: skipped {tmp_path}/a.html: took more than 10 s to read (limit seconds)\n"


@pytest.mark.processes
def test_pages_that_hang_take_no_time_of_a_good_one_after_them(tmp_path):
    for number in range(4):
        (tmp_path / f"{number}.html").write_text(f"<html><body>{HANG}</body></html>")
    (tmp_path / "good.html").write_text(f"<html><body><article>{f'<p>{GOOD}</p>' * 9000}</article></body></html>")
    command = [sys.executable, "-m", "summarizer", str(tmp_path), "--limit", "seconds=3"]
    found = subprocess.run(command, capture_output=True, text=True, check=True, timeout=PATIENCE)
    told = [f"Warning: skipped {tmp_path}/{n}.html: took more than 3 s to read (limit seconds)" for n in range(4)]
    assert found.stderr.splitlines() == told
    assert GOOD.rsplit(maxsplit=1)[-1] in found.stdout


@pytest.mark.parametrize(("passed", "own", "aside", "is_over"), [
    (9.0, 2.9, 0.0, False),  # a busy machine
    (9.0, 2.0, 1.1, True),
    (2.0, 0.0, 0.0, False),
    (3.0, 0.0, 0.0, True),  # nothing is done: a pipe to which nobody writes
])  # fmt: skip
def test_the_clock_counts_the_work_of_the_file_and_not_that_of_others(monkeypatch, passed, own, aside, is_over):
    now = {"monotonic": 100.0, "thread_time": 7.0}
    for name in list(now):
        monkeypatch.setattr(f"summarizer.read.time_limit.time.{name}", lambda name=name: now[name])
    running = clock._Clock(3)
    now["monotonic"] += passed
    now["thread_time"] += own
    running._done_aside = aside
    assert running.is_over() is is_over


def test_what_is_done_aside_gives_its_result_or_its_error():
    with time_limit(100, "a"):
        assert run_aside(lambda: threading.current_thread() is threading.main_thread()) is False
        with pytest.raises(ZeroDivisionError):
            run_aside(lambda: 1 / 0)
    assert run_aside(lambda: threading.current_thread() is threading.main_thread()) is True


def test_a_page_with_unbalanced_quotation_marks_is_read(read):
    odd = f"<p title=it's><a href=x alt=O'Neil>{GOOD}</a> {GOOD * 50} it's \"odd</p><p title=\"a > b\">{GOOD}</p>"
    assert GOOD in read("a.html", PAGE.replace("</article>", odd + "</article>"))[0].text


def test_markup_as_deep_as_pages_are_is_read_whole(read):
    [document, _] = read(
        "a.html", PAGE.replace("</article>", "<div>" * 200 + f"<p>Last. {GOOD}</p>" + "</div>" * 200 + "</article>")
    )
    assert "Last." in document.text


def test_a_sentence_without_measure_is_not_quoted():
    long = f"The ferry {'a' * MAX_CHARACTERS} ran aground in thick fog near the port on Monday."
    briefing = summarize([Document(text=f"{long} {GOOD}"), Document(text=GOOD)])
    assert [item.text for item in briefing.items] == [GOOD]


def wait_in_python():
    while True:
        pass


def wait_in_a_parser_that_swallows_errors():
    with contextlib.suppress(BaseException):
        wait_in_python()
    wait_in_python()


def wait_in_a_regular_expression():
    import re

    re.match(r"(a+)+$", "a" * 40 + "b")


@pytest.mark.parametrize("wait", [wait_in_python, wait_in_a_parser_that_swallows_errors, wait_in_a_regular_expression])
def test_what_takes_too_long_is_interrupted(wait, monkeypatch):
    monkeypatch.setattr(clock, "_AGAIN_SECONDS", 0.05)
    with (
        pytest.raises(LimitError, match=r"a\.pdf: took more than 0\.1 s to read \(limit seconds\)"),
        time_limit(0.1, "a.pdf"),
    ):
        wait()


def test_a_file_that_takes_too_long_costs_itself_only(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("Good.")
    (tmp_path / "b.html").write_text(PAGE)
    import trafilatura

    monkeypatch.setattr(trafilatura, "bare_extraction", lambda *_, **__: strike() or wait_in_python())
    topic = read_documents(tmp_path, limits=Limits(seconds=1000))
    assert [document.text for document in topic] == ["Good."]
    assert [skipped.reason for skipped in topic.skipped] == ["took more than 1000 s to read (limit seconds)"]


def test_the_clock_is_taken_away_and_nobody_elses_is_touched():
    with time_limit(100, "a"):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 0
    assert (signal.getitimer(signal.ITIMER_REAL), signal.getsignal(signal.SIGALRM)) == ((0.0, 0.0), signal.SIG_DFL)
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    try:
        with time_limit(100, "a"):
            assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    finally:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


@pytest.mark.parametrize("value", [0, -1, 1.5, "1", True, None])
def test_a_limit_is_a_whole_number_of_at_least_1(value):
    with pytest.raises(OptionError, match="seconds is .*; it must be a whole number of at least 1"):
        Limits(seconds=value)
    with pytest.raises(OptionError, match="it must be a whole number of at most 1,000,000,000,000"):
        Limits(seconds=10**13)


def test_the_highest_limits_are_no_trouble(read):
    highest = dict.fromkeys((field.name for field in dataclasses.fields(Limits)), 10**12)
    assert len(read("a.txt.gz", gzip.compress(GOOD.encode()), **highest)) == 2
    with pytest.raises(LimitError), time_limit(0.01, "a"):  # the clock is still there
        wait_in_python()


def test_the_command_takes_limits_by_name(tmp_path):
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.txt").write_text(GOOD * 100)
    result = CliRunner().invoke(main, [str(tmp_path), "--limit", "file_bytes=1K", "--limit", "seconds=5"])
    assert result.exit_code == 0
    assert result.stderr == f"Warning: skipped {tmp_path}/b.txt: has more than 1 KB (limit file_bytes)\n"


@pytest.mark.parametrize(
    "given",
    ["file_bytes", "bytes=1", "file_bytes=x", "file_bytes=1.5G", "file_bytes=²", "seconds=0", "seconds=" + "9" * 99],
)
def test_what_is_no_limit_is_told(tmp_path, given):
    (tmp_path / "a.txt").write_text(GOOD)
    result = CliRunner().invoke(main, [str(tmp_path), "--limit", given])
    assert result.exit_code == 2
    assert "NAME=N, where NAME is one of file_bytes, " in result.stderr or "seconds is 0; it must be" in result.stderr


@pytest.mark.processes
@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="the peak of memory is read from /proc")
def test_bombs_take_no_more_memory_than_the_limits_say(tmp_path):
    million = b"\0" * 1_000_000
    for name, pack in (
        ("a.txt.gz", zlib.compressobj(9, wbits=31)),
        ("b.txt.bz2", bz2.BZ2Compressor()),
        ("c.txt.xz", lzma.LZMACompressor()),
    ):
        (tmp_path / name).write_bytes(b"".join([*(pack.compress(million) for _ in range(150)), pack.flush()]))
    for name, inside in (("d.zip", "a.txt"), ("e.docx", "word/document.xml"), ("f.epub", "META-INF/container.xml")):
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as packed, packed.open(inside, "w") as file:
            for _ in range(150):
                file.write(million)
    (tmp_path / "good.txt").write_text(GOOD)
    script = (
        "import sys\nfrom summarizer import read_documents\n"
        "topic = read_documents(sys.argv[1])\n"
        "assert [document.path for document in topic] == [sys.argv[1] + '/good.txt']\n"
        "assert all('(limit unpacked_ratio)' in skipped.reason for skipped in topic.skipped), topic.skipped\n"
        "peak = next(line for line in open('/proc/self/status') if line.startswith('VmHWM')).split()[1]\n"
        "print(len(topic.skipped), int(peak) // 1024)"
    )
    found = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True)
    n_skipped, peak = map(int, found.stdout.split())
    assert n_skipped == 6
    assert peak < 450, found.stdout  # MB; all that they unpack to is 900
