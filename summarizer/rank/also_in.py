"""Find who else reports a sentence: the passages of independent sources that report the same."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from summarizer.array_types import Rows
from summarizer.rank import weights
from summarizer.rank.same_report import Reports, differ_in_figures, similarity_to_all


def find_also_in(
    reports: Reports, documents: Rows, is_expectation: Callable[[int], bool], row: int
) -> list[tuple[int, float]]:
    """The sentences of other documents that report the same as sentence `row`, with their similarity.

    They are alike in content and do not differ in all figures; and what was expected is not the same as what happened.
    "Reports the same" is not "confirms": two papers may repeat one press release.

    Parameters
    ----------
    reports
        Of the sentences of independent documents only.
    documents
        (n_sentences,) number of each sentence's document.
    is_expectation
        Whether the sentence of a row tells what was still to come; called for similar sentences only.

    Returns
    -------
    Pairs of a row and its similarity to `row`, SAME_REPORT to 1: the best of each other document, by document.
    """
    similarity = similarity_to_all(reports, row)
    alike = np.flatnonzero((similarity >= weights.SAME_REPORT) & (documents != documents[row]))
    best: dict[int, int] = {}
    for other in alike.tolist():
        if differ_in_figures(reports, row, other) or is_expectation(other) != is_expectation(row):
            continue
        document = int(documents[other])
        if document not in best or similarity[other] > similarity[best[document]]:
            best[document] = other
    return [(best[document], float(similarity[best[document]])) for document in sorted(best)]
