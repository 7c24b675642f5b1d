"""A Dask cluster as it is used: a scheduler and workers as processes of their own, some of which die."""

import contextlib
import gzip
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from functools import partial

import pytest
from click.testing import CliRunner
from conftest import BRIDGE, HANG, PATIENCE, ROOT
from poison import kill_or_summarize

pytest.importorskip("distributed", reason="needs the extra distributed: pip install '.[distributed]'")

from summarizer import Limits, summarize_many
from summarizer.batch.cluster.group_on_cluster import group_on_cluster
from summarizer.batch.summarize_topics import map_topics
from summarizer.batch.topic_entry import TopicEntry
from summarizer.command.summarize_batch import main
from summarizer.errors import ResumeError
from summarizer.options import SummaryOptions
from summarizer.version import VERSION

pytestmark = pytest.mark.cluster
# The command, but that it waits for a scheduler and workers as long as a busy machine may take to start them.
PATIENT_COMMAND = f"""
from summarizer.batch.cluster import connection
from summarizer.command.summarize_batch import main
connection.CONNECT_SECONDS = {PATIENCE}
main()
"""


@pytest.fixture(autouse=True)
def _patient(monkeypatch):
    monkeypatch.setattr("summarizer.batch.cluster.connection.CONNECT_SECONDS", PATIENCE)


def start(*args, **variables):
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}", **variables}
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    # -m puts the working folder on the path, and the package must come from where PYTHONPATH says.
    return subprocess.Popen([sys.executable, "-m", "dask", *args], env=environment, cwd=os.sep, **silent)


def start_worker(address, folder, *more, **variables):
    options = (*more, "--nthreads", "1", "--memory-limit", "0", "--no-dashboard", "--local-directory", str(folder))
    return start("worker", address, *options, **variables)


@contextlib.contextmanager
def running_scheduler():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = start("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
    try:
        yield f"tcp://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """The address of a scheduler with two workers."""
    with running_scheduler() as address:
        workers = [start_worker(address, tmp_path_factory.mktemp("worker")) for _ in range(2)]
        yield address
        for worker in workers:
            worker.terminate()
            worker.wait()


@pytest.fixture
def client(cluster):
    import distributed

    with distributed.Client(cluster, timeout=PATIENCE, set_as_default=False) as client:
        client.wait_for_workers(2)
        yield client


def run(*args):
    return CliRunner().invoke(main, [str(arg) for arg in args], catch_exceptions=False)


def topics(n, first=0):
    for i in range(first, first + n):
        documents = [{"text": f"{i}. {document.text}", "title": document.title} for document in BRIDGE]
        yield {"topic_id": f"t{i}", "documents": documents}


@pytest.fixture
def files(tmp_path):
    """Three files of topics, one of them packed; one line that is no topic."""
    for i in range(3):
        opener, suffix = (gzip.open, ".gz") if i == 2 else (open, "")
        with opener(tmp_path / f"in{i}.jsonl{suffix}", "wt") as stream:
            stream.writelines(json.dumps(topic) + "\n" for topic in topics(10, first=10 * i))
            stream.write('{"topic_id": "empty", "documents": []}\n')
    return sorted(tmp_path.glob("in*"))


def unpacked(path):
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def test_the_parts_together_are_what_one_machine_writes(cluster, files, tmp_path):
    assert run(*files, "-o", tmp_path / "local.jsonl", "--jobs", 1).exit_code == 1
    result = run(f"file://{tmp_path}/in*", "-o", tmp_path / "out", "--scheduler", cluster)
    assert (result.exit_code, result.stderr.startswith("33 topics, 3 failed, ")) == (1, True)
    assert sorted(os.listdir(tmp_path / "out")) == ["part-00000.jsonl", "part-00001.jsonl", "part-00002.jsonl.gz"]
    parts = b"".join(unpacked(path) for path in sorted((tmp_path / "out").iterdir()))
    assert parts == (tmp_path / "local.jsonl").read_bytes()


def test_resume_does_only_what_is_not_there(cluster, files, tmp_path):
    run(*files, "-o", tmp_path / "out", "--scheduler", cluster)
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert (
        "a folder with results in it; --resume goes on"
        in run(*files, "-o", tmp_path / "out", "--scheduler", cluster).stderr
    )
    (tmp_path / "out" / "part-00001.jsonl").unlink()
    result = run(*files, "-o", tmp_path / "out", "--scheduler", cluster, "--resume")
    assert result.stderr.startswith("33 topics (22 of them before), 3 failed")
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
    other = run(*files, "-o", tmp_path / "out", "--scheduler", cluster, "--resume", "-n", 2)
    assert (other.exit_code, "was made with --sentences 8, not with --sentences 2" in other.stderr) == (1, True)
    files[0].write_text(files[0].read_text().replace("six weeks", "ten weeks"))
    changed = run(*files, "-o", tmp_path / "out", "--scheduler", cluster, "--resume")
    assert changed.exit_code == 1
    assert "line 1 was made from other documents than topic 't0' has now" in changed.stderr


def test_grouped_articles_become_the_topics_that_one_machine_makes_of_them(cluster, tmp_path):
    articles = [{"event": f"e{i % 17}", "text": f"{i}. {document.text}"} for i in range(30) for document in BRIDGE]
    for i in range(3):
        lines = [json.dumps(article) for article in articles[30 * i : 30 * i + 30]]
        (tmp_path / f"in{i}.jsonl").write_text("\n".join([*lines, "no json", '{"text": "Whose is this?"}']))
    files = sorted(tmp_path.glob("in*"))
    run(*files, "--group-by", "event", "-o", tmp_path / "local.jsonl", "--jobs", 1)
    outputs = []
    for name in ("one", "two"):
        result = run(*files, "--group-by", "event", "-o", tmp_path / name, "--scheduler", cluster)
        assert result.stderr.startswith("23 topics, 6 failed")
        assert [path.name for path in sorted((tmp_path / name).iterdir())] == [f"part-{i:05}.jsonl" for i in range(3)]
        outputs.append([path.read_bytes() for path in sorted((tmp_path / name).iterdir())])
    assert outputs[0] == outputs[1]
    assert sorted(b"".join(outputs[0]).splitlines()) == sorted((tmp_path / "local.jsonl").read_bytes().splitlines())


def test_topics_grouped_from_articles_that_have_changed_since_are_refused(client, tmp_path):
    source = tmp_path / "in.jsonl"
    source.write_text('{"event": 1, "text": "The bridge was closed on Monday."}\n')
    folder = str(tmp_path / "_topics")
    assert group_on_cluster(client, [str(source)], "event", folder) == [f"{folder}/00000.jsonl"]
    assert group_on_cluster(client, [str(source)], "event", folder) == [f"{folder}/00000.jsonl"]
    source.write_text('{"event": 1, "text": "The bridge was opened on Monday."}\n')
    with pytest.raises(ResumeError, match="topics of other articles"):
        group_on_cluster(client, [str(source)], "event", folder)


def test_summarize_many_gives_the_same_by_a_cluster(client):
    many = [*topics(20), BRIDGE, {"topic_id": "empty", "documents": []}]
    assert list(summarize_many(many, client=client)) == list(summarize_many(many))


def test_a_topic_that_kills_its_workers_is_a_failure_and_its_neighbours_survive(client):
    many = [*topics(5), {"topic_id": "killer", "documents": [{"text": "SIGKILL"}]}, *topics(10)]
    entries = [TopicEntry(f"line {n}", json.dumps(topic).encode()) for n, topic in enumerate(many)]
    results = list(map_topics(partial(kill_or_summarize, options=SummaryOptions()), entries, jobs=1, client=client))
    assert [result.topic_id for result in results] == [topic["topic_id"] for topic in many]
    assert [(result.topic_id, result.failure.error) for result in results if result.failure] == [
        ("killer", "WorkerDiedError")
    ]


def test_a_topic_that_takes_too_long_is_a_failure_on_a_cluster_too(client, cluster, tmp_path):
    slow = {"topic_id": "slow", "documents": [{"text": HANG}]}
    many = [*topics(2), slow, *topics(2, first=2)]
    results = list(summarize_many(many, client=client, limits=Limits(seconds=4)))
    assert [result.failure and result.failure.error for result in results] == [None, None, "LimitError", None, None]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(topic) + "\n" for topic in many))
    options = ("-o", tmp_path / "out", "--scheduler", cluster, "--limit", "seconds=4")
    result = run(tmp_path / "in.jsonl", *options)
    assert result.exit_code == 1
    assert "topic 'slow': took more than 5 s of CPU (limit seconds)" in result.stderr


def start_command(*args):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PATIENT_COMMAND, *map(str, args)]
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True)


def wait_for_parts(folder, n):
    deadline = time.monotonic() + PATIENCE
    while not (folder.is_dir() and sum(name.startswith("part-") for name in os.listdir(folder)) >= n):
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.fixture
def many_files(tmp_path):
    """Twelve files of twenty topics, and what one machine writes for them."""
    for i in range(12):
        lines = (json.dumps(topic) + "\n" for topic in topics(20, first=20 * i))
        (tmp_path / f"in{i:02}.jsonl").write_text("".join(lines))
    files = sorted(tmp_path.glob("in*"))
    assert run(*files, "-o", tmp_path / "local.jsonl", "--jobs", 1).exit_code == 0
    return files, (tmp_path / "local.jsonl").read_bytes()


def test_a_worker_that_is_killed_loses_nothing_and_doubles_nothing(many_files, tmp_path):
    files, expected = many_files
    with running_scheduler() as address:
        workers = [start_worker(address, tmp_path / f"worker{i}", "--no-nanny") for i in range(2)]
        command = start_command(*files, "-o", tmp_path / "out", "--scheduler", address)
        wait_for_parts(tmp_path / "out", 2)
        workers[0].kill()
        _, stderr = command.communicate(timeout=PATIENCE)
        for worker in workers:
            worker.kill()
            worker.wait()
    assert (command.returncode, stderr.startswith("240 topics, 0 failed, ")) == (0, True)
    assert b"".join(path.read_bytes() for path in sorted((tmp_path / "out").glob("part-*"))) == expected


def test_a_command_that_is_killed_is_gone_on_with(cluster, many_files, tmp_path):
    files, expected = many_files
    command = start_command(*files, "-o", tmp_path / "out", "--scheduler", cluster)
    wait_for_parts(tmp_path / "out", 2)
    command.kill()
    command.communicate()
    result = run(*files, "-o", tmp_path / "out", "--scheduler", cluster, "--resume")
    assert (result.exit_code, result.stderr.startswith("240 topics (")) == (0, True)
    assert b"".join(path.read_bytes() for path in sorted((tmp_path / "out").glob("part-*"))) == expected


def test_ctrl_c_ends_without_a_traceback(cluster, many_files, tmp_path):
    files, _ = many_files
    command = start_command(*files, "-o", tmp_path / "out", "--scheduler", cluster)
    wait_for_parts(tmp_path / "out", 1)
    os.killpg(command.pid, signal.SIGINT)
    _, stderr = command.communicate(timeout=PATIENCE)
    assert command.returncode == 1
    assert (
        stderr == f"\n{tmp_path}/out keeps what is done; the same command with --resume goes on from there\nAborted!\n"
    )


@pytest.mark.parametrize(
    ("there", "message"),
    [
        (
            "raise ImportError('not here')",
            f" has no summarizer; install there what is installed here, summarizer {VERSION}\n",
        ),
        (
            "VERSION = '0.0.1'",
            f" has summarizer 0.0.1 and this machine {VERSION}; briefings would differ: install the same on both\n",
        ),
    ],
)
def test_a_worker_without_the_package_or_with_another_version_is_refused_before_any_work(
    files, tmp_path, there, message
):
    package = tmp_path / "elsewhere" / "summarizer"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "version.py").write_text(there)
    with running_scheduler() as address:
        worker = start_worker(address, tmp_path / "worker", "--no-nanny", PYTHONPATH=str(package.parent))
        result = run(*files, "-o", tmp_path / "out", "--scheduler", address)
        worker.kill()
        worker.wait()
    assert result.stderr.startswith("Error: worker tcp://127.0.0.1:"), result.stderr
    assert result.exit_code == 1
    assert result.stderr.endswith(message)
    assert not (tmp_path / "out").exists()


def test_a_scheduler_that_dies_is_named_without_a_traceback(many_files, tmp_path):
    files, _ = many_files
    with running_scheduler() as address:
        worker = start_worker(address, tmp_path / "worker", "--no-nanny")
        command = start_command(*files, "-o", tmp_path / "out", "--scheduler", address)
        wait_for_parts(tmp_path / "out", 1)
    _, stderr = command.communicate(timeout=PATIENCE)
    worker.kill()
    worker.wait()
    assert (command.returncode, stderr) == (
        1,
        f"Error: the scheduler at {address} has gone; when it is back, --resume goes on\n",
    )


def test_the_recipe_runs_as_it_stands(tmp_path):
    """But for the port, so that it is free, and the folder that it writes to."""
    recipe = re.search(r"<!-- cluster -->\n```sh\n(.*?)```", (ROOT / "examples" / "cluster.md").read_text(), re.DOTALL)[
        1
    ]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        recipe = recipe.replace("8786", str(free.getsockname()[1])).replace("-o briefings", f"-o {tmp_path}/briefings")
    for name, code in (
        ("dask", "from dask.__main__ import main; main()"),
        ("summarize-batch", PATIENT_COMMAND),
    ):
        (tmp_path / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{code}" "$@"\n')
        (tmp_path / name).chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        ["bash", "-m", "-c", recipe],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert "3 topics, 0 failed, " in result.stderr
    assert os.listdir(tmp_path / "briefings") == ["part-00000.jsonl"]


def test_where_no_scheduler_answers_that_is_said(files, tmp_path, monkeypatch):
    monkeypatch.setattr("summarizer.batch.cluster.connection.CONNECT_SECONDS", 1)
    result = run(*files, "-o", tmp_path / "out", "--scheduler", "tcp://127.0.0.1:9")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: no Dask scheduler answers at tcp://127.0.0.1:9: ")


def test_a_missing_package_is_named_with_its_remedy(files, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = run(*files, "-o", tmp_path / "out", "--scheduler", "tcp://127.0.0.1:9")
    assert (
        result.stderr == "Error: a Dask cluster needs the package distributed:"
        " pip install 'distributed>=2026.1.1' 'dask[dataframe]>=2026.1.1'\n"
    )


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["-", "-o", "out"], "-: workers cannot read or write it; name files that they can"),
        (["gone*.jsonl", "-o", "out"], "gone*.jsonl: no such file"),
        (["file:///gone.jsonl", "-o", "out"], "file:///gone.jsonl: no such file"),
    ],
)
def test_what_cannot_work_on_a_cluster_is_told_before_any_work(args, message, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run(*args, "--scheduler", "tcp://127.0.0.1:9")
    assert (result.exit_code, result.stderr) == (1, f"Error: {message}\n")
