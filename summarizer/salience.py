"""Centrality to salience: priors that measurements support, each explained, none of them about the topic's words."""

from __future__ import annotations

import numpy as np

from summarizer.arrays import Rows, Scores

POSITION_SCALE = 20.0  # sentences: news tells its story over the first twenty, then turns to background


def weigh_salience(centrality: Scores, positions: Rows, factors: Scores) -> Scores:
    """Centrality with its priors, scaled so that the most salient sentence has 1.

    salience = centrality * (1 + exp(-position / 20)) * factor

    The lead counts twice what the end of a long document does, and the fall is gentle. Scaled, because MMR weighs it
    against a cosine.

    Parameters
    ----------
    centrality
        (n_sentences,) non-negative.
    positions
        (n_sentences,) sentences of the same document before this one, 0 for the lead.
    factors
        (n_sentences,) what else speaks for or against a sentence; 1 is neutral.

    Returns
    -------
    (n_sentences,) each 0..1; all 0 when no sentence has a token.
    """
    salience = centrality * (1 + np.exp(-positions / POSITION_SCALE)) * factors
    highest = salience.max(initial=0.0)
    return salience / highest if highest > 0 else np.zeros_like(salience)
