"""The work divided among processes: the same briefing, in the same order, whoever did it."""

import json
import os
import signal
import sys
from contextlib import closing

import pytest
from click.testing import CliRunner

from summarizer import Document, OptionError, WorkerDiedError, read_documents, summarize
from summarizer.command.summarize import main
from summarizer.workers import CHUNK, Workers

N = 2 * CHUNK + 30  # documents: three chunks


def articles():
    """Stories that differ, a copy of one in seven, and furniture around all."""
    for i in range(N):
        n = i - i % 7 if i % 7 == 6 else i
        yield {
            "title": f"Bridge {n} is closed",
            "date": f"2025-11-{1 + i % 28:02}",
            "text": f"Subscribe\n\nThe bridge over the Orle was closed on Monday after inspector {n} found crack {n * 3}.\n\n"
            f"Mayor Ida Brandt said it would stay closed for {n % 9 + 2} weeks. Traffic goes by ferry {n % 11} until then.\n\n"
            f"It carries {n * 17} cars a day, and the détour takes {n % 13} hours by the old “ferry” road.",
        }


@pytest.fixture
def folder(tmp_path):
    for i, article in enumerate(articles()):
        (tmp_path / f"{i:04}.json").write_text(json.dumps(article), encoding="utf-8")
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    return tmp_path


@pytest.mark.processes
@pytest.mark.parametrize("jobs", [2, 3])
def test_any_number_of_jobs_gives_the_same_briefing(folder, jobs):
    assert summarize(folder, jobs=jobs).to_json() == summarize(folder).to_json()


@pytest.mark.processes
def test_the_command_divides_the_work_and_says_the_same(folder):
    written = [CliRunner().invoke(main, [str(folder), "-f", "json", "--jobs", jobs]) for jobs in ("1", "2")]
    assert [result.exit_code for result in written] == [0, 0]
    assert written[0].stdout == written[1].stdout
    assert "skipped" in written[1].stderr


@pytest.mark.processes
def test_files_are_read_in_their_order(folder):
    told = []
    topic = read_documents(folder, jobs=2, progress=lambda *step: told.append(step))
    assert topic == read_documents(folder)
    assert [document.title for document in topic[:2]] == ["Bridge 0 is closed", "Bridge 1 is closed"]
    assert told[-1] == ("Reading", N + 1, N + 1)


@pytest.mark.parametrize("jobs", [0, -1, 1.5, True, "2"])
def test_the_number_of_jobs_is_checked(jobs):
    with pytest.raises(OptionError, match="jobs is .* at least 1"):
        summarize([Document(text="The bridge over the Orle was closed on Monday after a crack was found.")], jobs=jobs)


def end_this_process(_):
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.processes
@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL")
def test_a_process_that_is_killed_is_an_error_that_says_so():
    with (
        closing(Workers(2)) as workers,
        pytest.raises(WorkerDiedError, match="one of 2 worker processes died: its process was ended by SIGKILL"),
    ):
        list(workers.map(end_this_process, [1, 2], "Ending", chunk=1))


def name_document(documents):
    return [f"{document} by {os.getpid()}" for document in documents]


def test_what_another_process_cannot_do_is_done_here(monkeypatch):
    """A class of the caller's script is unknown there."""
    monkeypatch.setattr(sys.modules["__main__"], "Own", Own, raising=False)
    monkeypatch.setattr(Own, "__module__", "__main__")
    with closing(Workers(2)) as workers:
        (first,), (second,) = workers.map(name_document, [Own(), 2], "Naming", chunk=1)
    assert first == f"own by {os.getpid()}"
    assert second.startswith("2 by ")
    assert second != f"2 by {os.getpid()}"


class Own:
    def __str__(self):
        return "own"


def complain(documents):
    raise LookupError(documents)


def test_an_error_in_another_process_is_raised_here():
    with closing(Workers(2)) as workers, pytest.raises(LookupError, match="1"):
        list(workers.map(complain, [1, 2], "Complaining", chunk=1))


def leave(_):
    os._exit(3)


@pytest.mark.processes
def test_how_a_process_ended_is_told():
    with closing(Workers(2)) as workers, pytest.raises(WorkerDiedError, match="exit code 3"):
        list(workers.map(leave, [1, 2], "Working", chunk=1))


@pytest.mark.processes
def test_what_cannot_be_sent_to_a_process_is_worked_on_here():
    class Text(str):
        __slots__ = ()

    documents = [Document(text=Text(article["text"]), title=article["title"]) for article in articles()]
    assert summarize(documents, jobs=2) == summarize(documents)
