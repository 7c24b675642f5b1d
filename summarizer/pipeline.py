"""The stages in their order; the only module that knows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

import numpy as np
import scipy.sparse as sp

from summarizer.arrays import Flags, Rows, Scores
from summarizer.assembly import Chosen, count, make_item, make_place, make_sources
from summarizer.attribution import find_also_in
from summarizer.briefing import Briefing
from summarizer.candidates import Candidates, find_candidates
from summarizer.centrality import CENTRALITIES
from summarizer.copies import find_wire_copies
from summarizer.datamodel import Sentence, Signature, Skipped
from summarizer.errors import EmptyInputError, InputError
from summarizer.headline import choose_headline, title_terms
from summarizer.languages import common_stems, stemmer
from summarizer.options import SummaryOptions
from summarizer.order import ORDERS
from summarizer.pages import Page, clean_documents, count_sentences, split_pages, topic_language
from summarizer.progress import Progress, no_progress
from summarizer.read import Topic
from summarizer.reports import Reports, describe_reports
from summarizer.salience import (
    document_freshness,
    document_relatedness,
    expectation_factor,
    position_factor,
    raise_lead,
    recency_factor,
    sentence_weights,
    title_factor,
    weigh_salience,
)
from summarizer.selection import Budget, Pick, select_mmr
from summarizer.vectorize import Tokens, find_names, tfidf_matrix, tokenize
from summarizer.version import VERSION
from summarizer.wording import MAX_WORDS

REASONS_SHOWN = 3
NO_ARTICLE = "no article in it, only what surrounds one"


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
    titles = _titles(pages, n_sentences, copy_of)
    sentences, tokens = _originals(sentences, tokens, copy_of)
    names = find_names(tokens)
    candidates = find_candidates(sentences, names, language, _n_wanted(options))
    tokens = tokens.take(candidates.rows)
    tfidf = tfidf_matrix(tokens)

    in_titles = title_factor(tokens.incidence(), _are_in(titles, tokens, language))
    salience = _salience(tfidf, candidates, in_titles, pages, options)
    reports = describe_reports(tokens, tfidf, candidates.expectations, names, common_stems(language))
    picks = _select(reports, salience, candidates, options)
    chosen = [Chosen(candidates.sentences[pick.row], pick, _also_in(reports, candidates, pick.row)) for pick in picks]
    order = ORDERS[options.order]([make_place(each, pages, n_sentences) for each in chosen])

    sources = make_sources(pages, copy_of, n_sentences)
    return Briefing(
        headline=choose_headline(titles, tokens, language),
        items=tuple(make_item(chosen[i], pages) for i in order),
        sources=sources,
        skipped=skipped,
        signature=Signature(VERSION, replace(options, sentences=options.max_sentences), count(sources, len(skipped))),
    )


def _originals(sentences: Sequence[Sentence], tokens: Tokens, copy_of: Rows) -> tuple[list[Sentence], Tokens]:
    """The sentences of documents that are no wire copies: a copy adds nothing to any score."""
    rows = [i for i, sentence in enumerate(sentences) if copy_of[sentence.document] == sentence.document]
    return [sentences[row] for row in rows], tokens.take(np.array(rows))


def _salience(
    tfidf: sp.csr_array, candidates: Candidates, in_titles: Scores, pages: Sequence[Page], options: SummaryOptions
) -> Scores:
    """Centrality across all documents, and what else speaks for or against each sentence."""
    relatedness = document_relatedness(tfidf, candidates.documents)
    weights = sentence_weights(relatedness, candidates.documents)
    freshness = _freshness(candidates.documents, pages)
    salience = weigh_salience(
        CENTRALITIES[options.centrality](tfidf, weights),
        relatedness,
        position_factor(candidates.positions),
        in_titles,
        recency_factor(freshness),
        expectation_factor(candidates.expectations, freshness),
        candidates.voice_factors,
    )
    return raise_lead(salience, tfidf, candidates.openings)


def _select(reports: Reports, salience: Scores, candidates: Candidates, options: SummaryOptions) -> list[Pick]:
    """The picks, of which there is at least one."""
    all_words = int(candidates.n_words.sum())
    budget = Budget(candidates.n_words, options.max_sentences, min(options.words or all_words, all_words))
    picks = select_mmr(reports, salience, candidates.leanings, budget, options.mmr_lambda)
    if not picks:
        raise EmptyInputError("", f"no sentence fits in {options.words} words; the shortest has {budget.n_words.min()}")
    return picks


def _also_in(reports: Reports, candidates: Candidates, row: int) -> tuple[tuple[Sentence, float], ...]:
    """The sentences of other documents that report the same as the candidate, with their similarity."""
    found = find_also_in(reports, candidates.documents, row)
    return tuple((candidates.sentences[other], similarity) for other, similarity in found)


def _titles(pages: Sequence[Page], n_sentences: Sequence[int], copy_of: Rows) -> list[str]:
    """The titles that may head the briefing: a wire copy's only where no original has one."""
    titles = [(i, page.document.title) for i, page in enumerate(pages) if page.document.title and n_sentences[i]]
    originals = [title for number, title in titles if copy_of[number] == number]
    return originals or [title for _, title in titles]


def _are_in(titles: Sequence[str], tokens: Tokens, language: str) -> Flags:
    """(n_vocabulary,) which terms of the sentences stand in a title."""
    terms = {term for title in titles for term in title_terms(title, language)}
    return np.array([term in terms for term in tokens.vocabulary], dtype=bool)


def _without_prose(pages: Sequence[Page], n_sentences: Sequence[int], *, strict: bool) -> list[Skipped]:
    """The documents that hold no article, in the order of their ids."""
    empty = sorted((page for page, n in zip(pages, n_sentences, strict=True) if not n), key=attrgetter("source"))
    if strict and empty:
        raise InputError(empty[0].document.path or f"document {empty[0].source}", NO_ARTICLE)
    return [Skipped(page.document.path, NO_ARTICLE) for page in empty]


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
    return options.max_sentences or -(-(options.words or 1) // MAX_WORDS)
