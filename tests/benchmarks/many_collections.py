"""How far briefings are ahead of the best of several baselines, on many collections in one run.

    python tests/benchmarks/many_collections.py                the development collections beside the repository
    python tests/benchmarks/many_collections.py DATA.jsonl     others, at 230 words

A collection counts as one, however many topics it has. The baselines are the openings of the articles in turn, naive
TF-IDF with MMR, sumy's LexRank, and what other systems submitted, where the collection has it (`peers`). ROUGE-2 F, with
the 95% interval of the paired difference from the best of them.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import click
import numpy as np
from scores import R2_F, Scores, mean_interval, rouge
from systems import OURS, SYSTEMS, naive
from topics import SHARED, Topic, load_topics, read_lines

BASELINES = {OURS: SYSTEMS[OURS], "lead": SYSTEMS["lead"], "naive": naive, "LexRank": SYSTEMS["sumy LexRank"]}
WORDS = {"multinews": 230, "cstnews": 135, "ktlab": 180, "backgrounds": 145, "rpm2": 100, "multiling": 250}
OTHER_WORDS = 230
SAW_THE_REFERENCES = frozenset({"ID10"})  # MultiLing's upper bound
BEHIND = -0.3  # points that a reader of tables would call behind


@click.command(help=__doc__.partition("\n")[0])
@click.argument("data", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(data: tuple[Path, ...]) -> None:
    found = data or [path for name in WORDS for path in sorted(SHARED.glob(f"{name}*dev.jsonl*"))]
    click.echo(
        "| ROUGE-2 F | topics | words | ours | lead | naive | LexRank | best submission | ahead of the best by |"
    )
    click.echo("|---|---:|---:|---:|---:|---:|---:|---:|---|")
    gaps = []
    for path in found:
        words = words_of(path)
        topics, submissions = _load(path)
        scores = score_all(topics, submissions, words)
        gaps.append(_gap(scores))
        click.echo(_row(path.name.partition(".")[0], topics, words, scores))
        languages = sorted({topic.language for topic in topics})
        for language in languages if len(languages) > 1 else ():
            chosen = np.array([topic.language == language for topic in topics])
            part = {name: values[chosen] for name, values in scores.items()}
            click.echo(_row(f"– {language}", [t for t in topics if t.language == language], words, part))
    means = [gap.mean() for gap in gaps]
    n_behind = sum(mean < BEHIND for mean in means)
    click.echo(f"\nMean of the collections {np.mean(means):+.1f}, worst {min(means):+.1f}, behind on {n_behind}.")


def words_of(path: Path) -> int:
    """How long the summaries of a collection are."""
    return next((n for name, n in WORDS.items() if path.name.startswith(name)), OTHER_WORDS)


def _load(path: Path) -> tuple[list[Topic], Sequence[Mapping[str, str]]]:
    """The topics that have references, and what other systems submitted for each."""
    pairs = zip(load_topics(path), (row.get("peers") or {} for row in read_lines(path)), strict=True)
    kept = [(topic, peers) for topic, peers in pairs if topic.references]
    return [topic for topic, _ in kept], [peers for _, peers in kept]


def score_all(topics: Sequence[Topic], submissions: Sequence[Mapping[str, str]], words: int) -> dict[str, Scores]:
    """(n_topics,) ROUGE-2 F of each system; of a submission NaN where there is none for a topic."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        rows = list(pool.map(partial(_score_topic, words=words), topics, submissions, chunksize=2))
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: np.array([row.get(name, np.nan) for row in rows]) for name in names}


def _score_topic(topic: Topic, submitted: Mapping[str, str], words: int) -> dict[str, float]:
    texts = {name: system(topic, words) for name, system in BASELINES.items()}
    texts |= {name: text for name, text in submitted.items() if name not in SAW_THE_REFERENCES}
    return {name: float(rouge(text, topic.references, topic.language, words)[R2_F]) for name, text in texts.items()}


def _gap(scores: Mapping[str, Scores]) -> Scores:
    """(n_topics,) how far ours is ahead of the baseline that is best on the mean, where that has a text."""
    means = {name: mean for name, mean in _means(scores).items() if name != OURS}
    best = scores[max(means, key=means.__getitem__)]
    return (scores[OURS] - best)[~np.isnan(best)]


def _means(scores: Mapping[str, Scores]) -> dict[str, float]:
    """The mean of each system over the topics that it has a text for, if there is any."""
    return {name: float(np.nanmean(values)) for name, values in scores.items() if not np.isnan(values).all()}


def _row(name: str, topics: Sequence[Topic], words: int, scores: Mapping[str, Scores]) -> str:
    submissions = [mean for system, mean in _means(scores).items() if system not in BASELINES]
    figures = [f"{scores[system].mean():.1f}" for system in BASELINES]
    mean, low, high = mean_interval(_gap(scores))
    best = f"{max(submissions):.1f}" if submissions else ""
    return (
        f"| {name} | {len(topics)} | {words} | {' | '.join(figures)} | {best} | {mean:+.1f} [{low:+.1f}, {high:+.1f}] |"
    )


if __name__ == "__main__":
    main()
