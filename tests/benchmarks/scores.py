"""ROUGE at a word budget, and how sure a difference is.

References
----------
ROUGE: Lin (2004), ROUGE: a package for automatic evaluation of summaries. Paired bootstrap: Koehn (2004), Statistical
significance tests for machine translation evaluation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from rouge_score import rouge_scorer, tokenizers

from summarizer.language.scripts import MARKS, UNSPACED

COLUMNS = ("R1-F", "R2-F", "RL-F", "R2-R")
R2_F = COLUMNS.index("R2-F")
_MEASURES = (("rouge1", "fmeasure"), ("rouge2", "fmeasure"), ("rougeL", "fmeasure"), ("rouge2", "recall"))
_TOKEN = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+(?:[{MARKS}]+(?:[^\W{UNSPACED}]+)?)*")
N_RESAMPLES = 2000

Scores = npt.NDArray[np.float64]


class _Words(tokenizers.Tokenizer):  # type: ignore[misc]
    """Lower-case words of any script; in scripts without spaces, characters."""

    def tokenize(self, text: str) -> list[str]:
        return _TOKEN.findall(text.lower())


_PLAIN = _Words()
_PORTER = tokenizers.DefaultTokenizer(use_stemmer=True)


def score_tokens(text: str, language: str, *, stem: bool = True) -> list[str]:
    """What ROUGE compares: Porter stems in English, as published figures have it; the words themselves elsewhere."""
    return list((_PORTER if language == "en" and stem else _PLAIN).tokenize(text))


def rouge(text: str, references: Sequence[str], language: str, words: int) -> Scores:
    """The `COLUMNS`, 0..100, of a text cut at `words`, mean over the references."""
    cut = cut_words(text, words)
    found = [_scorer(language == "en").score(reference, cut) for reference in references]
    return 100 * np.mean([[getattr(each[name], measure) for name, measure in _MEASURES] for each in found], axis=0)


def cut_words(text: str, words: int) -> str:
    """The first `words` words of a text; in scripts without spaces, two characters are one word."""
    units = 0
    for match in re.finditer(rf"[{UNSPACED}]|[^\s{UNSPACED}]+", text):
        units += 1 if re.fullmatch(rf"[{UNSPACED}]", match[0]) else 2
        if units > 2 * words:
            return text[: match.start()]
    return text


def mean_interval(values: Scores, seed: int = 0) -> tuple[float, float, float]:
    """The mean over topics and its 95% interval, by resampling the topics."""
    resamples = np.random.default_rng(seed).integers(0, len(values), (N_RESAMPLES, len(values)))
    means = values[resamples].mean(axis=1)
    return float(values.mean()), float(np.percentile(means, 2.5)), float(np.percentile(means, 97.5))


@lru_cache(maxsize=2)
def _scorer(is_english: bool) -> rouge_scorer.RougeScorer:  # noqa: FBT001 (a cache key)
    return rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeL"], tokenizer=_PORTER if is_english else _PLAIN)
