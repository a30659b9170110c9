"""Lists that hold where articles are and not their texts: plain addresses, RIS, BibTeX, GDELT; each address
is offered to be fetched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import IO, Any

from claims.model import Failure
from claims.read.charset import decoded_page
from claims.read.dates import published
from claims.read.decode import WrongTypeError
from claims.read.documents import whole_bytes
from claims.read.options import Item, ReadOptions
from claims.rules.lists import listed
from claims.rules.patterns import alternation

OFFER = "say --fetch to ask each address for its text"
HINTS = ("title", "outlet", "published", "author", "is", "mark")
"""What is handed on of a row that is fetched."""
MAX_ADDRESSES = 20_000
"""Of a list."""
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_REFERENCES = re.compile(
    r"\s{0,99}(?:TY  ?- ?[A-Z]{2,8}\s|(?:%[^\n]{0,300}\n\s{0,99}){0,9}@[A-Za-z]{2,20}\s{0,9}\{[^\s,]{0,200},)"
)
_RIS = re.compile(r"^([A-Z][A-Z0-9])  ?- ?(.*)$", re.MULTILINE)
_RIS_KEYS = {
    "TI": "title",
    "T1": "title",
    "T2": "outlet",
    "JO": "outlet",
    "JF": "outlet",
    "PB": "outlet",
}
_BIBTEX_ENTRY = re.compile(r"^\s{0,20}@\w{2,30}\s{0,9}[{(]", re.MULTILINE)
_BIBTEX_FIELD = re.compile(
    rf"\b({alternation(listed('addresses', 'bibtex_fields'))})\s{{0,9}}=\s{{0,9}}[{{\"]+([^{{}}\"\n]{{1,2000}})",
    re.IGNORECASE,
)
_BIBTEX_KEYS = {"url": "url", "howpublished": "url", "title": "title", "date": "published"}
_GDELT_COLUMNS = {27: 4, 61: 60, 58: 57, 16: 5}
"""Columns of GDELT's tables → which of them is the address: graph, events of version 2 and 1, mentions."""
MIN_COLUMNS = 3
"""Of a table without names."""


def offered(
    rows: Iterable[Mapping[str, str]], what: str, where: str, options: ReadOptions
) -> Iterator[Item]:
    """Each row as an address to fetch, or one failure that offers it."""
    if not options.fetching:
        yield Failure(where, what, OFFER)
        return
    for number, row in enumerate(rows, 1):
        told = {key: row[key] for key in HINTS if row.get(key)}
        yield Failure(
            f"{where}:{number}", "holds no text", skipped=True, address=row["url"], known=told
        )


def without_text(columns: Mapping[str, str], where: str) -> Failure:
    """What is said of a table that holds addresses and no text."""
    what = f"a table of addresses (column {columns['url']!r}) without a column of text"
    return Failure(where, what, OFFER)


def missing_text(item: Item, row: Mapping[str, Any], where: str) -> Item:
    """The item of a row; where that has no text and an address, the offer to fetch it."""
    if isinstance(item, Failure) and item.skipped and row.get("url") and not row.get("text"):
        told = {key: str(row[key]) for key in HINTS if row.get(key)}
        return replace(item, address=str(row["url"]), known=told)
    return item


def read_addresses(raw: IO[bytes], where: str, options: ReadOptions) -> Iterator[Item]:
    """The addresses of a list of whatever kind; raises WrongTypeError where it holds none."""
    text = decoded_page(whole_bytes(raw))
    rows = list(_rows(text))[:MAX_ADDRESSES]
    unique = {row["url"]: row for row in reversed(rows)}
    if not unique:
        raise WrongTypeError("a list without an address")
    found = list(reversed(unique.values()))
    what = f"a list of {len(found):,} address{'es' * (len(found) != 1)}, which holds no text"
    yield from offered(found, what, where, options)


def _rows(text: str) -> Iterator[dict[str, str]]:
    first = text.lstrip()[:4000]
    if _RIS.match(first):
        yield from _of_ris(text)
    elif _REFERENCES.match(first):
        yield from _of_bibtex(text)
    elif (column := unnamed_column(first)) is not None:
        yield from _of_columns(text, column)
    else:
        yield from (
            {"url": line.split()[0]} for line in text.splitlines() if _ADDRESS.match(line.strip())
        )


def _of_ris(text: str) -> Iterator[dict[str, str]]:
    row: dict[str, str] = {}
    for field in _RIS.finditer(text):
        name, value = field[1], field[2].strip()
        if name == "TY":
            row = {}
        elif name in ("UR", "L1", "L2") and _ADDRESS.match(value):
            row.setdefault("url", value.split(";")[0].strip())
        elif name in ("DA", "PY", "Y1") and (day := published(value.strip("/").replace("/", "-"))):
            row.setdefault("published", day)
        elif name in _RIS_KEYS and value:
            row.setdefault(_RIS_KEYS[name], value)
        elif name == "ER" and "url" in row:
            yield row


def _of_bibtex(text: str) -> Iterator[dict[str, str]]:
    for entry in _BIBTEX_ENTRY.split(text)[1:]:
        row: dict[str, str] = {}
        for field in _BIBTEX_FIELD.finditer(entry[:20_000]):
            key, value = _BIBTEX_KEYS.get(field[1].lower(), "outlet"), field[2].strip()
            if key == "url":
                found = _ADDRESS.search(value.replace("\\", ""))
                value = found[0].rstrip("}") if found else ""
            elif key == "published":
                value = published(value) or ""
            if value:
                row.setdefault(key, value)
        if "url" in row:
            yield row


def _of_columns(text: str, column: int) -> Iterator[dict[str, str]]:
    for line in text.splitlines():
        cells = line.split("\t")
        if len(cells) > column and _ADDRESS.match(cells[column]):
            yield {"url": cells[column].strip()}


def unnamed_column(text: str) -> int | None:
    """Which column of a table without names, such as GDELT's, holds the address; None for any other text."""
    cells = text.split("\n", 1)[0].rstrip("\r").split("\t")
    usual = _GDELT_COLUMNS.get(len(cells))
    if usual is not None and _ADDRESS.match(cells[usual]):
        return usual
    found = [place for place, cell in enumerate(cells) if _ADDRESS.fullmatch(cell.strip())]
    return found[0] if len(cells) >= MIN_COLUMNS and len(found) == 1 else None


def is_addresses(head: bytes) -> bool:
    """Whether it is surely a list of addresses: lines of RIS or GDELT, or nothing but addresses and remarks."""
    text = head.decode("utf-8-sig", "replace")
    if _REFERENCES.match(text) or unnamed_column(text) is not None:
        return True
    lines = text.split("\n")[: -1 if len(head) > 2000 else None]
    told = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return bool(told) and all(_ADDRESS.fullmatch(line) for line in told)
