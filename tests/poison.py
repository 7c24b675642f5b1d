"""A stand-in for a topic whose process runs out of memory; in a module of its own so that workers can import it."""

import os
import signal

from summarizer.batch.topic_result import summarize_topic


def kill_or_summarize(entry, options):
    """Kill this very process where the topic says so, else summarize it."""
    if not entry.fault and b"SIGKILL" in entry.value:
        os.kill(os.getpid(), signal.SIGKILL)
    return summarize_topic(entry, options)
