"""The `summarize-batch` command as a user meets it, also one who pulls the plug."""

import gzip
import hashlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import asdict
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import BRIDGE, HANG, JOBS, PATIENCE, ROOT

from summarizer import Briefing, summarize, summarize_many
from summarizer.batch.partial_output import _lock
from summarizer.command.summarize_batch import main
from summarizer.command.terminal import StatusLine
from summarizer.errors import ResumeError
from summarizer.options import SummaryOptions
from summarizer.version import VERSION

TOPICS = ROOT / "examples" / "topics.jsonl"


def run(*args, stdin=None):
    return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin, catch_exceptions=False)


def write_topics(path, n, opener=open):
    with opener(path, "wt", encoding="utf-8") as stream:
        for i in range(n):
            documents = [{"text": f"{i}. {document.text}", "title": document.title} for document in BRIDGE]
            stream.write(json.dumps({"topic_id": f"t{i}", "documents": documents}) + "\n")
    return path


def parse(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def digest(line):
    return hashlib.blake2b(line, digest_size=16).hexdigest()


def test_each_line_is_the_topic_id_and_the_briefing_that_the_function_returns(tmp_path):
    result = run(TOPICS, "-o", tmp_path / "out.jsonl", "-n", 3, "--jobs", 1)
    assert (result.exit_code, result.stdout) == (0, "")
    expected = summarize_many(parse(TOPICS), sentences=3)
    assert parse(tmp_path / "out.jsonl") == [
        {"topic_id": each.topic_id, **each.briefing.to_dict(), "topic_digest": digest(line)}
        for each, line in zip(expected, TOPICS.read_bytes().splitlines(), strict=True)
    ]
    assert os.listdir(tmp_path) == ["out.jsonl"]


def test_a_line_without_its_topic_id_is_the_json_of_the_briefing(tmp_path):
    run(TOPICS, "-o", tmp_path / "out.jsonl", "--jobs", 1)
    first = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith('{"topic_id":"library","headline":"Flooded library')
    (expected, *_) = summarize_many(parse(TOPICS))
    assert Briefing.from_json(first) == expected.briefing


@pytest.mark.parametrize("jobs", JOBS)
def test_the_bytes_are_the_same_for_any_number_of_jobs_and_any_packing(tmp_path, jobs):
    pytest.importorskip("zstandard")
    write_topics(tmp_path / "in.jsonl", 20)
    plain = (tmp_path / "in.jsonl").read_bytes()
    (tmp_path / "in.jsonl.gz").write_bytes(gzip.compress(plain[:5000]) + gzip.compress(plain[5000:]))
    import zstandard

    frames = [zstandard.compress(part) for part in (plain[:7000], plain[7000:])]
    (tmp_path / "in.jsonl.ZST").write_bytes(b"".join(frames))
    outputs = set()
    packings = (
        ("in.jsonl.gz", ".gz", gzip.decompress),
        ("in.jsonl.ZST", ".zst", unpack_zstd),
        ("in.jsonl", "", bytes),
    )
    for source, suffix, unpack in packings[: 3 if jobs == 1 else 1]:  # workers know nothing of packings
        target = tmp_path / f"out.jsonl{suffix}"
        assert run(tmp_path / source, "-o", target, "--jobs", jobs).exit_code == 0
        outputs.add(unpack(target.read_bytes()))
    assert run(tmp_path / "in.jsonl", "-o", tmp_path / "alone.jsonl", "--jobs", 1).exit_code == 0
    assert outputs == {(tmp_path / "alone.jsonl").read_bytes()}


def unpack_zstd(data):
    import zstandard

    return zstandard.ZstdDecompressor().decompressobj().decompress(data)


def test_packed_output_holds_no_time_and_no_name(tmp_path):
    write_topics(tmp_path / "in.jsonl", 2)
    packed = []
    for name in ("a.jsonl.gz", "b.jsonl.gz"):
        run(tmp_path / "in.jsonl", "-o", tmp_path / name, "--jobs", 1)
        packed.append((tmp_path / name).read_bytes())
    assert packed[0] == packed[1]


def test_standard_input_to_standard_output():
    result = run("-", "-o", "-", "--jobs", 1, "-n", 1, stdin=TOPICS.read_bytes())
    assert [json.loads(line)["topic_id"] for line in result.stdout.splitlines()] == ["library", "strike", "seals"]
    assert result.stderr.startswith("3 topics, 0 failed, ")
    assert run("-", "-o", "-", "--jobs", 1, "--quiet", stdin=TOPICS.read_bytes()).stderr == ""


def test_what_cannot_be_summarized_is_a_line_that_says_why_and_the_exit_code_is_1(tmp_path):
    good = TOPICS.read_bytes().splitlines()[0]
    bad = [
        b"no json",
        b"[1]",
        b'{"documents": []}',
        b'{"topic_id": "e", "documents": []}',
        b'{"topic_id": "n"}',
        b"\xff",
    ]
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + b"\r\n\n".join([*bad, good]))
    result = run(path, "-o", tmp_path / "out.jsonl", "--jobs", 1)
    assert result.exit_code == 1
    counts, first = result.stderr.splitlines()
    assert counts.startswith("7 topics, 6 failed, ")
    assert first == f"The first failure: {path}, line 1: not JSON: Expecting value, column 1"
    *failures, briefing = parse(tmp_path / "out.jsonl")
    assert [failure.pop("topic_digest") for failure in failures] == [digest(line) for line in bad]
    assert failures == [
        {"topic_id": None, "error": "InputError", "message": f"{path}, line 1: not JSON: Expecting value, column 1"},
        {"topic_id": None, "error": "InputError", "message": f"{path}, line 3: not a JSON object"},
        {
            "topic_id": None,
            "error": "InputError",
            "message": f"{path}, line 5: no topic_id in it: that must be a text or a whole number",
        },
        {"topic_id": "e", "error": "EmptyInputError", "message": "nothing to summarize: no input was given"},
        {"topic_id": "n", "error": "InputError", "message": f"{path}, line 9: no list of documents in it"},
        {"topic_id": None, "error": "InputError", "message": f"{path}, line 11: not text in UTF-8"},
    ]
    assert briefing["topic_id"] == "library"


def test_a_file_that_breaks_off_costs_its_rest_and_the_next_is_read(tmp_path):
    write_topics(tmp_path / "a.jsonl.gz", 200, gzip.open)
    whole = (tmp_path / "a.jsonl.gz").read_bytes()
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    result = run(tmp_path / "a.jsonl.gz", TOPICS, "-o", tmp_path / "out.jsonl", "--jobs", 1)
    lines = parse(tmp_path / "out.jsonl")
    (broken,) = [line for line in lines if "error" in line]
    assert (result.exit_code, lines.index(broken)) == (1, len(lines) - 4)
    assert broken["message"] == (
        f"{tmp_path}/a.jsonl.gz, line {len(lines) - 3}: from here on it cannot be read: "
        "compressed file ended before the end-of-stream marker was reached"
    )


def zst_frames(*parts):
    zstandard = pytest.importorskip("zstandard")
    return [zstandard.compress(part) for part in parts]


@pytest.mark.parametrize("kept", [0.02, 0.3, 0.9, 1.02, 1.5, 1.99])
def test_a_zst_file_that_is_cut_off_in_any_frame_is_a_failure_after_the_sound_topics(tmp_path, kept):
    lines = write_topics(tmp_path / "in.jsonl", 200).read_bytes().splitlines(keepends=True)
    one, other = zst_frames(b"".join(lines[:100]), b"".join(lines[100:]))
    whole = one + other
    n_bytes = int(kept * len(one)) if kept < 1 else len(one) + int((kept - 1) * len(other))
    (tmp_path / "in.jsonl.zst").write_bytes(whole[:n_bytes])
    result = run(tmp_path / "in.jsonl.zst", "-o", tmp_path / "out.jsonl", "--jobs", 1)
    *sound, broken = parse(tmp_path / "out.jsonl")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{len(sound) + 1} topic")
    assert ", 1 failed, " in result.stderr
    assert [line["topic_id"] for line in sound] == [f"t{i}" for i in range(len(sound))]
    assert len(sound) >= (100 if kept > 1 else 0)
    assert f"line {len(sound) + 1}: from here on it cannot be read: compressed file ended before" in broken["message"]


@pytest.mark.parametrize("tail", [b"(\xb5/\xfd\x04", b"no frame", b"\0"])
def test_what_is_no_frame_behind_a_frame_is_a_failure(tmp_path, tail):
    (frame,) = zst_frames(TOPICS.read_bytes())
    (tmp_path / "in.jsonl.zst").write_bytes(frame + tail)
    result = run(tmp_path / "in.jsonl.zst", "-o", tmp_path / "out.jsonl", "--jobs", 1)
    assert (result.exit_code, result.stderr[:18]) == (1, "4 topics, 1 failed")


def test_frames_that_hold_nothing_and_frames_to_be_skipped_are_no_end(tmp_path):
    skippable = b"\x50\x2a\x4d\x18\x04\0\0\0abcd"
    empty, frame = zst_frames(b"", TOPICS.read_bytes())
    (tmp_path / "in.jsonl.zst").write_bytes(skippable + empty + frame + empty + skippable)
    result = run(tmp_path / "in.jsonl.zst", "-o", tmp_path / "out.jsonl", "--jobs", 1)
    assert (result.exit_code, result.stderr[:18]) == (0, "3 topics, 0 failed")


def test_control_characters_are_escaped_and_come_back():
    text = "The \u202ebridge\u202c at Orle was closed on Monday after a crack was found.\u2028"
    line = json.dumps({"topic_id": "a\x1b[31m\ud800", "documents": [{"text": text}]})
    result = run("-", "-o", "-", "--jobs", 1, stdin=line)
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout
    written = json.loads(result.stdout)
    assert (written["topic_id"], "\u202e" in written["items"][0]["text"]) == ("a\x1b[31m\ud800", True)


ARTICLES = [
    {"topic_id": "b", "text": BRIDGE[0].text},
    {"topic_id": 1, "text": "A ferry ran aground in fog on Monday, and all aboard were saved."},
    {"text": "Nobody knows what this belongs to."},
    {"topic_id": "1", "text": "The mill at Tarn closes in June."},
    {"topic_id": "b", "text": BRIDGE[1].text, "publisher": "The Orle Post"},
    {"topic_id": "b", "title": "No text"},
]


@pytest.mark.parametrize("jobs", JOBS)
def test_articles_are_grouped_by_a_key_in_the_order_of_first_appearance(tmp_path, jobs):
    path = tmp_path / "feed.jsonl"
    path.write_text("\n".join([json.dumps(article) for article in ARTICLES] + ["{"]))
    run(path, "--group-by", "topic_id", "-o", tmp_path / "out.jsonl", "--jobs", jobs)
    lines = parse(tmp_path / "out.jsonl")
    assert [line["topic_id"] for line in lines] == ["b", 1, None, "1", None]
    assert lines[2]["message"] == f"{path}, line 3: no topic_id in it: that must be a text or a whole number"
    assert lines[4]["message"].startswith(f"{path}, line 7: not JSON: ")
    topic = {"topic_id": "b", "documents": [article for article in ARTICLES if article.get("topic_id") == "b"]}
    (expected,) = summarize_many([topic])
    assert len(lines[0].pop("topic_digest")) == 32
    assert lines[0] == {"topic_id": "b", **expected.briefing.to_dict()}
    assert len(lines[0]["sources"]) == 2
    assert len(lines[0]["skipped"]) == 1


def test_any_key_groups():
    articles = [
        {"event": event, "text": f"The {event} was closed on Monday."} for event in ("bridge", "mill", "bridge")
    ]
    result = run("-", "--group-by", "event", "-o", "-", "--jobs", 1, stdin="\n".join(map(json.dumps, articles)))
    assert [json.loads(line)["topic_id"] for line in result.stdout.splitlines()] == ["bridge", "mill"]


def test_an_interrupted_run_is_not_overwritten_without_a_word(tmp_path):
    (tmp_path / "out.jsonl.partial").write_text("hours of work\n")
    result = run(TOPICS, "-o", tmp_path / "out.jsonl")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"Error: {tmp_path}/out.jsonl.partial: results of a run that did not end; --resume goes on from them, "
        "or delete the file\n"
    )
    assert (tmp_path / "out.jsonl.partial").read_text() == "hours of work\n"


@pytest.fixture
def done(tmp_path):
    """A finished run of 12 topics, one of them failed."""
    source = write_topics(tmp_path / "in.jsonl", 12)
    lines = source.read_text().splitlines()
    lines[4] = "no json"
    source.write_text("\n".join(lines))
    run(source, "-o", tmp_path / "whole.jsonl", "--jobs", 1)
    return source, (tmp_path / "whole.jsonl").read_bytes()


@pytest.mark.parametrize("n_bytes", [0, 1, 3000, 20_000, -1, None])
@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_resume_gives_the_same_bytes_wherever_the_run_was_ended(tmp_path, done, n_bytes, name):
    source, whole = done
    (tmp_path / f"{name}.partial").write_bytes(whole[:n_bytes])
    result = run(source, "-o", tmp_path / name, "--resume", "--jobs", 1)
    written = (tmp_path / name).read_bytes()
    assert (gzip.decompress(written) if name.endswith(".gz") else written) == whole
    n_old = whole[:n_bytes].count(b"\n")
    assert result.stderr.startswith(f"12 topics ({n_old} of them before), 1 failed" if n_old else "12 topics, 1 failed")
    assert result.exit_code == 1
    assert sorted(os.listdir(tmp_path)) == ["in.jsonl", name, "whole.jsonl"]


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_resuming_a_run_that_had_come_to_its_end_does_nothing_again(tmp_path, done, name):
    source, _ = done
    run(source, "-o", tmp_path / name, "--jobs", 1)
    before = (tmp_path / name).read_bytes()
    result = run(source, "-o", tmp_path / name, "--resume", "--jobs", 1)
    assert result.stderr.startswith("12 topics (12 of them before), 1 failed")
    assert (tmp_path / name).read_bytes() == before


def test_topics_that_have_come_since_are_added_by_resume(tmp_path, done):
    source, _ = done
    run(source, "-o", tmp_path / "out.jsonl.gz", "--jobs", 1)
    with source.open("a") as stream:
        stream.write("\n" + TOPICS.read_text())
    assert run(source, "-o", tmp_path / "out.jsonl.gz", "--resume", "--jobs", 1).stderr.startswith(
        "15 topics (12 of them before)"
    )
    assert [line["topic_id"] for line in parse(tmp_path / "out.jsonl.gz")][-3:] == ["library", "strike", "seals"]


@pytest.mark.parametrize(
    ("change", "options", "message"),
    [
        (lambda lines: lines[1:], [], "line 1 is on topic 't0', where the input now has 't1'"),
        (
            lambda lines: [line.replace("six weeks", "ten weeks") for line in lines],
            [],
            "line 1 was made from other documents than topic 't0' has now",
        ),
        (lambda lines: [*lines[:4], "[]", *lines[5:]], [], "line 5 was made from other documents than "),
        (lambda lines: lines[:3], [], "it has more results than there are topics now, from line 4 on"),
        (lambda lines: lines, ["-n", 3], "line 1 was made with --sentences 8, not with --sentences 3; "),
    ],
)
def test_resume_refuses_what_does_not_go_together(tmp_path, done, change, options, message):
    source, whole = done
    (tmp_path / "out.jsonl.partial").write_bytes(whole)
    source.write_text("\n".join(change(source.read_text().splitlines())))
    result = run(source, "-o", tmp_path / "out.jsonl", "--resume", "--jobs", 1, *options)
    assert result.exit_code == 1
    assert f"{tmp_path}/out.jsonl.partial: {message}" in result.stderr
    assert "resume with the same input, options and version, or delete the file" in result.stderr
    assert (tmp_path / "out.jsonl.partial").read_bytes() == whole


def test_resume_refuses_another_version(tmp_path, done, monkeypatch):
    source, whole = done
    (tmp_path / "out.jsonl.partial").write_bytes(whole)
    monkeypatch.setattr("summarizer.batch.finished_results.VERSION", "9.9")
    assert (
        f"was made with version {VERSION}, not with version 9.9;"
        in run(source, "-o", tmp_path / "out.jsonl", "--resume").stderr
    )


def test_resume_refuses_a_file_of_something_else(tmp_path):
    (tmp_path / "out.jsonl").write_text("my diary\n")
    result = run(TOPICS, "-o", tmp_path / "out.jsonl", "--resume")
    assert (result.exit_code, (tmp_path / "out.jsonl").read_text()) == (1, "my diary\n")
    assert "out.jsonl: not results of summarize-batch: line 1: not JSON" in result.stderr


def start(*args, **kwargs):
    """The command as a process of its own, in a group of its own as from a shell."""
    code = "from summarizer.command.summarize_batch import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, args)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        **kwargs,
    )


def wait_for_lines(path, n):
    deadline = time.monotonic() + PATIENCE
    while not (path.exists() and path.read_bytes().count(b"\n") >= n):
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.mark.processes
@pytest.mark.parametrize("jobs", JOBS)
def test_a_run_that_is_killed_again_and_again_loses_nothing(tmp_path, jobs):
    source = write_topics(tmp_path / "in.jsonl", 250)
    assert run(source, "-o", tmp_path / "whole.jsonl", "--jobs", 1).exit_code == 0
    n_ahead = 150  # more than two jobs take before they give the first result
    lines = source.read_text().splitlines(keepends=True)
    partial = tmp_path / "out.jsonl.partial"
    n_before = 0
    for n_lines in (1, 40, 90):
        process = start("-", "-o", tmp_path / "out.jsonl", "--resume", "--jobs", jobs, stdin=subprocess.PIPE)
        process.stdin.writelines(lines[: n_lines + n_ahead])  # and no end, so that it cannot finish before it is killed
        process.stdin.flush()
        wait_for_lines(partial, n_lines)
        process.kill()
        process.communicate()
        assert not (tmp_path / "out.jsonl").exists()
        n_kept = partial.read_bytes().count(b"\n")
        assert n_kept >= n_before
        n_before = n_kept
    process = start(source, "-o", tmp_path / "out.jsonl", "--resume", "--jobs", jobs)
    assert f"({n_before} of them before)" in process.communicate()[1]
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


@pytest.mark.processes
def test_a_killed_run_leaves_no_process_behind(tmp_path):
    source = write_topics(tmp_path / "in.jsonl", 2000)
    process = start(source, "-o", tmp_path / "out.jsonl", "--jobs", 2)
    wait_for_lines(tmp_path / "out.jsonl.partial", 1)
    process.kill()
    process.communicate(timeout=PATIENCE)  # returns when the last one that holds standard error has gone


@pytest.mark.processes
@pytest.mark.skipif(sys.platform != "linux", reason="other systems may let the pipe end in silence")
@pytest.mark.parametrize("jobs", JOBS)
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_what_keeps_a_parser_busy_ends_with_the_run(tmp_path, jobs, how):
    source = write_topics(tmp_path / "in.jsonl", 1)
    with source.open("a") as stream:
        stream.write(json.dumps({"topic_id": "slow", "documents": [{"text": HANG}]}) + "\n")
    limit = ("--limit", f"seconds={10 * PATIENCE}")
    process = start(source, "-o", tmp_path / "out.jsonl", "--jobs", jobs, *limit)
    (child,) = wait_for_busy_children(process.pid)
    process.send_signal(how)
    process.communicate(timeout=PATIENCE)  # returns when the last one has let go of standard error, as it ends
    deadline = time.monotonic() + PATIENCE
    while is_running(child) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not is_running(child)


def is_running(process):
    """Whether a process is there and no zombie, as orphans are where nobody asks how they ended."""
    try:
        return "(zombie)" not in Path(f"/proc/{process}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def wait_for_busy_children(parent, cpu_seconds=4):
    """The children of a process that have used so much CPU: more than their start and a small topic take."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        children = Path(f"/proc/{parent}/task").glob("*/children")
        found = [child for each in children for child in each.read_text().split()]
        ticks = {child: Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[11] for child in found}
        busy = [child for child in found if int(ticks[child]) > cpu_seconds * os.sysconf("SC_CLK_TCK")]
        if busy:
            return busy
        time.sleep(0.05)
    raise AssertionError("no child is busy")


@pytest.mark.processes
@pytest.mark.parametrize("jobs", JOBS)
def test_a_topic_over_its_limit_of_time_is_told_with_its_name_and_the_limit(tmp_path, jobs):
    lines = TOPICS.read_text(encoding="utf-8").splitlines()
    lines.insert(1, json.dumps({"topic_id": "slow", "documents": [{"text": HANG}]}))
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    result = run(tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl", "--jobs", jobs, "--limit", "seconds=4")
    assert result.exit_code == 1
    counts, first = result.stderr.splitlines()
    assert counts.startswith("4 topics, 1 failed, ")
    assert first == "The first failure: topic 'slow': took more than 5 s of CPU (limit seconds)"
    assert [line.get("error") for line in parse(tmp_path / "out.jsonl")] == [None, "LimitError", None, None]


@pytest.mark.processes
@pytest.mark.parametrize("jobs", JOBS)
def test_ctrl_c_ends_without_a_traceback_and_keeps_what_is_done(tmp_path, jobs):
    source = write_topics(tmp_path / "in.jsonl", 2000)
    process = start(source, "-o", tmp_path / "out.jsonl", "--jobs", jobs)
    wait_for_lines(tmp_path / "out.jsonl.partial", 5)
    os.killpg(process.pid, signal.SIGINT)
    _, stderr = process.communicate()
    assert (process.returncode, stderr) == (
        1,
        f"\n{tmp_path}/out.jsonl.partial keeps what is done; the same command with --resume goes on from there\nAborted!\n",
    )
    kept = (tmp_path / "out.jsonl.partial").read_bytes()
    assert kept.count(b"\n") >= 5
    assert kept.endswith(b"\n")


@pytest.mark.processes
def test_two_runs_do_not_write_to_one_file(tmp_path):
    source = write_topics(tmp_path / "in.jsonl", 2000)
    process = start(source, "-o", tmp_path / "out.jsonl", "--jobs", 1)
    wait_for_lines(tmp_path / "out.jsonl.partial", 1)
    result = run(source, "-o", tmp_path / "out.jsonl", "--resume", "--jobs", 1)
    process.kill()
    process.communicate()
    assert result.stderr == f"Error: {tmp_path}/out.jsonl.partial: another run is writing to it\n"


@pytest.mark.processes
def test_a_reader_that_goes_away_is_no_traceback(tmp_path):
    source = write_topics(tmp_path / "in.jsonl", 300)
    code = "from summarizer.command.summarize_batch import main; main()"
    command = f"'{sys.executable}' -c '{code}' {source} -o - --jobs 2 | head -n 1"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        ["bash", "-c", command], env=environment, capture_output=True, check=False, timeout=PATIENCE
    )
    assert (result.stdout.count(b"\n"), result.stderr) == (1, b"")


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        ([], 2, "Missing argument 'TOPICS...'"),
        (["x"], 2, "Missing option '-o'"),
        (["gone.jsonl", "-o", "out.jsonl"], 1, "gone.jsonl: no such file or folder"),
        ([".", "-o", "out.jsonl"], 1, ".: a folder; name the files in it"),
        (["in.jsonl", "-o", "in.jsonl"], 1, "in.jsonl: both an input and the output; write elsewhere"),
        (["in.jsonl", "-o", "no/out.jsonl"], 1, "no/out.jsonl: there is no folder no"),
        (["in.jsonl", "-o", "."], 1, ".: a folder; name the file to write"),
        (["in.jsonl", "-o", "out.jsonl.bz2"], 1, "out.jsonl.bz2: .bz2 is neither read nor written here; .gz and .zst"),
        (["in.jsonl", "-o", "out.XZ"], 1, "out.XZ: .xz is neither read nor written here"),
        (["in.jsonl.zip", "-o", "out.jsonl"], 1, "in.jsonl.zip: .zip is neither read nor written here"),
        (["in.jsonl", "-o", "-", "--resume"], 1, "--resume needs a file"),
        (["in.jsonl", "-o", "out.jsonl", "--jobs", "0"], 2, "0 is not in the range x>=1"),
        (
            ["in.jsonl", "-o", "out.jsonl", "--limit", "seconds=lots"],
            2,
            "is not NAME=N, where NAME is one of file_bytes",
        ),
        (["in.jsonl", "-o", "out.jsonl", "--language", "English"], 2, "language is 'English'"),
    ],
)
def test_what_cannot_work_is_told_before_any_work(tmp_path, monkeypatch, args, code, message):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.jsonl").write_text("{}\n")
    result = run(*args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in result.stderr
    assert os.listdir(tmp_path) == ["in.jsonl"]


def test_partial_results_are_no_input_of_their_own_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out.jsonl.partial").write_text("{}\n")
    result = run("out.jsonl.partial", "-o", "out.jsonl", "--resume")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: out.jsonl.partial: both an input and the output; write elsewhere\n"
    assert os.listdir(tmp_path) == ["out.jsonl.partial"]


@pytest.mark.parametrize("args", [["in.jsonl.zst", "-o", "out.jsonl"], ["in.jsonl", "-o", "out.jsonl.zst"]])
def test_a_packing_that_is_not_installed_is_named_with_its_remedy(tmp_path, monkeypatch, args):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "zstandard", None)
    monkeypatch.setitem(sys.modules, "compression", None)
    for name in ("in.jsonl", "in.jsonl.zst"):
        (tmp_path / name).write_bytes(b"{}\n")
    result = run(*args)
    assert result.exit_code == 1
    assert result.stderr == (
        "Error: reading and writing .zst needs the package zstandard: pip install 'zstandard>=0.22'\n"
    )


@pytest.mark.processes
def test_help_and_errors_import_nothing_heavy():
    code = (
        "import sys; from click.testing import CliRunner; from summarizer.command.summarize_batch import main;"
        "CliRunner().invoke(main, ['--help']); CliRunner().invoke(main, ['gone', '-o', 'x']);"
        "print([name for name in ('numpy', 'nltk', 'sklearn', 'trafilatura', 'lxml', 'distributed') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert result.stdout == b"[]\n"


def test_two_topics_with_one_id_are_two_lines():
    line = json.dumps({"topic_id": "same", "documents": [{"text": BRIDGE[0].text}]})
    result = run("-", "-o", "-", "--jobs", 1, stdin=f"{line}\n{line}\n")
    one, other = result.stdout.splitlines()
    assert one == other
    assert json.loads(one)["items"][0]["text"] == summarize(BRIDGE[0]).items[0].text


def test_a_terminal_shows_how_far_it_is_from_the_second_on_that_it_takes(monkeypatch, capsys):
    clock = iter(range(1000))
    monkeypatch.setattr("summarizer.command.terminal.time.monotonic", lambda: next(clock) / 2)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    status = StatusLine("Starting", quiet=False)
    for n in range(5):
        status.show(f"{n} topics")
    status.close()
    assert capsys.readouterr().err == "\r\x1b[K1 topics\r\x1b[K2 topics\r\x1b[K3 topics\r\x1b[K4 topics\r\x1b[K"


def test_a_step_that_reports_nothing_is_told_after_a_second(monkeypatch, capsys):
    monkeypatch.setattr("summarizer.command.terminal.PROGRESS_AFTER_SECONDS", 0.01)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    told = threading.Event()
    monkeypatch.setattr("summarizer.command.terminal.click.echo", lambda line, **_: told.set() if line else None)
    status = StatusLine("Reading", quiet=False)
    assert told.wait(PATIENCE)
    status.close()
    told.clear()
    StatusLine("Reading", quiet=True).close()
    assert not told.is_set()
    assert capsys.readouterr().err == ""


def test_resuming_with_or_without_strict_is_not_the_same(tmp_path):
    topics = tmp_path / "topics.jsonl"
    document = {"text": "The bridge over the Orle was closed on Monday after a crack was found in it."}
    lines = [json.dumps({"topic_id": i, "documents": [document, {"no": "text"}]}) for i in range(2)]
    topics.write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "out.jsonl.partial").write_text("", encoding="utf-8")
    options = asdict(SummaryOptions().resolved())
    settings = {"version": VERSION, "options": options, "strict": True, "group_by": None}
    (tmp_path / "out.jsonl.partial.job").write_text(json.dumps(settings), encoding="utf-8")
    result = CliRunner().invoke(main, [str(topics), "-o", str(tmp_path / "out.jsonl"), "--resume", "--jobs", "1"])
    assert result.exit_code == 1
    assert "out.jsonl.partial: made with --strict, not without --strict; resume with the same" in result.stderr
    (tmp_path / "out.jsonl.partial.job").unlink()
    result = CliRunner().invoke(main, [str(topics), "-o", str(tmp_path / "out.jsonl"), "--resume", "--jobs", "1"])
    assert result.exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "topics.jsonl"]


@pytest.mark.parametrize(
    ("name", "pack"), [("out.jsonl.gz", gzip.compress), ("out.jsonl.zst", lambda b: zst_frames(b)[0])]
)
def test_a_finished_output_that_is_broken_says_so(tmp_path, name, pack):
    run(TOPICS, "-o", tmp_path / "whole.jsonl", "--jobs", 1)
    (tmp_path / name).write_bytes(pack((tmp_path / "whole.jsonl").read_bytes())[:-5])
    result = run(TOPICS, "-o", tmp_path / name, "--resume", "--jobs", 1)
    assert result.exit_code == 1
    assert f"{name}: it cannot be read (" in result.stderr
    assert sorted(os.listdir(tmp_path)) == [name, "whole.jsonl"]


def test_a_run_that_ended_meanwhile_is_not_gone_on_with(tmp_path):
    """Its results were moved to their place between the look and the lock."""
    partial = tmp_path / "out.jsonl.partial"
    partial.write_text("", encoding="utf-8")
    with partial.open("r+b") as stream:
        partial.rename(tmp_path / "out.jsonl")
        with pytest.raises(ResumeError, match="another run has just come to its end"):
            _lock(stream, str(partial))


def test_jobs_and_a_scheduler_do_not_go_together(tmp_path):
    result = CliRunner().invoke(
        main, ["t.jsonl", "-o", str(tmp_path), "--jobs", "2", "--scheduler", "tcp://127.0.0.1:1"]
    )
    assert result.exit_code == 2


def test_a_line_without_end_costs_what_follows_it_in_its_file(tmp_path, monkeypatch):
    monkeypatch.setattr("summarizer.batch.read_topics.MAX_LINE", 1 << 20)
    first = '{"topic_id": 1, "documents": [{"text": "The bridge was closed on Monday."}]}'
    (tmp_path / "a.jsonl").write_text(f"{first}\n{'x' * (1 << 21)}\n{first}", encoding="utf-8")
    result = CliRunner().invoke(main, [str(tmp_path / "a.jsonl"), "-o", "-", "--jobs", "1", "--quiet"])
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row.get("error") for row in rows] == [None, "InputError"]
    assert "line 2: from here on it cannot be read: a line of more than 1 mb" in rows[1]["message"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_whose_name_is_no_text_can_be_grouped(tmp_path):
    path = os.path.join(os.fsencode(tmp_path), b"\xff.jsonl")
    with open(path, "w", encoding="utf-8") as stream:
        stream.write('{"topic_id": 1, "text": "The bridge was closed on Monday."}\n')
    arguments = [os.fsdecode(path), "-o", "-", "--group-by", "topic_id", "--jobs", "1", "--quiet"]
    result = CliRunner().invoke(main, arguments)
    assert (result.exit_code, json.loads(result.stdout)["topic_id"]) == (0, 1)


def test_the_first_failure_is_told_with_its_topic():
    lines = [
        {"topic_id": "a", "documents": [{"text": BRIDGE[0].text}]},
        {"topic_id": "b\x1b", "documents": []},
        {"topic_id": "c"},
    ]
    result = run("-", "-o", "-", "--jobs", 1, stdin="\n".join(map(json.dumps, lines)))
    counts, first = result.stderr.splitlines()
    assert counts.startswith("3 topics, 2 failed, ")
    assert first == r"The first failure: topic 'b\x1b': nothing to summarize: no input was given"
    assert run("-", "-o", "-", "--jobs", 1, "--quiet", stdin=json.dumps(lines[2])).stderr == ""


PROSE = "The county said that a second ferry will run from Thursday to carry lorries and buses."


@pytest.mark.parametrize(
    ("more", "reasons"),
    [
        ({"articles": [{"text": PROSE}]}, ["the list articles beside the list documents is not read"]),
        ({"Documents": [{"body": PROSE}]}, ["the list Documents beside the list documents is not read"]),
        ({"notes": [PROSE]}, ["the list notes beside the list documents is not read"]),
        ({"tags": ["bridge", "Orle"], "items": [], "other": [{"id": 1}], "n": 2}, []),
    ],
)
def test_further_lists_of_documents_in_a_topic_are_said_to_be_unread(more, reasons):
    line = {"topic_id": 1, "documents": [{"text": BRIDGE[0].text}], **more}
    written = json.loads(run("-", "-o", "-", "--jobs", 1, stdin=json.dumps(line)).stdout)
    assert [skipped["reason"] for skipped in written["skipped"]] == reasons
    assert len(written["sources"]) == 1


def test_a_list_of_prose_beside_the_text_of_a_document_is_said_to_be_unread():
    line = {"topic_id": 1, "documents": [{"text": BRIDGE[0].text, "updates": [PROSE]}]}
    written = json.loads(run("-", "-o", "-", "--jobs", 1, stdin=json.dumps(line)).stdout)
    reason = "document 1: the list updates beside its text is not read"
    assert written["skipped"] == [{"path": None, "reason": reason}]
