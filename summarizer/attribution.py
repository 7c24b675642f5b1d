"""Who else reports it: the passages of independent sources that report the same. Matrices in, indices out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from sklearn.preprocessing import normalize

from summarizer.arrays import Flags, Rows, Scores
from summarizer.vectorize import Tokens

SAME_REPORT = 0.32  # similarity from which two sentences report the same, judged by reading pairs of development topics

NUMBER_WEIGHT = 1.5  # of a number against a word as rare: figures are what reports are told apart by


@dataclass(frozen=True, slots=True)
class Reports:
    """What sentences report, for telling whether two report the same.

    wording
        CSR (n_sentences, n_terms), the TF-IDF matrix: pairs of words too, function words too.
    content
        CSR (n_sentences, n_words), the idf of each word a sentence has, numbers weighing more; rows of unit norm or
        zero. Words that every sentence has weigh next to nothing.
    numbers
        CSR of the same shape, 1 where the word is a number.
    expectations
        (n_sentences,) whether it tells what was still to come.
    """

    wording: sp.csr_array
    content: sp.csr_array
    numbers: sp.csr_array
    expectations: Flags


def describe_reports(tokens: Tokens, tfidf: sp.csr_array, expectations: Flags) -> Reports:
    """The reports of sentences, idf over these sentences: ln((1 + n_sentences) / (1 + df))."""
    incidence = tokens.incidence()
    idf = np.log((1 + tokens.n_sentences) / (1 + incidence.sum(axis=0)))
    is_number = np.array([any(map(str.isdigit, term)) for term in tokens.vocabulary], dtype=np.float64)
    weights = np.where(is_number > 0, NUMBER_WEIGHT, 1.0) * idf
    return Reports(
        wording=tfidf,
        content=sp.csr_array(normalize(incidence.multiply(weights[np.newaxis, :]).tocsr())),
        numbers=sp.csr_array(incidence.multiply(is_number[np.newaxis, :])),
        expectations=expectations,
    )


def find_also_in(reports: Reports, documents: Rows, row: int) -> list[tuple[int, float]]:
    """The sentences of other documents that report the same as sentence `row`, with their similarity.

    Similarity is the mean of two cosines, of wording and of content. Where both sentences give numbers, they must share
    one: "$25 million" is not what another paper reports as "$33.5 million". Nor is what was expected the same as what
    happened. "Reports the same" is not "confirms": two papers may repeat one press release.

    Parameters
    ----------
    reports
        Of the sentences of independent documents only.
    documents
        (n_sentences,) number of each sentence's document.

    Returns
    -------
    Pairs of a row and its similarity to `row`, SAME_REPORT to 1: the best of each other document, by document.
    """
    similarity = (_cosines(reports.wording, row) + _cosines(reports.content, row)) / 2
    n_numbers = reports.numbers.sum(axis=1)
    differs = (n_numbers > 0) & (n_numbers[row] > 0) & (_cosines(reports.numbers, row) == 0)
    differs |= reports.expectations != reports.expectations[row]
    best: dict[int, int] = {}
    for other in np.flatnonzero((similarity >= SAME_REPORT) & ~differs & (documents != documents[row])):
        document = int(documents[other])
        if document not in best or similarity[other] > similarity[best[document]]:
            best[document] = int(other)
    return [(best[document], min(1.0, float(similarity[best[document]]))) for document in sorted(best)]


def _cosines(rows: sp.csr_array, row: int) -> Scores:
    return np.asarray(rows @ rows[[row]].toarray().ravel())
