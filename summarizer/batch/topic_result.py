"""What becomes of one topic of a batch: a briefing, or why there is none. Whatever goes wrong stays inside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from summarizer.batch.topic_entry import (
    Failure,
    TopicEntry,
    TopicId,
    known_topic_id,
    parse_entry,
    read_topic,
    topic_id_of,
)
from summarizer.briefing import Briefing
from summarizer.options import SummaryOptions
from summarizer.read.documents import gather_topic
from summarizer.render.json import render_line
from summarizer.render.printable import make_printable

_MAX_MESSAGE = 500


@dataclass(frozen=True, slots=True)
class TopicResult:
    """What became of a topic.

    `topic_id` is the topic's own, None where it has none that could be used. A topic that was given as documents only
    has its place among the topics, counted from 0.
    """

    topic_id: TopicId | None
    outcome: Briefing | Failure

    @property
    def briefing(self) -> Briefing | None:
        """The briefing, None where there is a failure."""
        return self.outcome if isinstance(self.outcome, Briefing) else None

    @property
    def failure(self) -> Failure | None:
        """Why there is no briefing, None where there is one."""
        return self.outcome if isinstance(self.outcome, Failure) else None


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A result as the line of JSON that is written; an old one was written by a run before."""

    data: bytes
    failed: bool
    is_old: bool = False


def summarize_topic(entry: TopicEntry, options: SummaryOptions, *, strict: bool = False) -> TopicResult:
    """The result of one topic; it never raises."""
    if entry.fault:
        return TopicResult(known_topic_id(entry), entry.fault)
    topic_id = None
    try:
        value = parse_entry(entry)
        topic_id = topic_id_of(value, entry.where)
        return TopicResult(topic_id, _brief(value, entry.where, options, strict=strict))
    except Exception as error:  # noqa: BLE001 (the boundary of a topic: its error, of whatever kind, is its result)
        return TopicResult(topic_id, describe_error(error))


def summarize_line(entry: TopicEntry, options: SummaryOptions, *, strict: bool = False) -> ResultLine:
    """The result of one topic, written; it never raises."""
    result = summarize_topic(entry, options, strict=strict)
    outcome = result.outcome.to_dict() if isinstance(result.outcome, Briefing) else asdict(result.outcome)
    line = render_line({"topic_id": result.topic_id, **outcome})
    return ResultLine(line.encode(), failed=result.failure is not None)


def import_pipeline() -> None:
    """Spend the second of importing numpy, nltk and scikit-learn; a broken installation fails here, not by topics."""
    import summarizer.pipeline  # noqa: F401 (the import is what is wanted)


def describe_error(error: Exception) -> Failure:
    """An error as data."""
    return Failure(type(error).__name__, make_printable(str(error))[:_MAX_MESSAGE])


def _brief(value: Mapping[str, object], where: str, options: SummaryOptions, *, strict: bool) -> Briefing:
    topic = gather_topic(read_topic(value, where), strict=strict)
    # As for one topic: what is wrong with the input is found before the second that numpy and the others take.
    from summarizer.pipeline import build_briefing

    return build_briefing(topic, options, strict=strict)
