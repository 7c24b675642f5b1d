"""How often the date, title, author and address that a saved page gives are those that people labelled.

    python tests/benchmarks/metadata.py PAGES [--wrong]

PAGES: a file of `{"html", "url", "title", "author", "date"}` a line, gzipped or not; what is null there is not counted.
A title is right where it is the labelled one but for case, white space, marks and the site's name at its end; an author
where one of the labelled names is given. `--wrong` lists what was not right.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from topics import read_lines

from summarizer import Document, SummarizerError
from summarizer.read.formats.html import read_html
from summarizer.read.raw_files import make_raw_file

_SITE_SUFFIX = re.compile(r"\s+(?:[|·•»:—–-]|::)\s+[^|·•»—–]{2,60}$")
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass
class Count:
    """Of the pages with a label: how many there are, on how many a value is given, how many of those are right."""

    n_labelled: int = 0
    n_given: int = 0
    n_right: int = 0

    def __str__(self) -> str:
        given, right = self.n_given / max(1, self.n_labelled), self.n_right / max(1, self.n_given)
        return f"{self.n_labelled:5} labelled  given {given:6.1%}  right where given {right:6.1%}"


def measure(pages: Path) -> tuple[dict[str, Count], list[str]]:
    """Count each kind of metadata over a file of pages; what was wrong is listed as lines of text."""
    counts = {name: Count() for name in _FIELDS}
    wrong = []
    for row in read_lines(pages):
        document = _read(row)
        for name, (get, is_right) in _FIELDS.items():
            label = row.get(name)
            if not label:
                continue
            count, given = counts[name], get(document) if document else None
            count.n_labelled += 1
            count.n_given += given is not None
            right = given is not None and is_right(given, label)
            count.n_right += right
            if not right:
                wrong.append(f"{name}\t{row['id']}\t{label}\t{given}\t{row['url']}")
    return counts, wrong


def _read(row: dict[str, str]) -> Document | None:
    try:
        raw = make_raw_file(row["html"].encode(), row["id"])
        return next((found for found in read_html(raw) if isinstance(found, Document)), None)
    except SummarizerError:
        return None


def _is_right_title(given: str, label: str) -> bool:
    return not set(_title_forms(given)).isdisjoint(_title_forms(label))


def _title_forms(title: str) -> Iterator[str]:
    yield _fold(title)
    if _SITE_SUFFIX.search(title):
        yield _fold(_SITE_SUFFIX.sub("", title))


def _is_right_author(given: str, label: str) -> bool:
    names = [_fold(name) for name in re.split(r",|;|\band\b|&", label)]
    return any(name and name in _fold(given) for name in names)


def _fold(text: str) -> str:
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def _is_right_url(given: str, label: str) -> bool:
    return _place(given) == _place(label)


def _place(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.netloc.removeprefix("www."), parts.path.rstrip("/")


Field = tuple[Callable[[Document], str | None], Callable[[str, str], bool]]
_FIELDS: dict[str, Field] = {
    "date": (lambda document: document.date, lambda given, label: given[:10] == label[:10]),
    "title": (lambda document: document.title, _is_right_title),
    "author": (lambda document: document.author, _is_right_author),
    "url": (lambda document: document.url, _is_right_url),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list what was not right")
    arguments = parser.parse_args()
    counts, wrong = measure(arguments.pages)
    for name, count in counts.items():
        print(f"{name:8}{count}")
    if arguments.wrong:
        print(*wrong, sep="\n")


if __name__ == "__main__":
    main()
