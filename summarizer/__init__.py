"""Extractive multi-document summaries: the sentences that articles on one event hold central, each with its sources."""

from summarizer.api import summarize
from summarizer.batch.summarize_topics import summarize_many
from summarizer.batch.topic_entry import Failure
from summarizer.batch.topic_result import TopicResult
from summarizer.briefing import Briefing
from summarizer.datamodel import BriefingItem, Document, Passage, Skipped, Source
from summarizer.errors import (
    ClusterError,
    ConvergenceError,
    EmptyInputError,
    EvidenceError,
    InputError,
    LimitError,
    MissingExtraError,
    OptionError,
    SummarizerError,
    WorkerDiedError,
)
from summarizer.limits import Limits
from summarizer.options import SummaryOptions
from summarizer.read.documents import Topic, read_documents
from summarizer.verify import Mismatch, Verification, verify_briefing
from summarizer.version import VERSION as __version__  # noqa: N811 (the name by which tools ask a package for it)

__all__ = [
    "Briefing",
    "BriefingItem",
    "ClusterError",
    "ConvergenceError",
    "Document",
    "EmptyInputError",
    "EvidenceError",
    "Failure",
    "InputError",
    "LimitError",
    "Limits",
    "Mismatch",
    "MissingExtraError",
    "OptionError",
    "Passage",
    "Skipped",
    "Source",
    "SummarizerError",
    "SummaryOptions",
    "Topic",
    "TopicResult",
    "Verification",
    "WorkerDiedError",
    "__version__",
    "read_documents",
    "summarize",
    "summarize_many",
    "verify_briefing",
]
