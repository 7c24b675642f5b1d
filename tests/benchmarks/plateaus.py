"""How much the tuned numbers of ranking matter: each at other values, and what that does on each collection.

usage: python tests/benchmarks/plateaus.py [--only NAME ...] [DATA.jsonl ...]

Prints a Markdown table: for each number of `summarizer/rank/weights.py` that a summary's sentences depend on, and some
values around it, the difference in ROUGE-2 F (points, mean over topics, 230 words) on the mean of the collections, and on the one
where it does the most harm. A number stands on a plateau as far as its neighbours make no difference on the mean.
Without DATA it takes the development collections that lie beside the repository, else the topics that ship with it.
"""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

import click
import numpy as np
from scores import R2_F, mean_interval, rouge
from systems import ours
from topics import SHARED, SHIPPED, Topic, load_topics

from summarizer.rank import weights

WORDS = 230
COLLECTIONS = ("multinews", "cstnews", "ktlab", "rpm2", "backgrounds", "multiling")
TRIED: dict[str, tuple[float, ...]] = {
    "POSITION_SCALE": (3, 4, 6, 8, 12, 30),
    "TITLE": (0.0, 0.25, 1.0),
    "OFF_TOPIC": (0.0, 0.6, 0.7, 0.8),
    "RELATEDNESS_EXPONENT": (1, 3),
    "MINOR_RATIO": (0.0, 0.15, 0.4),
    "UNRELATED": (0.0, 0.045, 0.06, 0.1),
    "LENGTH_EXPONENT": (0.0, 0.25, 0.75, 1.0),
    "FIGURES": (0.0, 0.08, 0.2, 0.3),
    "RECENCY": (0.0, 0.05, 0.2),
    "ENDS_OF_SERIES": (0.0, 1.0, 2.0, 4.0),
    "UPDATE_SENTENCES": (2.0, 5.0, 8.0),
    "EXPECTATION": (0.65, 0.9, 1.0),
    "SUPERSEDED": (0.5, 0.8, 1.0),
    "OWN_VOICE": (0.5, 0.85, 1.0),
    "QUOTATION_NAMED": (0.9, 1.0, 1.2),
    "QUOTATION_UNNAMED": (0.7, 0.8, 1.0),
    "OPENING_SENTENCES": (1, 2, 5),
    "OPENING_EXPONENT": (0.25, 1.0),
    "MAYBE_SAME_REPORT": (0.16, 0.19, 0.26, 0.3),
    "BY_NAMES": (0.0, 0.04, 0.12),
    "MAX_NAMES_RATIO": (0.24, 0.32),
    "SAME_WORDING": (0.25, 0.3, 0.45),
    "FULLER_SHARE": (0.3, 0.5, 0.6),
    "FULLER": (1.0, 1.4, 2.0),
    "FULLER_SALIENCE": (0.6, 0.7, 0.9, 1.0),
    "DANGLING": (0.1, 0.5, 0.7, 0.9),
    "UNINTRODUCED": (0.6, 0.7, 0.9, 1.0),
}


@click.command()
@click.argument("data", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--only", multiple=True, type=click.Choice(list(TRIED)), help="Try this number only; may be repeated.")
def main(data: tuple[Path, ...], only: tuple[str, ...]) -> None:
    """Print the table."""
    found = [path for name in COLLECTIONS for path in sorted(SHARED.glob(f"{name}*_dev.jsonl*"))]
    collections = [[t for t in load_topics(path) if t.references] for path in data or found or SHIPPED]
    changes = [None, *((name, value) for name in only or TRIED for value in TRIED[name])]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        scores = [np.array(list(pool.map(partial(_score_all, changes=changes), topics))) for topics in collections]
    print("| number | shipped | tried | mean of collections | worst collection |\n|---|---:|---:|---:|---|")
    for column, change in enumerate(changes):
        if change is not None:
            print(_row(*change, [values[:, column] - values[:, 0] for values in scores]))


def _row(name: str, value: float, differences: list[Any]) -> str:
    """The line of the table for one number at one value; `differences` are by collection, (n_topics,) each."""
    mean = np.mean([difference.mean() for difference in differences])
    worst_mean, low, high = mean_interval(min(differences, key=np.mean))
    worst = f"{worst_mean:+.2f} [{low:+.2f}, {high:+.2f}]"
    return f"| `{name}` | {getattr(weights, name)} | {value} | {mean:+.2f} | {worst} |"


def _score_all(topic: Topic, changes: list[tuple[str, float] | None]) -> list[float]:
    """ROUGE-2 F of the topic's briefing under each change; None is no change."""
    return [_score(topic, change) for change in changes]


def _score(topic: Topic, change: tuple[str, float] | None) -> float:
    with mock.patch.object(weights, *change) if change else nullcontext():
        return rouge(ours(topic, WORDS), topic.references, topic.language, WORDS)[R2_F]


if __name__ == "__main__":
    main()
