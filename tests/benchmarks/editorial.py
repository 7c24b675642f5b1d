"""What an editor would mark in a briefing, counted. None of it asks the summarizer's own judgment of its sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from scores import score_tokens
from topics import Topic

from summarizer import Briefing
from summarizer.datamodel import BriefingItem

SENTENCES = 8
TWICE = 0.4  # F of shared content stems; of the labelled pairs of other documents so alike, all but a few are the same

_OPENERS = re.compile(
    r"(?:he|she|it|they|we|this|that|these|those|his|her|their|its|such|but|however|meanwhile|also|and|so|yet|then|still"
    r"|instead|therefore|thus|moreover|nevertheless|in addition|the (?:former|latter))\b",
    re.IGNORECASE,
)
_FUNCTION_WORDS = frozenset(
    """a an the and or but if of to in on at by for with from as is are was were be been has have had do does did will
    would can could may might that this these those it he she they them his her their our we us you i not no so than
    then there when who which what while about after before over up out also more said says say""".split()
)
_SYLLABIC = frozenset({"vi", "zh", "ja", "th"})
_OPENING_QUOTE = "\"“'‘«„「『¿¡(["
_CLOSERS = "\"”'’»“」』)] "
_ENDS = ".!?…。！？؟।॥"
_NO_STOPS = re.compile("[\u0e00-\u0eff]$")
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
_PRONOUN_SPEAKER = re.compile(
    r"\b(?:he|she|they) (?:said|told|added|wrote)\b|\b(?:said|added|wrote) (?:he|she|they)\b", re.IGNORECASE
)
_NAME = re.compile(r"(?<=\s)[A-Z][\w’'-]+")
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("「", "」"))


@dataclass(frozen=True)
class Count:
    """How many of how many."""

    name: str
    found: int
    of: int

    @property
    def ratio(self) -> float:
        return self.found / self.of if self.of else 0.0


def count_all(topics: Sequence[Topic], briefings: Sequence[Briefing]) -> list[Count]:
    """Every check over the briefings of the topics."""
    pairs = list(zip(topics, briefings, strict=True))
    return [Count(name, *map(sum, zip(*(check(*pair) for pair in pairs), strict=True))) for name, check in CHECKS]


def said_twice(topic: Topic, briefing: Briefing) -> tuple[int, int]:
    """Items that share too many content stems with an earlier one."""
    stems = [_content(item.text, topic.language) for item in briefing.items]
    alike = {j for i, j in combinations(range(len(stems)), 2) if _f_measure(stems[i], stems[j]) >= TWICE}
    return len(alike), len(stems)


def dangling(topic: Topic, briefing: Briefing) -> tuple[int, int]:
    """Items that open with a pronoun or a connective and do not follow on the sentence before them; English only."""
    if topic.language != "en":
        return 0, 0
    opens = [_OPENERS.match(item.text) is not None for item in briefing.items]
    follows = [False, *(_is_next(topic, a, b) for a, b in pairwise(briefing.items))]
    return sum(o and not f for o, f in zip(opens, follows, strict=True)), len(opens)


def not_whole(_: Topic, briefing: Briefing) -> tuple[int, int]:
    """Items that are no whole sentence: begun in lower case, not ended, a teaser's question, unbalanced marks."""
    return sum(not _is_whole(item.text) for item in briefing.items), len(briefing.items)


def speakerless(topic: Topic, briefing: Briefing) -> tuple[int, int]:
    """Quotations that only a pronoun speaks; English only."""
    if topic.language != "en":
        return 0, 0
    outside = [_QUOTED.sub(" ", item.text) for item in briefing.items if _QUOTED.search(item.text)]
    return sum(bool(_PRONOUN_SPEAKER.search(text)) and not _NAME.search(text) for text in outside), len(outside)


def source_order(_: Topic, briefing: Briefing) -> tuple[int, int]:
    """Pairs of items of one source that keep its order."""
    pairs = [(a, b) for a, b in combinations(briefing.items, 2) if a.source == b.source]
    return sum(a.start < b.start for a, b in pairs), len(pairs)


def date_order(_: Topic, briefing: Briefing) -> tuple[int, int]:
    """Pairs of items of sources with different dates of which the earlier comes first."""
    dates = {source.id: source.date for source in briefing.sources}
    pairs = [(dates[a.source], dates[b.source]) for a, b in combinations(briefing.items, 2)]
    told = [(a, b) for a, b in pairs if a and b and a != b]
    return sum(a < b for a, b in told), len(told)


def reference_order(topic: Topic, briefing: Briefing) -> tuple[int, int]:
    """Pairs of items that stand in the order in which the reference tells them, where it tells both."""
    if not topic.references:
        return 0, 0
    told = [_content(part, topic.language) for part in re.split(r"(?<=[.!?。।])\s*", topic.references[0]) if part]
    places = [_place(_content(item.text, topic.language), told) for item in briefing.items]
    pairs = [(a, b) for a, b in combinations(places, 2) if a is not None and b is not None and a != b]
    return sum(a < b for a, b in pairs), len(pairs)


def reach(_: Topic, briefing: Briefing) -> tuple[int, int]:
    """Independent documents that an item is from, or that are listed with one."""
    independent = {source.id for source in briefing.sources if source.n_sentences and source.copy_of is None}
    reached = {item.source for item in briefing.items} | {p.source for item in briefing.items for p in item.also_in}
    return len(reached & independent), len(independent)


def copies_listed(_: Topic, briefing: Briefing) -> tuple[int, int]:
    """Passages of wire copies among those that report the same."""
    copies = {source.id for source in briefing.sources if source.copy_of is not None}
    passages = [passage.source for item in briefing.items for passage in item.also_in]
    return sum(source in copies for source in passages), len(passages)


CHECKS: tuple[tuple[str, Callable[[Topic, Briefing], tuple[int, int]]], ...] = (
    ("items said twice", said_twice),
    ("items that dangle", dangling),
    ("items that are no whole sentence", not_whole),
    ("quotations without a named speaker", speakerless),
    ("pairs in their source's order", source_order),
    ("pairs with the earlier date first", date_order),
    ("pairs in the reference's order", reference_order),
    ("independent documents reached", reach),
    ("wire copies listed under also in", copies_listed),
)


def _content(text: str, language: str) -> frozenset[str]:
    """The stems that say something; where tokens are syllables or characters, pairs of them."""
    tokens = score_tokens(text, language)
    if language in _SYLLABIC:
        return frozenset(a + b for a, b in pairwise(tokens))
    return frozenset(tokens) - _FUNCTION_WORDS


def _f_measure(a: Iterable[str], b: Iterable[str]) -> float:
    left, right = set(a), set(b)
    return 2 * len(left & right) / max(1, len(left) + len(right))


def _place(item: frozenset[str], told: Sequence[frozenset[str]]) -> int | None:
    """Which sentence of the reference tells the item; None where none surely does."""
    likeness = [_f_measure(item, sentence) for sentence in told]
    best = max(range(len(told)), key=likeness.__getitem__)
    return best if likeness[best] >= 0.2 else None


def _is_next(topic: Topic, before: BriefingItem, item: BriefingItem) -> bool:
    """Whether `item` is the sentence after `before` in one document."""
    if before.source != item.source or not before.end <= item.start:
        return False
    return not topic.documents[item.source - 1].text[before.end : item.start].strip()


def _is_whole(text: str) -> bool:
    first, body = text.lstrip(_OPENING_QUOTE)[:1], text.rstrip(_CLOSERS)
    if first.islower() or not (body[-1:] in _ENDS or _NO_STOPS.search(body)) or text.endswith(("...", "…")):
        return False
    pairs = _PAIRS if "„" not in text else _PAIRS[1:]  # „German“ closes with what opens in English
    is_balanced = text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in pairs)
    is_teaser = body.endswith("?") and not text.startswith(tuple("\"“‘'«"))
    return is_balanced and not is_teaser and not text.isupper()
