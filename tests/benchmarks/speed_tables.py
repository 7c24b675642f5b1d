"""What the speed benchmark measured, as Markdown tables."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from apart import MEGABYTE, Outcome

GROWTH_FROM = 10_000  # sentences asked for: below, what costs the same for any topic is seen
LEAST_SHARE = 0.01  # of the CPU at some size, for a stage to have a row of its own
NOT_RUN = "not run"


@dataclass(frozen=True)
class Run:
    """A run of the main job in a process of its own; seconds and bytes.

    n_asked, n_sentences
        How many sentences the news have, and how many the pipeline counted in them.
    cpu
        User and system time of all of it, worker processes included; `pipeline` is without the start and the imports.
    memory
        The most that was in memory before the floor was measured.
    stages
        CPU by stage, without the imports.
    floor
        CPU of one pass of a trivial tokenizer over the same texts, one by one; `floor_at_once` as one text, None where
        that was not measured.
    """

    n_asked: int
    n_sentences: int
    n_documents: int
    cpu: float
    pipeline: float
    wall: float
    memory: int
    stages: Mapping[str, float]
    floor: float
    floor_at_once: float | None = None

    @property
    def floor_ratio(self) -> float:
        """The CPU of the pipeline over the floor."""
        return self.pipeline / self.floor

    @property
    def floor_ratio_at_once(self) -> str:
        """The same, as it is printed, where the floor's text is one piece."""
        return f"{self.pipeline / self.floor_at_once:.1f}" if self.floor_at_once else "–"


@dataclass(frozen=True)
class Rate:
    """What many topics cost a system with so many processes; `jobs` 0 is a peer that has no such choice."""

    system: str
    jobs: int
    n_topics: int
    cpu: float
    wall: float


def growth_exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """The least-squares slope of log cost against log size: 1 is linear, 2 quadratic; NaN for less than two sizes."""
    if len(sizes) < 2:
        return math.nan
    return float(np.polyfit(np.log(sizes), np.log(costs), 1)[0])


def main_table(runs: Sequence[Run]) -> str:
    """One row a size, and how the cost grows."""
    rows = [
        f"| {run.n_sentences:,} | {run.n_documents:,} | {run.floor_ratio:.1f} "
        f"| {run.floor_ratio_at_once} | {run.memory / MEGABYTE:,.0f} "
        f"| {seconds(run.cpu)} | {seconds(run.pipeline)} | {seconds(1000 * run.floor)} | {seconds(run.wall)} |"
        for run in runs
    ]
    head = "| sentences | documents | floor ratio | as one text | peak memory, MB | this run: CPU, s | without imports, s | floor, ms | wall, s |"
    return "\n".join([head, "|" + "---:|" * 9, *rows, "", _growth(runs)])


def stages_table(runs: Sequence[Run]) -> str:
    """The share of each stage in the CPU without imports, the largest at the largest size first."""
    shares = [{stage: spent / run.pipeline for stage, spent in run.stages.items()} for run in runs]
    names = sorted({name for share in shares for name in share}, key=lambda name: (-shares[-1].get(name, 0), name))
    shown = [name for name in names if any(share.get(name, 0) >= LEAST_SHARE for share in shares)]
    rows = [f"| `{name}` | {' | '.join(f'{share.get(name, 0):.0%}' for share in shares)} |" for name in shown]
    rest = " | ".join(f"{1 - sum(share.get(name, 0) for name in shown):.0%}" for share in shares)
    head = " | ".join(f"{run.n_sentences:,}" for run in runs)
    return "\n".join(
        [f"| stage, share of CPU at | {head} |", "|---|" + "---:|" * len(runs), *rows, f"| the rest | {rest} |"]
    )


def peers_table(runs: Sequence[Run], peers: Mapping[str, Sequence[Outcome | None]], time_limit: float) -> str:
    """A row a system, a column a size; an outcome is None where the peer was not run."""
    head = " | ".join(f"{run.n_sentences:,} sentences" for run in runs)
    rows = [f"| **summarizer** | {' | '.join(_cell(run.pipeline, run.memory, 1) for run in runs)} |"]
    for name, outcomes in peers.items():
        cells = [_peer_cell(outcome, run, time_limit) for run, outcome in zip(runs, outcomes, strict=True)]
        rows.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join([f"| this run: CPU, s; times ours; MB | {head} |", "|---|" + "---:|" * len(runs), *rows])


def peers_notes(time_limit: int, memory_limit: int) -> str:
    """What the table of the peers must be read with; the limits in seconds and GB."""
    return (
        f"Without the start and the imports. Peers may take {time_limit} s of CPU and {memory_limit} GB of address space; "
        "reading is in our figures and not in theirs. One that was stopped is not run on more.\n"
        "\\* given our splitter's sentences, the making of which is not counted: its own needs data downloaded at run time, "
        "or it has none."
    )


def topics_table(rates: Sequence[Rate]) -> str:
    """A row a system; the CPU of a topic is compared with that of the first row."""
    ours = rates[0].cpu / rates[0].n_topics
    rows = [
        f"| {rate.system} | {rate.jobs or ''} | {rate.n_topics:,} | ×{ratio(rate.cpu / rate.n_topics / ours)} "
        f"| {rate.n_topics / rate.wall:,.1f} | {1000 * rate.cpu / rate.n_topics:,.1f} |"
        for rate in rates
    ]
    head = "| system | jobs | topics | CPU of a topic, times ours | this run: topics/s | ms of CPU a topic |"
    return "\n".join([head, "|---|" + "---:|" * 5, *rows])


def seconds(value: float) -> str:
    """Three figures, as far as they mean something; of milliseconds too."""
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def ratio(value: float) -> str:
    """Two figures from one up, one below."""
    return f"{value:.1f}" if value < 10 else f"{value:,.0f}"


def _growth(runs: Sequence[Run]) -> str:
    large = [run for run in runs if run.n_asked >= GROWTH_FROM]
    if len(large) < 2:
        return f"Too few sizes from {GROWTH_FROM:,} sentences up to tell how the cost grows."
    sizes = [run.n_sentences for run in large]
    exponent = growth_exponent(sizes, [run.pipeline for run in large])
    return f"Between {min(sizes):,} and {max(sizes):,} sentences CPU without imports grows as n^{exponent:.2f}."


def _peer_cell(outcome: Outcome | None, run: Run, time_limit: float) -> str:
    if outcome is None:
        return NOT_RUN
    if outcome.value:
        return _cell(outcome.value["cpu"], outcome.value["memory"], outcome.value["cpu"] / run.pipeline)
    times = f" (> ×{ratio(time_limit / run.pipeline)})" if outcome.ending.startswith("stopped") else ""
    return outcome.ending + times


def _cell(cpu: float, memory: int, times: float) -> str:
    return f"{seconds(cpu)}; ×{ratio(times)}; {memory / MEGABYTE:,.0f}"
