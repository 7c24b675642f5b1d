"""How good the briefings are: against other summarizers, against what an editor marks, against labelled data.

Run from anywhere, with the extra `benchmark` installed:

    python tests/benchmarks/quality.py                 the data that ships with the repository
    python tests/benchmarks/quality.py TOPICS.jsonl    any topics with references, at 230 words
    python tests/benchmarks/quality.py --help          the rest

Where development data lies beside the repository (../shared/quality), it is measured too unless topics are named.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import also_in
import click
import editorial
import furniture
import numpy as np
import planted
from scores import COLUMNS, R2_F, Scores, mean_interval, rouge
from systems import GIVEN_OUR_SENTENCES, NO_PEERS, OURS, SYSTEMS
from topics import SHARED, SHIPPED, Topic, load_topics

from summarizer import Briefing, SummarizerError, summarize

SECTIONS = ("systems", "editorial", "also-in", "copies", "furniture")
DEFAULT_WORDS = 230


@click.command()
@click.argument("data", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--words", default=DEFAULT_WORDS, show_default=True, help="The budget at which every summary is cut.")
@click.option(
    "--only", multiple=True, type=click.Choice(SECTIONS), help="A section; may be given again. [default: all]"
)
@click.option("--system", "systems", multiple=True, type=click.Choice(list(SYSTEMS)), help="A system. [default: all]")
@click.option(
    "--pages",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Saved pages for the furniture section, as furniture.py reads them.",
)
def main(
    data: tuple[Path, ...], words: int, only: tuple[str, ...], systems: tuple[str, ...], pages: Path | None
) -> None:
    """Measure the quality of briefings on DATA, files of `{"id", "documents": [{"text"}], "references"}` a line."""
    sections = only or SECTIONS
    if not data:
        data = (*SHIPPED, *sorted(SHARED.glob("multinews*.jsonl")))
        pages = pages or next(iter(sorted(SHARED.glob("pages*.jsonl.gz"))), None)
    for path in data:
        topics = load_topics(path)
        click.echo(f"## {path.name}: {len(topics)} topics, {sum(len(topic.documents) for topic in topics)} documents\n")
        for table in _measure_topics(topics, sections, systems or tuple(SYSTEMS), words):
            click.echo(f"{table}\n")
    if pages and "furniture" in sections:
        click.echo(f"## {pages.name}\n")
        click.echo("\n\n".join(furniture.tables(pages)))


def _measure_topics(
    topics: Sequence[Topic], sections: Sequence[str], systems: Sequence[str], words: int
) -> Iterator[str]:
    """The tables, one by one."""
    if "systems" in sections:
        yield _systems_table(score_systems(topics, systems, words))
    if "editorial" in sections:
        yield _editorial_table(*_briefings(topics))
    if "also-in" in sections and (found := also_in.measure(topics)):
        yield _also_in_table(found)
    if "copies" in sections:
        yield _copies_table(planted.measure([topic for topic in topics if len(topic.documents) > 1]))


def score_systems(topics: Sequence[Topic], systems: Sequence[str], words: int) -> dict[str, Scores]:
    """Per system, (n_topics, 4): the `COLUMNS` of each topic that has a reference."""
    judged = [topic for topic in topics if topic.references]
    names = tuple(dict.fromkeys((OURS, *systems)))
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        rows = list(pool.map(partial(_score_topic, systems=names, words=words), judged, chunksize=4))
    return {name: np.array([row[number] for row in rows]) for number, name in enumerate(names)}


def _score_topic(topic: Topic, systems: Sequence[str], words: int) -> list[Scores]:
    return [rouge(SYSTEMS[name](topic, words), topic.references, topic.language, words) for name in systems]


def _briefings(topics: Sequence[Topic]) -> tuple[list[Topic], list[Briefing]]:
    """The topics that a briefing can be made of, and the briefings."""
    made: list[tuple[Topic, Briefing]] = []
    for topic in topics:
        try:
            made.append((topic, summarize(topic.documents, sentences=editorial.SENTENCES)))
        except SummarizerError as error:  # noqa: PERF203 (a topic that fails costs itself)
            click.echo(f"{topic.id}: {error}", err=True)
    return [topic for topic, _ in made], [briefing for _, briefing in made]


def _systems_table(scores: dict[str, Scores]) -> str:
    rows = []
    for name in sorted(scores, key=lambda name: -scores[name][:, R2_F].mean()):
        figures = " | ".join(f"{value:.1f}" for value in scores[name].mean(axis=0))
        label = f"**{name}**" if name == OURS else name + (" *" if name in GIVEN_OUR_SENTENCES else "")
        rows.append(f"| {label} | {figures} | {_ahead(scores, name)} |")
    return "\n".join(
        [
            f"| system | {' | '.join(COLUMNS)} | summarizer ahead by, R2-F |",
            f"|---|{'---:|' * len(COLUMNS)}---|",
            *rows,
            "",
            f"{len(scores[OURS])} topics; 95% intervals of the paired difference, by bootstrap over topics.",
            "\\* given our splitter's sentences, uncleaned: its own needs data downloaded at run time, or it has none.",
        ]
    )


def _ahead(scores: dict[str, Scores], name: str) -> str:
    if name in NO_PEERS:
        return "" if name == OURS else "has seen the references"
    mean, low, high = mean_interval(scores[OURS][:, R2_F] - scores[name][:, R2_F])
    return f"{mean:+.1f} [{low:.1f}, {high:.1f}]"


def _editorial_table(topics: Sequence[Topic], briefings: Sequence[Briefing]) -> str:
    counts = editorial.count_all(topics, briefings)
    rows = [f"| {count.name} | {count.found} of {count.of} | {count.ratio:.1%} |" for count in counts if count.of]
    return "\n".join([f"| in briefings of {editorial.SENTENCES} sentences | | share |", "|---|---:|---:|", *rows])


def _also_in_table(found: also_in.AlsoIn) -> str:
    return "\n".join(
        [
            f"| also in, against {len(found.passes)} labelled pairs | |",
            "|---|---:|",
            f"| precision, of pairs that are clearly the same or clearly not | {found.precision:.2f} |",
            f"| precision, what is only partly reported counted as wrong | {found.strict_precision:.2f} |",
            f"| recall, of {found.n_same} that report the same | {found.recall:.2f} |",
            f"| agreement of the two passes of labelling | {found.agreement:.2f}, kappa {found.kappa:.2f} |",
        ]
    )


def _copies_table(copies: Iterable[planted.Planted]) -> str:
    rows = [
        f"| {row.kind} | {row.n_found} of {row.n_topics} | {row.n_flagged} | {row.n_same} of {row.n_topics} |"
        for row in copies
    ]
    return "\n".join(
        ["| planted wire copy | found | taken for copies | same sentences selected |", "|---|---:|---:|---:|", *rows]
    )


if __name__ == "__main__":
    main()
