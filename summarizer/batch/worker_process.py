"""A process that works on topics for another one: entries come in by standard input, results go out by standard output.

Processes of our own rather than those of `multiprocessing`: when one dies (out of memory, a bug in a C library) it is
known which topic it had in hand, and the others work on; the caller's script is not imported a second time; and when
the caller dies, the pipe ends and so do they.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from typing import BinaryIO

from summarizer.batch.pickled_chunks import Unreadable, unpickle
from summarizer.batch.topic_entry import TopicEntry
from summarizer.batch.topic_result import import_pipeline


def main() -> None:
    """Work until the caller has gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the caller decides what to do
    requests = sys.stdin.buffer
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answers:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing that prints may speak into the answers
        try:
            _serve(requests, answers)
        except (EOFError, BrokenPipeError):
            os._exit(0)  # not sys.exit: it would try once more to write what nobody reads


def _serve(requests: BinaryIO, answers: BinaryIO) -> None:
    work = pickle.load(requests)  # noqa: S301 (from the process that started this one)
    import_pipeline()
    _answer(answers, None)  # ready
    while True:
        for pickled in pickle.load(requests):  # noqa: S301 (same)
            entry = _unpickle(pickled)
            _answer(answers, entry if isinstance(entry, Unreadable) else work(entry))


def _unpickle(pickled: bytes) -> TopicEntry | Unreadable:
    try:
        return unpickle(pickled)
    except Exception as error:  # noqa: BLE001 (what the caller put into a topic fails in its own way)
        return Unreadable(f"{type(error).__name__}: {error}")


def _answer(answers: BinaryIO, result: object) -> None:
    pickle.dump(result, answers, protocol=pickle.HIGHEST_PROTOCOL)
    answers.flush()
