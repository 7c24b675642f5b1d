"""Many topics in Python: one result each, in their order, whatever happens to one of them."""

import itertools
import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from conftest import BRIDGE, FERRY, HANG, JOBS, PATIENCE, ROOT
from poison import kill_or_summarize

from summarizer import Document, Failure, Limits, OptionError, read_documents, summarize, summarize_many
from summarizer.batch.summarize_topics import map_topics
from summarizer.batch.topic_chunks import make_chunks
from summarizer.batch.topic_entry import TopicEntry
from summarizer.batch.topic_result import summarize_topic
from summarizer.options import SummaryOptions

EMPTY = {"topic_id": "empty", "documents": []}
KILLER = {"topic_id": "killer", "documents": [{"text": "SIGKILL"}]}


def topics(n):
    """Different small topics, numbered."""
    for i in range(n):
        documents = [{"text": f"Bridge {i} was closed on Monday after a crack was found.", "title": f"Bridge {i} shut"}]
        yield {"topic_id": f"t{i}", "documents": documents}


def lines(*values):
    return [TopicEntry(f"line {n}", json.dumps(value).encode()) for n, value in enumerate(values, start=1)]


@pytest.mark.parametrize("jobs", JOBS)
def test_a_topic_has_the_briefing_that_summarize_makes_of_it(jobs):
    mapping = {
        "topic_id": 7,
        "documents": [{"body": BRIDGE[0].text, "headline": BRIDGE[0].title, "source": "The Orle Post"}],
    }
    document = Document(text=BRIDGE[0].text, title=BRIDGE[0].title, publisher="The Orle Post")
    first, second = summarize_many([mapping, BRIDGE], jobs=jobs, sentences=2)
    assert (first.topic_id, first.briefing, first.failure) == (7, summarize(document, sentences=2), None)
    assert (second.topic_id, second.briefing) == (1, summarize(BRIDGE, sentences=2))


def test_what_was_skipped_when_a_topic_was_read_stays_told(tmp_path):
    (tmp_path / "empty.txt").write_text("")
    topic = read_documents([FERRY, tmp_path])
    (result,) = summarize_many([topic])
    assert result.briefing == summarize([FERRY, tmp_path])


@pytest.mark.parametrize("jobs", JOBS)
def test_a_bad_topic_is_a_failure_and_the_others_go_on(jobs):
    bad = ({"documents": []}, EMPTY, {"topic_id": "none"}, {"topic_id": True, "documents": []}, "text", 7, [1])
    article = {"topic_id": "t", "text": "The bridge was closed on Monday after a crack was found."}
    results = list(summarize_many([*bad, article, *topics(1)], jobs=jobs))
    assert [(result.topic_id, result.failure) for result in results[:-1]] == [
        (
            None,
            Failure("InputError", "topic 0, counted from 0: no topic_id in it: that must be a text or a whole number"),
        ),
        ("empty", Failure("EmptyInputError", "nothing to summarize: no input was given")),
        ("none", Failure("InputError", "topic 2, counted from 0: no list of documents in it")),
        (
            None,
            Failure("InputError", "topic 3, counted from 0: no topic_id in it: that must be a text or a whole number"),
        ),
        (4, Failure("InputError", "topic 4, counted from 0: str is no topic; a mapping or a list of Documents is")),
        (5, Failure("InputError", "topic 5, counted from 0: int is no topic; a mapping or a list of Documents is")),
        (6, Failure("InputError", "topic 6, counted from 0: list is no topic; a mapping or a list of Documents is")),
        (
            "t",
            Failure(
                "InputError",
                "topic 7, counted from 0: no list of documents in it; articles one a line are grouped by --group-by topic_id",
            ),
        ),
    ]
    assert results[-1].briefing.items[0].text == "Bridge 0 was closed on Monday after a crack was found."


@pytest.mark.parametrize("jobs", JOBS)
def test_an_error_that_nobody_expected_costs_its_topic_only(jobs):
    class Rogue(Document):
        def __reduce__(self):
            raise RuntimeError("not to be sent")

        @property
        def text(self):
            raise RuntimeError("not to be read")

    document = Rogue.__new__(Rogue)
    object.__setattr__(document, "path", None)
    rogue = {"topic_id": "rogue", "documents": (document,)}
    first, second = summarize_many([rogue, *topics(1)], jobs=jobs)
    assert (first.topic_id, first.failure.error) == ("rogue", "RuntimeError")
    assert second.briefing


def test_under_strict_a_topic_fails_for_a_document_that_would_be_skipped():
    topic = {"topic_id": "t", "documents": [{"title": "No text"}, {"text": BRIDGE[0].text}]}
    lenient, strict = *summarize_many([topic]), *summarize_many([topic], strict=True)
    reason = "document 1 has no text: none of the keys text, body, content holds any"
    assert [(skipped.path, skipped.reason) for skipped in lenient.briefing.skipped] == [(None, reason)]
    assert strict.failure == Failure("InputError", reason)


@pytest.mark.processes
def test_results_are_the_same_for_any_number_of_processes():
    many = [*topics(40), EMPTY, BRIDGE]
    alone = list(summarize_many(many))
    assert list(summarize_many(many, jobs=3)) == alone
    assert [result.topic_id for result in alone] == [*(f"t{i}" for i in range(40)), "empty", 41]


@pytest.mark.parametrize("jobs", JOBS)
def test_topics_are_taken_only_as_results_are(jobs):
    taken = itertools.count()
    endless = ({**topic, "topic_id": next(taken)} for topic in itertools.cycle(topics(50)))
    results = summarize_many(endless, jobs=jobs)
    for _ in range(3):
        next(results)
    time.sleep(0.5)  # what is in flight comes to its end; nothing more may be taken
    n_taken = next(taken)
    assert n_taken <= (3 if jobs == 1 else 2 * 8 * 8 + 8 + 1)
    results.close()
    assert next(taken) == n_taken + 1


@pytest.mark.processes
def test_an_abandoned_run_leaves_no_process_behind():
    results = summarize_many(itertools.cycle(topics(50)), jobs=2)
    next(results)
    children = _children()
    assert len(children) in {1, 2}
    results.close()
    assert not children & _children()


def _children():
    return {int(child) for path in Path("/proc/self/task").glob("*/children") for child in path.read_text().split()}


@pytest.mark.parametrize("options", [{"jobs": 0}, {"jobs": 1.5}, {"jobs": True}, {"sentences": 0}, {"order": "random"}])
def test_a_bad_option_is_told_before_a_topic_is_taken(options):
    with pytest.raises(OptionError, match=f"^{next(iter(options))} is "):
        summarize_many(iter([]), **options)


@pytest.mark.parametrize("misused", ["topics.jsonl", {"topic_id": 1, "documents": []}])
def test_a_path_or_a_single_topic_is_refused_at_once(misused):
    with pytest.raises(TypeError, match="it must be an iterable of topics"):
        summarize_many(misused)


@pytest.mark.processes
def test_a_topic_whose_process_is_killed_is_a_failure_and_its_neighbours_survive():
    many = [*topics(5), KILLER, *topics(20)]
    work = partial(kill_or_summarize, options=SummaryOptions())
    results = list(map_topics(work, lines(*many), jobs=2))
    assert [result.topic_id for result in results] == [topic["topic_id"] for topic in many]
    message = "its process was ended by SIGKILL (out of memory?), 2 times"
    failures = [result.failure for result in results if result.failure]
    assert failures == [Failure("WorkerDiedError", message)]


@pytest.mark.processes
def test_a_process_that_is_killed_from_outside_costs_nothing():
    many = list(topics(300))
    results = summarize_many(many, jobs=2)
    first = next(results)
    for child in _children():
        os.kill(child, signal.SIGKILL)
    assert [first, *results] == list(summarize_many(many))


@pytest.mark.processes
def test_where_processes_cannot_start_the_run_ends_with_the_reason(monkeypatch):
    from summarizer import SummarizerError

    monkeypatch.setattr("summarizer.processes.worker._START", "import sys; sys.exit(3)")
    with pytest.raises(SummarizerError, match="a worker process could not start: its process ended with exit code 3"):
        list(summarize_many(topics(3), jobs=2))


@pytest.mark.processes
def test_a_script_needs_no_guard_around_its_body_and_the_working_folder_is_not_imported_from(tmp_path):
    script = tmp_path / "script" / "many.py"
    script.parent.mkdir()
    script.write_text(
        "from summarizer import summarize_many\n"
        "topics = [{'topic_id': i, 'documents': [{'text': f'Bridge {i} was closed on Monday.'}]} for i in range(3)]\n"
        "print([result.briefing.items[0].text for result in summarize_many(topics, jobs=2)])\n"
    )
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong json was imported')")
    run = subprocess.run(
        [sys.executable, str(script)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert (run.stdout, run.stderr) == (f"{[f'Bridge {i} was closed on Monday.' for i in range(3)]}\n", "")


def test_chunks_end_at_eight_topics_or_a_hundred_thousand_bytes():
    small = [TopicEntry("", b"x")] * 20
    large = TopicEntry("", b"x" * 90_000)
    assert [len(chunk) for chunk in make_chunks(small)] == [8, 8, 4]
    assert [len(chunk) for chunk in make_chunks([*small[:2], large, large, *small[:2]])] == [3, 3]


def test_an_import_that_fails_is_no_failure_of_each_topic(monkeypatch):
    monkeypatch.setitem(sys.modules, "summarizer.pipeline", None)
    with pytest.raises(ImportError):
        list(map_topics(partial(summarize_topic, options=SummaryOptions()), lines(*topics(2)), jobs=1))


@pytest.mark.processes
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_topic_that_takes_too_long_is_a_failure_that_names_the_limit_and_its_neighbours_are_done(jobs):
    many = [*topics(3), {"topic_id": "slow", "documents": [{"text": HANG}]}, *topics(20)]
    results = list(summarize_many(many, jobs=jobs, limits=Limits(seconds=4)))
    assert [result.topic_id for result in results] == [topic["topic_id"] for topic in many]
    reason = "took more than 5 s of CPU (limit seconds)"
    assert [result.failure for result in results if result.failure] == [Failure("LimitError", reason)]
    assert not _children()


@pytest.mark.processes
def test_a_large_topic_is_told_the_same_by_a_process_of_its_own():
    text = " ".join(f"Bridge {i} was closed on Monday after a crack of {i} cm was found." for i in range(3000))
    topic = {"topic_id": "large", "documents": [{"text": text}]}
    (result,) = summarize_many([topic])
    assert result.briefing == summarize(Document(text=text))


class LargeOwn(Document):
    """Known to this module only once its name is changed."""


@pytest.mark.processes
def test_a_large_topic_that_no_other_process_knows_is_summarized_here(monkeypatch):
    monkeypatch.setattr(sys.modules["__main__"], "LargeOwn", LargeOwn, raising=False)
    monkeypatch.setattr(LargeOwn, "__module__", "__main__")
    document = LargeOwn(text="The bridge was closed on Monday after a crack was found. " * 3000)
    (result,) = summarize_many([[document]])
    assert result.briefing.items[0].text == "The bridge was closed on Monday after a crack was found."
