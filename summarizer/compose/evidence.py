"""What a briefing was chosen from: the articles, the salience of their sentences, and why not the nearest others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from summarizer.array_types import Scores
from summarizer.clean.marked_documents import MarkedDocument
from summarizer.compose.items import DIGITS
from summarizer.datamodel import Article, BriefingItem, Dropped, Evidence
from summarizer.rank.salience import Salience
from summarizer.rank.same_report import MAYBE_SAME_REPORT, Reports, products, report_similarity_of
from summarizer.rank.selection import (
    DANGLING,
    NOT_RULED_OUT,
    PRESENT_FROM_THE_START,
    SAME_WORDING,
    UNINTRODUCED,
    Presence,
    Selection,
    brings,
    leans_on,
)
from summarizer.sentences.candidates import ANTECEDENT_ABSENT, Candidates
from summarizer.sentences.close_reading import Reading

N_DROPPED = 12
MAX_ARTICLES = 100
MAX_JUDGED = 10_000  # sentences; each takes a close reading
_NAMES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """The candidates, and all that selection goes by; rows are numbers of candidates.

    expected
        (n_candidates,) what is left of each if it tells what was still to come.
    read
        The close reading of a row.
    """

    candidates: Candidates
    salience: Salience
    expected: Scores
    reports: Reports
    read: Callable[[int], Reading]


@dataclass(frozen=True, slots=True)
class _Nearness:
    """How near a row came: its salience, less what it leans on in vain, and its score."""

    row: int
    salience: float
    score: float


def make_evidence(
    judged: Judged,
    selection: Selection,
    order: Sequence[int],
    items: Sequence[BriefingItem],
    pages: Sequence[MarkedDocument],
) -> Evidence:
    """What the briefing was chosen from.

    Parameters
    ----------
    order
        The picks as the briefing lists them.
    items
        The same, made.
    """
    dropped = _find_dropped(judged, selection, order, pages)
    last = selection.picks[-1]
    last_score = selection.mmr_lambda * last.salience - (1 - selection.mmr_lambda) * last.redundancy
    articles = _make_articles(judged, pages, _shown_sources(items, dropped, pages))
    return Evidence(tuple(articles), dropped, round(last_score, DIGITS), SAME_WORDING, MAYBE_SAME_REPORT)


def _find_dropped(
    judged: Judged, selection: Selection, order: Sequence[int], pages: Sequence[MarkedDocument]
) -> tuple[Dropped, ...]:
    """The N_DROPPED sentences nearest to selection, the nearest first.

    Nearest by MMR score, with the redundancy it had when a selected sentence ruled it out, or the last one was picked.
    """
    number_of_pick = {pick: number for number, pick in enumerate(order, start=1)}
    present = _present(judged, selection)
    dropped = []
    for near in _nearest(judged, selection, present):
        sentence = judged.candidates.sentence(near.row)
        pick = int(selection.ruled_out_by[near.row])
        similar_row = selection.picks[pick].row if pick != NOT_RULED_OUT else None
        dropped.append(
            Dropped(
                text=sentence.text,
                source=pages[sentence.document].source,
                start=sentence.start,
                end=sentence.end,
                salience=round(near.salience, DIGITS),
                redundancy=round(float(selection.redundancy[near.row]), DIGITS),
                score=round(near.score, DIGITS),
                too_similar_to=number_of_pick.get(pick),
                wording=0.0 if similar_row is None else _wording(judged.reports, near.row, similar_row),
                report=0.0 if similar_row is None else _report(judged.reports, near.row, similar_row),
                does_not_fit=bool(judged.candidates.n_words[near.row] > selection.words_left),
                discounts=tuple(_discounts(judged, near.row, present)),
            )
        )
    return tuple(dropped)


def _shown_sources(
    items: Sequence[BriefingItem], dropped: Sequence[Dropped], pages: Sequence[MarkedDocument]
) -> frozenset[int]:
    """The ids of the sources whose articles are kept: all, or of very many those that the briefing speaks of first."""
    also_in = (passage.source for item in items for passage in item.also_in)
    ids = (*(item.source for item in items), *also_in, *(each.source for each in dropped), *(p.source for p in pages))
    return frozenset(list(dict.fromkeys(ids))[:MAX_ARTICLES])


def _make_articles(judged: Judged, pages: Sequence[MarkedDocument], shown: frozenset[int]) -> Iterator[Article]:
    """The articles that are shown, by source, the sentences of the first of them with their salience."""
    n_judged = 0
    for document in sorted(range(len(pages)), key=lambda document: pages[document].source):
        page = pages[document]
        if page.source in shown:
            sentences = tuple(_sentences(judged, document, MAX_JUDGED - n_judged))
            n_judged += len(sentences)
            yield Article(page.source, page.document.text, page.blocks, sentences)


def _sentences(judged: Judged, document: int, n_judged: int) -> Iterator[tuple[int, int, float | None]]:
    """The sentences of a document, the first `n_judged` with their salience."""
    sentences, candidates = judged.candidates.sentences, judged.candidates
    for position, row in enumerate(range(*sentences.bounds[document : document + 2].tolist())):
        candidate = candidates.at(row) if position < n_judged else ANTECEDENT_ABSENT
        salience = None if candidate < 0 else round(judged.salience.exact(candidate), DIGITS)
        yield int(sentences.starts[row]), int(sentences.ends[row]), salience


def _present(judged: Judged, selection: Selection) -> frozenset[Presence]:
    """What was selected before the last pick, and the names that it introduces."""
    return PRESENT_FROM_THE_START.union(*(brings(pick.row, judged.read(pick.row)) for pick in selection.picks[:-1]))


def _nearest(judged: Judged, selection: Selection, present: frozenset[Presence]) -> list[_Nearness]:
    """The rows that came nearest. Only those are read whose upper bound is above what was found.

    All as it was when the last one was picked, so that no sentence has a higher score than that one had.
    """
    mmr_lambda = selection.mmr_lambda
    cost = (1 - mmr_lambda) * selection.redundancy
    upper = mmr_lambda * judged.salience.upper - cost
    upper[[pick.row for pick in selection.picks]] = -np.inf
    if judged.salience.upper.any():
        upper[judged.salience.upper == 0] = -np.inf  # nothing speaks for them: they were never in question
    found: list[_Nearness] = []
    for row in np.argsort(-upper, kind="stable").tolist():
        is_settled = len(found) >= N_DROPPED and found[N_DROPPED - 1].score >= upper[row]
        if is_settled or upper[row] == -np.inf:
            break
        is_dangling, names = leans_on(judged.read(row), present)
        factor = (DANGLING if is_dangling else 1.0) * (UNINTRODUCED if names else 1.0)
        salience = judged.salience.exact(row) * factor
        found.append(_Nearness(row, salience, mmr_lambda * salience - float(cost[row])))
        found.sort(key=lambda near: -near.score)
        del found[N_DROPPED:]
    return found


def _discounts(judged: Judged, row: int, present: frozenset[Presence]) -> Iterator[tuple[str, float]]:
    """What lowered a sentence's salience, in words, and the factor."""
    reading = judged.read(row)
    is_dangling, names = leans_on(reading, present)
    if is_dangling:
        yield "needs the sentence before it, which is not in the briefing", DANGLING
    if names:
        yield f"names {', '.join(sorted(names)[:_NAMES_SHOWN])} without saying who or what that is", UNINTRODUCED
    if reading.voice_factor < 1:
        yield "speaks as “we” or “you”, or quotes somebody whom it does not name", round(reading.voice_factor, DIGITS)
    if reading.is_expectation and judged.expected[row] < 1:
        yield "tells what was still to come", float(judged.expected[row])


def _wording(reports: Reports, row: int, other: int) -> float:
    return round(float(products(reports.wording, row)[other]), DIGITS)


def _report(reports: Reports, row: int, other: int) -> float:
    return round(report_similarity_of(reports, row, other), DIGITS)
