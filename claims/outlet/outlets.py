"""The table of outlets and agencies, by any of their names: claims/rules/outlets.tsv, and a file of
the user's own.

The user's file has the same columns (name, aliases, domain, owner, kind, source; the first is
enough) and comes second, so that its rows replace ours. Where it lies, the variable
ONRECORD_OUTLETS says.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from claims.errors import UsageError
from claims.folding import name_key
from claims.model import OutletFacts
from claims.rules.lists import place

VARIABLE = "ONRECORD_OUTLETS"
"""Names the user's file."""


@dataclass(frozen=True)
class Outlet:
    """A row of the table."""

    name: str
    domain: str
    owner: str
    kind: str
    source: str = ""
    mine: bool = False
    """True for a row of the user's own file."""


@lru_cache(maxsize=1)
def table() -> dict[str, Outlet]:
    """Every known outlet by each of its folded names; raises UsageError where the user's file
    cannot be read."""
    out: dict[str, Outlet] = {}
    with place("outlets.tsv").open(encoding="utf-8") as lines:
        out.update(_rows(lines))
    file = os.environ.get(VARIABLE)
    if file:
        try:
            if Path(file).exists() and not Path(file).is_file():
                raise ValueError("no regular file")
            with Path(file).open(encoding="utf-8-sig") as lines:
                out.update((key, replace(row, mine=True)) for key, row in _rows(lines))
        except (OSError, UnicodeDecodeError, ValueError, csv.Error) as error:
            raise UsageError(
                f"{file}: {error}; write a tab-separated table whose first line names the columns"
            ) from None
    return out


def _rows(lines: Iterable[str]) -> Iterator[tuple[str, Outlet]]:
    """Each name of a row with the row; raises ValueError for a row without a name."""
    for number, row in enumerate(csv.DictReader(lines, delimiter="\t"), 2):
        name = (row.get("name") or "").strip()
        if not name:
            raise ValueError(f"line {number} has no name")
        owner, kind = row.get("owner") or name, row.get("kind") or "other"
        outlet = Outlet(
            name,
            row.get("domain") or "",
            owner,
            kind,
            row.get("source") or "the user's table of outlets",
        )
        for written in (name, *filter(None, (row.get("aliases") or "").split("|"))):
            yield name_key(written), outlet


def canonical(name: str) -> str:
    """The table's name for an outlet, the name itself where the table has none."""
    row = table().get(name_key(name))
    return row.name if row else name.strip()


def is_outlet(name: str) -> bool:
    """Whether the table knows the name."""
    return name_key(name) in table()


def is_agency(name: str) -> bool:
    """Whether the name is a news agency's."""
    row = table().get(name_key(name))
    return row is not None and row.kind == "agency"


def of_domain(host: str) -> str | None:
    """The name of the one outlet that the table has at a host or above it; None where there is none, or
    more than one."""
    parts = host.casefold().strip(". ").split(".")
    for start in range(len(parts) - 1):
        found = domains().get(".".join(parts[start:]))
        if found:
            return next(iter(found)) if len(found) == 1 else None
    return None


@lru_cache(maxsize=1)
def domains() -> dict[str, set[str]]:
    """The names of known outlets by their domain."""
    out: dict[str, set[str]] = {}
    for row in table().values():
        if row.domain:
            out.setdefault(row.domain.casefold().removeprefix("www."), set()).add(row.name)
    return out


def owner(name: str) -> str:
    """Who owns the outlet; an unknown outlet is its own owner."""
    row = table().get(name_key(name))
    return row.owner if row else canonical(name)


def facts(name: str) -> tuple[OutletFacts, bool]:
    """What the table says of an outlet, and whether the user's own file says it."""
    row = table().get(name_key(name))
    if row is None:
        return OutletFacts(owner=name.strip(), source="in no table: its own owner"), False
    return OutletFacts(row.kind, row.domain, row.owner, row.source), row.mine
