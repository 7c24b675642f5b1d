"""The call that does it all: `summarize` checks the options, reads the inputs and runs the pipeline."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import closing

from summarizer.briefing import Briefing
from summarizer.limits import DEFAULT_LIMITS, Limits
from summarizer.options import DEFAULT_MMR_LAMBDA, Centrality, Order, SummaryOptions
from summarizer.read.documents import read_with_workers
from summarizer.read.python_inputs import Input
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
    """Summarize articles on one event: the few sentences that they together hold central, verbatim, with their sources.

    Parameters
    ----------
    inputs
        A path, an address, a `Document`, a mapping, or several of these; or a data frame. A `str` is a path (a file, a
        folder, an archive or `-` for standard input) or an address (`https://...`) to be fetched; text comes in a
        `Document`, or under `text` in a mapping or a row, beside `title`, `publisher`, `date`, `url` and `author`.
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
        `auto` detects it; or an ISO 639 code such as `en` or `pt`.
    strict
        Raise an error for the first input that would be skipped.
    exclude
        Paths that are left out although they lie in a folder of `inputs`, such as the file that the briefing goes to.
    evidence
        Keep what `Briefing.to_html` and `Briefing.explain` show: the articles, and why other sentences were not chosen.
    limits
        How large and how slow to read a file may be before it is skipped.
    jobs
        Number of processes that share reading, cleaning, splitting and counting, at least 1. The briefing is the same
        for any number. More than one is faster only from some thousands of documents on.
    progress
        Called as `progress(stage, done, total)` as documents are done.

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
        With several jobs, one of the processes ended before its work was done.
    """
    options = SummaryOptions(
        sentences=sentences,
        words=words,
        mmr_lambda=mmr_lambda,
        centrality=centrality,
        order=order,
        language=language,
    )
    with closing(Workers(jobs, progress)) as workers:
        topic = read_with_workers(workers, inputs, strict=strict, exclude=exclude, limits=limits)
        # Importing numpy, nltk and scikit-learn takes more than a second of CPU; a wrong path should fail before.
        from summarizer.pipeline import build_briefing

        return build_briefing(topic, options, strict=strict, keep_evidence=evidence, workers=workers)
