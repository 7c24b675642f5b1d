"""Many topics, one result each: on this machine, or on a Dask cluster."""

from summarizer.batch.summarize_topics import summarize_many
from summarizer.batch.topic_entry import Failure
from summarizer.batch.topic_result import TopicResult

__all__ = ["Failure", "TopicResult", "summarize_many"]
