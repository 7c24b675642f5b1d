"""The settings of one summary, checked once, when they are constructed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, get_args

from summarizer.errors import OptionError
from summarizer.language.codes import is_language_code, suggest_code

Centrality = Literal["degree", "lexrank"]
Order = Literal["reading", "salience", "source"]

CENTRALITY_NAMES: tuple[str, ...] = get_args(Centrality)
ORDER_NAMES: tuple[str, ...] = get_args(Order)
DEFAULT_SENTENCES = 8
DEFAULT_MMR_LAMBDA = 0.4  # 0.35 to 0.45 is one plateau: below, the story is lost; above, things are said twice


@dataclass(frozen=True, slots=True)
class SummaryOptions:
    """Settings of one summary, with the names and defaults of the command line.

    Parameters
    ----------
    sentences
        Most sentences in the briefing, at least 1. `None` means 8, or no limit where `words` is given.
    words
        Most words in the briefing, at least 1, as white space separates them. In scripts without spaces two characters
        count as a word, or four where characters stand for sounds. `None`: no limit.
    mmr_lambda
        1.0 = salience only, 0.0 = novelty only (Carbonell & Goldstein 1998).
    centrality
        `degree` (mean similarity to all sentences) or `lexrank` (its power iteration).
    order
        `reading` (as a story), `salience` (most salient first) or `source` (as the sources are listed).
    language
        `auto` detects it; or an ISO 639 code such as `en` or `pt`. It chooses the stemmer and the function words.

    Raises
    ------
    OptionError
        A value is outside its range.
    """

    sentences: int | None = None
    words: int | None = None
    mmr_lambda: float = DEFAULT_MMR_LAMBDA
    centrality: Centrality = "degree"
    order: Order = "reading"
    language: str = "auto"

    def __post_init__(self) -> None:
        for name in ("sentences", "words"):
            if getattr(self, name) is not None:
                check_whole_number(name, getattr(self, name))
        is_number = isinstance(self.mmr_lambda, (int, float)) and not isinstance(self.mmr_lambda, bool)
        if not (is_number and 0 <= self.mmr_lambda <= 1):
            raise OptionError("mmr_lambda", self.mmr_lambda, "a number from 0 (novelty only) to 1 (salience only)")
        if self.centrality not in CENTRALITY_NAMES:
            raise OptionError("centrality", self.centrality, " or ".join(CENTRALITY_NAMES))
        if self.order not in ORDER_NAMES:
            raise OptionError("order", self.order, " or ".join(ORDER_NAMES))
        if self.language != "auto":
            check_language(self.language)

    def resolved(self) -> SummaryOptions:
        """The options with the limits in force written out, as a briefing's signature has them."""
        return replace(self, sentences=self.max_sentences)

    @property
    def max_sentences(self) -> int | None:
        """The limit on sentences in force: `sentences`, or 8, or `None` where only `words` is given."""
        if self.sentences is None and self.words is None:
            return DEFAULT_SENTENCES
        return self.sentences


def check_whole_number(name: str, value: object) -> None:
    """Check that a setting is a whole number of at least 1.

    Raises
    ------
    OptionError
        It is not.
    """
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise OptionError(name, value, "a whole number of at least 1")


def check_language(value: object) -> None:
    """Check that a setting is the code of a language.

    Raises
    ------
    OptionError
        It is not; the message names the code that may be meant.
    """
    if isinstance(value, str) and is_language_code(value):
        return
    meant = suggest_code(value) if isinstance(value, str) else None
    raise OptionError("language", value, f"'auto' or an ISO 639 code such as {meant or 'pt'!r}")
