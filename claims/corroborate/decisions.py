"""What people decided about propositions and origins, as weighing takes it; where it is kept is the
store's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from claims.corroborate.model import Relation


@dataclass(frozen=True)
class Judgements:
    """Pairs of claim ids, each in sorted order."""

    together: frozenset[tuple[str, str]] = frozenset()
    """Claims of one proposition."""
    apart: frozenset[tuple[str, str]] = frozenset()
    """Claims of two propositions."""
    one_origin: frozenset[tuple[str, str]] = frozenset()
    two_origins: frozenset[tuple[str, str]] = frozenset()

    def relation(self, ones: Sequence[str], others: Sequence[str]) -> Relation | None:
        """What people decided on the origins of two sets of claims, None where they decided
        nothing."""
        pairs = {_pair(a, b) for a, b in product(ones, others)}
        if pairs & self.one_origin:
            return "same"
        return "different" if pairs & self.two_origins else None


NOTHING = Judgements()


def read_judgements(decisions: Iterable[tuple[str, str, str]]) -> Judgements:
    """From decisions in force as (what, subject, new), oldest first; a later one on a pair replaces
    an earlier one."""
    last: dict[tuple[str, tuple[str, str]], str] = {}
    for what, subject, new in decisions:
        if what in ("proposition", "origin"):
            told = json.loads(new)
            last[what, _pair(subject, told["with"])] = str(
                told["same"] if what == "proposition" else told["relation"]
            )
    return Judgements(
        together=_having(last, "proposition", "True"),
        apart=_having(last, "proposition", "False"),
        one_origin=_having(last, "origin", "same"),
        two_origins=_having(last, "origin", "different"),
    )


def _having(
    last: dict[tuple[str, tuple[str, str]], str], what: str, value: str
) -> frozenset[tuple[str, str]]:
    return frozenset(pair for (kind, pair), told in last.items() if kind == what and told == value)


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a <= b else (b, a)
