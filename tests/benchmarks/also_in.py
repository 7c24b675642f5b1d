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
from itertools import groupby
from operator import itemgetter

from topics import HERE, Topic, read_lines

from summarizer.options import SummaryOptions
from summarizer.pipeline import ALONE, find_others, prepare, score
from summarizer.rank.scored_candidates import Scored
from summarizer.read.documents import Topic as ReadTopic

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
    for number, of_topic in groupby(sorted(rows, key=itemgetter("topic")), key=itemgetter("topic")):
        topic = by_id[number]
        scored, place_of = _score(topic)
        for row in of_topic:
            item, passage = tuple(row["item"]), tuple(row["passage"])
            if checksum(topic, item, passage) != row["checksum"]:
                raise SystemExit(f"{topic.id}: the labels are of another version of this topic")
            listed[settle(row["passes"])] += _is_listed(scored, place_of, item, passage)
    return AlsoIn(tuple(tuple(row["passes"]) for row in rows), listed)


def settle(passes: Sequence[str]) -> str:
    """The label of a pair: what both passes say, `partly` where they differ."""
    first, second = passes
    return first if first == second else "partly"


def checksum(topic: Topic, item: Place, passage: Place) -> int:
    """CRC-32 of the two texts."""
    texts = [topic.documents[document].text[start:end] for document, start, end in (item, passage)]
    return zlib.crc32("\n".join(texts).encode())


def _score(topic: Topic) -> tuple[Scored, Sequence[Place]]:
    """The sentences of a topic, scored, and the place of each: any of them may become an item."""
    options = SummaryOptions()
    prepared = prepare(ReadTopic(topic.documents), options, ALONE, strict=False)
    number_of = {document.text: number for number, document in reversed(list(enumerate(topic.documents)))}
    numbers = [number_of[marked.document.text] for marked in prepared.documents]
    sentences = map(prepared.candidates.sentence, range(len(prepared.candidates.rows)))
    return score(prepared, options), [(numbers[each.document], each.start, each.end) for each in sentences]


def _is_listed(scored: Scored, place_of: Sequence[Place], item: Place, passage: Place) -> bool:
    rows = [row for row, place in enumerate(place_of) if _overlap(item, place)]
    return any(_overlap(passage, place_of[other]) for row in rows for other, _ in find_others(scored, row))


def _overlap(a: Place, b: Place) -> bool:
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]
