"""Find who else reports a sentence: the passages of independent sources that report the same."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from summarizer.array_types import Rows
from summarizer.rank import weights
from summarizer.rank.same_report import Reports, are_at_odds, product_of_two, share_in, similarity_to_all


def find_also_in(
    reports: Reports, texts: Rows, is_expectation: Callable[[int], bool], row: int
) -> list[tuple[int, float]]:
    """The sentences of other documents that report the same as sentence `row`, with their similarity.

    They are alike in content and in wording, have a good part of what the sentence tells, do not contradict it, and
    name no others; and what was expected is not the same as what happened. "Reports the same" is not "confirms": two
    papers may repeat one press release.

    Parameters
    ----------
    reports
        Of the sentences of independent documents only.
    texts
        (n_sentences,) number of each sentence's document, one for all versions of a text.
    is_expectation
        Whether the sentence of a row tells what was still to come; called for similar sentences only.

    Returns
    -------
    Pairs of a row and its similarity to `row`, SAME_REPORT to 1: the best of each other document, by document.
    """
    similarity = similarity_to_all(reports, row)
    alike = np.flatnonzero((similarity >= weights.SAME_REPORT) & (texts != texts[row]))
    best: dict[int, int] = {}
    for other in alike.tolist():
        text = int(texts[other])
        if text in best and similarity[other] <= similarity[best[text]]:
            continue
        if _is_same_report(reports, row, other) and is_expectation(other) == is_expectation(row):
            best[text] = other
    return [(best[text], float(similarity[best[text]])) for text in sorted(best)]


def _is_same_report(reports: Reports, row: int, other: int) -> bool:
    """Tell of two sentences that are alike in content whether one reports what the other does."""
    return (
        product_of_two(reports.wording, row, other) >= weights.SAME_REPORT_WORDING
        and share_in(reports, row, other) >= weights.SAME_REPORT_SHARE
        and not are_at_odds(reports, row, other)
        and not reports.names_others(row, other)
    )
