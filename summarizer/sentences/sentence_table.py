"""Hold the sentences of a topic as columns, because millions of them take arrays, not objects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from summarizer.array_types import Flags, Ids, Rows
from summarizer.datamodel import Sentence


@dataclass(frozen=True, slots=True)
class SentenceTable:
    """The sentences of all documents: sentence i is texts[d][starts[i]:ends[i]], where bounds[d] <= i < bounds[d + 1].

    texts
        The whole text of each document.
    starts, ends
        (n_sentences,) offsets into the text of its document.
    bounds
        (n_documents + 1,) where the sentences of each document begin.
    n_words
        (n_sentences,) int32, for the word budget.
    fitness
        (n_sentences,) int8: `wording.WELL_FORMED`, `ENDED` or `OTHER`.
    is_quotation
        (n_sentences,) whether it opens with a quotation mark.
    """

    texts: Sequence[str]
    starts: Rows
    ends: Rows
    bounds: Rows
    n_words: Ids
    fitness: npt.NDArray[np.int8]
    is_quotation: Flags

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def n_by_document(self) -> list[int]:
        """How many sentences each document has."""
        n_sentences: list[int] = np.diff(self.bounds).tolist()
        return n_sentences

    @property
    def documents(self) -> Rows:
        """(n_sentences,) the number of each sentence's document."""
        return np.repeat(np.arange(len(self.bounds) - 1), np.diff(self.bounds))

    def rows_of_originals(self, copy_of: Rows) -> Rows:
        """The sentences of documents that are no wire copies, ascending: a copy adds nothing to any score.

        Parameters
        ----------
        copy_of
            (n_documents,) the number of the document that stands for each; its own where it is no copy.
        """
        documents = self.documents
        return np.flatnonzero(copy_of[documents] == documents)

    def document_of(self, row: int) -> int:
        """The number of the document that sentence `row` is in."""
        return int(self.bounds.searchsorted(row, side="right")) - 1

    def text(self, row: int) -> str:
        """The text of sentence `row`, white space made single spaces."""
        return plain_text(self.texts[self.document_of(row)], int(self.starts[row]), int(self.ends[row]))

    def sentence(self, row: int) -> Sentence:
        """Sentence `row` with all that is known of where it stands."""
        document = self.document_of(row)
        position = row - int(self.bounds[document])
        return Sentence(document, position, int(self.starts[row]), int(self.ends[row]), self.text(row))


def plain_text(text: str, start: int, end: int) -> str:
    """text[start:end], white space made single spaces."""
    span = text[start:end]
    # Most sentences are printable and so have no white space but spaces; splitting takes three times as long.
    return span if span.isprintable() and "  " not in span else " ".join(span.split())
