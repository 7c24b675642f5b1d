"""Whether briefings tell the facts that an editor wants, by sentences that were labelled.

    python tests/benchmarks/facts.py                 the labels of `data`, and others beside the repository
    python tests/benchmarks/facts.py FACTS.jsonl     others

Each line is a topic: `sentences` as [document, start, end], `facts` with a weight (3 is the heart of the story) and the
sentences that state each, wholly or partly, `needs_context` and `furniture`; and its `documents`, or the `collection`
beside the repository that has them. Since briefings are verbatim, any system can be scored without a reader. Figures are
in percent, the mean over topics:

    heart      topics in which every fact of weight 3 is told
    facts      weight of the facts told, of the most that as many sentences could tell (found greedily)
    again      sentences all of whose facts were told before them
    nothing    sentences that tell no fact, wholly or partly
    dangling   sentences that need context, where none that gives it stands before them
    furniture  sentences that are not the article's own

Below stands how well two readings of the same topics agree: the correlation of what the sentences of a topic weigh, and
the share of the sentences needing context in either that need it in both.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

import click
import numpy as np
from systems import lead_sentences, naive_picks
from topics import HERE, SHARED, Topic, make_topic, raw_sentences, read_lines

from summarizer import SummarizerError, summarize

COLUMNS = ("heart", "facts", "again", "nothing", "dangling", "furniture")
BUDGETS = ({"sentences": 8}, {"sentences": 3}, {"words": 100}, {"words": 230})
LABELS = HERE / "data" / "facts.jsonl"
READ_AGAIN = HERE / "data" / "facts_read_again.jsonl"
HEART = 3
MOST_OF_SENTENCE = 0.6
_WORD = re.compile(r"\w+")

Labels = Mapping[str, Any]


@click.command(help=__doc__.partition("\n")[0])
@click.argument("facts", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(facts: tuple[Path, ...]) -> None:
    labels = [row for path in facts or default_files() for row in load_labels(path)]
    topics = [make_topic(row) for row in labels]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        rows = list(pool.map(_score_topic, topics, labels, chunksize=2))
    click.echo(f"| {len(topics)} topics | {' | '.join(COLUMNS)} |\n|---|{'---:|' * len(COLUMNS)}")
    for name in rows[0]:
        click.echo(_row(name, [row[name] for row in rows]))
    of_groups: dict[str, list[list[float]]] = {}
    for topic, label, row in zip(topics, labels, rows, strict=True):
        for group in (topic.language, label.get("collection", "")):
            of_groups.setdefault(group, []).append(row["ours, 8 sentences"])
    for group, scores in sorted(of_groups.items()):
        if group:
            click.echo(_row(f"ours, 8 sentences, {group} ({len(scores)})", scores))
    _show_agreement({row["id"]: row for row in labels})


def load_labels(path: Path) -> list[dict[str, Any]]:
    """The labelled topics of a file, with their documents; without those whose collection is not here."""
    rows = list(read_lines(path))
    documents = {}
    for collection in {row["collection"] for row in rows if "documents" not in row}:
        for file in SHARED.glob(f"{collection}_dev.jsonl*"):
            documents |= {(collection, str(row["id"])): row["documents"] for row in read_lines(file)}
    for row in rows:
        row.setdefault("documents", documents.get((row.get("collection"), row["id"])))
    return [row for row in rows if row["documents"]]


def default_files() -> list[Path]:
    others = SHARED / "facts_dev.jsonl"
    return [LABELS, *([others] if others.exists() else [])]


def _show_agreement(first: Mapping[str, Labels]) -> None:
    """Print how well the second readings agree with the first."""
    pairs = [(first[second["id"]], second) for second in read_lines(READ_AGAIN) if second["id"] in first]
    if not pairs:
        return
    found = np.array([_agreement(*pair) for pair in pairs])
    weights, context = np.median(found, axis=0)
    click.echo(
        f"\n{len(pairs)} topics read twice: correlation of weights {weights:.2f} (median; lowest {found[:, 0].min():.2f}), "
        f"needing context in both {context:.2f}."
    )


def _agreement(first: Labels, second: Labels) -> tuple[float, float]:
    weights = np.zeros((2, len(first["sentences"])))
    for row, labels in enumerate((first, second)):
        for fact in labels["facts"]:
            weights[row, fact["stated_by"]] += fact["weight"]
    needs, needs_again = set(first["needs_context"]), set(second["needs_context"])
    return float(np.corrcoef(weights)[0, 1]), len(needs & needs_again) / max(1, len(needs | needs_again))


def score(labels: Labels, printed: Sequence[Sequence[int]]) -> list[float]:
    """The `COLUMNS`, 0..1; `printed` gives the numbers of the labelled sentences that each printed one is, in order."""
    stated = facts_by_sentence(labels)
    partly = set(chain.from_iterable(fact["partly"] for fact in labels["facts"]))
    needs = {int(number): set(context) for number, context in labels["needs_context"].items()}
    told: set[str] = set()
    seen: set[int] = set()
    again = nothing = dangling = furniture = 0
    for numbers in printed:
        new = set(chain.from_iterable(stated.get(number, ()) for number in numbers))
        again += bool(new) and new <= told
        nothing += not new and partly.isdisjoint(numbers)
        dangling += any(n in needs and needs[n].isdisjoint(seen | set(numbers)) for n in numbers[:1])
        furniture += any(number in labels["furniture"] for number in numbers[:1])
        told |= new
        seen |= set(numbers)
    weights = {fact["id"]: fact["weight"] for fact in labels["facts"]}
    heart = all(fact in told for fact, weight in weights.items() if weight == HEART)
    most = _most_weight(stated, weights, len(printed))
    n = len(printed) or 1
    told_ratio = sum(weights[fact] for fact in told) / max(1, most)
    return [float(heart), told_ratio, again / n, nothing / n, dangling / n, furniture / n]


def facts_by_sentence(labels: Labels) -> dict[int, set[str]]:
    """The facts that each labelled sentence states."""
    stated: dict[int, set[str]] = {}
    for fact in labels["facts"]:
        for number in fact["stated_by"]:
            stated.setdefault(number, set()).add(fact["id"])
    return stated


def matcher(labels: Labels) -> Callable[[str], list[int]]:
    """Make what tells the numbers of the labelled sentences that a printed one gives."""
    return partial(_match, [_flat(labels["documents"][d]["text"][a:b]) for d, a, b in labels["sentences"]])


def _most_weight(stated: Mapping[int, set[str]], weights: Mapping[str, int], n_sentences: int) -> int:
    """The weight of the facts that so many sentences can tell, found greedily."""
    best: set[str] = set()
    for _ in range(min(n_sentences, len(stated))):
        best |= max(stated.values(), key=lambda facts: sum(weights[fact] for fact in facts - best))
    return sum(weights[fact] for fact in best)


def _score_topic(topic: Topic, labels: Labels) -> dict[str, list[float]]:
    match = matcher(labels)
    scores = {}
    for budget in BUDGETS:
        ((unit, n),) = budget.items()
        scores[f"ours, {n} {unit}"] = score(labels, [match(text) for text in _ours(topic, budget)])
    openings = islice(lead_sentences(topic), BUDGETS[0]["sentences"])
    for name, texts in (("naive", _naive(topic)), ("lead", openings)):
        scores[f"{name}, 8 sentences"] = score(labels, [match(text) for text in texts])
    return scores


def _ours(topic: Topic, budget: Mapping[str, int]) -> list[str]:
    try:
        return [item.text for item in summarize(topic.documents, evidence=False, **budget).items]
    except SummarizerError:
        return []


def _naive(topic: Topic) -> list[str]:
    sentences = list(chain.from_iterable(raw_sentences(topic)))
    return [sentences[row] for row in sorted(islice(naive_picks(sentences), BUDGETS[0]["sentences"]))]


def _match(labelled: Sequence[str], printed: str) -> list[int]:
    """The labelled sentences that a printed one gives: all of the words, or most of its own in one of theirs."""
    own = _flat(printed)
    return [
        number
        for number, text in enumerate(labelled)
        if text
        and (f" {text} " in f" {own} " or (f" {own} " in f" {text} " and len(own) >= MOST_OF_SENTENCE * len(text)))
    ]


def _flat(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _row(name: str, scores: Sequence[Sequence[float]]) -> str:
    return f"| {name} | {' | '.join(f'{100 * value:.1f}' for value in np.mean(scores, axis=0))} |"


if __name__ == "__main__":
    main()
