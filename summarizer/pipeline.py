"""The stages in their order; the only module that knows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

import numpy as np
import scipy.sparse as sp

from summarizer.array_types import Rows, Scores
from summarizer.briefing import Briefing
from summarizer.clean.marked_documents import MarkedDocument, clean_documents, topic_language
from summarizer.compose.evidence import Judged, make_evidence
from summarizer.compose.headline import choose_headline, title_terms
from summarizer.compose.items import Chosen, count, make_item, make_place, make_sources
from summarizer.compose.order import ORDERS
from summarizer.datamodel import Signature, Skipped
from summarizer.errors import EmptyInputError, InputError
from summarizer.language.stems import common_stems, stemmer
from summarizer.options import SummaryOptions
from summarizer.rank.also_in import find_also_in
from summarizer.rank.centrality import CENTRALITIES
from summarizer.rank.salience import (
    document_freshness,
    document_relatedness,
    expectation_factor,
    position_factor,
    raise_lead,
    recency_factor,
    scale_salience,
    sentence_weights,
    title_factor,
)
from summarizer.rank.same_report import describe_reports
from summarizer.rank.selection import Budget, Pick, Selection, select_mmr
from summarizer.rank.wire_copies import find_wire_copies
from summarizer.read.documents import Topic
from summarizer.sentences.candidates import Candidates, find_candidates, find_openings, original_rows
from summarizer.sentences.close_reading import Reading, close_reader
from summarizer.sentences.splitting import split_pages
from summarizer.sentences.table import Sentences
from summarizer.sentences.wording import MAX_WORDS
from summarizer.terms.tfidf import tfidf_matrix
from summarizer.terms.tokens import Tokens, find_names, make_tokens, term_maker
from summarizer.version import VERSION
from summarizer.workers import Workers

REASONS_SHOWN = 3
NO_ARTICLE = "no article in it, only what surrounds one"
ALONE = Workers()


def build_briefing(
    topic: Topic,
    options: SummaryOptions,
    *,
    strict: bool = False,
    keep_evidence: bool = False,
    workers: Workers = ALONE,
) -> Briefing:
    """The briefing of a topic; see `summarizer.summarize`."""
    pages = clean_documents(topic.documents, workers)
    language = topic_language(pages) if options.language == "auto" else options.language
    sentences, tokens = _split(pages, language, workers)
    n_sentences = np.diff(sentences.bounds).tolist()
    skipped = (*topic.skipped, *_without_prose(pages, n_sentences, strict=strict))
    if not sentences:
        raise EmptyInputError("", _nothing_left(skipped))

    copy_of = find_wire_copies(tokens, n_sentences)
    titles = {title: title_terms(title, language) for title in _titles(pages, n_sentences, copy_of)}
    names = find_names(tokens.take(original_rows(sentences, copy_of)))
    candidates = find_candidates(sentences, copy_of, _n_wanted(options))
    read = close_reader(candidates, names, stemmer(language), language)
    tokens = tokens.take(candidates.rows)
    tfidf = tfidf_matrix(tokens)

    in_titles, headline = _use_titles(titles, tokens)
    freshness = _freshness(candidates.documents, pages)
    unread = _unread_salience(tfidf, candidates, in_titles, freshness, options)
    expected = expectation_factor(freshness)
    salience = scale_salience(
        unread, candidates.highest_voice_factor, lambda row: _reading_factor(read(row), expected[row])
    )
    salience = raise_lead(salience, tfidf, find_openings(candidates, language))
    reports = describe_reports(tokens, tfidf, names, common_stems(language))
    judged = Judged(candidates, salience, expected, reports, read)
    selection = _select(judged, options)
    chosen = [_choose(pick, judged) for pick in selection.picks]
    order = ORDERS[options.order]([make_place(each, pages, n_sentences) for each in chosen])

    items = tuple(make_item(chosen[i], pages) for i in order)
    sources = make_sources(pages, copy_of, n_sentences)
    return Briefing(
        headline=headline,
        items=items,
        sources=sources,
        skipped=skipped,
        signature=Signature(VERSION, replace(options, sentences=options.max_sentences), count(sources, len(skipped))),
        evidence=make_evidence(judged, selection, order, items, pages) if keep_evidence else None,
    )


def _split(pages: Sequence[MarkedDocument], language: str, workers: Workers) -> tuple[Sentences, Tokens]:
    """The sentences of all pages, and their tokens; the words that those were made from are let go."""
    sentences, words = split_pages(pages, language, workers)
    return sentences, make_tokens(words, term_maker(language))


def _unread_salience(
    tfidf: sp.csr_array, candidates: Candidates, in_titles: Scores, freshness: Scores, options: SummaryOptions
) -> Scores:
    """Centrality across all documents, and what speaks for or against a sentence before it is read closely."""
    relatedness = document_relatedness(tfidf, candidates.documents)
    weights = sentence_weights(relatedness, candidates.documents)
    centrality = CENTRALITIES[options.centrality](tfidf, weights)
    position = position_factor(candidates.positions)
    return np.asarray(centrality * relatedness * position * in_titles * recency_factor(freshness))


def _reading_factor(reading: Reading, expected: float) -> float:
    """What a close reading does to a sentence's salience; `expected` is left of it for an expectation."""
    return reading.voice_factor * (float(expected) if reading.is_expectation else 1.0)


def _select(judged: Judged, options: SummaryOptions) -> Selection:
    """What is picked, at least one sentence, and why not the rest."""
    n_words = judged.candidates.n_words
    all_words = int(n_words.sum())
    budget = Budget(n_words, options.max_sentences, min(options.words or all_words, all_words))
    selection = select_mmr(judged.reports, judged.salience, judged.read, budget, options.mmr_lambda)
    if not selection.picks:
        raise EmptyInputError("", f"no sentence fits in {options.words} words; the shortest has {n_words.min()}")
    return selection


def _choose(pick: Pick, judged: Judged) -> Chosen:
    """A picked sentence, and the sentences of other documents that report the same, with their similarity."""
    candidates = judged.candidates
    found = find_also_in(judged.reports, candidates.documents, lambda row: judged.read(row).is_expectation, pick.row)
    also_in = tuple((candidates.sentence(other), similarity) for other, similarity in found)
    return Chosen(candidates.sentence(pick.row), pick, also_in)


def _titles(pages: Sequence[MarkedDocument], n_sentences: Sequence[int], copy_of: Rows) -> list[str]:
    """The titles that may head the briefing: a wire copy's only where no original has one."""
    titles = [(i, page.document.title) for i, page in enumerate(pages) if page.document.title and n_sentences[i]]
    originals = [title for number, title in titles if copy_of[number] == number]
    return originals or [title for _, title in titles]


def _use_titles(titles: Mapping[str, Sequence[str]], tokens: Tokens) -> tuple[Scores, str | None]:
    """How much more each sentence counts for what it shares with titles, and the title that heads the briefing."""
    incidence = tokens.incidence()
    terms = {term for its in titles.values() for term in its}
    is_in_title = np.array([term in terms for term in tokens.vocabulary], dtype=bool)
    return title_factor(incidence, is_in_title), choose_headline(titles, incidence, tokens.vocabulary)


def _without_prose(pages: Sequence[MarkedDocument], n_sentences: Sequence[int], *, strict: bool) -> list[Skipped]:
    """The documents that hold no article, in the order of their ids."""
    empty = sorted((page for page, n in zip(pages, n_sentences, strict=True) if not n), key=attrgetter("source"))
    if strict and empty:
        raise InputError(empty[0].document.path or f"document {empty[0].source}", NO_ARTICLE)
    return [Skipped(page.document.path, NO_ARTICLE) for page in empty]


def _freshness(documents: Rows, pages: Sequence[MarkedDocument]) -> Scores:
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
