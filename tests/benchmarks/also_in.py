"""Whether "also in" is right, against pairs of sentences that were read and labelled.

The labels hold no text: topic, document and offsets of the item and of the passage, and a checksum of both, so that
another version of the data is noticed. Two passes labelled each pair. `same`: the passage reports what the item reports;
`partly`: an important half of it; `other`: the same people or words, another fact. Where the passes differ, it is `partly`.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from topics import HERE, Topic, read_lines

from summarizer import Briefing, summarize

LABELS = HERE / "data" / "also_in_labels.jsonl"
Place = tuple[int, int, int]  # document (0-based), start, end


@dataclass(frozen=True)
class AlsoIn:
    """The labels that the two passes gave each pair, and how many pairs of each label are listed."""

    passes: tuple[tuple[str, str], ...]
    listed: Counter[str]

    @property
    def n_same(self) -> int:
        """The pairs that report the same."""
        return sum(settle(each) == "same" for each in self.passes)

    @property
    def agreement(self) -> float:
        """The share of pairs that both passes label alike."""
        return sum(first == second for first, second in self.passes) / len(self.passes)

    @property
    def kappa(self) -> float:
        """The same, corrected for chance: Cohen (1960), A coefficient of agreement for nominal scales."""
        first, second = (Counter(labels) for labels in zip(*self.passes, strict=True))
        chance = sum(first[label] * second[label] for label in first) / len(self.passes) ** 2
        return (self.agreement - chance) / (1 - chance) if chance < 1 else 1.0

    @property
    def precision(self) -> float:
        """Of the listed pairs that are clearly one or the other."""
        return self.listed["same"] / max(1, self.listed["same"] + self.listed["other"])

    @property
    def strict_precision(self) -> float:
        """The same, what is only partly reported counted as wrong."""
        return self.listed["same"] / max(1, self.listed.total())

    @property
    def recall(self) -> float:
        """Of the pairs that report the same."""
        return self.listed["same"] / max(1, self.n_same)


def measure(topics: Sequence[Topic]) -> AlsoIn | None:
    """The labelled pairs of these topics; None where no topic has any."""
    by_id = {topic.id: topic for topic in topics}
    rows = [row for row in read_lines(LABELS) if row["topic"] in by_id]
    if not rows:
        return None
    listed: Counter[str] = Counter()
    briefings: dict[str, Briefing] = {}
    for row in rows:
        topic, item, passage = by_id[row["topic"]], tuple(row["item"]), tuple(row["passage"])
        if checksum(topic, item, passage) != row["checksum"]:
            raise SystemExit(f"{topic.id}: the labels are of another version of this topic")
        if topic.id not in briefings:  # every sentence becomes an item: at lambda 1 none is held back as a repetition
            briefings[topic.id] = summarize(topic.documents, sentences=100_000, mmr_lambda=1.0)
        listed[settle(row["passes"])] += _is_listed(briefings[topic.id], item, passage)
    return AlsoIn(tuple(tuple(row["passes"]) for row in rows), listed)


def settle(passes: Sequence[str]) -> str:
    """The label of a pair: what both passes say, `partly` where they differ."""
    first, second = passes
    return first if first == second else "partly"


def checksum(topic: Topic, item: Place, passage: Place) -> int:
    """CRC-32 of the two texts."""
    texts = [topic.documents[document].text[start:end] for document, start, end in (item, passage)]
    return zlib.crc32("\n".join(texts).encode())


def _is_listed(briefing: Briefing, item: Place, passage: Place) -> bool:
    return any(
        _overlap(passage, (other.source - 1, other.start, other.end))
        for each in briefing.items
        if _overlap(item, (each.source - 1, each.start, each.end))
        for other in each.also_in
    )


def _overlap(a: Place, b: Place) -> bool:
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]
