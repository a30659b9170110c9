"""Which column of a table holds what of an article, by the names that tools and people give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from claims.outlet.outlets import of_domain
from claims.read.bylines import byline
from claims.read.dates import published
from claims.read.decode import UnreadableError, WrongTypeError
from claims.read.told import told_rows

NAMES: dict[str, tuple[str, ...]] = {
    key: tuple(names.split())
    for key, names in {
        "text": "text body content maintext fulltext articletext articlebody article",
        "title": "title headline",
        "published": "published publishedat datepublish datepublished publishdate publicationdate pubdate date",
        "outlet": "outlet sitename sourcename medianame publisher publication source hostname sourcedomain",
        "author": "author authors byline",
        "url": "url link articleurl",
        "wire": "wire",
        "section": "section",
        "language": "language lang",
        "doc": "doc",
    }.items()
}
"""Keys of an article → names of columns, letters alone, the most telling first."""
_DOMAIN = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63})+")


def known_names() -> set[str]:
    """Every name of a column of an article."""
    return {name for names in NAMES.values() for name in names}


def folded(name: object) -> str:
    """A column's name in lower letters, nothing else."""
    return re.sub(r"[\W_]+", "", str(name)).casefold()


def chosen(header: Iterable[str], own: Mapping[str, str]) -> dict[str, str]:
    """Keys of an article → the names in a table's header; own are the user's.

    Raises WrongTypeError where no column holds a text or an address, and UnreadableError where the user names one
    that is not there.
    """
    names = [name for name in header if name is not None]
    out: dict[str, str] = {}
    for key, known in NAMES.items():
        found = [name for word in known for name in names if folded(name) == word]
        if found:
            out[key] = found[0]
    for key, column in own.items():
        if column not in names:
            raise UnreadableError(
                f"no column {column!r}", f"its columns are {', '.join(names[:30])}"
            )
        out[key] = column
    if "text" not in out and "url" not in out:
        raise WrongTypeError(_without_text(names))
    return out


def _without_text(names: list[str]) -> str:
    if any(name.startswith(("http://", "https://")) for name in names):
        return "a list of addresses without names of columns, which holds no text"
    return f"a table without a column of text (its columns: {', '.join(names[:12])}); say --column text=NAME"


def row_of(cells: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    """The keys of an article that a row of a table holds."""
    row: dict[str, Any] = {key: _words(cells.get(column)) for key, column in columns.items()}
    told = [
        (f"column {column}", {key: row[key]}) for key, column in columns.items() if key != "text"
    ]
    row["told"] = [found for source, value in told for found in told_rows(source, value)]
    if row.get("published"):
        row["published"] = published(row["published"]) or row["published"]
    outlet = row.get("outlet")
    if outlet and _DOMAIN.fullmatch(outlet):
        row["outlet"] = of_domain(outlet) or outlet
    authors = row.get("author")
    if authors:
        people = re.findall(r"'([^']+)'|\"([^\"]+)\"", authors) if authors[0] == "[" else []
        written = byline([a or b for a, b in people] or [authors], row.get("outlet"))
        row["author"] = written.author
        row["wire"] = row.get("wire") or written.wire
    return row


def _words(value: Any) -> str | None:
    if value is None or value != value:
        return None
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value)) or None
    text = value.isoformat() if hasattr(value, "isoformat") else str(value)
    return text if text.strip() else None
