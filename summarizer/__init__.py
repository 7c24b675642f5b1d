"""Extractive multi-document summaries: the sentences that articles on one event hold central, each with its sources."""

from summarizer.api import summarize
from summarizer.briefing import Briefing
from summarizer.datamodel import BriefingItem, Document, Passage, Skipped, Source
from summarizer.errors import (
    ConvergenceError,
    EmptyInputError,
    InputError,
    OptionError,
    SummarizerError,
    WorkerError,
)
from summarizer.options import SummaryOptions
from summarizer.read import Topic, read_documents
from summarizer.version import VERSION as __version__  # noqa: N811 (the name that packages have it by)

__all__ = [
    "Briefing",
    "BriefingItem",
    "ConvergenceError",
    "Document",
    "EmptyInputError",
    "InputError",
    "OptionError",
    "Passage",
    "Skipped",
    "Source",
    "SummarizerError",
    "SummaryOptions",
    "Topic",
    "WorkerError",
    "__version__",
    "read_documents",
    "summarize",
]
