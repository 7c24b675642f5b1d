"""Find the sentences that came nearest to being selected, and why they were not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from summarizer.array_types import Scores
from summarizer.clean.marked_documents import MarkedDocument
from summarizer.compose.items import DIGITS
from summarizer.datamodel import Dropped
from summarizer.rank import weights
from summarizer.rank.antecedents import Antecedents, Missing
from summarizer.rank.salience import voice_factor
from summarizer.rank.same_report import product_of_two, similarity_of_two
from summarizer.rank.scored_candidates import Scored
from summarizer.rank.selection import Selection, mmr_score

N_DROPPED = 12
_NAMES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Near:
    """A row that came near, with what it leaned on in vain, its salience after that discount, and its score."""

    row: int
    missing: Missing
    salience: float
    score: float


def find_dropped(
    documents: Sequence[MarkedDocument], scored: Scored, selection: Selection, order: Sequence[int]
) -> tuple[Dropped, ...]:
    """The N_DROPPED sentences nearest to selection, the nearest first.

    Nearest by MMR score, with the redundancy each had when a selected sentence ruled it out, or the last one was
    picked.

    Parameters
    ----------
    order
        The numbers of the picks, in the order in which the briefing lists them.
    """
    number_of_pick = {pick: number for number, pick in enumerate(order, start=1)}
    return tuple(
        _make_dropped(documents, scored, selection, near, number_of_pick.get(int(selection.ruled_out_by[near.row])))
        for near in _find_nearest(scored, selection)
    )


def _make_dropped(
    documents: Sequence[MarkedDocument], scored: Scored, selection: Selection, near: _Near, item: int | None
) -> Dropped:
    """Put a near sentence into words; `item` is the number of the item that says the same, None where none does."""
    sentence = scored.candidates.sentence(near.row)
    wording = report = 0.0
    if item is not None:
        picked = selection.picks[int(selection.ruled_out_by[near.row])].row
        wording = round(product_of_two(scored.reports.wording, near.row, picked), DIGITS)
        report = round(similarity_of_two(scored.reports, near.row, picked), DIGITS)
    return Dropped(
        text=sentence.text,
        source=documents[sentence.document].source,
        start=sentence.start,
        end=sentence.end,
        salience=round(near.salience, DIGITS),
        redundancy=round(float(selection.redundancy[near.row]), DIGITS),
        score=round(near.score, DIGITS),
        too_similar_to=item,
        wording=wording,
        report=report,
        does_not_fit=bool(scored.candidates.n_words[near.row] > selection.words_left),
        discounts=tuple(_discounts(scored, near)),
    )


def _find_nearest(scored: Scored, selection: Selection) -> list[_Near]:
    """The rows that came nearest; only those are read closely whose upper bound is above what was found.

    Everything is as it was when the last sentence was picked, so that none has a higher score than that one had.
    """
    antecedents = Antecedents(scored.reader.read)
    for pick in selection.picks[:-1]:
        antecedents.add(pick.row)
    highest_scores = _highest_scores(scored, selection)
    nearest: list[_Near] = []
    for row in np.argsort(-highest_scores, kind="stable").tolist():
        is_settled = len(nearest) == N_DROPPED and nearest[-1].score >= highest_scores[row]
        if is_settled or highest_scores[row] == -np.inf:
            break
        missing = antecedents.missing(row)
        salience = scored.salience.exact(row) * missing.factor
        score = mmr_score(salience, float(selection.redundancy[row]), selection.mmr_lambda)
        nearest.append(_Near(row, missing, salience, score))
        nearest.sort(key=lambda near: -near.score)
        del nearest[N_DROPPED:]
    return nearest


def _highest_scores(scored: Scored, selection: Selection) -> Scores:
    """(n_candidates,) the highest score each can have; minus infinity for the selected and the never in question."""
    upper_bounds = scored.salience.upper_bounds
    scores = mmr_score(upper_bounds, selection.redundancy, selection.mmr_lambda)
    scores[[pick.row for pick in selection.picks]] = -np.inf
    if upper_bounds.any():
        scores[upper_bounds == 0] = -np.inf
    return scores


def _discounts(scored: Scored, near: _Near) -> Iterator[tuple[str, float]]:
    """Say what lowered a sentence's salience: a reason in words, and the factor."""
    reading = scored.reader.read(near.row)
    if near.missing.points_back:
        yield "needs the sentence before it, which is not in the briefing", weights.DANGLING
    if near.missing.names:
        names = sorted(map(scored.reader.name, near.missing.names))[:_NAMES_SHOWN]
        yield f"names {', '.join(names)} without saying who or what that is", weights.UNINTRODUCED
    if (factor := voice_factor(reading)) < 1:
        yield "speaks as “we” or “you”, or quotes somebody whom it does not name", round(factor, DIGITS)
    if reading.is_expectation and scored.expectation[near.row] < 1:
        yield "tells what was still to come", float(scored.expectation[near.row])
