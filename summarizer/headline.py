"""Which source title stands best for the topic."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from summarizer.languages import common_words, stemmer
from summarizer.tokens import Tokens, tokenize


def choose_headline(titles: Sequence[str], sentences: Tokens, language: str) -> str | None:
    """The title most like the topic as a whole; None when no title shares a term with it.

    Score: cosine of the title's terms (each once, function words aside) to the topic's, where a term weighs the share
    of sentences that have it times its idf. Ties go to the earlier title.

    Parameters
    ----------
    sentences
        Tokens with the stems of `language`.
    """
    n_sentences = max(1, sentences.n_sentences)
    df = sentences.incidence().sum(axis=0)
    weights = df / n_sentences * np.log((1 + n_sentences) / (1 + df))
    weight_of = dict(zip(sentences.vocabulary, weights.tolist(), strict=True))
    best, headline = 0.0, None
    for title in titles:
        terms = title_terms(title, language)
        score = sum(weight_of.get(term, 0.0) for term in terms) / math.sqrt(max(1, len(terms)))
        if score > best:
            best, headline = score, title
    return headline


def title_terms(title: str, language: str) -> list[str]:
    """The distinct terms of a title, stemmed, function words aside."""
    stem, ignored = stemmer(language), common_words(language)
    return [stem(word) for word in tokenize([title]).vocabulary if word not in ignored]
