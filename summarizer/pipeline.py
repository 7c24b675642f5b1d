"""The stages in their order; the only module that knows it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from summarizer.arrays import Rows, Scores
from summarizer.assembly import Chosen, count, make_item, make_place, make_sources
from summarizer.attribution import describe_reports, find_also_in
from summarizer.briefing import Briefing
from summarizer.candidates import find_candidates
from summarizer.centrality import CENTRALITIES
from summarizer.copies import find_wire_copies
from summarizer.datamodel import Signature, Skipped
from summarizer.errors import EmptyInputError, InputError
from summarizer.headline import choose_headline
from summarizer.languages import stemmer
from summarizer.options import SummaryOptions
from summarizer.order import ORDERS
from summarizer.pages import Page, clean_documents, count_sentences, split_pages, topic_language
from summarizer.progress import Progress, no_progress
from summarizer.read import Topic
from summarizer.salience import (
    document_freshness,
    document_relatedness,
    expectation_factor,
    position_factor,
    recency_factor,
    sentence_weights,
    weigh_salience,
)
from summarizer.selection import Budget, select_mmr
from summarizer.vectorize import tfidf_matrix, tokenize
from summarizer.version import VERSION
from summarizer.wording import MAX_WORDS

REASONS_SHOWN = 3


def build_briefing(
    topic: Topic, options: SummaryOptions, *, strict: bool = False, progress: Progress = no_progress
) -> Briefing:
    """The briefing of a topic; see `summarizer.summarize`."""
    pages = clean_documents(topic.documents, progress)
    language = topic_language(pages) if options.language == "auto" else options.language
    sentences = split_pages(pages, language, progress)
    n_sentences = count_sentences(sentences, len(pages))
    skipped = (*topic.skipped, *_without_prose(pages, n_sentences, strict=strict))
    if not sentences:
        raise EmptyInputError("", _nothing_left(skipped))

    tokens = tokenize((sentence.text for sentence in sentences), stemmer(language))
    copy_of = find_wire_copies(tokens, n_sentences)
    candidates = find_candidates(sentences, copy_of, language, _n_wanted(options))

    candidate_tokens = tokens.take(candidates.rows)
    tfidf = tfidf_matrix(candidate_tokens)
    relatedness = document_relatedness(tfidf, candidates.documents)
    centrality = CENTRALITIES[options.centrality](tfidf, sentence_weights(relatedness, candidates.documents))

    freshness = _freshness(candidates.documents, pages)
    salience = weigh_salience(
        centrality,
        relatedness,
        position_factor(candidates.positions),
        recency_factor(freshness),
        expectation_factor(candidates.expectations, freshness),
        candidates.quotation_factors,
    )

    budget = Budget(candidates.n_words, options.max_sentences, options.words)
    picks = select_mmr(tfidf, salience, candidates.antecedents, budget, options.mmr_lambda)
    if not picks:
        raise EmptyInputError("", f"no sentence fits in {options.words} words; the shortest has {budget.n_words.min()}")

    reports = describe_reports(candidate_tokens, tfidf, candidates.expectations)
    chosen = [
        Chosen(
            sentence=candidates.sentences[pick.row],
            pick=pick,
            also_in=tuple(
                (candidates.sentences[row], similarity)
                for row, similarity in find_also_in(reports, candidates.documents, pick.row)
            ),
        )
        for pick in picks
    ]
    order = ORDERS[options.order]([make_place(each, pages, n_sentences) for each in chosen])
    sources = make_sources(pages, copy_of, n_sentences)
    return Briefing(
        headline=choose_headline([page.document.title for page in pages if page.document.title], candidate_tokens),
        items=tuple(make_item(chosen[i], pages) for i in order),
        sources=sources,
        skipped=skipped,
        signature=Signature(VERSION, options, count(sources, len(skipped))),
    )


def _without_prose(pages: Sequence[Page], n_sentences: Sequence[int], *, strict: bool) -> list[Skipped]:
    """The documents that hold no article, in the order of their ids."""
    empty = sorted((page.source, page.document) for page, n in zip(pages, n_sentences, strict=True) if not n)
    skipped = [Skipped(document.path, "no article in it, only what surrounds one") for _, document in empty]
    if strict and skipped:
        raise InputError(skipped[0].path or f"document {empty[0][0]}", skipped[0].reason)
    return skipped


def _freshness(documents: Rows, pages: Sequence[Page]) -> Scores:
    """Per sentence, the freshness of its document among those that have sentences here; 1 where it is the only one."""
    numbers, members = np.unique(documents, return_inverse=True)
    if len(numbers) == 1:
        return np.ones(len(documents))
    return document_freshness([pages[number].date for number in numbers])[members]


def _nothing_left(skipped: Sequence[Skipped]) -> str:
    """Why there is nothing to summarize."""
    if not skipped:
        return "nothing to summarize: no input was given"
    reasons = [f"{each.path or 'a document'}: {each.reason}" for each in skipped[:REASONS_SHOWN]]
    more = f"; and {len(skipped) - REASONS_SHOWN} more" if len(skipped) > REASONS_SHOWN else ""
    return f"nothing to summarize ({'; '.join(reasons)}{more})"


def _n_wanted(options: SummaryOptions) -> int:
    """How many sentences the briefing can use at most, or surely can use under a word limit."""
    return options.max_sentences or math.ceil((options.words or 1) / MAX_WORDS)
