"""People who are called by a word in the middle of their name: the first of two surnames, or the given name behind
a form of address. Who has the word as first or last is decided in people.py."""

from __future__ import annotations

import re
from collections import defaultdict

from claims.resolve.mentions.names import gender_of, given_of, parts_of
from claims.rules.lists import words


class ByWord:
    """Full names by the words that they begin with, and by those in their middle."""

    def __init__(self) -> None:
        self._leading: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._middle: dict[str, list[str]] = defaultdict(list)

    def add(self, name: str) -> None:
        """One more full name."""
        parts = parts_of(name)
        for end in range(2, len(parts)):
            self._leading[parts[:end]].append(name)
        for part in {*parts[1:-1]}:
            self._middle[part].append(name)

    def longer(self, parts: tuple[str, ...]) -> list[str]:
        """The one whose name goes on behind the parts of another: "Ana Ruiz" of "Ana Ruiz Vega"."""
        longer = self._leading.get(parts, [])
        return longer[:] if len(longer) == 1 else []

    def called_so(self, title: str, name: str) -> list[str]:
        """Those whom a name without their first and last word may mean."""
        parts = parts_of(name)
        names = self._middle.get(parts[-1], []) if parts else []
        return _of_first_surname(names, parts) or _of_middle(names, parts, title)


def brought_in(name: str, text: str) -> bool:
    """Whether a text says of a name by itself what its bearer is: "a neighbour, Mrs. Kerr", "Ann, a baker"."""
    written = re.escape(name)
    before = rf"\b[Aa]n? [a-z][^,.;\n]{{0,60}}, (?:[A-Z][a-z]{{0,9}}\.? )?{written}\b(?! [A-ZÀ-Þ])"
    behind = rf"(?<![\w’'-])(?P<given>[A-ZÀ-Þ][\w’'.-]{{0,60}} )?{written}, an? [a-z]"
    given = (found["given"] for found in re.finditer(behind, text))
    return any(g is None or gender_of(g, "") for g in given) or bool(re.search(before, text))


def _of_first_surname(names: list[str], parts: tuple[str, ...]) -> list[str]:
    """Those of whose two surnames a name gives the first: "De la Peña" of "José de la Peña Orozco"; a given name
    is no surname."""
    if len(parts) == 1 and parts[0] in words("names", "male", "female"):
        return []
    return [n for n in names if parts_of(n)[1:][-len(parts) - 1 : -1] == parts]


def _of_middle(names: list[str], parts: tuple[str, ...], title: str) -> list[str]:
    """Those of whose name one word is the given one, as they are called in many countries: "Zulkefli" of "Mohd
    Zulkefli bin Awang"; behind Mr or Ms only where a surname is none."""
    addressed = gender_of(title, "") is not None
    return [
        n
        for n in names
        if len(parts) == 1 and parts[0] in parts_of(n)[1:-1] and (not addressed or given_of(n))
    ]
