"""A function called in a process of its own, with what the process cost: nothing is warm, and nothing can take the rest down."""

from __future__ import annotations

import contextlib
import json
import math
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

STARTED = time.perf_counter()  # in the process of its own: of the process
MEGABYTE = 1024 * 1024
_OUT_OF_MEMORY = 3  # exit code
_LOOK_EVERY = 0.5  # seconds, at how much memory the processes have; each look holds them up a little
# One BLAS thread: the others would wait actively, and be counted.
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


@dataclass(frozen=True)
class Outcome:
    """How a call ended.

    value
        What the function returned, None where it did not.
    ending
        Why it did not return, as a table shows it ("out of memory"); empty where it did.
    memory
        Bytes, the most that was seen of the process and its children together; 0 where there is no /proc.
    """

    value: Any
    ending: str
    memory: int


def call_apart(
    function: str, *, limit: float | None = None, patience: float | None = None, **arguments: Any
) -> Outcome:
    """Call `module:function` with JSON values in a fresh process; it returns a JSON value.

    Parameters
    ----------
    limit
        What `limit_self` is given there; here it only names the ending.
    patience
        Seconds on the clock after which the process and its children are killed; without end if None.
    """
    command = [sys.executable, "-c", "from apart import answer; answer()", function, json.dumps(arguments)]
    environment = {**os.environ, **_ONE_THREAD, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(command, stdout=output, stderr=errors, env=environment, start_new_session=True)
        try:
            memory = _watch(process, math.inf if patience is None else patience)
        except TimeoutError:
            return Outcome(None, f"no answer in {patience:g} s", 0)
        finally:
            if process.poll() is None:  # out of patience, or interrupted
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        output.seek(0)
        errors.seek(0)
        if process.returncode == 0:
            return Outcome(json.load(output), "", memory)
        return Outcome(None, _ending(process.returncode, limit, errors.read()), memory)


def answer() -> None:
    """The other side of `call_apart`: call what the command line names and write what it returns."""
    module, _, name = sys.argv[1].partition(":")
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        with contextlib.redirect_stdout(sys.stderr):
            value = getattr(import_module(module), name)(**json.loads(sys.argv[2]))
    except MemoryError:
        sys.exit(_OUT_OF_MEMORY)
    json.dump(value, sys.stdout)


def limit_self(cpu: float, memory: int) -> None:
    """From here on this process may use so many seconds of CPU more, and so many bytes of address space in all."""
    last = math.ceil(cpu_seconds() + cpu)  # the limit is in whole seconds
    resource.setrlimit(resource.RLIMIT_CPU, (last, last + 5))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def cpu_seconds() -> float:
    """User and system time of this process, and of its children that have ended."""
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def peak_memory() -> int:
    """The most bytes that this process had in memory."""
    with contextlib.suppress(OSError, StopIteration):
        status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        return 1024 * next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    # Elsewhere; on Linux it would also count what the parent had when this process was started.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else 1024 * peak


def _watch(process: subprocess.Popen[str], patience: float) -> int:
    """Wait for the process to end; the most memory that it and its children were seen to have."""
    began, most = time.monotonic(), 0
    while process.poll() is None:
        most = max(most, _session_memory(process.pid))
        if time.monotonic() - began > patience:
            raise TimeoutError
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_LOOK_EVERY)
    return most


def _session_memory(session: int) -> int:
    """The bytes that the processes of a session have now, shared pages once; 0 where there is no /proc."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, ValueError, IndexError):  # a process may end while it is looked at
            fields = (folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            if int(fields[3]) == session:
                rollup = (folder / "smaps_rollup").read_text(encoding="ascii").splitlines()
                total += 1024 * sum(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
    return total


def _ending(code: int, limit: float | None, errors: str) -> str:
    if code == _OUT_OF_MEMORY or "MemoryError" in errors:
        return "out of memory"
    if code == -signal.SIGXCPU:
        return f"stopped after {limit:g} s"
    last = errors.strip().splitlines()[-1:] or [f"signal {-code}"]
    return f"failed: {last[0][:100]}"
