"""Split the prose of documents into sentences, and find their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt

from summarizer.array_types import Flags, Ids, Rows
from summarizer.clean.marked_documents import MarkedDocument
from summarizer.sentences.boundaries import split_spans
from summarizer.sentences.sentence_table import SentenceTable, plain_text
from summarizer.sentences.wording import count_words, judge_form, opens_with_quotation
from summarizer.terms.tokens import Words, find_words, join_words
from summarizer.workers import Workers


@dataclass(frozen=True, slots=True)
class _Split:
    """The sentences of some documents as columns, and their words; `n_sentences` has one entry a document."""

    starts: Rows
    ends: Rows
    n_words: Ids
    fitness: npt.NDArray[np.int8]
    is_quotation: Flags
    n_sentences: Rows
    words: Words


def split_documents(
    documents: Sequence[MarkedDocument], language: str, workers: Workers
) -> tuple[SentenceTable, Words]:
    """The sentences of all documents, document by document, and their words."""
    split = partial(_split_chunk, language=language)
    parts = list(workers.map(split, documents, "Splitting")) or [split([])]
    sentences = SentenceTable(
        texts=[marked.document.text for marked in documents],
        starts=np.concatenate([part.starts for part in parts]),
        ends=np.concatenate([part.ends for part in parts]),
        bounds=np.concatenate([[0], *(part.n_sentences for part in parts)]).cumsum(),
        n_words=np.concatenate([part.n_words for part in parts]),
        fitness=np.concatenate([part.fitness for part in parts]),
        is_quotation=np.concatenate([part.is_quotation for part in parts]),
    )
    return sentences, join_words([part.words for part in parts])


def _split_chunk(documents: Sequence[MarkedDocument], language: str) -> _Split:
    spans_by_document = [list(_spans(marked, language)) for marked in documents]
    texts = [
        plain_text(marked.document.text, start, end)
        for marked, spans in zip(documents, spans_by_document, strict=True)
        for start, end in spans
    ]
    n_words = list(map(count_words, texts))
    return _Split(
        starts=np.array([start for spans in spans_by_document for start, _ in spans], np.int64),
        ends=np.array([end for spans in spans_by_document for _, end in spans], np.int64),
        n_words=np.array(n_words, np.int32),
        fitness=np.array(list(map(judge_form, texts, n_words)), np.int8),
        is_quotation=np.array(list(map(opens_with_quotation, texts)), dtype=bool),
        n_sentences=np.array(list(map(len, spans_by_document)), np.int64),
        words=find_words(texts),
    )


def _spans(marked: MarkedDocument, language: str) -> Iterator[tuple[int, int]]:
    """The sentences in the prose of a document that have a letter or a digit."""
    text = marked.document.text
    for block in marked.prose():
        for start, end in split_spans(text, block.start, block.end, language):
            if text[start].isalnum() or any(map(str.isalnum, text[start:end])):
                yield start, end
