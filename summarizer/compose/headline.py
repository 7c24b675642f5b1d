"""Which source title stands best for the topic."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import scipy.sparse as sp

from summarizer.language.detect import common_words
from summarizer.language.stems import stemmer
from summarizer.terms.tokens import fold, split_words


def choose_headline(
    titles: Mapping[str, Sequence[str]], incidence: sp.csr_array, vocabulary: Sequence[str]
) -> str | None:
    """The title most like the topic as a whole; None when no title shares a term with it.

    Score: cosine of the title's terms to the topic's, where a term weighs the share of sentences that have it times its
    idf. Ties go to the earlier title.

    Parameters
    ----------
    titles
        The terms of each; see `title_terms`.
    incidence
        CSR (n_sentences, n_vocabulary), 1 where a sentence of the topic has the term.
    """
    n_sentences, n_terms = incidence.shape
    df = np.bincount(incidence.indices, minlength=n_terms)
    weights = df / max(1, n_sentences) * np.log((1 + n_sentences) / (1 + df))
    weight_of = dict(zip(vocabulary, weights.tolist(), strict=True))
    best, headline = 0.0, None
    for title, terms in titles.items():
        score = sum(weight_of.get(term, 0.0) for term in terms) / math.sqrt(max(1, len(terms)))
        if score > best:
            best, headline = score, title
    return headline


def title_terms(title: str, language: str) -> list[str]:
    """The terms of a title, one for each distinct word, stemmed, function words aside."""
    stem, ignored = stemmer(language), common_words(language)
    return [stem(word) for word in dict.fromkeys(map(fold, split_words(title))) if word not in ignored]
