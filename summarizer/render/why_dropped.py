"""Why a sentence was not selected, in plain words and numbers; all formats use these."""

from __future__ import annotations

from summarizer.datamodel import BriefingContent, Dropped


def explain_dropped(dropped: Dropped, content: BriefingContent) -> str:
    """The reason why a sentence was not selected, and what lowered its salience."""
    reasons = [_main_reason(dropped, content), *(f"{reason} (×{factor:.2f})" for reason, factor in dropped.discounts)]
    return "; ".join(reasons)


def letter_of(number: int) -> str:
    """Name a sentence that was not selected by a letter, the nearest "a", so that nobody takes it for an item."""
    return chr(ord("a") + number - 1)


def score_of(salience: float, redundancy: float, content: BriefingContent) -> float:
    """The score of a sentence with this briefing's lambda; `score_formula` says how in words."""
    mmr_lambda = content.signature.options.mmr_lambda
    return mmr_lambda * salience - (1 - mmr_lambda) * redundancy


def score_formula(content: BriefingContent) -> str:
    """The formula by which salience and redundancy make a score, with this briefing's lambda."""
    mmr_lambda = content.signature.options.mmr_lambda
    return f"Score = {mmr_lambda:g} × salience − {1 - mmr_lambda:g} × redundancy"


def _main_reason(dropped: Dropped, content: BriefingContent) -> str:
    evidence = content.evidence
    if evidence is None:  # read from JSON, which keeps no dropped sentences
        return ""
    if dropped.too_similar_to is not None:
        return (
            f"too similar to item {dropped.too_similar_to} (alike {dropped.wording:.2f} in wording, limit "
            f"{evidence.same_wording:.2f}; {dropped.report:.2f} in content, limit {evidence.same_report:.2f})"
        )
    if dropped.does_not_fit:
        return "too long for the words that were left"
    score, last_score = f"{dropped.score:.3f}", f"{evidence.last_score:.3f}"
    if score == last_score:  # they differ beyond the digits shown
        return f"scored {score}, just short of the last one selected"
    return f"scored {score}, the last one selected {last_score}"
