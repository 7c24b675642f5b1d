"""How the cost of the main job grows on real articles: more and more of those of a file of topics, as one topic.

    python tests/benchmarks/growth_on_real_news.py TOPICS.jsonl.gz

Invented news repeat themselves as they are told to; real articles tell a story for months, update one another and copy
whole paragraphs. The articles of all topics are mixed, so that each size has the same share of each topic.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from apart import call_apart
from speed_tables import Run, main_table, stages_table
from topics import load_topics

from summarizer import Document

HALVINGS = 4  # of the number of articles, down to the smallest size


def mix(path: Path) -> list[Document]:
    """The articles of all topics, evenly mixed: article i of the n of its topic stands at i / n of the whole."""
    topics = [topic.documents for topic in load_topics(path)]
    placed = [
        (i / len(topic), number, article) for number, topic in enumerate(topics) for i, article in enumerate(topic)
    ]
    return [article for _, _, article in sorted(placed, key=lambda entry: entry[:2])]


def measure(articles: Sequence[Document], repeats: int) -> Iterator[Run]:
    """The main job on the first sixteenth of the articles, the first eighth, and so on to all of them."""
    for halvings in range(HALVINGS, -1, -1):
        n_articles = len(articles) >> halvings
        with TemporaryDirectory(prefix="growth-") as folder:
            lines = [json.dumps({k: v for k, v in asdict(each).items() if v}) for each in articles[:n_articles]]
            Path(folder, "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
            runs = [call_apart("main_job:measure", folder=folder, jobs=1) for _ in range(repeats)]
        measured = sorted((Run(n_asked=0, **run.value) for run in runs), key=lambda run: run.floor_ratio)
        middle = measured[(len(measured) - 1) // 2]
        click.echo(f"{n_articles:,} articles: floor ratio {middle.floor_ratio:.1f}", err=True)
        yield replace(middle, n_asked=middle.n_sentences)


@click.command(help=__doc__.partition("\n")[0])
@click.argument("topics", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--repeats", default=3, show_default=True, help="Runs a size, of which the middle one is taken.")
def main(topics: Path, repeats: int) -> None:
    runs = list(measure(mix(topics), repeats))
    click.echo(f"{main_table(runs)}\n\n{stages_table(runs)}")


if __name__ == "__main__":
    main()
