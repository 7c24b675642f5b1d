"""Put chosen sentences into the order in which they are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

LEAD_SENTENCES = 3  # a lead is among so many first sentences of its document
DAYS_OF_ONE_EVENT = 2  # documents so far apart report one event; over more days, what came first is read first


@dataclass(frozen=True, slots=True)
class Place:
    """Where a chosen sentence stands.

    `document` is its document's number (the earlier number wins ties), `source` that document's id in the briefing,
    `position` counts the sentences before it in the document, of `n_sentences`; `salience` is 0..1.
    """

    document: int
    source: int
    position: int
    n_sentences: int
    date: str | None
    salience: float


def order_for_reading(places: Sequence[Place]) -> list[int]:
    """The lead first, then earlier documents; among those of one date, what stands earlier in its document.

    The lead is the most salient of all, where it opens its document and all are of DAYS_OF_ONE_EVENT days.
    Two sentences of one document keep their order, and neighbours stay together: what follows directly on another
    chosen sentence is read right after it, because it may point back to it. An undated document is read with the
    (lower) median date of the others: nothing says that it is the oldest or the newest.
    """
    known = sorted(place.date for place in places if place.date)
    usual = known[(len(known) - 1) // 2] if known else ""
    first = _first_neighbours(places)
    lead = _find_lead(places, known)

    def key(i: int) -> tuple[bool, str, float, int, int]:
        place = places[i]
        is_lead = lead is not None and (place.document, first[i]) == (places[lead].document, first[lead])
        return (not is_lead, place.date or usual, first[i] / place.n_sentences, place.document, place.position)

    return sorted(range(len(places)), key=key)


def _find_lead(places: Sequence[Place], known_dates: Sequence[str]) -> int | None:
    """The place that is read first whatever its date, None where the dates or the sentences allow for none."""
    highest = max((place.salience for place in places), default=0.0)
    most_salient = [i for i, place in enumerate(places) if place.salience == highest]
    if len(most_salient) != 1 or places[most_salient[0]].position >= LEAD_SENTENCES:
        return None
    is_series = bool(known_dates) and _days_between(known_dates[0], known_dates[-1]) > DAYS_OF_ONE_EVENT
    return None if is_series else most_salient[0]


def _days_between(earlier: str, later: str) -> int:
    return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days


def _first_neighbours(places: Sequence[Place]) -> dict[int, int]:
    """For each place, the position of the first sentence in its run of chosen neighbours."""
    first: dict[int, int] = {}
    document = position = begin = -1
    for i in sorted(range(len(places)), key=lambda i: (places[i].document, places[i].position)):
        if (places[i].document, places[i].position) != (document, position + 1):
            begin = places[i].position
        document, position, first[i] = places[i].document, places[i].position, begin
    return first


def order_by_salience(places: Sequence[Place]) -> list[int]:
    """The most salient first; ties to the earlier document, then the earlier sentence."""
    return sorted(range(len(places)), key=lambda i: (-places[i].salience, places[i].document, places[i].position))


def order_by_source(places: Sequence[Place]) -> list[int]:
    """Source by source as they are listed, each in its own order."""
    return sorted(range(len(places)), key=lambda i: (places[i].source, places[i].position))


ORDERS: dict[str, Callable[[Sequence[Place]], list[int]]] = {
    "reading": order_for_reading,
    "salience": order_by_salience,
    "source": order_by_source,
}
