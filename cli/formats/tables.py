"""CSV, TSV, Markdown, JSON and JSON Lines as pieces of text, one row at a time."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from cli.formats.cells import cell, json_text, read, spreadsheet_cell
from cli.formats.flat import Row

SCHEMA = 1
BOM = "\ufeff"
"""By which spreadsheets know UTF-8."""
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~&$])")


def separated(
    rows: Iterable[Row], columns: Sequence[str], separator: str, *, safe: bool
) -> Iterator[str]:
    """Separated rows below a header; safe: for spreadsheets, with a byte order mark and no
    formulas."""
    spell = spreadsheet_cell if safe else cell
    tidy = _one_line if separator == "\t" else str
    yield (BOM if safe else "") + _record(columns, separator)
    for row in rows:
        yield _record([tidy(spell(row.get(name))) for name in columns], separator)


def markdown(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[str]:
    """A table of GitHub's Markdown in which the words of articles are never markup."""
    yield _bars(columns)
    yield _bars(["---"] * len(columns))
    for row in rows:
        yield _bars([_MARKDOWN.sub(r"\\\1", _closed(read(row.get(name)))) for name in columns])


def document(rows: Iterable[Row], name: str) -> Iterator[str]:
    """One JSON document that holds the rows as a list."""
    yield f'{{\n  "schema": {SCHEMA},\n  {json_text(name)}: ['
    count = 0
    for row in rows:
        yield ("," if count else "") + "\n    " + json_text(dict(row), 2).replace("\n", "\n    ")
        count += 1
    yield ("\n  " if count else "") + "]\n}\n"


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """One JSON line a row, each with its schema."""
    for row in rows:
        yield json_text(dict(row) if "schema" in row else {"schema": SCHEMA, **row}) + "\n"


def _record(cells: Sequence[str], separator: str) -> str:
    # The writer quotes what holds a character of its line end, so that a lone CR is quoted too.
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=separator, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()[:-2] + "\n"


def _one_line(raw: str) -> str:
    return re.sub(r"[\t\r\n]", " ", raw)


def _closed(raw: str) -> str:
    return " ".join(raw.split())


def _bars(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"
