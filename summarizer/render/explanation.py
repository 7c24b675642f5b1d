"""The explanation of a briefing, for a terminal: why these sentences and not others."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.datamodel import BriefingContent
from summarizer.errors import EvidenceError
from summarizer.render.text import DEFAULT_WIDTH, MAX_WIDTH, fill_lines
from summarizer.render.why_dropped import explain_dropped, letter_of, score_formula, score_of

_MIN_WIDTH = 40
_HEAD = "    salience  redundancy  score  source"


def render_explanation(content: BriefingContent, width: int = DEFAULT_WIDTH) -> str:
    """A table of the items, then one of the sentences nearest to selection, each with the reason why not.

    Raises
    ------
    EvidenceError
        The briefing was made without evidence, or read from JSON.
    """
    if content.evidence is None:
        raise EvidenceError
    width = max(_MIN_WIDTH, min(width, MAX_WIDTH))
    lines = ["Why these", *fill_lines(score_formula(content), width), "", _HEAD]
    for number, item in enumerate(content.items, 1):
        score = score_of(item.salience, item.redundancy, content)
        lines.append(_row(f"{number:2d}.", (item.salience, item.redundancy, score), item.source))
    return "\n".join([*lines, "", "Why not these", "", *_dropped(content, width)]) + "\n"


def _dropped(content: BriefingContent, width: int) -> Iterator[str]:
    yield _HEAD if content.evidence and content.evidence.dropped else "Every sentence that a briefing can use is in it."
    for number, dropped in enumerate(content.evidence.dropped if content.evidence else (), 1):
        yield _row(f" {letter_of(number)}.", (dropped.salience, dropped.redundancy, dropped.score), dropped.source)
        yield from fill_lines(dropped.text, width, "    ")
        yield from fill_lines(explain_dropped(dropped, content), width, "    → ")


def _row(label: str, numbers: tuple[float, float, float], source: int) -> str:
    salience, redundancy, score = numbers
    return f"{label} {salience:8.2f}  {redundancy:10.2f}  {score:5.3f}  [{source}]"
