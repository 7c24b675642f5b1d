"""Learn the cleaner's numbers again from labelled pages, and show them beside those that are shipped.

    python tests/benchmarks/learn_cleaner.py                    the development pages, where they are
    python tests/benchmarks/learn_cleaner.py PAGES              `{"text", "body"}` a line: a whole page, its article
    python tests/benchmarks/learn_cleaner.py [PAGES] --worth    what each number is worth; takes some minutes

A line of a page is prose when 80% of its runs of three words stand in the article; a line of fewer words, when the
article has the same line. What comes of it on the development pages:

- The weights of a line's score are learned as scikit-learn's LogisticRegression does by default. They come out within
  0.12 of the shipped ones, not equal: the labelling of lines was not kept when those were learned, and the word lists of
  furniture words has changed a little since.
- The slope below the neutral scores comes out as shipped for before and after the article (0.7), at 0.5 for a pause.
  The other slopes are shipped 1.4 to 2.3 times as flat as they are counted, and the scores of starting, pausing and
  ending an article 0.9 to 1.4 milder: those were set by hand. Lines next to each other are alike, so that what each
  says must not count in full. Neutral scores are shipped higher than they are counted (0.6 to 1.2), by hand too.
- The costs of headings and clocks and the thresholds are not learned. `--worth` shows what they do.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from pathlib import Path
from typing import Any

import click
import numpy as np
from furniture import SAME_RATIO, grams_of, words_of
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from topics import SHARED, read_lines

from summarizer.clean import cleaning_weights
from summarizer.clean.cleaning_weights import LINE_WEIGHTS, LineWeights
from summarizer.clean.find_article import ANYWHERE, State
from summarizer.clean.line_scores import line_features, score_lines
from summarizer.clean.lines import Line, cut_lines
from summarizer.clean.mark_blocks import mark_blocks
from summarizer.clean.mark_blocks import read_lines as read_page_lines

PAGES = SHARED / "pages_dev.jsonl.gz"
N_FOLDS = 5
WEAK_PENALTY = 100.0  # C of a regression on one number, which cannot overfit
CHANGES = (  # of state, with the name of the shipped score
    (State.BEFORE, State.ARTICLE, "START_SCORE"),
    (State.ARTICLE, State.PAUSE, "BREAK_SCORE"),
    (State.PAUSE, State.PAUSE, "PAUSE_ON_SCORE"),
    (State.PAUSE, State.ARTICLE, "RESUME_SCORE"),
    (State.ARTICLE, State.AFTER, "STOP_SCORE"),
)
SLOPES = (  # the other state, and the names of the shipped neutral score and slope
    (State.BEFORE, "NEUTRAL_SCORE", "SLOPE_BEFORE"),
    (State.PAUSE, "NEUTRAL_PAUSE_SCORE", "SLOPE_PAUSE"),
    (State.AFTER, "NEUTRAL_SCORE", "SLOPE_AFTER"),
)


@dataclass(frozen=True)
class LabelledPage:
    """A page's lines, read and scored by the cleaner, and of each whether it is prose."""

    text: str
    lines: list[Line]
    is_prose: list[bool]


@dataclass(frozen=True)
class Fit:
    """Weights learned on some pages, and the share of the lines of other pages that they judge rightly."""

    weights: LineWeights
    accuracy: float


def label_page(text: str, body: str) -> LabelledPage:
    """Read a page's lines, and tell by its article which of them are prose."""
    lines = cut_lines(text)
    read_page_lines(lines)
    if lines:
        score_lines(lines)
    article_grams = grams_of(body)
    article_lines = {tuple(words_of(line)) for line in body.splitlines()}

    def is_prose(line: Line) -> bool:
        grams = grams_of(line.text)
        if not grams:
            words = tuple(words_of(line.text))
            return words != () and words in article_lines
        return len(grams & article_grams) >= SAME_RATIO * len(grams)

    return LabelledPage(text, lines, [is_prose(line) for line in lines])


def fit_weights(pages: Sequence[LabelledPage]) -> tuple[Fit, list[Fit]]:
    """The weights of all pages, and those of each fold, without the pages on which its accuracy is taken."""
    features = np.array([line_features(line) for page in pages for line in page.lines], dtype=float)
    is_prose = np.array([label for page in pages for label in page.is_prose])
    page_of = np.repeat(np.arange(len(pages)), [len(page.lines) for page in pages])

    def fit(train: Any, test: Any) -> Fit:
        model = LogisticRegression(max_iter=1000).fit(features[train, 1:], is_prose[train])
        weights = LineWeights(float(model.intercept_[0]), *map(float, model.coef_[0]))
        return Fit(weights, accuracy(weights, features[test], is_prose[test]))

    everything = np.arange(len(features))
    folds = GroupKFold(min(N_FOLDS, len(pages))).split(features, is_prose, page_of)
    return fit(everything, everything), [fit(train, test) for train, test in folds]


def accuracy(weights: LineWeights, features: Any, is_prose: Any) -> float:
    """The share of lines whose log-odds have the right sign."""
    return float(np.mean((features @ np.array(weights) > 0) == is_prose))


def states_of(page: LabelledPage) -> list[State]:
    """The states in which the labels put the lines of a page; none where it has no prose."""
    if not any(page.is_prose):
        return []
    first = page.is_prose.index(True)
    last = len(page.is_prose) - page.is_prose[::-1].index(True)
    inside = [State.ARTICLE if label else State.PAUSE for label in page.is_prose[first:last]]
    return [State.BEFORE] * first + inside + [State.AFTER] * (len(page.lines) - last)


def count_changes(pages: Sequence[LabelledPage]) -> Counter[tuple[State, State]]:
    """How often a line in one state is followed by a line in another, or in the same."""
    changes: Counter[tuple[State, State]] = Counter()
    for page in pages:
        states = states_of(page)
        changes.update(pairwise(states))
    return changes


def fit_slopes(pages: Sequence[LabelledPage], other: State, neutral: float) -> tuple[float, float, float] | None:
    """The counted neutral score, and the slopes below and above the shipped `neutral` one; None where all is one state.

    Regression of ARTICLE against `other` on the score of a line, both states weighing alike.
    """
    scored = [
        (line.score, state is State.ARTICLE)
        for page in pages
        for line, state in zip(page.lines, states_of(page), strict=False)
        if state in (State.ARTICLE, other) and line.kind not in ANYWHERE
    ]
    scores, in_article = (np.array(column) for column in zip(*scored, strict=True)) if scored else ((), ())
    if len(set(in_article)) < 2:
        return None
    distance = np.asarray(scores) - neutral
    whole = LogisticRegression(C=WEAK_PENALTY, class_weight="balanced").fit(distance[:, None], in_article)
    halves = np.column_stack([np.minimum(distance, 0), np.maximum(distance, 0)])
    bent = LogisticRegression(C=WEAK_PENALTY, class_weight="balanced", fit_intercept=False).fit(halves, in_article)
    below, above = map(float, bent.coef_[0])
    return neutral - float(whole.intercept_[0] / whole.coef_[0, 0]), below, above


def weights_table(pages: Sequence[LabelledPage]) -> Iterator[str]:
    """The weights of the line score: shipped, learned, how far the folds lie apart."""
    learned, folds = fit_weights(pages)
    n_lines = sum(len(page.lines) for page in pages)
    yield f"\nWeights of a line's score, {n_lines} lines of {len(pages)} pages\n"
    yield f"{'feature':15}  shipped  learned  differs  folds: {'':{8 * len(folds) - 8}}spread"
    for i, name in enumerate(LineWeights._fields):
        values = [fold.weights[i] for fold in folds]
        shipped, value = LINE_WEIGHTS[i], learned.weights[i]
        numbers = "".join(f"{one:8.2f}" for one in values)
        yield f"{name:15} {shipped:8.2f} {value:8.2f} {value - shipped:+8.2f} {numbers} {max(values) - min(values):7.2f}"
    features = np.array([line_features(line) for page in pages for line in page.lines], dtype=float)
    is_prose = np.array([label for page in pages for label in page.is_prose])
    shares = "".join(f"{fold.accuracy:8.3f}" for fold in folds)
    yield f"{'lines judged right':23} {accuracy(LINE_WEIGHTS, features, is_prose):.3f} as shipped"
    yield f"{'':23} {learned.accuracy:.3f} as learned; {shares.strip()} by each fold on the pages it has not seen"


def changes_table(pages: Sequence[LabelledPage]) -> Iterator[str]:
    """The scores of changing state: shipped, and the logarithm of how often it happens."""
    changes = count_changes(pages)
    from_state = Counter({state: sum(n for pair, n in changes.items() if pair[0] is state) for state in State})
    yield "\nScores of changing state, and the logarithm of how often the labels do\n"
    yield f"{'change':20}  shipped  counted  differs"
    for before, after, name in CHANGES:
        n_changes, n_lines = changes[before, after], from_state[before]
        shipped, label = getattr(cleaning_weights, name), f"{before.name.lower()} > {after.name.lower()}"
        if n_changes:
            counted = log(n_changes / n_lines)
            yield f"{label:20} {shipped:8.2f} {counted:8.2f} {counted - shipped:+8.2f}   {n_changes} of {n_lines} lines"
        else:
            yield f"{label:20} {shipped:8.2f}    never"
    opens = sum(states_of(page)[:1] == [State.ARTICLE] for page in pages)
    yield f"{'opening':20} {cleaning_weights.OPENING_SCORE:8.2f}            {opens} of {len(pages)} pages open with prose"


def slopes_table(pages: Sequence[LabelledPage]) -> Iterator[str]:
    """The neutral scores and the slopes: shipped and counted."""
    yield "\nLog-odds of the article by a line's score: neutral score, slope below it, slope above it\n"
    yield f"{'against':10} {'shipped':>20} {'counted':>23}"
    for other, neutral, slope in SLOPES:
        names = (neutral, "SLOPE_BELOW", slope)
        shipped = "".join(f"{getattr(cleaning_weights, name):7.2f}" for name in names)
        fitted = fit_slopes(pages, other, getattr(cleaning_weights, neutral))
        counted = "".join(f"{one:7.2f}" for one in fitted) if fitted else "     none of both"
        yield f"{other.name.lower():10}{shipped}   {counted}"


def prose_f1(pages: Sequence[LabelledPage]) -> float:
    """F1, 0..100, of the words that cleaning takes for prose against those that are labelled so."""
    n_right = n_kept = n_prose = 0
    for page in pages:
        kept = {block.end for block in mark_blocks(page.text) if block.reason is None}
        for line, is_prose in zip(page.lines, page.is_prose, strict=True):
            is_kept = line.end in kept
            n_right += line.n_words * (is_kept and is_prose)
            n_kept += line.n_words * is_kept
            n_prose += line.n_words * is_prose
    return 200 * n_right / max(1, n_kept + n_prose)


def worth_table(pages: Sequence[LabelledPage]) -> Iterator[str]:
    """What half and double of each number do to the F1 of prose; title lines are no part of that."""
    base = prose_f1(pages)
    yield f"\nF1 over the words of prose {base:.2f}; difference with half of a number, and with its double\n"
    for name, value in numbers():
        half, double = (prose_f1_with(pages, name, changed) - base for changed in changed_values(value))
        yield f"{name:28} {value!s:>6}  {half:+6.2f}  {double:+6.2f}"


def numbers() -> Iterator[tuple[str, float]]:
    """The single numbers of the cleaner's table, weights as "LINE_WEIGHTS.bias"."""
    for name, value in vars(cleaning_weights).items():
        if name.isupper() and isinstance(value, (int, float)):
            yield name, value
    yield from ((f"LINE_WEIGHTS.{name}", value) for name, value in LINE_WEIGHTS._asdict().items())


def changed_values(value: float) -> tuple[float, float]:
    """Half and double of a number; counts stay whole."""
    return (value // 2, value * 2) if isinstance(value, int) else (value / 2, value * 2)


def prose_f1_with(pages: Sequence[LabelledPage], name: str, value: float) -> float:
    """F1 of the cleaning with one number changed, which is put back."""
    name, _, field = name.partition(".")
    modules = [module for key, module in sys.modules.items() if key.startswith("summarizer.clean.")]
    users = [module for module in modules if hasattr(module, name)]
    shipped = getattr(cleaning_weights, name)
    changed = shipped._replace(**{field: value}) if field else value
    try:
        for module in users:
            setattr(module, name, changed)
        return prose_f1(pages)
    finally:
        for module in users:
            setattr(module, name, shipped)


def load_pages(rows: Iterable[dict[str, str]]) -> list[LabelledPage]:
    """The labelled pages that have any line."""
    pages = (label_page(row["text"], row["body"]) for row in rows)
    return [page for page in pages if page.lines]


@click.command()
@click.argument("path", type=click.Path(path_type=Path), default=PAGES)
@click.option("--worth", is_flag=True, help="Also clean the pages with each number at half and at double.")
def main(path: Path, *, worth: bool) -> None:
    """Print learned beside shipped numbers."""
    if not path.is_file():
        print(f"skipped: {path} is not here, and no labelled pages come with the repository")
        return
    pages = load_pages(read_lines(path))
    for table in (weights_table, changes_table, slopes_table, *((worth_table,) if worth else ())):
        for line in table(pages):
            print(line)


if __name__ == "__main__":
    main()
