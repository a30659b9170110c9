"""The lists that names are read with, from claims/rules; what is done with them stands
elsewhere."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from claims.rules.lists import rows, words
from claims.rules.patterns import alternation

if TYPE_CHECKING:
    from nicknames import NickNamer


@cache
def spellings(alike: bool = False) -> dict[str, frozenset[str]]:
    """Keys of the names that a folded word may be a spelling of; alike: of names often taken for
    each other."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("spellings"):
        if (row["part"] == "alike") == alike:
            for form in row["forms"].split():
                found[form].add(f"={row['key']}")
    return {form: frozenset(keys) for form, keys in found.items()}


@cache
def sounds(where: str = "anywhere") -> tuple[tuple[str, str], ...]:
    """Letters as alternatives of a pattern and the sound that they have, in the order of
    replacing."""
    return tuple(
        (alternation(row["letters"].split()), row["sound"])
        for row in rows("sounds")
        if row["where"] == where
    )


def endings() -> tuple[tuple[str, str], ...]:
    """The same for the end of a word."""
    return sounds("ending")


@cache
def acronyms() -> dict[str, str]:
    """The body that an acronym stands for in world news."""
    return {row["acronym"]: row["name"] for row in rows("acronyms")}


@cache
def body_spellings() -> dict[str, str]:
    """The spelling used for a word in a body's name."""
    return {
        other: first for line in words("bodies", "spellings") for first, other in [line.split()]
    }


@cache
def _more_nicknames() -> dict[str, frozenset[str]]:
    return {row["short"]: frozenset(row["full"].split()) for row in rows("nicknames")}


@cache
def _namer() -> NickNamer:
    from nicknames import NickNamer

    return NickNamer()


@cache
def full_names(short: str) -> frozenset[str]:
    """First names that a folded one is a familiar form of."""
    return frozenset(_namer().canonicals_of(short)) | _more_nicknames().get(short, frozenset())


@cache
def is_nickname(left: str, right: str) -> bool:
    """Whether one of two folded first names is a familiar form of the other, or both are of a
    third."""
    one, other = full_names(left), full_names(right)
    return left in other or right in one or (len(left) < 5 and len(right) < 6 and bool(one & other))
