"""How much CPU and memory a briefing takes, how that grows, and what other summarizers take.

Run from anywhere, with the extra `benchmark` installed:

    python tests/benchmarks/speed.py                 invented news, up to ten million sentences
    python tests/benchmarks/speed.py FOLDER          sentences of your own documents, recombined
    python tests/benchmarks/speed.py --help          the rest

The tables go to standard output, what is going on to standard error.
"""

from __future__ import annotations

import os
import platform
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from apart import Outcome, call_apart
from invented import invent_sentences
from news import folder_sentences, make_articles, recombine, write_news
from speed_tables import Rate, Run, main_table, peers_notes, peers_table, stages_table, topics_table
from topics import SHIPPED, load_topics

SEED = 2025
SIZES = "1000,10000,100000,1000000,10000000"
REPEATED_UP_TO = 100_000  # sentences; a larger run is long enough to be steady
TOPICS_PEER = "sumy LexRank"
PEER_TOPICS = 200  # at most: a peer's topics cost alike
TOPIC_JOBS = (1, 2)
PATIENCE = 10  # times the limit on CPU, on the clock: our splitter comes first, and a peer may wait for ever
GIGABYTE = 1024**3
TERMINATED = 143  # exit code, as a shell has it

Sentences = Callable[[], Iterator[str]]


@dataclass(frozen=True)
class Plan:
    """How everything is run.

    jobs
        Worker processes of the main job.
    repeats
        Runs of the main job at the smaller sizes, of which the middle one is taken.
    time_limit, memory_limit
        Seconds of CPU and GB of address space that a peer may take.
    """

    jobs: int = 1
    repeats: int = 3
    time_limit: int = 120
    memory_limit: int = 8

    def call_peer(self, function: str, **arguments: object) -> Outcome:
        """A function of `peers` under the limits."""
        return call_apart(
            f"peers:{function}",
            limit=self.time_limit,
            patience=PATIENCE * self.time_limit,
            time_limit=self.time_limit,
            memory_limit=self.memory_limit * GIGABYTE,
            **arguments,
        )


def _parse_sizes(_: click.Context, __: click.Parameter, value: str) -> list[int]:
    try:
        sizes = sorted({int(size) for size in value.split(",")})
    except ValueError:
        sizes = [0]
    if sizes[0] < 1:
        raise click.BadParameter(f"'{value}' is no list of numbers of sentences, such as 1000,10000")
    return sizes


@click.command()
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--sizes", default=SIZES, show_default=True, callback=_parse_sizes, help="Numbers of sentences.")
@click.option("--peers/--no-peers", "with_peers", default=True, help="Measure other summarizers too.")
@click.option(
    "--time-limit",
    type=click.IntRange(min=1),
    default=120,
    show_default=True,
    help="Seconds of CPU that a peer may take.",
)
@click.option(
    "--memory-limit",
    type=click.IntRange(min=1),
    default=8,
    show_default=True,
    help="GB of address space that a peer may take.",
)
@click.option(
    "--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Worker processes of the main job."
)
@click.option(
    "--repeats",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    help=f"Runs a size, up to {REPEATED_UP_TO:,} sentences.",
)
@click.option(
    "--topics",
    default=SHIPPED[0],
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help='Many topics: `{"id", "documents": [{"text"}]}` a line. [default: thirteen that ship]',
)
@click.option(
    "--n-topics",
    type=click.IntRange(min=0),
    default=2000,
    show_default=True,
    help="The topics are repeated to so many; 0: none.",
)
def main(
    folder: Path | None, sizes: list[int], *, with_peers: bool, topics: Path, n_topics: int, **settings: int
) -> None:
    """Measure the main job on invented news, or on the documents in FOLDER, at several sizes; then many topics."""
    plan = Plan(**settings)
    peers = _peer_names() if with_peers else {}
    sentences, material = _material(folder)
    click.echo(f"{_machine(plan)}\n\n{material}\n")
    runs, outcomes = _measure_sizes(sentences, sizes, list(peers), plan)
    if runs:
        click.echo(f"{main_table(runs)}\n\n{stages_table(runs)}\n")
    if runs and peers:
        named = {peers[name]: ended for name, ended in outcomes.items()}
        click.echo(
            f"{peers_table(runs, named, plan.time_limit)}\n\n{peers_notes(plan.time_limit, plan.memory_limit)}\n"
        )
    if n_topics and (rates := list(_measure_topics(topics, n_topics, plan, with_peers=with_peers))):
        click.echo(f"{topics_table(rates)}\n\n{_describe_topics(topics)}")


def _peer_names() -> dict[str, str]:
    """The peers, each with how a table names it."""
    try:
        from peers import PEERS
        from systems import GIVEN_OUR_SENTENCES
    except ImportError as error:
        raise click.ClickException(
            f"{error}: the peers need the extra benchmark (pip install '.[benchmark]'); or leave them out: --no-peers"
        ) from error
    return {name: f"{name} *" if name in GIVEN_OUR_SENTENCES else name for name in PEERS}


def _machine(plan: Plan) -> str:
    """What this run is a run on: seconds compare with nothing else."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    model = next(models, platform.machine())
    return (
        f"This run: {os.cpu_count()} cores ({model}), {platform.system()}, Python {platform.python_version()}; "
        f"jobs: {plan.jobs}. Seconds are of this run only; ratios, growth and memory are what to compare."
    )


def _material(folder: Path | None) -> tuple[Sentences, str]:
    """A way to begin the sentences anew, and what they are."""
    if folder is None:
        about = "Invented news, one sentence in seven an earlier one in slightly other words."
        return partial(invent_sentences, SEED), about
    known = folder_sentences(folder)
    if not known:
        raise click.ClickException(f"{folder}: no sentence in it; name a folder of documents that summarize can read")
    about = (
        f"The {len(known):,} sentences of the folder, recombined: cut into articles anew, one in seven an earlier one in "
        "slightly other words; beyond that number, the first half of one and the second half of another."
    )
    return partial(recombine, known, SEED), about


def _measure_sizes(
    sentences: Sentences, sizes: Sequence[int], peers: Sequence[str], plan: Plan
) -> tuple[list[Run], dict[str, list[Outcome | None]]]:
    """A run a size, and per peer how it ended at each; a peer that was stopped is not run on more."""
    runs: list[Run] = []
    outcomes: dict[str, list[Outcome | None]] = {name: [] for name in peers}
    for size in sizes:
        with TemporaryDirectory(prefix="speed-") as folder:
            click.echo(f"{size:,} sentences: writing the news", err=True)
            write_news(make_articles(sentences(), size, SEED), Path(folder))
            run = _measure_main(folder, size, plan)
            if run is None:
                continue
            runs.append(run)
            for name, ended in outcomes.items():
                is_out = any(outcome is None or outcome.ending for outcome in ended)
                ended.append(None if is_out else _measure_peer(name, folder, size, plan))
    return runs, outcomes


def _measure_main(folder: str, size: int, plan: Plan) -> Run | None:
    """The middle one of several runs by floor ratio, each a process of its own."""
    runs: list[Run] = []
    for _ in range(plan.repeats if size <= REPEATED_UP_TO else 1):
        outcome = call_apart("main_job:measure", folder=folder, jobs=plan.jobs)
        if outcome.ending:
            click.echo(f"{size:,} sentences: summarizer {outcome.ending}\n")
            return None
        run = Run(n_asked=size, **outcome.value)
        runs.append(replace(run, memory=max(run.memory, outcome.memory)) if plan.jobs > 1 else run)
        click.echo(f"{size:,} sentences: summarizer {run.pipeline:.2f} s, floor ratio {run.floor_ratio:.1f}", err=True)
    return sorted(runs, key=attrgetter("floor_ratio"))[(len(runs) - 1) // 2]


def _measure_peer(name: str, folder: str, size: int, plan: Plan) -> Outcome:
    outcome = plan.call_peer("measure", name=name, folder=folder)
    click.echo(f"{size:,} sentences: {name} {outcome.ending or outcome.value}", err=True)
    return outcome


def _measure_topics(path: Path, n_topics: int, plan: Plan, *, with_peers: bool) -> Iterator[Rate]:
    """What many topics cost us, with one process and with two, and a peer."""
    for jobs in TOPIC_JOBS:
        outcome = call_apart("main_job:measure_topics", path=str(path), n_topics=n_topics, jobs=jobs)
        yield from _rates("**summarizer**", jobs, outcome)
    if with_peers:
        n_least = min(n_topics, PEER_TOPICS)
        outcome = plan.call_peer("measure_topics", name=TOPICS_PEER, path=str(path), n_topics=n_least)
        yield from _rates(TOPICS_PEER, 0, outcome)


def _describe_topics(path: Path) -> str:
    """How large the topics are."""
    topics = [topic.documents for topic in load_topics(path)]
    n_bytes = sum(len(document.text.encode()) for documents in topics for document in documents)
    n_documents = sum(map(len, topics))
    return f"A topic has {n_documents / len(topics):.1f} documents and {n_bytes / len(topics) / 1000:.1f} kB of text on average."


def _rates(system: str, jobs: int, outcome: Outcome) -> Iterator[Rate]:
    click.echo(f"many topics: {system} {outcome.ending or outcome.value}", err=True)
    if not outcome.ending:
        yield Rate(system, jobs, **outcome.value)


if __name__ == "__main__":
    # What was started is ended then, and what was written removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    main()
