"""Choose the source title that best stands for the topic."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from summarizer.array_types import Flags, Rows
from summarizer.clean.marked_documents import MarkedDocument
from summarizer.language.stems import function_words, stemmer
from summarizer.terms.tokens import fold, split_words


def choose_headline(
    titles: Mapping[str, Sequence[str]], vocabulary: Sequence[str], n_with_term: Rows, n_sentences: int
) -> str | None:
    """The title most like the topic as a whole; None when no title shares a term with it.

    Score: cosine of the title's terms to the topic's, where a term weighs the share of sentences that have it times its
    idf. Ties go to the earlier title.

    Parameters
    ----------
    titles
        The terms of each; see `title_terms`.
    vocabulary, n_with_term
        The terms of the topic, and (n_vocabulary,) in how many of its `n_sentences` sentences each occurs.
    """
    weights = n_with_term / max(1, n_sentences) * np.log((1 + n_sentences) / (1 + n_with_term))
    weight_of = dict(zip(vocabulary, weights.tolist(), strict=True))
    best, headline = 0.0, None
    for title, terms in titles.items():
        score = sum(weight_of.get(term, 0.0) for term in terms) / math.sqrt(max(1, len(terms)))
        if score > best:
            best, headline = score, title
    return headline


def find_titles(documents: Sequence[MarkedDocument], n_sentences: Sequence[int], copy_of: Rows) -> list[str]:
    """The titles that may head the briefing: a wire copy's only where no original has one.

    Parameters
    ----------
    n_sentences
        (n_documents,) how many sentences each has; a document without any has no say.
    copy_of
        (n_documents,) the number of the document that stands for each.
    """
    titles = [
        (number, marked.document.title)
        for number, marked in enumerate(documents)
        if marked.document.title and n_sentences[number]
    ]
    of_originals = [title for number, title in titles if copy_of[number] == number]
    return of_originals or [title for _, title in titles]


def title_terms(title: str, language: str) -> list[str]:
    """The stems of the distinct words of a title, function words left out."""
    stem, ignored = stemmer(language), function_words(language)
    return [stem(word) for word in dict.fromkeys(map(fold, split_words(title))) if word not in ignored]


def is_in_title(titles: Mapping[str, Sequence[str]], vocabulary: Sequence[str]) -> Flags:
    """(n_vocabulary,) whether any title has the term."""
    terms_of_titles = {term for terms in titles.values() for term in terms}
    return np.array([term in terms_of_titles for term in vocabulary], dtype=bool)
