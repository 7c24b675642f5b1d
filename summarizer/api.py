"""The front door: options are checked and inputs read before anything heavy is imported."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from summarizer.briefing import Briefing
from summarizer.limits import DEFAULT_LIMITS, Limits
from summarizer.options import DEFAULT_MMR_LAMBDA, Centrality, Order, SummaryOptions
from summarizer.read.documents import Input, read_documents
from summarizer.workers import Progress, Workers, no_progress


def summarize(  # noqa: PLR0913 (the options are named as on the command line)
    inputs: Input | Iterable[Input],
    *,
    sentences: int | None = None,
    words: int | None = None,
    mmr_lambda: float = DEFAULT_MMR_LAMBDA,
    centrality: Centrality = "degree",
    order: Order = "reading",
    language: str = "auto",
    strict: bool = False,
    exclude: Collection[str] = (),
    evidence: bool = True,
    limits: Limits = DEFAULT_LIMITS,
    jobs: int = 1,
    progress: Progress = no_progress,
) -> Briefing:
    """The few sentences that the articles together hold central, verbatim, once each, with their sources.

    Parameters
    ----------
    inputs
        A path, an address, a `Document`, or several of these. A `str` is a path (a file, a folder, an archive or `-`
        for standard input) or an address (`https://...`) to be fetched; text comes in a `Document`.
    sentences
        Most sentences, at least 1; by default 8, or no limit where `words` is given.
    words
        Most words, at least 1, never exceeded: a sentence that does not fit makes way for one that does.
    mmr_lambda
        1.0 = salience only, 0.0 = novelty only (Carbonell & Goldstein 1998).
    centrality
        `degree` or `lexrank`.
    order
        `reading` (as a story), `salience` (most salient first) or `source` (as the sources are listed).
    language
        `auto`, or an ISO 639 code such as `en` or `pt`.
    strict
        Raise for the first input that would be skipped.
    exclude
        Paths that are not read though they lie in a folder that is: where the briefing will be written.
    evidence
        Keep what `Briefing.to_html` and `Briefing.explain` show: the articles, and why not the nearest other sentences.
    limits
        What a file may cost before it is skipped.
    jobs
        Processes that share reading, cleaning, splitting and counting, at least 1. The briefing is the same for any
        number; more than one pays from some thousands of documents on.
    progress
        Called as `progress(stage, done, total)` while documents are worked on.

    Returns
    -------
    Briefing
        With at least one item. Inputs that could not be used are in its `skipped`, with the reason.

    Raises
    ------
    OptionError
        An option is out of its range.
    EmptyInputError
        No input holds a sentence that could be used, or none fits the word budget.
    InputError
        Under `strict`, an input could not be used.
    WorkerDiedError
        With several jobs, one of them was ended from outside.
    """
    options = SummaryOptions(
        sentences=sentences,
        words=words,
        mmr_lambda=mmr_lambda,
        centrality=centrality,
        order=order,
        language=language,
    )
    workers = Workers(jobs, progress)
    topic = read_documents(inputs, strict=strict, exclude=exclude, limits=limits, jobs=jobs, progress=progress)
    # numpy, nltk and scikit-learn take more than a second of CPU to import: a wrong path or option should not wait.
    from summarizer.pipeline import build_briefing

    return build_briefing(topic, options, strict=strict, keep_evidence=evidence, workers=workers)
