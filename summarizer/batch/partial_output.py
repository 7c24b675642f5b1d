"""Results written line by line as they come, so that a run can be resumed, whenever it was interrupted.

Until all results are there, they stand in `OUT.partial`, one a line. Then one rename makes them `OUT`, compressed if
that name says so. `OUT` is never half-written.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict
from typing import Any, BinaryIO

from summarizer.atomic_write import mode_for, write_whole
from summarizer.batch.compressed_streams import compress_into, compression_of, open_decompressed
from summarizer.batch.topic_entry import TopicEntry, known_topic_id, parse_line
from summarizer.batch.topic_result import ResultLine
from summarizer.errors import InputError, ResumeError, SummarizerError
from summarizer.options import SummaryOptions
from summarizer.version import VERSION

_ADVICE = "resume with the same input, options and version, or delete the file"


def partial_path(path: str) -> str:
    """The file that holds the results of `path` until all are there; of a link, beside the file it leads to."""
    return f"{os.path.realpath(path) if os.path.islink(path) else path}.partial"


class PartialOutput:
    """The results, so far, of a run that writes `path`.

    Parameters
    ----------
    path
        The file where all results will stand in the end.
    settings
        All that decides the results, except the topics; kept in `path` + ".partial.job" until the end.
    resume
        Go on after the results of an earlier run: those in `path` + ".partial" or, if it had finished, in `path`.

    Raises
    ------
    ResumeError
        There are results of an earlier run, and `resume` is False; or that run had other settings, or is still going.
    OSError
        The file cannot be written.
    """

    def __init__(self, path: str, settings: Mapping[str, object], *, resume: bool) -> None:
        self.path = os.path.realpath(path) if os.path.islink(path) else path  # so that a link stays a link
        self.partial = partial_path(path)
        self._settings_path = f"{self.partial}.job"
        if not resume and os.path.lexists(self.partial):
            reason = "results of a run that did not end; --resume goes on from them, or delete the file"
            raise ResumeError(self.partial, reason)
        self._is_copy = resume and not os.path.lexists(self.partial) and os.path.isfile(self.path)
        if self._is_copy:
            self._copy_finished()
        self._is_resumed = resume and os.path.isfile(self.partial)
        self._stream = open(self.partial, "r+b" if self._is_resumed else "x+b")  # noqa: SIM115 (see close)
        try:
            _lock(self._stream, self.partial)
            self._check_settings(json.dumps(settings))
        except BaseException:
            self._stream.close()
            raise
        self._stream.truncate(sum(map(len, _whole_lines(self._stream))))  # without a line that was cut off
        self._stream.seek(0, os.SEEK_END)

    def skip_finished(self, entries: Iterator[TopicEntry], options: SummaryOptions) -> Iterator[ResultLine]:
        """Take from `entries` those that have a result, and yield their results.

        Raises
        ------
        ResumeError
            A result is of another topic, or was made with other options or another version.
        """
        shown_path = self.path if self._is_copy else self.partial
        return check_finished(self.partial, entries, options, shown_path) if self._is_resumed else iter(())

    def append(self, result: ResultLine) -> None:
        """Write one more result. When this returns, the result survives the end of this process."""
        self._stream.write(result.data)
        self._stream.flush()
        self._is_copy = False

    def finish(self) -> None:
        """Move all results to their place."""
        compression = compression_of(self.path)
        whole = f"{self.partial}{compression}"
        if compression:
            with (
                open(self.partial, "rb") as lines,
                open(whole, "wb") as stream,
                compress_into(stream, compression) as compressed,
            ):
                shutil.copyfileobj(lines, compressed)
        with open(whole, "rb+") as written:
            os.fsync(written.fileno())
        os.chmod(whole, mode_for(self.path))
        self._stream.close()  # Windows does not move an open file
        os.replace(whole, self.path)
        for leftover in (self.partial, self._settings_path):
            with suppress(FileNotFoundError):
                os.unlink(leftover)

    def close(self) -> None:
        """Leave the partial results as they are; a copy of finished results, to which nothing was added, is removed."""
        if not self._stream.closed:
            self._stream.close()
            for leftover in (self.partial, self._settings_path) if self._is_copy else ():
                os.unlink(leftover)

    def _copy_finished(self) -> None:
        """Copy the results of a finished run to the partial file, decompressed; one rename makes the copy whole."""
        copy = f"{self.partial}.unpacked"
        try:
            with _errors_for_resume(self.path), open_decompressed(self.path) as lines, open(copy, "wb") as stream:
                shutil.copyfileobj(lines, stream)
            os.replace(copy, self.partial)
        except BaseException:
            with suppress(FileNotFoundError):
                os.unlink(copy)
            raise

    def _check_settings(self, settings: str) -> None:
        """Compare the settings with those of the run that is resumed, or note them for one that resumes this run."""
        if self._is_resumed and os.path.isfile(self._settings_path):
            with open(self._settings_path, encoding="utf-8") as stream:
                if stream.read() != settings:
                    raise ResumeError(self.partial, f"made with other options; {_ADVICE}")
        else:
            write_whole(self._settings_path, settings)


def check_finished(
    path: str, entries: Iterator[TopicEntry], options: SummaryOptions, shown_path: str | None = None
) -> Iterator[ResultLine]:
    """Yield the results in `path`, each checked to be of the next of `entries`; a last line that is cut off is ignored.

    Errors name `shown_path` instead, where `path` is a copy of that file.

    Raises
    ------
    ResumeError
        A result is of another topic, or was made with other options or another version.
    """
    expected = {"version": VERSION, "options": asdict(options.resolved())}
    shown_path = shown_path or path
    with _errors_for_resume(shown_path), open_decompressed(path) as lines:
        for number, line in enumerate(_whole_lines(lines), start=1):
            result = _parse_result(shown_path, line, number)
            _check_same_topic(shown_path, result, next(entries, None), number)
            _check_same_signature(shown_path, result, expected, number)
            yield ResultLine(line, is_failure="error" in result, is_from_before=True)


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
def _errors_for_resume(path: str) -> Iterator[None]:
    """Raise a `ResumeError` for any of the errors that reading a broken compressed file raises."""
    try:
        yield
    except SummarizerError:
        raise
    except Exception as error:
        raise ResumeError(path, f"it cannot be read ({str(error) or type(error).__name__}); {_ADVICE}") from error


def _lock(stream: BinaryIO, path: str) -> None:
    """Lock the file: two runs that append to it would mix their lines."""
    if sys.platform == "win32":
        return  # there is no such lock: the user must not start two runs at once
    import fcntl

    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise ResumeError(path, "another run is writing to it") from error
    except OSError:  # a file system without locks
        return
    if not (os.path.exists(path) and os.path.samestat(os.fstat(stream.fileno()), os.stat(path))):
        raise ResumeError(path, "another run has just come to its end")
