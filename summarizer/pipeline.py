"""The steps from documents to a briefing, in their order; the only module that knows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from summarizer.array_types import Scores
from summarizer.briefing import Briefing
from summarizer.clean.marked_documents import MarkedDocument, clean_documents, skip_without_prose, topic_language
from summarizer.clean.update_marks import update_number
from summarizer.compose.evidence import make_evidence
from summarizer.compose.headline import choose_headline, find_titles, is_in_title, title_terms
from summarizer.compose.items import ChosenSentence, count_inputs, make_item, make_place, make_sources
from summarizer.compose.order import ORDERS
from summarizer.datamodel import Signature, Skipped
from summarizer.errors import EmptyInputError
from summarizer.language.contraries import contraries_of
from summarizer.language.stems import stemmer
from summarizer.options import SummaryOptions
from summarizer.rank import weights
from summarizer.rank.also_in import find_also_in
from summarizer.rank.centrality import CENTRALITIES
from summarizer.rank.fuller_wording import prefer_fuller
from summarizer.rank.relatedness import document_relatedness
from summarizer.rank.salience import (
    document_freshness,
    expectation_factor,
    figures_factor,
    highest_voice_factor,
    position_factor,
    raise_lead,
    recency_factor,
    scale_salience,
    sentence_weights,
    series_brevity,
    title_factor,
    voice_factor,
)
from summarizer.rank.same_report import weigh_reports
from summarizer.rank.scored_candidates import Scored
from summarizer.rank.selection import Budget, Pick, Selection, select_mmr
from summarizer.rank.versions import Copies, Newness, tell_versions
from summarizer.rank.wire_copies import find_wire_copies
from summarizer.read.documents import Topic
from summarizer.sentences.candidates import Candidates, find_candidates, find_openings
from summarizer.sentences.close_reading import CloseReader
from summarizer.sentences.splitting import split_documents
from summarizer.sentences.wording import MAX_WORDS
from summarizer.terms.tfidf import document_frequency, tfidf_matrix
from summarizer.terms.tokens import Tokens, find_names, make_tokens, term_maker
from summarizer.version import VERSION
from summarizer.workers import Workers

REASONS_SHOWN = 3
ALONE = Workers()


@dataclass(frozen=True, slots=True)
class Prepared:
    """The documents of a topic, and its sentences that a briefing may print: the result of `prepare`.

    documents
        By date, then by path; a document's number is its index here.
    skipped
        The inputs that are not used, with the reasons.
    language
        ISO 639-1 code; `und` where it is not known.
    copies
        Which documents repeat others, as wire copies or older versions.
    titles
        The terms of each title that may head the briefing.
    candidates, tokens
        The sentences that the briefing may print, and their tokens.
    names
        The stems that are names.
    """

    documents: Sequence[MarkedDocument]
    skipped: tuple[Skipped, ...]
    language: str
    copies: Copies
    titles: Mapping[str, Sequence[str]]
    candidates: Candidates
    tokens: Tokens
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Choice:
    """The selection, and its picks as sentences with who else reports them: the result of `choose`."""

    selection: Selection
    sentences: Sequence[ChosenSentence]


def build_briefing(
    topic: Topic,
    options: SummaryOptions,
    *,
    strict: bool = False,
    keep_evidence: bool = False,
    workers: Workers = ALONE,
) -> Briefing:
    """Make the briefing of a topic; see `summarizer.summarize`."""
    prepared = prepare(topic, options, workers, strict=strict)
    scored = score(prepared, options)
    choice = choose(scored, options)
    return compose(prepared, scored, choice, options, keep_evidence=keep_evidence)


def prepare(topic: Topic, options: SummaryOptions, workers: Workers, *, strict: bool) -> Prepared:
    """Clean the documents, split them into sentences and tokens, and find copies, candidates and names.

    Raises
    ------
    EmptyInputError
        No document holds a sentence.
    InputError
        Under `strict`, a document holds none.
    """
    documents = clean_documents(topic.documents, workers)
    language = topic_language(documents) if options.language == "auto" else options.language
    sentences, words = split_documents(documents, language, workers)
    tokens = make_tokens(words, term_maker(language))
    del words  # gigabytes, where there are millions of sentences
    skipped = (*topic.skipped, *skip_without_prose(documents, sentences.n_by_document, strict=strict))
    if not sentences:
        raise EmptyInputError("", _why_nothing_is_left(skipped))
    longest = find_wire_copies(tokens, sentences.n_by_document)
    newness = [Newness(marked.document.date, update_number(marked.document)) for marked in documents]
    copies = tell_versions(tokens, sentences.n_by_document, longest, newness, contraries_of(language))
    original_rows = sentences.rows_of_originals(copies.stands_for)
    candidates = find_candidates(sentences, original_rows, _n_wanted(options))
    titles = find_titles(documents, sentences.n_by_document, copies.stands_for)
    return Prepared(
        documents=documents,
        skipped=skipped,
        language=language,
        copies=copies,
        titles={title: title_terms(title, language) for title in titles},
        candidates=candidates,
        tokens=tokens.take(candidates.rows),
        names=find_names(tokens.take(original_rows), weights.MAX_NAMES_RATIO),
    )


def score(prepared: Prepared, options: SummaryOptions) -> Scored:
    """Score the candidates by their centrality across all documents, and by what else speaks for or against each."""
    candidates, tokens, language = prepared.candidates, prepared.tokens, prepared.language
    incidence = tokens.incidence()
    n_with_term = document_frequency(incidence)
    in_titles = title_factor(incidence, n_with_term, is_in_title(prepared.titles, tokens.vocabulary))
    figures = figures_factor(incidence, tokens.has_digit)
    del incidence  # as large as all the words
    tfidf = tfidf_matrix(tokens)
    freshness, brevity = _freshness(candidates, prepared.documents)
    expectation = expectation_factor(freshness)
    reader = CloseReader(candidates, prepared.names, stemmer(language), language)
    salience = scale_salience(
        _centrality(tfidf, candidates, options) * in_titles * figures * recency_factor(freshness, brevity),
        highest_voice_factor(candidates.is_quotation),
        lambda row: _reading_factor(reader, row, expectation),
    )
    openings = find_openings(candidates, language, weights.OPENING_SENTENCES)
    return Scored(
        candidates=candidates,
        texts=prepared.copies.text[candidates.documents],
        salience=raise_lead(salience, tfidf, openings),
        expectation=expectation,
        reports=weigh_reports(tokens, tfidf, prepared.names, contraries_of(language)),
        reader=reader,
        n_with_term=n_with_term,
    )


def choose(scored: Scored, options: SummaryOptions) -> Choice:
    """Select sentences, at least one, and find who else reports each.

    Raises
    ------
    EmptyInputError
        No sentence fits the word budget.
    """
    n_words = scored.candidates.n_words
    n_all = int(n_words.sum())  # a limit that always holds: `does_not_fit` is then told of one budget, not of two cases
    budget = Budget(n_words, options.max_sentences, min(options.words or n_all, n_all))
    reports, salience, read_closely = scored.reports, scored.salience, scored.reader.read
    selection = select_mmr(reports, salience, read_closely, budget, options.mmr_lambda)
    if not selection.picks:
        raise EmptyInputError("", f"no sentence fits in {options.words} words; the shortest has {n_words.min()}")
    selection = prefer_fuller(selection, reports, salience, read_closely, budget)
    return Choice(selection, [_add_also_in(pick, scored) for pick in selection.picks])


def compose(
    prepared: Prepared, scored: Scored, choice: Choice, options: SummaryOptions, *, keep_evidence: bool
) -> Briefing:
    """Put the chosen sentences into their order, and attribute each to its sources."""
    documents, n_sentences = prepared.documents, scored.candidates.sentences.n_by_document
    order = ORDERS[options.order]([make_place(chosen, documents, n_sentences) for chosen in choice.sentences])
    items = tuple(make_item(choice.sentences[i], documents) for i in order)
    sources = make_sources(documents, prepared.copies, n_sentences)
    return Briefing(
        headline=choose_headline(
            prepared.titles, prepared.tokens.vocabulary, scored.n_with_term, prepared.tokens.n_sentences
        ),
        items=items,
        sources=sources,
        skipped=prepared.skipped,
        signature=Signature(VERSION, options.resolved(), count_inputs(sources, len(prepared.skipped))),
        evidence=make_evidence(documents, scored, choice.selection, order, items) if keep_evidence else None,
    )


def _centrality(tfidf: sp.csr_array, candidates: Candidates, options: SummaryOptions) -> Scores:
    """(n_candidates,) centrality across all documents, weighted by how related each one's is and where it stands."""
    relatedness = document_relatedness(tfidf, candidates.documents)
    centrality = CENTRALITIES[options.centrality](tfidf, sentence_weights(relatedness, candidates.documents))
    return np.asarray(centrality * relatedness * position_factor(candidates.positions))


def _reading_factor(reader: CloseReader, row: int, expectation: Scores) -> float:
    """The factor that a close reading gives a sentence."""
    reading = reader.read(row)
    return voice_factor(reading) * (float(expectation[row]) if reading.is_expectation else 1.0)


def _add_also_in(pick: Pick, scored: Scored) -> ChosenSentence:
    """A picked sentence, and the sentences of other documents that report the same, with their similarity."""
    candidates = scored.candidates
    also_in = tuple((candidates.sentence(row), similarity) for row, similarity in find_others(scored, pick.row))
    return ChosenSentence(candidates.sentence(pick.row), pick, also_in)


def find_others(scored: Scored, row: int) -> Sequence[tuple[int, float]]:
    """The candidates of other documents that report what a candidate reports, with their similarity."""
    return find_also_in(scored.reports, scored.texts, lambda other: scored.reader.read(other).is_expectation, row)


def _freshness(candidates: Candidates, documents: Sequence[MarkedDocument]) -> tuple[Scores, float]:
    """(n_candidates,) the freshness of each one's document among those that have candidates, 1 for the only one.

    And how much these documents are a series of brief updates, 0..1.
    """
    numbers, members = np.unique(candidates.documents, return_inverse=True)
    dates = [documents[number].document.date for number in numbers]
    brevity = series_brevity(dates, [candidates.sentences.n_by_document[number] for number in numbers])
    return (document_freshness(dates) if len(numbers) > 1 else np.ones(1))[members], brevity


def _why_nothing_is_left(skipped: Sequence[Skipped]) -> str:
    """Say why there is nothing to summarize."""
    if not skipped:
        return "nothing to summarize: no input was given"
    reasons = [f"{each.path or 'a document'}: {each.reason}" for each in skipped[:REASONS_SHOWN]]
    more = f"; and {len(skipped) - REASONS_SHOWN} more" if len(skipped) > REASONS_SHOWN else ""
    return f"nothing to summarize ({'; '.join(reasons)}{more})"


def _n_wanted(options: SummaryOptions) -> int:
    """How many sentences the briefing can use at most, or surely can use under a word limit."""
    return options.max_sentences or -(-(options.words or 1) // MAX_WORDS)
