"""The one reader of the lists in this folder; what a list is for stands in its reason, what is done
with it elsewhere.

A list belongs to a language (`en/`) unless it names outlets of the world. Every list is read once a
process.
"""

from __future__ import annotations

import csv
import json
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

LANGUAGE = "en"


def place(name: str) -> Traversable:
    """Where a file of lists lies: with its language, or with what is the same in all of them."""
    own = files("claims.rules") / LANGUAGE / name
    return own if own.is_file() else files("claims.rules") / name


@cache
def load(name: str) -> dict[str, Any]:
    """Everything that a JSON file of lists holds, by the name of the list."""
    loaded: dict[str, Any] = json.loads(place(f"{name}.json").read_text(encoding="utf-8"))
    return loaded


@cache
def words(name: str, *groups: str) -> frozenset[str]:
    """The words of some lists of a file, all in one set; raises KeyError for a list that the file
    lacks."""
    return frozenset(listed(name, *groups))


@cache
def listed(name: str, *groups: str) -> tuple[str, ...]:
    """The same in the order of the file, for patterns in which the first word that fits is taken."""
    return tuple(word for group in groups for word in _list(name, group))


@cache
def _list(name: str, group: str) -> tuple[str, ...]:
    """The words of the lists that this one takes in, then its own."""
    held = load(name)[group]
    taken_in = (reference.split(":") for reference in held.get("also", ()))
    return (*(word for file, other in taken_in for word in _list(file, other)), *held["words"])


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table, each by the names of its columns."""
    with place(f"{name}.tsv").open(encoding="utf-8") as lines:
        return tuple(csv.DictReader(lines, delimiter="\t"))
