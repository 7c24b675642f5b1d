"""The pool of processes: results in order, and what becomes of work that raises, prints or kills its process."""

import os
import pickle
import signal
from concurrent.futures import Future
from contextlib import closing

import pytest

from summarizer.processes.in_order import map_in_order
from summarizer.processes.pool import ProcessPool
from summarizer.processes.worker_main import Undone

if os.name != "posix":
    pytest.skip("there are no signals", allow_module_level=True)


def test_results_come_in_the_order_of_the_chunks_however_late_the_first():
    futures = [Future() for _ in range(5)]
    submitted = []

    def submit(chunk):
        submitted.append(chunk)
        if len(submitted) == 3:
            futures[1].set_result([1])
            futures[0].set_result([0])
        return futures[len(submitted) - 1]

    results = map_in_order(submit, "abcde", 3)
    assert next(results) == 0
    assert submitted == ["a", "b", "c"]
    assert next(results) == 1
    assert submitted == ["a", "b", "c"]


def test_no_more_chunks_are_submitted_than_may_wait():
    submitted = []

    class Late(Future):
        def result(self, timeout=None):
            self.set_result([None])
            return super().result(timeout)

    def submit(chunk):
        submitted.append(chunk)
        return Late()

    for n_taken, _ in enumerate(map_in_order(submit, range(10), 3), start=1):
        assert len(submitted) == min(n_taken + 2, 10)


def act(entry):
    """Do what the entry says, in a worker process."""
    name, value = entry
    if name == "raise":
        raise ValueError(value)
    if name == "print":
        print(value, flush=True)
    if name == "die" and not os.path.exists(value):
        if value:
            open(value, "w").close()
        os.kill(os.getpid(), signal.SIGKILL)
    return value, os.getpid()


def run(pool, *chunks):
    return list(pool.map(act, [[pickle.dumps(entry) for entry in chunk] for chunk in chunks]))


def test_an_entry_that_raises_or_kills_costs_only_itself(capfd, tmp_path):
    entries = [
        ("return", 1),
        ("raise", "no"),
        ("print", "aloud"),
        ("die", ""),
        ("die", str(tmp_path / "once")),
        ("return", 2),
    ]
    with closing(ProcessPool(1)) as pool:
        first, raised, printed, dead, survived, last = run(pool, entries)
    assert [first[0], printed[0], survived[0], last[0]] == [1, "aloud", str(tmp_path / "once"), 2]
    assert raised == Undone(pickle.dumps(entries[1]), "ValueError: no")
    reason = "its process was ended by SIGKILL (out of memory?), 2 times"
    assert dead == Undone(pickle.dumps(entries[3]), reason, is_deadly=True)
    assert capfd.readouterr() == ("", "aloud\n")  # among the answers it would be the end of the process


def test_processes_are_used_again_and_end_with_the_pool():
    with closing(ProcessPool(1)) as pool:
        (_, process), (_, other) = run(pool, [("return", 1)], [("return", 2)])
        ((_, later),) = run(pool, [("return", 3)])
        assert process == other == later != os.getpid()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_ctrl_c_is_the_callers_business():
    with closing(ProcessPool(1)) as pool:
        ((_, process),) = run(pool, [("return", 1)])
        os.kill(process, signal.SIGINT)
        ((_, later),) = run(pool, [("return", 2)])
    assert later == process
