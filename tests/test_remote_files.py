"""Files by URL, with fsspec's store in memory in the place of a far one."""

import gzip
import json
import os

import pytest
from click.testing import CliRunner
from conftest import BRIDGE

pytest.importorskip("fsspec", reason="needs the extra distributed: pip install '.[distributed]'")

import fsspec

from summarizer import summarize_many
from summarizer.batch import remote_files
from summarizer.batch.cluster.summarize_on_cluster import OutputPart, summarize_on_cluster, summarize_part
from summarizer.batch.run_settings import BatchRun, TopicCounts
from summarizer.batch.topic_result import ResultLine
from summarizer.command.summarize_batch import main
from summarizer.errors import ClusterError, InputError, ResumeError
from summarizer.options import SummaryOptions

TOPICS = [{"topic_id": i, "documents": [{"text": document.text} for document in BRIDGE[i:]]} for i in range(3)]
RUN = BatchRun((), "memory://out", SummaryOptions())


@pytest.fixture
def store():
    """An empty store with a file of three topics, packed."""
    store = fsspec.filesystem("memory")
    store.pipe("/in/a.jsonl.gz", gzip.compress("\n".join(map(json.dumps, TOPICS)).encode()))
    yield store
    store.rm("/", recursive=True)


def test_a_part_is_read_and_written_by_url(store):
    part = OutputPart("memory://in/a.jsonl.gz", "memory://out/part-00000.jsonl.gz")
    assert summarize_part(part, RUN, is_present=False) == TopicCounts(n_topics=3)
    lines = [json.loads(line) for line in gzip.decompress(store.cat("/out/part-00000.jsonl.gz")).splitlines()]
    assert len({line.pop("topic_digest") for line in lines}) == 3
    assert lines == [{"topic_id": each.topic_id, **each.briefing.to_dict()} for each in summarize_many(TOPICS)]
    assert summarize_part(part, RUN, is_present=True) == TopicCounts(n_topics=3, n_before=3)
    assert remote_files.list_folder("memory://out") == ["part-00000.jsonl.gz"]


def test_a_part_of_fewer_topics_is_not_taken_for_whole(store):
    part = OutputPart("memory://in/a.jsonl.gz", "memory://out/part-00000.jsonl")
    summarize_part(part, RUN, is_present=False)
    store.pipe("/out/part-00000.jsonl", store.cat("/out/part-00000.jsonl").splitlines(keepends=True)[0])
    with pytest.raises(ResumeError, match="it has fewer results than there are topics now; delete it"):
        summarize_part(part, RUN, is_present=True)


@pytest.mark.parametrize(
    ("names", "resume", "message"),
    [
        (["part-00000.jsonl.gz"], False, "a folder with results in it; --resume goes on from them"),
        (["part-00000.jsonl.gz", "part-00001.jsonl"], True, "part-00001.jsonl in it is of a run on other files"),
    ],
)
def test_results_of_an_earlier_run_are_not_mixed_with_those_of_another(store, names, resume, message):
    """Told before there is any connection."""
    for name in names:
        store.pipe(f"/out/{name}", b"{}")
    run = BatchRun(("memory://in/a.jsonl.gz",), "memory://out", SummaryOptions(), resume=resume)
    with pytest.raises(ResumeError, match=message):
        next(summarize_on_cluster(run, "tcp://127.0.0.1:9"))


def test_a_worker_of_another_version_refuses():
    run = BatchRun((), "", SummaryOptions(), version="0.0.1")
    with pytest.raises(ClusterError, match="and not 0.0.1; install the same everywhere"):
        summarize_part(OutputPart("memory://in/a.jsonl.gz", "memory://out/x"), run, is_present=False)


def test_a_write_that_fails_leaves_nothing(store, tmp_path):
    def break_off():
        yield ResultLine(b"half")
        raise ValueError("disk")

    for folder in ("memory://out", str(tmp_path)):
        with pytest.raises(ValueError, match="disk"):
            OutputPart("", f"{folder}/x.jsonl").write(break_off())
        assert remote_files.list_folder(folder) == []
    assert store.exists("/in/a.jsonl.gz")


@pytest.mark.parametrize("folder", ["memory://out", None])
def test_a_file_appears_when_it_is_whole(store, tmp_path, folder):
    folder = folder or str(tmp_path)
    with remote_files.write_at_once(f"{folder}/x.jsonl") as stream:
        stream.write(b"whole")
        stream.flush()
        assert "x.jsonl" not in remote_files.list_folder(folder)
    assert remote_files.list_folder(folder) == ["x.jsonl"]
    assert store.exists("/in")


def test_what_killed_processes_left_is_removed(tmp_path):
    for name in (".unfinished-part-00000.jsonl.1a", "part-00000.jsonl"):
        (tmp_path / name).write_text("")
    remote_files.remove_leftovers(str(tmp_path))
    assert os.listdir(tmp_path) == ["part-00000.jsonl"]


def test_patterns_stand_for_files_in_the_order_of_their_names(store, tmp_path):
    for name in ("b.jsonl", "a.jsonl", "c.txt"):
        store.pipe(f"/many/{name}", b"{}")
        (tmp_path / name).write_text("{}")
    assert remote_files.expand("memory://many/*.jsonl") == ["memory:///many/a.jsonl", "memory:///many/b.jsonl"]
    assert remote_files.expand(f"{tmp_path}/*.jsonl") == [f"{tmp_path}/a.jsonl", f"{tmp_path}/b.jsonl"]
    assert remote_files.expand("memory://many/c.txt") == ["memory://many/c.txt"]


@pytest.mark.parametrize("url", ["memory://gone.jsonl", "memory://gone/*", "nobody://knows/this"])
def test_what_is_not_there_is_an_input_error(store, url):
    with pytest.raises(InputError, match="^" + url.replace("*", ".")):
        remote_files.expand(url)
    assert store.exists("/in")


def test_one_machine_reads_urls_too(store):
    result = CliRunner().invoke(main, ["memory://in/*.gz", "-o", "-", "--jobs", "1", "--quiet"], catch_exceptions=False)
    assert [json.loads(line)["topic_id"] for line in result.stdout.splitlines()] == [0, 1, 2]
    assert store.exists("/in")
