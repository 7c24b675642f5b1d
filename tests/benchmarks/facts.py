"""Whether briefings tell the facts that an editor wants, by sentences that were labelled.

    python tests/benchmarks/facts.py FACTS.jsonl

Each line is a topic: `documents`, `sentences` as [document, start, end], `facts` with a weight (3 is the heart of the
story) and the sentences that state each, wholly or partly, `needs_context` and `furniture`. Since briefings are
verbatim, any system can be scored without a reader. Figures are in percent, the mean over topics:

    heart      topics in which every fact of weight 3 is told
    facts      weight of the facts told, of the most that as many sentences could tell (found greedily)
    again      sentences all of whose facts were told before them
    nothing    sentences that tell no fact, wholly or partly
    dangling   sentences that need context, where none that gives it stands before them
    furniture  sentences that are not the article's own
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

import click
import numpy as np
from systems import lead_sentences, naive_picks
from topics import Topic, load_topics, raw_sentences, read_lines

from summarizer import SummarizerError, summarize

COLUMNS = ("heart", "facts", "again", "nothing", "dangling", "furniture")
BUDGETS = ({"sentences": 8}, {"sentences": 3}, {"words": 100}, {"words": 230})
HEART = 3
MOST_OF_SENTENCE = 0.6
_WORD = re.compile(r"\w+")

Labels = Mapping[str, Any]


@click.command(help=__doc__.partition("\n")[0])
@click.argument("facts", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(facts: Path) -> None:
    topics, labels = load_topics(facts), list(read_lines(facts))
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        rows = list(pool.map(_score_topic, topics, labels, chunksize=2))
    click.echo(f"| {len(topics)} topics | {' | '.join(COLUMNS)} |\n|---|{'---:|' * len(COLUMNS)}")
    for name in rows[0]:
        click.echo(_row(name, [row[name] for row in rows]))
    for language in sorted({topic.language for topic in topics}):
        scores = [
            row["ours, 8 sentences"] for topic, row in zip(topics, rows, strict=True) if topic.language == language
        ]
        click.echo(_row(f"ours, 8 sentences, {language} ({len(scores)})", scores))


def score(labels: Labels, printed: Sequence[Sequence[int]]) -> list[float]:
    """The `COLUMNS`, 0..1; `printed` gives the numbers of the labelled sentences that each printed one is, in order."""
    stated: dict[int, set[str]] = {}
    for fact in labels["facts"]:
        for number in fact["stated_by"]:
            stated.setdefault(number, set()).add(fact["id"])
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


def _most_weight(stated: Mapping[int, set[str]], weights: Mapping[str, int], n_sentences: int) -> int:
    """The weight of the facts that so many sentences can tell, found greedily."""
    best: set[str] = set()
    for _ in range(min(n_sentences, len(stated))):
        best |= max(stated.values(), key=lambda facts: sum(weights[fact] for fact in facts - best))
    return sum(weights[fact] for fact in best)


def _score_topic(topic: Topic, labels: Labels) -> dict[str, list[float]]:
    match = partial(_match, [_flat(labels["documents"][d]["text"][a:b]) for d, a, b in labels["sentences"]])
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
