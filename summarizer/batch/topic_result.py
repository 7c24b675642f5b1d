"""The result of one topic of a batch: a briefing, or a failure. An error of one topic never ends the run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import chain

from summarizer.batch.topic_entry import (
    Failure,
    TopicEntry,
    TopicId,
    digest_of,
    known_topic_id,
    parse_entry,
    read_topic,
    topic_id_of,
)
from summarizer.briefing import Briefing
from summarizer.limits import DEFAULT_LIMITS, Limits
from summarizer.options import SummaryOptions
from summarizer.read.documents import gather_topic
from summarizer.read.formats.articles_json import tell_repeated
from summarizer.render.json import render_line
from summarizer.render.printable import make_printable

DIGEST = "topic_digest"
_MAX_MESSAGE = 500


@dataclass(frozen=True, slots=True)
class TopicResult:
    """A topic's briefing, or why it has none.

    `topic_id` is the topic's own; None if it has none, or one that is neither a text nor a whole number. For a topic
    given as documents only it is the number of the topic, counted from 0.
    """

    topic_id: TopicId | None
    outcome: Briefing | Failure

    @property
    def briefing(self) -> Briefing | None:
        """The briefing; None if the topic failed."""
        return self.outcome if isinstance(self.outcome, Briefing) else None

    @property
    def failure(self) -> Failure | None:
        """Why there is no briefing; None if there is one."""
        return self.outcome if isinstance(self.outcome, Failure) else None


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A result as the line of JSON that is written.

    Parameters
    ----------
    failure
        Which topic failed and why, for a person; None where there is a briefing.
    is_from_before
        An earlier run wrote it.
    """

    data: bytes
    failure: str | None = None
    is_from_before: bool = False


def summarize_topic(
    entry: TopicEntry, options: SummaryOptions, *, strict: bool = False, limits: Limits = DEFAULT_LIMITS
) -> TopicResult:
    """Summarize one topic. Whatever error is raised becomes the failure in the result."""
    if entry.fault:
        return TopicResult(known_topic_id(entry), entry.fault)
    topic_id = None
    try:
        repeated: list[str] = []
        value = parse_entry(entry, repeated)
        topic_id = topic_id_of(value, entry.where)
        entries = chain(read_topic(value, entry.where, limits), tell_repeated(repeated, None))
        topic = gather_topic(entries, limits, strict=strict)
        # numpy, nltk and scikit-learn take a second to import: a topic that cannot be read should not wait for them.
        from summarizer.pipeline import build_briefing

        return TopicResult(topic_id, build_briefing(topic, options, strict=strict))
    except Exception as error:  # noqa: BLE001 (the boundary of a topic: its error, of whatever kind, is its result)
        return TopicResult(topic_id, failure_of(error))


def summarize_line(
    entry: TopicEntry, options: SummaryOptions, *, strict: bool = False, limits: Limits = DEFAULT_LIMITS
) -> ResultLine:
    """Summarize one topic to a line of JSON. Whatever error is raised becomes the failure in it."""
    result = summarize_topic(entry, options, strict=strict, limits=limits)
    outcome = result.outcome.to_dict() if isinstance(result.outcome, Briefing) else asdict(result.outcome)
    fields = {"topic_id": result.topic_id, **outcome, DIGEST: digest_of(entry)}
    return ResultLine(render_line(fields).encode(), describe_failure(fields))


def describe_failure(fields: Mapping[str, object]) -> str | None:
    """Say which topic failed and why, given what its line of results holds; None where it holds a briefing."""
    if "error" not in fields:
        return None
    topic_id = fields["topic_id"]
    topic = "" if topic_id is None else f"topic {topic_id!r}: "
    return f"{topic}{fields.get('message')}"


def import_pipeline() -> None:
    """Import numpy, nltk and scikit-learn, which takes a second. If that fails, it fails here and not in each topic."""
    import summarizer.pipeline  # noqa: F401 (the import itself is the purpose)


def failure_of(error: Exception) -> Failure:
    """Turn an error into a `Failure`."""
    return Failure(type(error).__name__, make_printable(str(error))[:_MAX_MESSAGE])
