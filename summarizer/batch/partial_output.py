"""Results written line by line as they come, so that a run that is ended at any moment can be gone on with.

They stand in `OUT.partial`, one a line, until all are there; then it becomes `OUT`, packed if its name says so, by one
rename. `OUT` is never half-written.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from typing import Any, BinaryIO

from summarizer.atomic_write import mode_for, write_whole
from summarizer.batch.compressed_streams import open_unpacked, pack_into, packing_of
from summarizer.batch.topic_entry import TopicEntry, known_topic_id, parse_line
from summarizer.batch.topic_result import ResultLine
from summarizer.errors import InputError, ResumeError, SummarizerError
from summarizer.options import SummaryOptions
from summarizer.version import VERSION

_ADVICE = "resume with the same input, options and version, or delete the file"


class PartialOutput:
    """The results so far of a run that writes `path`.

    Parameters
    ----------
    path
        Where all results will stand in the end.
    made_by
        What the run was asked for, beside its topics; it stands in `path` + ".partial.job" until the end.
    resume
        Go on after the results that an earlier run has left, in `path` + ".partial" or, where it had come to its end,
        in `path`.

    Raises
    ------
    ResumeError
        An earlier run has left results, and nobody has said what to do with them; or it was asked for something else,
        or is still at work.
    OSError
        Nothing can be written there.
    """

    def __init__(self, path: str, made_by: Mapping[str, object], *, resume: bool) -> None:
        self.path = os.path.realpath(path) if os.path.islink(path) else path  # a link stays a link
        self.partial = f"{self.path}.partial"
        self._job = f"{self.partial}.job"
        if not resume and os.path.lexists(self.partial):
            reason = "results of a run that did not end; --resume goes on from them, or delete the file"
            raise ResumeError(self.partial, reason)
        self._is_unpacked = resume and not os.path.lexists(self.partial) and os.path.isfile(self.path)
        if self._is_unpacked:
            self._unpack()
        self._is_resumed = resume and os.path.isfile(self.partial)
        self._stream = open(self.partial, "r+b" if self._is_resumed else "x+b")  # noqa: SIM115 (see close)
        try:
            _lock(self._stream, self.partial)
            self._check_job(dict(made_by))
        except BaseException:
            self._stream.close()
            raise
        self._stream.truncate(sum(map(len, _whole_lines(self._stream))))  # what was being written when it was ended
        self._stream.seek(0, os.SEEK_END)

    def skip_finished(self, entries: Iterator[TopicEntry], options: SummaryOptions) -> Iterator[ResultLine]:
        """Take from `entries` those that have a result, and give their results.

        Raises
        ------
        ResumeError
            A result is of another topic, or was made in another way.
        """
        named = self.path if self._is_unpacked else self.partial
        return check_finished(self.partial, entries, options, named) if self._is_resumed else iter(())

    def append(self, result: ResultLine) -> None:
        """Write one more result; the end of this process does not harm it any more when this returns."""
        self._stream.write(result.data)
        self._stream.flush()
        self._is_unpacked = False

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
        self._stream.close()  # Windows moves no open file
        os.replace(whole, self.path)
        for left in (self.partial, self._job):
            with suppress(FileNotFoundError):
                os.unlink(left)

    def close(self) -> None:
        """Leave the file as it is; one that was only unpacked to be looked at goes."""
        if not self._stream.closed:
            self._stream.close()
            for left in (self.partial, self._job) if self._is_unpacked else ():
                os.unlink(left)

    def _unpack(self) -> None:
        """Make the partial output of a run that had come to its end, in one step as everything here."""
        plain = f"{self.partial}.unpacked"
        with _readable(self.path), open_unpacked(self.path) as packed, open(plain, "wb") as stream:
            shutil.copyfileobj(packed, stream)
        os.replace(plain, self.partial)

    def _check_job(self, made_by: dict[str, object]) -> None:
        """See that an earlier run was asked for the same, or note what this one is."""
        if self._is_resumed and os.path.isfile(self._job):
            with open(self._job, encoding="utf-8") as stream:
                if stream.read() != json.dumps(made_by):
                    raise ResumeError(self.partial, f"made with other options; {_ADVICE}")
        else:
            write_whole(self._job, json.dumps(made_by))


def check_finished(
    path: str, entries: Iterator[TopicEntry], options: SummaryOptions, named: str | None = None
) -> Iterator[ResultLine]:
    """The results that stand in `path`, each for the next of `entries`; a torn last line is none.

    Where they are a copy of what the user knows, `named` is the name of that.

    Raises
    ------
    ResumeError
        A result is of another topic, or was made in another way.
    """
    expected = {"version": VERSION, "options": asdict(replace(options, sentences=options.max_sentences))}
    named = named or path
    with _readable(named), open_unpacked(path) as lines:
        for number, line in enumerate(_whole_lines(lines), start=1):
            result = _parse_result(named, line, number)
            _check_same_topic(named, result, next(entries, None), number)
            _check_same_signature(named, result, expected, number)
            yield ResultLine(line, failed="error" in result, is_old=True)


def _whole_lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    return (line for line in lines if line.endswith(b"\n"))


def _parse_result(path: str, line: bytes, number: int) -> dict[str, Any]:
    try:
        result = dict(parse_line(line, f"line {number}"))
    except InputError as error:
        raise ResumeError(path, f"not results of summarize-batch: {error}") from error
    if not isinstance(result.get("signature", {}), dict):
        raise ResumeError(path, f"not results of summarize-batch: line {number} has no signature of its making")
    return result


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


@contextmanager
def _readable(path: str) -> Iterator[None]:
    """Whatever a packed file that is broken raises is one error."""
    try:
        yield
    except SummarizerError:
        raise
    except Exception as error:
        raise ResumeError(path, f"it cannot be read ({str(error) or type(error).__name__}); {_ADVICE}") from error


def _lock(stream: BinaryIO, path: str) -> None:
    """Two runs that append to one file would mix their lines."""
    if sys.platform == "win32":
        return  # no lock there: two runs at once are the user's to avoid
    import fcntl

    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise ResumeError(path, "another run is writing to it") from error
    except OSError:  # a file system without locks
        return
    if not (os.path.exists(path) and os.path.samestat(os.fstat(stream.fileno()), os.stat(path))):
        raise ResumeError(path, "another run has just come to its end")
