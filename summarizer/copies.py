"""Wire copies: documents that repeat another's text, and so are no independent source. Arrays in, indices out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp

from summarizer.arrays import Rows, Scores
from summarizer.vectorize import Tokens

SHINGLE_TOKENS = 3  # with 30% of the words edited a third of the runs of three survive, of five a tenth
MIN_SHARED_RATIO = 0.15  # of the shorter document's shingles: below it, two documents are not worth comparing closely
LINKED_DOCUMENTS = 8  # each shingle links its documents to its first eight: linear, however often a wire is copied
MIN_SENTENCE_MATCH = 0.55  # Dice coefficient of the tokens of two versions of one sentence
BLOCK = 256  # sentences that are compared at a time, to bound the memory
FULL_LENGTH_RATIO = 0.9  # of the longest copy's tokens: an edited copy may be a little longer than its original
MIN_VERBATIM_MATCH, FEW_SENTENCES = (
    0.8,
    3,
)  # the same where fewer sentences than these are compared: chance meets easily
MIN_COPIED_RATIO = 0.75  # of the shorter document's tokens, in sentences that the longer one has too


def find_wire_copies(tokens: Tokens, n_sentences: Sequence[int]) -> Rows:
    """Which document each document repeats; itself where it is no copy.

    A copy is a document most of whose sentences stand, verbatim or lightly edited, in another of at least its length. A
    report that only shares quotations or some agency paragraphs is no copy. Of a text and its copies the first of about
    full length stands for all.

    Parameters
    ----------
    tokens
        Of all sentences, document by document.
    n_sentences
        (n_documents,) how many of them each document has.

    Returns
    -------
    (n_documents,) number of the document that stands for it; never itself a copy.

    References
    ----------
    Shingles and containment: Broder (1997), On the resemblance and containment of documents.
    """
    n_documents = len(n_sentences)
    documents = np.repeat(np.arange(n_documents), n_sentences)
    n_tokens = np.bincount(documents, weights=np.diff(tokens.indptr), minlength=n_documents)
    longest_first = np.argsort(-n_tokens, kind="stable")
    suspects = _suspects(_shingles(tokens, documents, n_documents)[longest_first])
    incidence = tokens.incidence()
    bounds = np.concatenate(([0], np.cumsum(n_sentences)))
    original = np.arange(n_documents)
    for rank, document in enumerate(longest_first):
        for other in longest_first[suspects[rank]]:
            rows, other_rows = (incidence[bounds[d] : bounds[d + 1]] for d in (document, other))
            if original[other] == other and _copied_ratio(rows, other_rows) >= MIN_COPIED_RATIO:
                original[document] = other
                break
    return _first_of_full_length(original, n_tokens.astype(np.float64))


def _shingles(tokens: Tokens, documents: Rows, n_documents: int) -> sp.csr_array:
    """CSR (n_documents, n_shingles): which runs of `SHINGLE_TOKENS` tokens a document has; runs may cross sentences."""
    base = np.int64(len(tokens.vocabulary) + 1)
    ids = tokens.ids.astype(np.int64)
    n_runs = max(0, len(ids) - SHINGLE_TOKENS + 1)
    codes = np.zeros(n_runs, dtype=np.int64)
    for offset in range(SHINGLE_TOKENS):  # overflow only makes two rare runs share a code
        codes = codes * base + ids[offset : offset + n_runs]
    _, columns = np.unique(codes, return_inverse=True)
    of_token = np.repeat(documents, np.diff(tokens.indptr))
    whole = of_token[:n_runs] == of_token[len(ids) - n_runs :]  # a run ends in the document it began in
    ones = np.ones(int(whole.sum()), dtype=np.int32)
    shape = (n_documents, int(columns.max(initial=-1)) + 1)
    matrix = sp.csr_array((ones, (of_token[:n_runs][whole], columns[whole])), shape=shape)
    matrix.data[:] = 1
    return matrix


def _suspects(shingles: sp.csr_array) -> list[Rows]:
    """Per row, the earlier rows that hold enough of its shingles, the most alike first."""
    by_column = sp.csc_array(shingles)
    by_column.sort_indices()
    within = np.arange(by_column.nnz) - np.repeat(by_column.indptr[:-1], np.diff(by_column.indptr))
    by_column.data = (within < LINKED_DOCUMENTS).astype(np.int32)
    by_column.eliminate_zeros()
    shared = sp.csr_array(shingles @ by_column.T)
    n_shingles = np.maximum(1, np.diff(shingles.indptr))
    return [_alike_before(shared, row, n_shingles[row]) for row in range(shingles.shape[0])]


def _alike_before(shared: sp.csr_array, row: int, n_shingles: int) -> Rows:
    span = slice(shared.indptr[row], shared.indptr[row + 1])
    others, counts = shared.indices[span], shared.data[span]
    kept = (others < row) & (counts >= MIN_SHARED_RATIO * n_shingles)
    others, counts = others[kept], counts[kept]
    return np.asarray(others[np.lexsort((others, -counts))])


def _first_of_full_length(longest: Rows, n_tokens: Scores) -> Rows:
    """For each document, the earliest of its group that is nearly as long as the group's longest."""
    is_full = n_tokens >= FULL_LENGTH_RATIO * n_tokens[longest]
    first = longest.copy()
    for document in np.flatnonzero(is_full)[::-1]:  # the last to write is the earliest
        first[longest[document]] = document
    return first[longest]


def _copied_ratio(rows: sp.csr_array, other_rows: sp.csr_array) -> float:
    """The share of tokens that stand in sentences with a version of themselves among the others."""
    n_tokens, n_other = rows.sum(axis=1), other_rows.sum(axis=1)
    least = MIN_SENTENCE_MATCH if len(n_tokens) >= FEW_SENTENCES else MIN_VERBATIM_MATCH
    n_copied = 0.0
    for start in range(0, len(n_tokens), BLOCK):  # each product is as wide as the other document is long
        block = n_tokens[start : start + BLOCK]
        shared = sp.coo_array(rows[start : start + BLOCK] @ other_rows.T)
        dice = 2 * shared.data / (block[shared.coords[0]] + n_other[shared.coords[1]])
        n_copied += block[np.unique(shared.coords[0][dice >= least])].sum()
    return float(n_copied / max(1, n_tokens.sum()))
