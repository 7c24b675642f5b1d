"""Results written line by line as they come, so that a run that is ended at any moment can be gone on with.

They stand in `OUT.partial`, one a line, until all are there; then it becomes `OUT`, packed if its name says so, by one
rename. `OUT` is never half-written.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from typing import Any, BinaryIO

from summarizer.batch.packed import open_unpacked, pack_into, packing_of
from summarizer.batch.topic_lines import TopicEntry, known_topic_id, parse_line
from summarizer.batch.topic_result import ResultLine
from summarizer.errors import InputError, ResumeError
from summarizer.options import SummaryOptions
from summarizer.output import mode_for
from summarizer.version import VERSION

_ADVICE = "resume with the same input, options and version, or delete the file"


class PartialOutput:
    """The results so far of a run that writes `path`.

    Parameters
    ----------
    path
        Where all results will stand in the end.
    resume
        Go on after the results that an earlier run has left, in `path` + ".partial" or, where it had come to its end,
        in `path`.

    Raises
    ------
    ResumeError
        An earlier run has left results, and nobody has said what to do with them.
    """

    def __init__(self, path: str, *, resume: bool) -> None:
        self.path = os.path.realpath(path) if os.path.islink(path) else path  # a link stays a link
        self.partial = f"{self.path}.partial"
        self._stream: BinaryIO | None = None
        if not resume and os.path.lexists(self.partial):
            reason = "results of a run that did not end; --resume goes on from them, or delete the file"
            raise ResumeError(self.partial, reason)
        self._finished = next((each for each in (self.partial, self.path) if resume and os.path.isfile(each)), None)

    def skip_finished(self, entries: Iterator[TopicEntry], options: SummaryOptions) -> Iterator[ResultLine]:
        """Take from `entries` those that have a result, and give their results.

        Raises
        ------
        ResumeError
            A result is of another topic, or was made in another way.
        """
        return check_finished(self._finished, entries, options) if self._finished else iter(())

    def open(self) -> None:
        """Make ready to append.

        Raises
        ------
        OSError
            Nothing can be written there.
        """
        if self._finished == self.path:
            self._unpack()
        self._stream = open(self.partial, "ab" if self._finished else "xb")  # noqa: SIM115 (see close)
        _lock(self._stream, self.partial)
        _drop_torn_line(self.partial)

    def append(self, result: ResultLine) -> None:
        """Write one more result; the end of this process does not harm it any more when this returns."""
        if self._stream:
            self._stream.write(result.data)
            self._stream.flush()

    def finish(self) -> None:
        """Put all results in their place."""
        packing = packing_of(self.path)
        whole = f"{self.partial}{packing}"
        if packing:
            with open(self.partial, "rb") as plain, open(whole, "wb") as stream, pack_into(stream, packing) as packed:
                shutil.copyfileobj(plain, packed)
        with open(whole, "rb+") as written:
            os.fsync(written.fileno())
        os.chmod(whole, mode_for(self.path))
        os.replace(whole, self.path)
        self.close()
        if packing:
            os.unlink(self.partial)

    def close(self) -> None:
        """Leave the file as it is."""
        if self._stream:
            self._stream.close()

    def _unpack(self) -> None:
        """Make the partial output of a run that had come to its end, in one step as everything here."""
        plain = f"{self.partial}.unpacked"
        with open_unpacked(self.path) as packed, open(plain, "wb") as stream:
            shutil.copyfileobj(packed, stream)
        os.replace(plain, self.partial)


def check_finished(path: str, entries: Iterator[TopicEntry], options: SummaryOptions) -> Iterator[ResultLine]:
    """The results that stand in `path`, each for the next of `entries`; a torn last line is none.

    Raises
    ------
    ResumeError
        A result is of another topic, or was made in another way.
    """
    expected = {"version": VERSION, "options": asdict(replace(options, sentences=options.max_sentences))}
    with open_unpacked(path) as lines:
        for number, line in enumerate(_whole_lines(lines), start=1):
            result = _parse_result(path, line, number)
            _check_same_topic(path, result, next(entries, None), number)
            _check_same_signature(path, result, expected, number)
            yield ResultLine(line, failed="error" in result, is_old=True)


def _whole_lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    return (line for line in lines if line.endswith(b"\n"))


def _parse_result(path: str, line: bytes, number: int) -> dict[str, Any]:
    try:
        return dict(parse_line(line, f"line {number}"))
    except InputError as error:
        raise ResumeError(path, f"not results of summarize-batch: {error}") from error


def _check_same_topic(path: str, result: dict[str, Any], entry: TopicEntry | None, number: int) -> None:
    if entry is None:
        raise ResumeError(path, f"it has more results than there are topics now, from line {number} on; {_ADVICE}")
    if result.get("topic_id") != (now := known_topic_id(entry)):
        was = result.get("topic_id")
        raise ResumeError(path, f"line {number} is on topic {was!r}, where the input now has {now!r}; {_ADVICE}")


def _check_same_signature(path: str, result: dict[str, Any], expected: dict[str, Any], number: int) -> None:
    signature = result.get("signature", expected)  # a failure has none
    for name, now in expected.items():
        if signature.get(name) != now:
            reason = f"line {number} was made with {name} {signature.get(name)}, not {now}; {_ADVICE}"
            raise ResumeError(path, reason)


def _lock(stream: BinaryIO, path: str) -> None:
    """Two runs that append to one file would mix their lines."""
    if sys.platform == "win32":
        return  # which does not let two programs write to one file
    import fcntl

    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise ResumeError(path, "another run is writing to it") from error
    except OSError:  # a file system without locks
        return


def _drop_torn_line(path: str) -> None:
    """Cut off what was being written when the run was ended."""
    with open(path, "rb+") as stream:
        size = sum(map(len, _whole_lines(stream)))
        stream.truncate(size)
