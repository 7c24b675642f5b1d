"""Results written line by line as they come, so that a run can be resumed, whenever it was interrupted.

Until all results are there, they stand in `OUT.partial`, one a line. Then one rename makes them `OUT`, compressed if
that name says so. `OUT` is never half-written.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import BinaryIO

from summarizer.atomic_write import mode_for, write_whole
from summarizer.batch.compressed_streams import compress_into, compression_of, open_decompressed
from summarizer.batch.finished_results import ADVICE, check_finished, errors_for_resume, whole_lines
from summarizer.batch.run_settings import describe_changes
from summarizer.batch.topic_entry import TopicEntry
from summarizer.batch.topic_result import ResultLine
from summarizer.errors import ResumeError
from summarizer.options import SummaryOptions


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
            self._check_settings(settings)
        except BaseException:
            self._stream.close()
            raise
        self._stream.truncate(sum(map(len, whole_lines(self._stream))))  # without a line that was cut off
        self._stream.seek(0, os.SEEK_END)

    def skip_finished(self, entries: Iterator[TopicEntry], options: SummaryOptions) -> Iterator[ResultLine]:
        """Take from `entries` those that have a result, and yield their results.

        Raises
        ------
        ResumeError
            A result is of another topic or other documents, or was made with other options or another version.
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
            with errors_for_resume(self.path), open_decompressed(self.path) as lines, open(copy, "wb") as stream:
                shutil.copyfileobj(lines, stream)
            os.replace(copy, self.partial)
        except BaseException:
            with suppress(FileNotFoundError):
                os.unlink(copy)
            raise

    def _check_settings(self, settings: Mapping[str, object]) -> None:
        """Compare the settings with those of the run that is resumed, or note them for one that resumes this run."""
        if self._is_resumed and os.path.isfile(self._settings_path):
            with open(self._settings_path, encoding="utf-8") as stream:
                changes = describe_changes(_parse_settings(stream.read()), settings)
            if changes:
                raise ResumeError(self.partial, f"made {changes}; {ADVICE}")
        else:
            write_whole(self._settings_path, json.dumps(settings))


def _parse_settings(written: str) -> Mapping[str, object]:
    """Read the settings of the run before; none where a full disk or the like has left no whole file."""
    try:
        settings = json.loads(written)
    except ValueError:
        return {}
    return settings if isinstance(settings, dict) else {}


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
