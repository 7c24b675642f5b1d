"""How much of a saved page's furniture gets into a briefing, and how much of its article survives the cleaning.

    python tests/benchmarks/furniture.py PAGES.jsonl.gz ...

Each line is a page, `{"id", "html", "text", "body"}`, where `body` is the article as people labelled it; or, without
`body`, phrases that must be kept (`with`) and must not (`without`). It is read as HTML, and as pasted text where it has
a `text`.

A sentence has leaked when fewer than 80% of its runs of three words stand in the article. What is kept is counted in
words of the article's lines of eight words and more, by their runs of four words: of those that were read, those that
cleaning leaves as prose, and those that a briefing without a limit prints (no fragments, no heads of lists).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click
from topics import read_lines

from summarizer import Document, SummarizerError, summarize
from summarizer.clean.mark_blocks import mark_blocks
from summarizer.language.detect import UNKNOWN, detect_language
from summarizer.read.formats.html import read_html
from summarizer.read.raw_files import make_raw_file

SENTENCES = 5
ALL = 100_000  # sentences: no limit
SAME_RATIO = 0.8
LINE_WORDS = 8
N_WORST = 20
_WORD = re.compile(r"\w+")

NOT_READ, NOT_QUOTED = "not read", "prose that is not quoted"
Grams = set[tuple[str, ...]]


@dataclass(frozen=True)
class PageResult:
    """The figures of one page, read in one way.

    lost
        Words of the article, by what became of them: not read, taken for furniture of a kind, or prose not quoted.
    phrases
        How many of `with` and of `without` are left, and how many there are.
    """

    id: str
    way_in: str
    group: str
    n_words: int
    lost: Mapping[str, float]
    n_sentences: int
    n_leaked: int
    phrases: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def n_left(self) -> float:
        """Words of the article that cleaning leaves as prose."""
        return self.n_words - sum(self.lost.values()) + self.lost.get(NOT_QUOTED, 0)


def measure(pages: Path) -> list[PageResult]:
    """Measure every page of a file, in every way in that it has."""
    return [
        _measure_page(row, way_in, documents)
        for row in read_lines(pages)
        for way_in, documents in (("html", _read_html(row)), ("text", [Document(row.get("text") or "")]))
        if row.get(way_in)
    ]


def kept_table(results: Sequence[PageResult]) -> str:
    """The words of articles that are left, by kind of page and language, and what became of the others."""
    head = "| | pages | words | read | left by cleaning | printed without a limit |\n|---|---:|---:|---:|---:|---:|"
    groups = sorted({(result.way_in, result.group) for result in results if result.n_words})
    ways = sorted({way for way, _ in groups})
    rows = [_kept_row(f"**{way}**", [each for each in results if each.way_in == way]) for way in ways]
    rows += [
        _kept_row(f"{way}, {group}", [each for each in results if (each.way_in, each.group) == (way, group)])
        for way, group in groups
    ]
    return "\n".join([head, *rows])


def leak_table(results: Sequence[PageResult]) -> str:
    """The sentences of briefings that are not from the article."""
    head = "| saved page read as | sentences not from the article | pages without one |\n|---|---:|---:|"
    rows = []
    for way in sorted({result.way_in for result in results if result.n_words}):
        pages = [result for result in results if result.way_in == way and result.n_words]
        n_sentences, n_leaked = sum(page.n_sentences for page in pages), sum(page.n_leaked for page in pages)
        n_clean = sum(page.n_sentences > 0 and page.n_leaked == 0 for page in pages)
        rows.append(
            f"| {way} | {n_leaked} of {n_sentences} ({n_leaked / n_sentences:.1%}) | {n_clean} of {len(pages)} |"
        )
    return "\n".join([head, *rows])


def phrase_table(results: Sequence[PageResult]) -> str:
    """The phrases that are kept, by language."""
    head = "| | pages | phrases that must be kept | phrases that must not |\n|---|---:|---:|---:|"
    labelled = [result for result in results if result.phrases]
    groups = [("**all**", labelled)]
    groups += [(name, [each for each in labelled if each.group == name]) for name in _groups_by_size(labelled)]
    rows = []
    for name, pages in groups:
        counts = [[page.phrases[side] for page in pages] for side in ("with", "without")]
        cells = [_ratio(sum(n for n, _ in each), sum(of for _, of in each)) for each in counts]
        rows.append(f"| {name} | {len(pages)} | {' | '.join(cells)} |")
    return "\n".join([head, *rows])


def worst_table(results: Sequence[PageResult]) -> str:
    """The pages of which cleaning leaves least, and what became of the rest."""
    head = f"| the worst {N_WORST} pages | words | left by cleaning | what became of the others |\n|---|---:|---:|---|"
    worst = sorted((result for result in results if result.n_words), key=lambda result: result.n_left / result.n_words)
    return "\n".join([head, *map(_worst_row, worst[:N_WORST])])


def _measure_page(row: Mapping[str, str], way_in: str, documents: Sequence[Document]) -> PageResult:
    body = row.get("body") or ""
    items = _items(documents, SENTENCES)
    article, words = grams_of(body), set(words_of(body))
    blocks = _blocks(documents)
    prose = "\n".join(blocks.get(None, ()))
    return PageResult(
        id=row["id"],
        way_in=way_in,
        group=row.get("language") or _name_group(row.get("kind"), body),
        n_words=sum(map(len, _lines(body))),
        lost=_losses(body, documents, blocks) if body else {},
        n_sentences=len(items) if body else 0,
        n_leaked=sum(not _stands_in(item, article, words) for item in items) if body else 0,
        phrases={} if body else {side: _count_phrases(row.get(side) or (), prose) for side in ("with", "without")},
    )


def _losses(body: str, documents: Sequence[Document], blocks: Mapping[str | None, Sequence[str]]) -> Counter[str]:
    """The words of an article that no briefing can print, by what became of them."""
    printed = grams_of("\n".join(_items(documents, ALL)), 4)
    by_kind = {kind: grams_of("\n".join(texts), 4) for kind, texts in blocks.items()}
    prose = by_kind.pop(None, set())
    lost: Counter[str] = Counter()
    for line in _lines(body):
        runs = list(_runs(line, 4))
        for run in runs:
            if run not in printed:
                kind = NOT_QUOTED if run in prose else next((k for k, own in by_kind.items() if run in own), NOT_READ)
                lost[str(kind)] += len(line) / len(runs)
    return lost


def _read_html(row: Mapping[str, str]) -> list[Document]:
    try:
        entries = read_html(make_raw_file((row.get("html") or "").encode(), row["id"]))
        return [entry for entry in entries if isinstance(entry, Document)]
    except SummarizerError:
        return []


def _items(documents: Sequence[Document], n_sentences: int) -> list[str]:
    try:
        briefing = summarize(documents, sentences=n_sentences, mmr_lambda=1.0 if n_sentences == ALL else 0.4)
    except SummarizerError:
        return []
    return [item.text for item in briefing.items]


def _blocks(documents: Iterable[Document]) -> dict[str | None, list[str]]:
    """The texts of each kind of block; None is prose."""
    texts: dict[str | None, list[str]] = {}
    for document in documents:
        for block in mark_blocks(document.text, title=document.title, author=document.author, markup=document.markup):
            texts.setdefault(block.reason, []).append(document.text[block.start : block.end])
    return texts


def _name_group(kind: str | None, body: str) -> str:
    language = detect_language([body]) if body else UNKNOWN
    return f"{kind}, {language}" if kind else language


def _groups_by_size(results: Sequence[PageResult]) -> list[str]:
    return [name for name, _ in Counter(result.group for result in results).most_common()]


def _count_phrases(phrases: Sequence[str], text: str) -> tuple[int, int]:
    """How many phrases stand in a text, white space aside: some are cut in the middle of a word."""
    plain = " ".join(text.split())
    return sum(" ".join(phrase.split()) in plain for phrase in phrases), len(phrases)


def _kept_row(name: str, pages: Sequence[PageResult]) -> str:
    n_words = sum(page.n_words for page in pages)
    n_unread = sum(page.lost.get(NOT_READ, 0) for page in pages)
    n_printed = n_words - sum(sum(page.lost.values()) for page in pages)
    shares = (1 - n_unread / n_words, sum(page.n_left for page in pages) / n_words, n_printed / n_words)
    return f"| {name} | {len(pages)} | {n_words:,} | {' | '.join(f'{share:.1%}' for share in shares)} |"


def _worst_row(page: PageResult) -> str:
    lost = Counter({kind: n for kind, n in page.lost.items() if kind != NOT_QUOTED}).most_common(3)
    why = ", ".join(f"{kind} {n / page.n_words:.0%}" for kind, n in lost)
    return f"| {page.id}, {page.way_in}, {page.group} | {page.n_words:,} | {page.n_left / page.n_words:.0%} | {why} |"


def _ratio(n: int, of: int) -> str:
    return f"{n} of {of} ({n / max(1, of):.1%})"


def _lines(body: str) -> Iterator[list[str]]:
    return (words for line in body.split("\n") if len(words := words_of(line)) >= LINE_WORDS)


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def grams_of(text: str, n: int = 3) -> Grams:
    return set(_runs(words_of(text), n))


def _runs(words: Sequence[str], n: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(n)), strict=False)


def _stands_in(sentence: str, grams: Grams, words: set[str]) -> bool:
    own = words_of(sentence)
    if len(own) < 3:
        return bool(own) and words.issuperset(own)
    runs = list(_runs(own, 3))
    return sum(run in grams for run in runs) >= SAME_RATIO * len(runs)


def tables(pages: Path) -> Iterator[str]:
    """All tables of one file of pages."""
    results = measure(pages)
    if any(result.n_words for result in results):
        yield from (leak_table(results), kept_table(results), worst_table(results))
    if any(result.phrases for result in results):
        yield phrase_table(results)


@click.command(help=__doc__.partition("\n")[0])
@click.argument("pages", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(pages: tuple[Path, ...]) -> None:
    for path in pages:
        click.echo(f"## {path.name}\n")
        click.echo("\n\n".join(tables(path)) + "\n")


if __name__ == "__main__":
    main()
