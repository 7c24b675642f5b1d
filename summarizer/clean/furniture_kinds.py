"""Why each line is no prose, in a word or two, once it is known where on the page it stands."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.clean.cleaning_weights import (
    MAX_HEADING_WORDS,
    MIN_MARKED_WORDS,
    MIN_POST_WORDS,
    MIN_PROSE_WORDS,
    NEUTRAL_SCORE,
    NOTE_RATIO,
    PUNCTUATED_RATIO,
    SHORT_TEXT_LINES,
)
from summarizer.clean.find_article import State
from summarizer.clean.furniture_words import REASONS
from summarizer.clean.line_words import is_about_site, is_full_of_furniture
from summarizer.clean.lines import PARAGRAPH, Line

_ARTICLE = State.ARTICLE
_FALLBACK = {
    State.BEFORE: "navigation",
    _ARTICLE: "share or subscribe",
    State.PAUSE: "related link",
    State.AFTER: "after the article's end",
}


def give_reasons(lines: Sequence[Line], states: Sequence[State]) -> list[str | None]:
    """The reason why each line is no prose, None for prose; the title is not yet told apart."""
    inside = [line for line, state in zip(lines, states, strict=True) if state is _ARTICLE]
    is_punctuated = sum(line.ends_sentence for line in inside) >= PUNCTUATED_RATIO * len(inside)
    max_heading_words = MAX_HEADING_WORDS if is_punctuated else MIN_PROSE_WORDS
    n_before_note = _note_start(inside)
    reasons: list[str | None] = []
    for line, state in zip(lines, states, strict=True):
        n_before_note -= state is _ARTICLE
        if state is not _ARTICLE or n_before_note < 0 or _is_furniture(line):
            reasons.append(_furniture_name(line, state))
        elif line.breaks_off and None in reasons and reasons[-1] == "heading":
            reasons[-1] = "related link"  # another article's title,
            reasons.append("related link")  # and its first words
        elif line.markup:
            reasons.append(_reason_of_marked(line))
        elif line.ends_sentence or line.n_words > max_heading_words:
            reasons.append(None)
        else:
            reasons.append("heading")
    return reasons if None in reasons else _rescue(lines, reasons)


def _reason_of_marked(line: Line) -> str | None:
    """Say what a line of the article is by its markup: of a list and a table only what reads like prose is prose."""
    if line.markup == "heading":
        return "heading"
    is_prose = line.ends_sentence or line.n_words >= MIN_MARKED_WORDS
    if line.markup in (PARAGRAPH, "list item"):
        return None if is_prose else "heading"
    return None if line.ends_sentence and line.n_words >= MIN_MARKED_WORDS else line.markup


def _is_furniture(line: Line) -> bool:
    """Tell whether the line is furniture wherever it stands."""
    return (
        line.kind is not None
        or line.ends_article
        or (bool(line.furniture) and (line.score < NEUTRAL_SCORE or is_full_of_furniture(line)))
    )


def _furniture_name(line: Line, state: State) -> str:
    """Name the kind of furniture that a line is: by its form, by a word in it, else by where it stands."""
    if line.kind:
        return line.kind
    if not line.furniture:
        return _FALLBACK[state]
    words = {word for phrase in line.furniture for word in phrase.split()}
    return next((reason for reason, signs in REASONS if words & signs), _FALLBACK[state])


def _note_start(inside: Sequence[Line]) -> int:
    """Where the article's lines turn to speak of the site: at one full of furniture words, if most after it do too."""
    start, n_about = len(inside), 0
    for i in range(len(inside) - 1, -1, -1):
        n_about += is_about_site(inside[i])
        if n_about < NOTE_RATIO * (len(inside) - i):
            break
        if inside[i].ends_article or is_full_of_furniture(inside[i]):
            start = i
    return start


def _rescue(lines: Sequence[Line], reasons: Sequence[str | None]) -> list[str | None]:
    """Where no prose was found: whole sentences are kept, and of a short text without any furniture its lines."""
    is_bare = not any(map(_is_furniture, lines))
    return [
        None if _could_be_prose(line, len(lines), is_bare=is_bare) else reason
        for line, reason in zip(lines, reasons, strict=True)
    ]


def _could_be_prose(line: Line, n_lines: int, *, is_bare: bool) -> bool:
    if n_lines == 1 and line.n_words >= MIN_POST_WORDS:
        return True
    if line.kind or line.ends_article or line.furniture:
        return False
    if line.ends_sentence and line.n_words > MIN_PROSE_WORDS:
        return True
    return is_bare and n_lines <= SHORT_TEXT_LINES and line.n_words >= MIN_PROSE_WORDS
