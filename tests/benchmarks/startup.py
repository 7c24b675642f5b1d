"""CPU of the whole `summarize` process against the bare import of what it must import.

usage: python tests/benchmarks/startup.py [PATH...]      (examples/ferry unless given)

Runs both in turn, so that a machine that slows down slows both; prints the medians and the ratio of each pair.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNS = 7
IMPORTS = ["-c", "import nltk, sklearn.feature_extraction.text"]


def cpu_seconds(arguments: list[str]) -> float:
    """User and system time of a Python process and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(paths: list[str]) -> None:
    """Print the figures."""
    job = ["-m", "summarizer", *(paths or [str(ROOT / "examples" / "ferry")])]
    cpu_seconds(IMPORTS)
    cpu_seconds(job)
    pairs = [(cpu_seconds(IMPORTS), cpu_seconds(job)) for _ in range(RUNS)]
    ratios = [whole / bare for bare, whole in pairs]
    print(f"bare import of nltk and scikit-learn  {statistics.median(bare for bare, _ in pairs):.2f} s CPU")
    print(f"the whole main job                    {statistics.median(whole for _, whole in pairs):.2f} s CPU")
    print(
        f"ratio, median of {RUNS} pairs             {statistics.median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f})"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
