"""Find wire copies: documents that repeat another document's text, and so are no independent source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from summarizer.array_types import Ids, Rows, Scores
from summarizer.rank import weights
from summarizer.terms.packed_sort import sort_pairs
from summarizer.terms.tokens import Tokens

# Bounds on the work, not tuned: they keep it linear in the articles, however often one is copied.
LINKED_DOCUMENTS = 8  # each shingle links its documents to its first eight
MAX_COMPARED = 8  # documents, the most alike, that each is compared with closely; short notices have hundreds
ROWS_AT_ONCE = 256  # sentences, or documents, that are compared at a time, to bound the memory
# Of so many shingles, one in so many is enough to find documents that are worth comparing closely.
SAMPLED_FROM = {1 << 20: 4, 1 << 24: 16}
_MIXER = np.uint64(0x9E3779B97F4A7C15)  # odd, its bits spread: a multiplicative hash


def find_wire_copies(tokens: Tokens, n_sentences: Sequence[int]) -> Rows:
    """Tell which longer document each document repeats: itself where it repeats none.

    A copy is a document most of whose sentences stand, verbatim or lightly edited, in another of at least its length. A
    report that only shares quotations or some agency paragraphs is no copy.

    Parameters
    ----------
    tokens
        Of all sentences, document by document.
    n_sentences
        (n_documents,) how many of them each document has.

    Returns
    -------
    (n_documents,) number of the longest document of each one's group, which repeats none.

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
            if _copied_ratio(rows_of(document), rows_of(other)) >= weights.MIN_COPIED_RATIO:
                original[document] = other
                break
    return original


def _shared_shingles(ids: Ids, ranks: Rows, n_documents: int) -> tuple[sp.csr_array, Rows]:
    """Find which documents have the shingles that two or more documents have.

    Parameters
    ----------
    ids, ranks
        (n_tokens,) the terms, and the rank of each one's document. Shingles may cross sentences, not documents.

    Returns
    -------
    CSR (n_shingles, n_documents) of 0 and 1, by rank; and (n_documents,) how many shingles each has, shared or not.
    """
    hashes, ranks = _hash_shingles(ids, ranks)
    n_bits = n_documents.bit_length()
    # The hash loses its lowest bits. That two of 2**20 shingles then share a hash adds one to a count of thousands.
    hashes, ranks = sort_pairs(hashes >> np.uint64(n_bits), ranks, n_bits)
    is_new = np.ones(len(hashes), dtype=bool)
    is_new[1:] = (hashes[1:] != hashes[:-1]) | (ranks[1:] != ranks[:-1])
    hashes, documents = hashes[is_new], ranks[is_new].astype(np.int32)
    is_again = hashes[1:] == hashes[:-1]
    is_shared = np.zeros(len(hashes), dtype=bool)
    is_shared[1:] = is_again
    is_shared[:-1] |= is_again
    shared = documents[is_shared]
    starts = np.flatnonzero(np.diff(hashes[is_shared], prepend=np.uint64(0), append=np.uint64(0)) != 0)
    indptr = starts if len(shared) else np.zeros(1, dtype=np.int64)
    matrix = sp.csr_array((np.ones(len(shared), np.int32), shared, indptr), shape=(len(indptr) - 1, n_documents))
    return matrix, np.bincount(documents, minlength=n_documents)


def _hash_shingles(ids: Ids, ranks: Rows) -> tuple[npt.NDArray[np.uint64], Rows]:
    """A hash of each run of SHINGLE_TOKENS tokens of one document, and that document's rank; sampled where many."""
    n_runs = max(0, len(ids) - weights.SHINGLE_TOKENS + 1)
    hashes = np.zeros(n_runs, dtype=np.uint64)
    for offset in range(weights.SHINGLE_TOKENS):
        hashes += ids[offset : offset + n_runs].view(np.uint32)  # signed ones would be added as floats
        hashes += np.uint64(1)
        hashes *= _MIXER
    is_kept = ranks[:n_runs] == ranks[len(ranks) - n_runs :]
    for n_least, one_in in SAMPLED_FROM.items():
        if n_runs > n_least:
            is_kept &= hashes < np.iinfo(np.uint64).max // one_in
    return hashes[is_kept], ranks[:n_runs][is_kept]


def _suspects(shingles: sp.csr_array, n_shingles: Rows) -> dict[int, list[int]]:
    """For each rank, the lower ranks that have enough of its shingles, the most alike first, if there are any."""
    n_shared = np.bincount(shingles.indices, minlength=len(n_shingles))
    if not ((n_shared > 0) & (n_shared >= weights.MIN_SHARED_RATIO * n_shingles)).any():  # in most topics nobody copies
        return {}
    within = np.arange(shingles.nnz) - np.repeat(shingles.indptr[:-1], np.diff(shingles.indptr))
    first = shingles.copy()
    first.data = (within < LINKED_DOCUMENTS).astype(np.int32)
    first.eliminate_zeros()
    by_document = shingles.T.tocsr()
    suspects: dict[int, list[int]] = {}
    for start in range(0, len(n_shingles), ROWS_AT_ONCE):
        shared = sp.coo_array(by_document[start : start + ROWS_AT_ONCE] @ first)
        ranks, others = shared.coords[0] + start, shared.coords[1]
        # Most pairs share a few shingles by chance.
        is_like = (others < ranks) & (shared.data >= weights.MIN_SHARED_RATIO * n_shingles[ranks])
        ranks, others, counts = ranks[is_like], others[is_like], shared.data[is_like]
        in_order = np.lexsort((others, -counts, ranks))
        for rank, other in zip(ranks[in_order].tolist(), others[in_order].tolist(), strict=True):
            suspects.setdefault(rank, []).append(other)
    return suspects


def match_sentences(rows: sp.csr_array, other_rows: sp.csr_array) -> Iterator[tuple[Rows, Rows, Scores]]:
    """Compare the sentences of two documents, each given as the incidence of its terms, a block of rows at a time.

    Yields
    ------
    (n_pairs,) the sentence of the first document, the one of the other, and the Dice coefficient, 0..1, of their
    tokens. Pairs without a common token are left out.
    """
    n_tokens, n_other = rows.sum(axis=1), other_rows.sum(axis=1)
    for start in range(0, rows.shape[0], ROWS_AT_ONCE):  # each product is as wide as the other document is long
        shared = sp.coo_array(rows[start : start + ROWS_AT_ONCE] @ other_rows.T)
        own, other = shared.coords[0] + start, shared.coords[1]
        yield own, other, 2 * shared.data / (n_tokens[own] + n_other[other])


def _copied_ratio(rows: sp.csr_array, other_rows: sp.csr_array) -> float:
    """The share (0..1) of a document's tokens that stand in sentences of which the other document has a version."""
    n_tokens = rows.sum(axis=1)
    has_few = len(n_tokens) < weights.FEW_SENTENCES
    min_match = weights.MIN_VERBATIM_MATCH if has_few else weights.MIN_SENTENCE_MATCH
    n_copied = sum(
        n_tokens[np.unique(own[dice >= min_match])].sum() for own, _, dice in match_sentences(rows, other_rows)
    )
    return float(n_copied / max(1, n_tokens.sum()))
