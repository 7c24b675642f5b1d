"""Results of an earlier run, checked before they are kept: same topics, same documents, same options, same version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from summarizer.batch.compressed_streams import open_decompressed
from summarizer.batch.run_settings import describe_changes
from summarizer.batch.topic_entry import TopicEntry, digest_of, known_topic_id, parse_line
from summarizer.batch.topic_result import DIGEST, ResultLine, describe_failure
from summarizer.errors import InputError, ResumeError, SummarizerError
from summarizer.options import SummaryOptions
from summarizer.version import VERSION

ADVICE = "resume with the same input, options and version, or delete the file"


def check_finished(
    path: str, entries: Iterator[TopicEntry], options: SummaryOptions, shown_path: str | None = None
) -> Iterator[ResultLine]:
    """Yield the results in `path`, each checked to be of the next of `entries`; a last line that is cut off is ignored.

    Errors name `shown_path` instead, where `path` is a copy of that file.

    Raises
    ------
    ResumeError
        A result is of another topic or other documents, or was made with other options or another version.
    """
    expected = {"version": VERSION, "options": asdict(options.resolved())}
    shown_path = shown_path or path
    with errors_for_resume(shown_path), open_decompressed(path) as lines:
        for number, line in enumerate(whole_lines(lines), start=1):
            result = _parse_result(shown_path, line, number)
            _check_same_topic(shown_path, result, next(entries, None), number)
            _check_same_signature(shown_path, result, expected, number)
            yield ResultLine(line, describe_failure(result), is_from_before=True)


def whole_lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the lines, but not a last one that was cut off."""
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
        raise ResumeError(path, f"it has more results than there are topics now, from line {number} on; {ADVICE}")
    if result.get("topic_id") != (now := known_topic_id(entry)):
        was = result.get("topic_id")
        raise ResumeError(path, f"line {number} is on topic {was!r}, where the input now has {now!r}; {ADVICE}")
    if DIGEST not in result:
        reason = f"line {number} has no {DIGEST}, so nobody can tell which documents it was made from; {ADVICE}"
        raise ResumeError(path, reason)
    if result[DIGEST] != digest_of(entry):
        topic = entry.where if now is None else f"topic {now!r}"
        raise ResumeError(path, f"line {number} was made from other documents than {topic} has now; {ADVICE}")


def _check_same_signature(path: str, result: dict[str, Any], expected: dict[str, Any], number: int) -> None:
    changes = describe_changes(result.get("signature", expected), expected)  # a failure has no signature
    if changes:
        raise ResumeError(path, f"line {number} was made {changes}; {ADVICE}")


@contextmanager
def errors_for_resume(path: str) -> Iterator[None]:
    """Raise a `ResumeError` for any of the errors that reading a broken compressed file raises."""
    try:
        yield
    except SummarizerError:
        raise
    except Exception as error:
        raise ResumeError(path, f"it cannot be read ({str(error) or type(error).__name__}); {ADVICE}") from error
