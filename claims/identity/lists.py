"""The lists that names are read with, from claims/rules; what is done with them stands
elsewhere."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claims.rules.lists import rows, words
from claims.rules.patterns import alternation

if TYPE_CHECKING:
    from nicknames import NickNamer

MAX_SHORT_LETTERS = 4
"""Of two familiar forms of one name: longer ones are names of their own too."""
_NICKNAMES_REMEMBERED = 4_096
_NONE: frozenset[str] = frozenset()


@cache
def spellings(alike: bool = False) -> dict[str, frozenset[str]]:
    """Keys of the names that a folded word may be a spelling of; alike: of names often taken for
    each other."""
    keys_of: dict[str, set[str]] = defaultdict(set)
    for row in rows("spellings"):
        if (row["part"] == "alike") == alike:
            for form in row["forms"].split():
                keys_of[form].add(f"={row['key']}")
    return {form: frozenset(keys) for form, keys in keys_of.items()}


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
    pairs = (line.split() for line in words("bodies", "spellings"))
    return {spelling: used for used, spelling in pairs}


@cache
def _more_nicknames() -> dict[str, frozenset[str]]:
    return {row["short"]: frozenset(row["full"].split()) for row in rows("nicknames")}


@cache
def _namer() -> NickNamer:
    from nicknames import NickNamer

    return NickNamer()


@lru_cache(maxsize=_NICKNAMES_REMEMBERED)
def full_names(short: str) -> frozenset[str]:
    """First names that a folded one is a familiar form of."""
    found = frozenset(_namer().canonicals_of(short)) | _more_nicknames().get(short, _NONE)
    # Most names are no familiar form, and an empty set of its own is 200 bytes.
    return found or _NONE


@lru_cache(maxsize=_NICKNAMES_REMEMBERED)
def is_nickname(left: str, right: str) -> bool:
    """Whether one of two folded first names is a familiar form of the other, or both are of a
    third."""
    left_full, right_full = full_names(left), full_names(right)
    both_short = len(left) <= MAX_SHORT_LETTERS and len(right) <= MAX_SHORT_LETTERS + 1
    one_full = both_short and not left_full.isdisjoint(right_full)
    return left in right_full or right in left_full or one_full
