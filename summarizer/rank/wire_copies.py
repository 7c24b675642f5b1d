"""Wire copies: documents that repeat another's text, and so are no independent source. Arrays in, indices out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import islice

import numpy as np
import scipy.sparse as sp

from summarizer.array_types import Ids, Rows, Scores
from summarizer.terms.tokens import Tokens

SHINGLE_TOKENS = 3  # with 30% of the words edited a third of the runs of three survive, of five a tenth
MIN_SHARED_RATIO = 0.15  # of the shorter document's shingles: below it, two documents are not worth comparing closely
LINKED_DOCUMENTS = 8  # each shingle links its documents to its first eight: linear, however often a wire is copied
MIN_SENTENCE_MATCH = 0.55  # Dice coefficient of the tokens of two versions of one sentence
_MIXER = np.uint64(0x9E3779B97F4A7C15)  # odd, its bits spread: a multiplicative hash
# Of so many shingles one in so many is enough to find documents that are worth comparing closely.
SAMPLED_FROM = {1 << 20: 4, 1 << 24: 16}
MAX_COMPARED = 8  # documents, the most alike, that each is compared with closely; short notices have hundreds
BLOCK = 256  # sentences, or documents, that are compared at a time, to bound the memory
FULL_LENGTH_RATIO = 0.9  # of the longest copy's tokens: an edited copy may be a little longer than its original
MIN_VERBATIM_MATCH = 0.8  # the same where fewer sentences than FEW_SENTENCES are compared: chance meets easily
FEW_SENTENCES = 3
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
    bounds = np.concatenate(([0], np.cumsum(n_sentences, dtype=np.int64)))
    n_tokens = np.diff(tokens.indptr[bounds])
    longest_first = np.argsort(-n_tokens, kind="stable")
    ranks = np.empty(n_documents, dtype=np.int64)
    ranks[longest_first] = np.arange(n_documents)
    suspects = _suspects(*_shared_shingles(tokens.ids, np.repeat(ranks, n_tokens), n_documents))
    rows_of = cache(lambda document: tokens.between(*bounds[document : document + 2].tolist()).incidence())
    original = np.arange(n_documents)
    for rank, others in suspects.items():
        document = longest_first[rank]
        originals = (other for other in longest_first[others] if original[other] == other)
        for other in islice(originals, MAX_COMPARED):
            if _copied_ratio(rows_of(document), rows_of(other)) >= MIN_COPIED_RATIO:
                original[document] = other
                break
    return _first_of_full_length(original, n_tokens.astype(np.float64))


def _shared_shingles(ids: Ids, ranks: Rows, n_documents: int) -> tuple[sp.csr_array, Rows]:
    """Which documents have the shingles, runs of SHINGLE_TOKENS tokens, that two or more of them have.

    Parameters
    ----------
    ids, ranks
        (n_tokens,) the terms, and the rank of each one's document. Runs may cross sentences, not documents.

    Returns
    -------
    CSR (n_shingles, n_documents) of 0 and 1, by rank; and (n_documents,) how many shingles each has, shared or not.
    """
    n_runs = max(0, len(ids) - SHINGLE_TOKENS + 1)
    n_bits = n_documents.bit_length()
    keys = np.zeros(n_runs, dtype=np.uint64)
    for offset in range(SHINGLE_TOKENS):
        keys += ids[offset : offset + n_runs].view(np.uint32)  # signed ones would be added as floats
        keys += np.uint64(1)
        keys *= _MIXER
    is_kept = ranks[:n_runs] == ranks[len(ranks) - n_runs :]
    for n_least, one_in in SAMPLED_FROM.items():
        if n_runs > n_least:
            is_kept &= keys < np.iinfo(np.uint64).max // one_in
    # The rank takes the place of the lowest bits, so that sorting plain integers brings the documents of a shingle
    # together. That two of a million shingles share what is left of their key adds one to a count of thousands.
    keys = keys[is_kept] >> np.uint64(n_bits) << np.uint64(n_bits) | ranks[:n_runs][is_kept].astype(np.uint64)
    keys.sort()
    keys = keys[np.concatenate((keys[:1] >= 0, keys[1:] != keys[:-1]))]
    documents = (keys & np.uint64((1 << n_bits) - 1)).astype(np.int32)
    keys >>= np.uint64(n_bits)
    is_again = keys[1:] == keys[:-1]
    is_shared = np.zeros(len(keys), dtype=bool)
    is_shared[1:] = is_again
    is_shared[:-1] |= is_again
    starts = np.flatnonzero(np.diff(keys[is_shared], prepend=np.uint64(0), append=np.uint64(0)) != 0)
    shared = documents[is_shared]
    shape = (len(starts) - 1, n_documents) if len(shared) else (0, n_documents)
    indptr = starts if len(shared) else np.zeros(1, dtype=np.int64)
    matrix = sp.csr_array((np.ones(len(shared), np.int32), shared, indptr), shape=shape)
    return matrix, np.bincount(documents, minlength=n_documents)


def _suspects(shingles: sp.csr_array, n_shingles: Rows) -> dict[int, list[int]]:
    """The lower ranks that hold enough of a rank's shingles, the most alike first; by rank, where there are any."""
    n_shared = np.bincount(shingles.indices, minlength=len(n_shingles))
    if not ((n_shared > 0) & (n_shared >= MIN_SHARED_RATIO * n_shingles)).any():  # in most topics nobody copies
        return {}
    within = np.arange(shingles.nnz) - np.repeat(shingles.indptr[:-1], np.diff(shingles.indptr))
    first = shingles.copy()
    first.data = (within < LINKED_DOCUMENTS).astype(np.int32)
    first.eliminate_zeros()
    by_document = shingles.T.tocsr()
    suspects: dict[int, list[int]] = {}
    for start in range(0, len(n_shingles), BLOCK):  # most pairs share a few shingles by chance
        shared = sp.coo_array(by_document[start : start + BLOCK] @ first)
        ranks, others = shared.coords[0] + start, shared.coords[1]
        is_like = (others < ranks) & (shared.data >= MIN_SHARED_RATIO * n_shingles[ranks])
        ranks, others, counts = ranks[is_like], others[is_like], shared.data[is_like]
        in_order = np.lexsort((others, -counts, ranks))
        for rank, other in zip(ranks[in_order].tolist(), others[in_order].tolist(), strict=True):
            suspects.setdefault(rank, []).append(other)
    return suspects


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
