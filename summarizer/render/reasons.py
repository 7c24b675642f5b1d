"""Why not this one: the reasons in plain words and numbers, the same in every format."""

from __future__ import annotations

from summarizer.datamodel import BriefingContent, Dropped


def explain_dropped(dropped: Dropped, content: BriefingContent) -> str:
    """Why a sentence was not selected."""
    reasons = [_main_reason(dropped, content), *(f"{why} (×{factor:.2f})" for why, factor in dropped.discounts)]
    return "; ".join(reasons)


def letter_of(number: int) -> str:
    """What a sentence that was not selected is called, the nearest "a": it is not to be mistaken for an item."""
    return chr(ord("a") + number - 1)


def score_of(salience: float, redundancy: float, content: BriefingContent) -> float:
    """The score by `score_formula`."""
    mmr_lambda = content.signature.options.mmr_lambda
    return mmr_lambda * salience - (1 - mmr_lambda) * redundancy


def score_formula(content: BriefingContent) -> str:
    """How salience and redundancy make a score, with this briefing's lambda."""
    mmr_lambda = content.signature.options.mmr_lambda
    return f"Score = {mmr_lambda:g} × salience − {1 - mmr_lambda:g} × redundancy"


def _main_reason(dropped: Dropped, content: BriefingContent) -> str:
    evidence = content.evidence
    if evidence is None:  # nothing was dropped that is known
        return ""
    if dropped.too_similar_to is not None:
        return (
            f"too similar to item {dropped.too_similar_to} (alike {dropped.wording:.2f} in wording, limit "
            f"{evidence.same_wording:.2f}; {dropped.report:.2f} in content, limit {evidence.same_report:.2f})"
        )
    if dropped.does_not_fit:
        return "too long for the words that were left"
    score, last = f"{dropped.score:.3f}", f"{evidence.last_score:.3f}"
    than = f"the last one selected {last}" if score != last else "just short of the last one selected"
    return f"scored {score}, {than}"
