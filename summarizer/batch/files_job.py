"""What a batch of files is asked to do, and how much of it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial

from summarizer.batch.topic_entry import TopicEntry
from summarizer.batch.topic_result import ResultLine, summarize_line
from summarizer.options import SummaryOptions
from summarizer.version import VERSION


@dataclass(frozen=True, slots=True)
class FilesJob:
    """What is to be done with which files.

    Parameters
    ----------
    paths
        Files of JSON lines, packed or not; `-` is standard input.
    output
        The file of results, `-` for standard output; on a cluster, the folder of files of results.
    group_by
        The key by which articles, one a line, are grouped to topics; None where each line is a topic.
    resume
        Go on after the results that are there.
    jobs
        Processes on this machine; None for one a core.
    version
        Of this package, where the job was made.
    """

    paths: tuple[str, ...]
    output: str
    options: SummaryOptions
    strict: bool = False
    group_by: str | None = None
    resume: bool = False
    jobs: int | None = None
    version: str = VERSION

    @property
    def work(self) -> Callable[[TopicEntry], ResultLine]:
        """What is done with each topic."""
        return partial(summarize_line, options=self.options, strict=self.strict)

    @property
    def made_by(self) -> dict[str, object]:
        """What decides the results, beside the topics."""
        return {
            "version": self.version,
            "options": asdict(self.options),
            "strict": self.strict,
            "group_by": self.group_by,
        }


@dataclass(frozen=True, slots=True)
class Counts:
    """How many topics have a result, how many of those are failures, and how many had one before this run."""

    topics: int = 0
    failed: int = 0
    old: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.topics + other.topics, self.failed + other.failed, self.old + other.old)


def count_result(result: ResultLine) -> Counts:
    """One result, counted."""
    return Counts(1, int(result.failed), int(result.is_old))
