"""Articles as a table: CSV or TSV, one article a row, a column for the text and others for what is known of it."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain

from summarizer.datamodel import Document, Skipped
from summarizer.errors import InputError
from summarizer.read.encodings import decode_text
from summarizer.read.formats.articles_json import TEXT_NAMES, read_with_unread
from summarizer.read.formats.named_fields import METADATA_NAMES
from summarizer.read.raw_files import RawFile
from summarizer.read.skipping import shorten

_DELIMITERS = ",\t;|"
_EXCEL_NOTE = re.compile(r"sep=[,;|\t]\r?\n", re.IGNORECASE)  # Excel writes it above the names of the columns
_NAME_MARKS = re.compile(r"[\W_]+")
_MAX_NAMES_SHOWN = 8
_MAX_HEADER = 4000  # characters
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_LONGEST_CELL = (1 << 31) - 1  # characters: no limit but those of files and texts


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table: its cells, and what is wrong with it."""

    cells: Sequence[str]
    fault: str = ""


def read_csv(raw: RawFile) -> Iterator[Document | Skipped]:
    """Read the articles of a table, one a row; a row that holds none becomes a `Skipped`.

    The first row names the columns, as the keys of an article in JSON are named ("Full Text" is `full_text`). What
    parts the cells (comma, tab, semicolon, bar) is told from that row.

    Raises
    ------
    InputError
        No column is called by a name for texts, or no row follows.
    """
    text = decode_text(raw.data, raw.path, raw.charset).lstrip("\n\r")
    note = _EXCEL_NOTE.match(text)
    text = text[note.end() :] if note else text
    names, delimiter = _read_header(text)
    if TEXT_NAMES.isdisjoint(names):
        shown = ", ".join(shorten(name) for name in names[:_MAX_NAMES_SHOWN])
        raise InputError(raw.path, f"no column is called text, body or content; the first row has {shown}")
    rows = _parse(text, delimiter, len(names), quoting=delimiter != "\t" or _has_quoted_cells(text))
    read = chain.from_iterable(
        _read_row(row, names, raw, f"row {n}")
        for n, row in enumerate(rows, start=1)
        if n > 1 and (row.fault or any(map(str.strip, row.cells)))
    )
    first = next(read, None)
    if first is None:
        raise InputError(raw.path, "no article in it: no row follows the names of the columns")
    twice = next((name for name, n in Counter(names).items() if n > 1 and name), None)
    reason = f"the column {shorten(twice)} stands twice; only the last one is read" if twice else ""
    return chain([first], read, [Skipped(raw.path, reason)] if reason else [])


def begins_like_table(text: str) -> bool:
    """Tell whether a text opens with names of columns: one for the text, one for something that is known of it."""
    names, _ = _read_header(text)
    return not TEXT_NAMES.isdisjoint(names) and not METADATA_NAMES.isdisjoint(names)


def _read_header(text: str) -> tuple[Sequence[str], str]:
    """The names of the columns, and what parts them: of the marks that may, the one that gives the most names."""
    opening = text[:_MAX_HEADER]
    headers = [(_read_cells(opening, 0, mark, quoting=True)[0], mark) for mark in _DELIMITERS] if opening else []
    cells, delimiter = max(headers, key=lambda header: len(header[0]), default=((), ","))
    return [_NAME_MARKS.sub("_", cell.strip().casefold()).strip("_") for cell in cells], delimiter


def _has_quoted_cells(text: str) -> bool:
    """Tell whether quotation marks enclose cells in this table; between tabs they often are marks like any other."""
    start = 0
    while start < len(text):
        _, lines = _read_cells(text, start, "\t", quoting=True)
        if not _is_closed(lines, "\t"):
            return False
        start += sum(map(len, lines))
    return True


def _parse(text: str, delimiter: str, n_columns: int, *, quoting: bool) -> Iterator[_Row]:
    """Part a text into rows of cells.

    A quotation mark that nothing closes would swallow the rows up to the next such mark: its own row ends with its line
    then, and the rest is read from the next line on. So no line is read more than twice.
    """
    start = 0
    while start < len(text):
        cells, lines = _read_cells(text, start, delimiter, quoting=quoting)
        start += sum(map(len, lines))
        fault = ""
        is_at_end = start == len(text)
        if quoting and (len(lines) > 1 or is_at_end) and not _is_closed(lines, delimiter):
            start -= sum(map(len, lines[1:]))
            line = lines[0].rstrip("\r\n")
            cells, _ = _read_cells(line, 0, delimiter, quoting=True)
            plain, _ = _read_cells(line, 0, delimiter, quoting=False)
            if len(plain) == n_columns and not is_at_end:  # at the end the file is cut, within the cell
                cells = plain
            fault = "a quotation mark opens a cell that nothing closes; of that cell the first line is read"
        yield _Row(cells, fault)


def _read_cells(text: str, start: int, delimiter: str, *, quoting: bool) -> tuple[Sequence[str], Sequence[str]]:
    """The cells of the row that begins at `start`, and the lines that it has."""
    lines: list[str] = []

    def take_lines() -> Iterator[str]:
        for line in _LINE.finditer(text, start):
            lines.append(line[0])
            yield line[0]

    rows = csv.reader(take_lines(), delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if quoting else csv.QUOTE_NONE)
    with _cells_of_any_length():
        return next(rows), lines


def _is_closed(lines: Sequence[str], delimiter: str) -> bool:
    """Tell whether the quotation marks of a row enclose whole cells."""
    try:
        with _cells_of_any_length():
            return len(list(csv.reader(lines, delimiter=delimiter, strict=True))) == 1
    except csv.Error:
        return False


@contextmanager
def _cells_of_any_length() -> Iterator[None]:
    """Lift the limit on the length of a cell, a setting of the whole process, and put it back."""
    limit = csv.field_size_limit(_LONGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(limit)


def _read_row(row: _Row, names: Sequence[str], raw: RawFile, where: str) -> Iterator[Document | Skipped]:
    if row.fault:
        yield Skipped(raw.path, f"{where}: {row.fault}")
    if any(cell.strip() for cell in row.cells[len(names) :]):
        reason = f"has {len(row.cells)} cells, and the first row {len(names)}; is its text in quotation marks?"
        yield Skipped(raw.path, f"{where} {reason}")
    elif row.cells:
        entry = {name: cell for name, cell in zip(names, row.cells, strict=False) if cell.strip()}
        yield from read_with_unread(entry, raw.path, where, raw.limits)
