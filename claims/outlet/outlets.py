"""The table of outlets and agencies, by any of their names; the table itself is claims/rules/outlets.tsv."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from claims.ids import name_key


@dataclass(frozen=True)
class Outlet:
    """A row of the table."""

    name: str
    domain: str
    owner: str
    kind: str


@lru_cache(maxsize=1)
def table() -> dict[str, Outlet]:
    """Every known outlet by each of its folded names."""
    out: dict[str, Outlet] = {}
    with (files("claims.rules") / "outlets.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            outlet = Outlet(row["name"], row["domain"], row["owner"] or row["name"], row["kind"])
            for name in (row["name"], *filter(None, row["aliases"].split("|"))):
                out[name_key(name)] = outlet
    return out


def canonical(name: str) -> str:
    """The table's name for an outlet, the name itself where the table has none."""
    found = table().get(name_key(name))
    return found.name if found else name.strip()


def is_outlet(name: str) -> bool:
    """Whether the table knows the name."""
    return name_key(name) in table()


def is_agency(name: str) -> bool:
    """Whether the name is a news agency's."""
    found = table().get(name_key(name))
    return found is not None and found.kind == "agency"


def owner(name: str) -> str:
    """Who owns the outlet; an unknown outlet is its own owner."""
    found = table().get(name_key(name))
    return found.owner if found else canonical(name)
