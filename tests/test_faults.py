"""What goes wrong around the program: nothing is half-written, nothing good is lost, the exit code says the truth."""

import os
import signal
import subprocess
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path

import pytest
from click.testing import CliRunner
from growth import assert_linear

from summarizer import Limits, read_documents
from summarizer.command.summarize import main

STORY = "The road bridge over the Orle was closed on Monday after inspectors found a crack in its main girder.\n"
COMMAND = [sys.executable, "-m", "summarizer"]


def run(*args):
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "news").mkdir()
    for i in range(20):
        (tmp_path / "news" / f"{i:02}.txt").write_text(STORY)
    return tmp_path / "news"


@pytest.mark.processes
def test_a_full_disk_leaves_what_stood_there(folder, tmp_path):
    (tmp_path / "brief.md").write_text("Yesterday's.")
    command = [*COMMAND, str(folder), "-o", str(tmp_path / "brief.md"), "--force"]
    no_space = ["bash", "-c", 'ulimit -f 1; exec "$@"', "bash"]  # as on a full disk, no file grows beyond a kilobyte
    result = subprocess.run([*no_space, *command], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (1, f"Error: {tmp_path}/brief.md was not written: file too large\n")
    assert (tmp_path / "brief.md").read_text() == "Yesterday's."
    assert sorted(os.listdir(tmp_path)) == ["brief.md", "news"]


NEEDS_FULL = pytest.mark.skipif(
    not os.path.exists("/dev/full"), reason="needs /dev/full, where every write finds the disk full"
)


@NEEDS_FULL
def test_a_device_without_space_is_told(folder):
    result = run(folder, "-o", "/dev/full", "-f", "text")
    assert (result.exit_code, result.stderr) == (
        1,
        "Error: /dev/full was not written: no space left on device\n",
    )


@NEEDS_FULL
@pytest.mark.processes
def test_standard_output_without_space_is_told(folder):
    with open("/dev/full", "w") as full:
        result = subprocess.run([*COMMAND, str(folder)], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (result.returncode, result.stderr) == (
        1,
        "Error: the briefing was not written: no space left on device\n",
    )


@pytest.mark.skipif(not os.path.exists("/proc/self"), reason="needs /proc, where nobody can make a file")
def test_a_place_where_nothing_can_be_written_is_told(folder):
    result = run(folder, "-o", "/proc/brief.md")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: /proc/brief.md was not written: ")


@pytest.mark.processes
def test_a_reader_that_has_seen_enough_ends_the_command_quietly(folder):
    with subprocess.Popen(
        [*COMMAND, str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == ("", 1)


@pytest.mark.processes
def test_ctrl_c_ends_with_one_line_and_no_half_written_file(tmp_path):
    command = [*COMMAND, "-", "-o", str(tmp_path / "brief.md")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        process.stdin.write(STORY * 10_000)  # more than a pipe holds, so when this has been taken the command reads
        process.stdin.flush()
        time.sleep(1)  # until it waits for more
        process.send_signal(signal.SIGINT)
        assert (process.stderr.read().strip(), process.wait()) == ("Aborted!", 1)
    assert os.listdir(tmp_path) == []


def test_a_file_that_vanishes_meanwhile_costs_itself_only(folder):
    def take_away(_stage, _done, _total):
        (folder / "15.txt").unlink(missing_ok=True)

    topic = read_documents(folder, progress=take_away)
    assert len(topic) == 19
    assert [(skipped.path, skipped.reason) for skipped in topic.skipped] == [
        (f"{folder}/15.txt", "no such file or directory")
    ]


def test_a_file_that_changes_meanwhile_is_not_read_half(tmp_path, monkeypatch):
    growing = tmp_path / "a.txt"
    growing.write_text(STORY)
    look = os.fstat

    def change_after_each_look(descriptor):
        found = look(descriptor)
        os.utime(growing, ns=(found.st_atime_ns, found.st_mtime_ns + 1_000_000_000))
        return found

    monkeypatch.setattr(os, "fstat", change_after_each_look)
    topic = read_documents(tmp_path)
    assert [skipped.reason for skipped in topic.skipped] == [
        "it changed while it was being read; try again when it is complete"
    ]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can become somebody who may not read")
def test_what_may_not_be_read_in_the_middle_of_a_folder_costs_itself_only():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "private").mkdir(mode=0o700)
        for path in ("a.txt", "b.txt", "c.txt", "private/d.txt"):
            (folder / path).write_text(STORY)
        (folder / "b.txt").chmod(0o600)
        os.seteuid(65534)
        try:
            topic = read_documents(name)
        finally:
            os.seteuid(0)
    assert [document.path for document in topic] == [f"{name}/a.txt", f"{name}/c.txt"]
    assert [(skipped.path, skipped.reason) for skipped in topic.skipped] == [
        (f"{name}/b.txt", "permission denied"),
        (f"{name}/private", "permission denied"),
    ]


def test_a_file_of_two_gigabytes_is_refused_unread(folder):
    with open(folder / "huge.txt", "wb") as file:
        file.truncate(2 * 1024**3)
    tracemalloc.start()
    topic = read_documents(folder)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 32 * 1024**2
    assert [skipped.reason for skipped in topic.skipped] == ["has more than 256 MB (limit file_bytes)"]
    assert len(topic) == 20


def test_links_out_of_the_folder_or_in_a_loop_are_not_followed(folder, tmp_path):
    (tmp_path / "secret.txt").write_text("Secret.")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "within.txt").symlink_to(folder / "00.txt")
    (folder / "gone.txt").symlink_to(folder / "nothing.txt")
    topic = read_documents(folder)
    assert (len(topic), {document.text for document in topic}) == (20, {STORY})
    assert {os.path.basename(skipped.path): skipped.reason for skipped in topic.skipped} == {
        "out.txt": "a link that leads out of the folder; name it to have it read",
        "up": "a link that leads out of the folder; name it to have it read",
        "loop.txt": "too many levels of symbolic links",
        "gone.txt": "no such file or directory",
    }
    assert [document.text for document in read_documents(folder / "out.txt")] == ["Secret."]


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="needs devices")
@pytest.mark.parametrize("path", ["/dev/zero", "/dev/tty"])
def test_devices_are_not_read(path):
    assert len(read_documents(path, limits=Limits(seconds=5))) == 0


def test_a_pipe_that_nobody_writes_into_keeps_nothing_waiting(folder):
    os.mkfifo(folder / "pipe.txt")
    topic = read_documents(folder)
    assert len(topic) == 20
    assert [skipped.reason for skipped in topic.skipped] == ["not a regular file; use - to read standard input"]


def test_very_many_small_files_take_linear_time(tmp_path):
    def read(n_files):
        folder = tmp_path / str(n_files)
        folder.mkdir()
        for i in range(n_files):
            (folder / f"{i}.txt").write_text(f"{i} {STORY}")
        return lambda: read_documents(folder)

    assert len(read(100)()) == 100
    assert_linear(read, 500)
