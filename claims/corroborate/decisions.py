"""What people decided about propositions and origins, as weighing takes it; where it is kept is the
store's."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

from claims.rules.vocabulary import Relation

ClaimIds = tuple[str, str]
"""Of two claims, in sorted order."""
PairDecided = tuple[str, str, str, str]
"""Kind, subject and value of a decision on two claims, and whose it is."""


@dataclass(frozen=True)
class PeopleDecisions:
    """What stands of people's decisions on two claims each."""

    together: frozenset[ClaimIds] = frozenset()
    """Claims of one proposition."""
    apart: frozenset[ClaimIds] = frozenset()
    """Claims of two propositions."""
    one_origin: frozenset[ClaimIds] = frozenset()
    two_origins: frozenset[ClaimIds] = frozenset()
    whose: Mapping[ClaimIds, str] = field(default_factory=dict, hash=False)
    """Who decided last on two claims, and when: "by Kim on 2026-03-09"."""
    one_speaker: Mapping[frozenset[str], str] = field(default_factory=dict, hash=False)
    """Two names that people joined, and whose decision that is."""
    two_speakers: Mapping[frozenset[str], str] = field(default_factory=dict, hash=False)
    """Two names that people parted, likewise."""

    @cached_property
    def by_claim(self) -> Mapping[str, Sequence[ClaimIds]]:
        """The pairs that were decided on, by either claim."""
        pairs: dict[str, list[ClaimIds]] = defaultdict(list)
        for pair in self.together | self.apart | self.one_origin | self.two_origins:
            for id in pair:
                pairs[id].append(pair)
        return pairs

    def joined(self, left: Sequence[str], right: Sequence[str]) -> bool:
        """Whether people held some claim of each side for one."""
        return any(_pair(a, b) in self.together for a, b in product(left, right))

    def relation(self, left: Sequence[str], right: Sequence[str]) -> Relation | None:
        """What people decided on the origins of two sets of claims, None where they decided
        nothing."""
        pairs = {_pair(a, b) for a, b in product(left, right)}
        if pairs & self.one_origin:
            return "same"
        return "different" if pairs & self.two_origins else None


NO_DECISIONS = PeopleDecisions()


def decisions_in_force(decisions: Iterable[PairDecided]) -> PeopleDecisions:
    """From decisions in force, oldest first; a later one on a pair replaces an earlier one.

    Raises ValueError where a value is no JSON, KeyError where it lacks what its kind says.
    """
    last: dict[tuple[str, ClaimIds], str] = {}
    whose: dict[ClaimIds, str] = {}
    for kind, subject, value, by in decisions:
        if kind in ("proposition", "origin"):
            decided = json.loads(value)
            key = "same" if kind == "proposition" else "relation"
            pair = _pair(subject, decided["with"])
            last[kind, pair], whose[pair] = str(decided[key]), by
    return PeopleDecisions(
        together=_pairs_decided(last, "proposition", "True"),
        apart=_pairs_decided(last, "proposition", "False"),
        one_origin=_pairs_decided(last, "origin", "same"),
        two_origins=_pairs_decided(last, "origin", "different"),
        whose=whose,
    )


def _pairs_decided(
    last: dict[tuple[str, ClaimIds], str], kind: str, outcome: str
) -> frozenset[ClaimIds]:
    return frozenset(
        pair
        for (decided_kind, pair), decided in last.items()
        if decided_kind == kind and decided == outcome
    )


def _pair(a: str, b: str) -> ClaimIds:
    return (a, b) if a <= b else (b, a)
