"""Keep what a briefing was chosen from: its articles, the salience of their sentences, and the nearest others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.clean.marked_documents import MarkedDocument
from summarizer.compose.dropped import find_dropped
from summarizer.compose.items import DIGITS
from summarizer.datamodel import Article, BriefingItem, Dropped, Evidence
from summarizer.rank import weights
from summarizer.rank.scored_candidates import Scored
from summarizer.rank.selection import Selection, mmr_score
from summarizer.sentences.candidates import NO_CANDIDATE

MAX_ARTICLES = 100
MAX_JUDGED = 10_000  # sentences whose salience is shown; each takes a close reading


def make_evidence(
    documents: Sequence[MarkedDocument],
    scored: Scored,
    selection: Selection,
    order: Sequence[int],
    items: Sequence[BriefingItem],
) -> Evidence:
    """Gather what the briefing was chosen from.

    Parameters
    ----------
    order
        The numbers of the picks, in the order in which the briefing lists them.
    items
        The items made of the picks, in the same order.
    """
    dropped = find_dropped(documents, scored, selection, order)
    articles = _make_articles(documents, scored, _shown_sources(items, dropped, documents))
    last = selection.picks[-1]
    last_score = mmr_score(last.salience, last.redundancy, selection.mmr_lambda)
    return Evidence(
        articles=tuple(articles),
        dropped=dropped,
        last_score=round(last_score, DIGITS),
        same_wording=weights.SAME_WORDING,
        same_report=weights.MAYBE_SAME_REPORT,
    )


def _shown_sources(
    items: Sequence[BriefingItem], dropped: Sequence[Dropped], documents: Sequence[MarkedDocument]
) -> frozenset[int]:
    """The ids of the sources whose articles are kept: all, or of very many those that the briefing speaks of first."""
    of_items = [item.source for item in items]
    of_passages = [passage.source for item in items for passage in item.also_in]
    of_dropped = [sentence.source for sentence in dropped]
    of_all = [marked.source for marked in documents]
    return frozenset(list(dict.fromkeys([*of_items, *of_passages, *of_dropped, *of_all]))[:MAX_ARTICLES])


def _make_articles(documents: Sequence[MarkedDocument], scored: Scored, shown: frozenset[int]) -> Iterator[Article]:
    """The articles that are shown, by source; the first MAX_JUDGED of their sentences with their salience."""
    n_judged = 0
    for number in sorted(range(len(documents)), key=lambda number: documents[number].source):
        marked = documents[number]
        if marked.source in shown:
            sentences = tuple(_sentences_with_salience(scored, number, MAX_JUDGED - n_judged))
            n_judged += len(sentences)
            yield Article(marked.source, marked.document.text, marked.blocks, sentences)


def _sentences_with_salience(scored: Scored, document: int, max_judged: int) -> Iterator[tuple[int, int, float | None]]:
    """Start, end and salience of the sentences of a document; None but for the candidates among the first ones."""
    candidates, sentences = scored.candidates, scored.candidates.sentences
    for position, row in enumerate(range(*sentences.bounds[document : document + 2].tolist())):
        candidate = candidates.at(row) if position < max_judged else NO_CANDIDATE
        salience = None if candidate == NO_CANDIDATE else round(scored.salience.exact(candidate), DIGITS)
        yield int(sentences.starts[row]), int(sentences.ends[row]), salience
