"""What is learned from labelled facts: how well a salience that is learned on more and more topics tells facts.

    python tests/benchmarks/learning_curve.py

A ridge regression on what scoring knows of a sentence learns the weight of the facts that it states. It is tried on each
language in turn, learned on topics in the others only. Shown is the correlation of its prediction with the weights of
the sentences of a topic, mean over topics and over draws of the topics learned on, beside that of the salience that the
summarizer has; the last line is learned on all topics in the other languages.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import click
import numpy as np
import numpy.typing as npt
from facts import Labels, default_files, facts_by_sentence, load_labels, matcher
from sklearn.linear_model import Ridge
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from topics import make_topic

from summarizer.limits import DEFAULT_LIMITS
from summarizer.options import SummaryOptions
from summarizer.pipeline import ALONE, prepare, score
from summarizer.read.documents import read_with_workers
from summarizer.sentences.close_reading import STANDS_ALONE
from summarizer.sentences.wording import Quotation

SIZES = (5, 10, 20, 40, 80)
N_DRAWS = 5
RIDGE = 30.0

Values = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Learnt:
    """A topic: (n_candidates, n_features), the weight of the facts that each states, and its salience."""

    language: str
    features: Values
    weights: Values
    salience: Values


@click.command(help=__doc__.partition("\n")[0])
def main() -> None:
    labels = [row for path in default_files() for row in load_labels(path)]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        topics = [topic for topic in pool.map(_read, labels, chunksize=2) if topic.weights.std() > 0]
    ours = np.mean([_correlation(topic.salience, topic) for topic in topics])
    click.echo(
        f"{len(topics)} topics; salience of the summarizer: {ours:.3f}\n\n| learned on | correlation |\n|---:|---:|"
    )
    for size in (*SIZES, len(topics)):
        draws = [_left_out(topics, size, np.random.default_rng(seed)) for seed in range(N_DRAWS)]
        click.echo(f"| {size if size < len(topics) else 'all others'} | {np.mean(draws):.3f} |")


def _left_out(topics: Sequence[Learnt], size: int, rng: np.random.Generator) -> float:
    """The mean correlation on topics in languages that nothing was learned on."""
    found = []
    for language in sorted({topic.language for topic in topics}):
        others = [topic for topic in topics if topic.language != language]
        chosen = [others[i] for i in rng.permutation(len(others))[:size]]
        model = make_pipeline(StandardScaler(), Ridge(RIDGE))
        model.fit(np.vstack([t.features for t in chosen]), np.concatenate([t.weights for t in chosen]))
        found += [_correlation(model.predict(t.features), t) for t in topics if t.language == language]
    return float(np.mean(found))


def _correlation(values: Values, topic: Learnt) -> float:
    return float(np.corrcoef(values, topic.weights)[0, 1]) if values.std() > 0 else 0.0


def _read(labels: Labels) -> Learnt:
    topic = make_topic(labels)
    read = read_with_workers(ALONE, topic.documents, strict=False, exclude=(), limits=DEFAULT_LIMITS)
    scored = score(prepare(read, SummaryOptions(), ALONE, strict=False), SummaryOptions())
    candidates, rows = scored.candidates, range(len(scored.candidates.rows))
    salience = np.array([scored.salience.exact(row) for row in rows])
    readings = [scored.reader.read(row) for row in rows]
    features = np.column_stack(
        [
            np.log(np.maximum(salience, 1e-3)),
            salience,
            np.exp(-candidates.positions / 2),
            np.exp(-candidates.positions / 8),
            np.log(candidates.n_words),
            scored.reports.content.sum(axis=1),
            scored.reports.content @ scored.reports.is_number,
            [reading.is_expectation for reading in readings],
            [reading.is_own_voice for reading in readings],
            [reading.quotation is Quotation.UNNAMED for reading in readings],
            candidates.is_quotation,
            [reading.antecedent != STANDS_ALONE for reading in readings],
            [bool(reading.needed) for reading in readings],
        ]
    ).astype(np.float64)
    weight_of = {fact["id"]: fact["weight"] for fact in labels["facts"]}
    stated, match = facts_by_sentence(labels), matcher(labels)
    facts = [set().union(*(stated.get(number, ()) for number in match(candidates.text(row)))) for row in rows]
    weights = np.array([sum(map(weight_of.__getitem__, each)) for each in facts], dtype=np.float64)
    return Learnt(labels["language"], features, weights, salience)


if __name__ == "__main__":
    main()
