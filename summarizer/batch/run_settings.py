"""One run over files of topics: its settings, and the count of its results."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial

from summarizer.batch.topic_entry import TopicEntry
from summarizer.batch.topic_result import ResultLine, summarize_line
from summarizer.limits import DEFAULT_LIMITS, Limits
from summarizer.options import SummaryOptions
from summarizer.read.skipping import shorten
from summarizer.version import VERSION


@dataclass(frozen=True, slots=True)
class BatchRun:
    """All that a run was asked for; picklable, so that it can be sent to the workers of a cluster.

    Parameters
    ----------
    paths
        Files of JSON lines, compressed or not; `-` is standard input.
    output
        The file of results, `-` for standard output; on a cluster, the folder of files of results.
    strict
        A topic fails for the first of its documents that would be skipped.
    group_by
        The key by which articles, one a line, are grouped to topics; None where each line is a topic.
    resume
        Go on after the results of an earlier run.
    jobs
        Processes on this machine; None for one a core.
    limits
        What a topic may cost; a run that is resumed may have others.
    version
        Version of this package on the machine where the run was started.
    """

    paths: tuple[str, ...]
    output: str
    options: SummaryOptions
    strict: bool = False
    group_by: str | None = None
    resume: bool = False
    jobs: int | None = None
    limits: Limits = DEFAULT_LIMITS
    version: str = VERSION

    @property
    def summarize_entry(self) -> Callable[[TopicEntry], ResultLine]:
        """The function that makes the result of one topic."""
        return partial(summarize_line, options=self.options, strict=self.strict, limits=self.limits)

    @property
    def settings(self) -> dict[str, object]:
        """All that decides the results, except the topics themselves; fit for JSON."""
        return {
            "version": self.version,
            "options": asdict(self.options.resolved()),
            "strict": self.strict,
            "group_by": self.group_by,
        }


@dataclass(frozen=True, slots=True)
class TopicCounts:
    """How many topics have a result, how many of those failed (and why the first), how many had one before."""

    n_topics: int = 0
    n_failed: int = 0
    n_before: int = 0
    first_failure: str | None = None

    def __add__(self, other: TopicCounts) -> TopicCounts:
        return TopicCounts(
            self.n_topics + other.n_topics,
            self.n_failed + other.n_failed,
            self.n_before + other.n_before,
            self.first_failure or other.first_failure,
        )


def count_result(result: ResultLine) -> TopicCounts:
    """Count one result."""
    return TopicCounts(1, int(result.failure is not None), int(result.is_from_before), result.failure)


def describe_changes(before: Mapping[str, object], now: Mapping[str, object]) -> str:
    """Say which of the settings differ, as in "with --sentences 8, not with --sentences 3"; empty where none does."""
    old = dict(_settings_one_by_one({name: before[name] for name in now if name in before}))
    return " and ".join(
        f"{_setting_in_words(name, old.get(name))}, not {_setting_in_words(name, value)}"
        for name, value in _settings_one_by_one(now)
        if old.get(name) != value
    )


def _settings_one_by_one(settings: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for name, value in settings.items():
        yield from value.items() if isinstance(value, Mapping) else [(name, value)]


def _setting_in_words(name: str, value: object) -> str:
    option = name if name == "version" else f"--{name.replace('_', '-')}"
    if value is None or value is False:
        return f"without {option}"
    return f"with {option}" if value is True else f"with {option} {shorten(str(value))}"
