"""Which claims form one proposition; two of them are judged in pair_model.py, on whom they rest in
origins.py."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from claims.corroborate.blocking import Keys, all_pairs, number, ordered
from claims.corroborate.matching.blocking_keys import keys_of
from claims.corroborate.matching.content import Content, read_claim
from claims.corroborate.matching.pair_model import Decided, decide
from claims.corroborate.model import ClaimPair, StatedArticle, StatedClaim
from claims.corroborate.union_find import Unions

FIRM, BORNE = 0.8, 3
"""A pair less close than FIRM joins two groups only where one in BORNE of the pairs between them
says the same."""
TIED = 2.0
"""Closeness of two claims that a person joined."""

Pair = tuple[int, int]


@dataclass(frozen=True)
class Joined:
    """Why a claim joined: the words of the claim it fits, how the two agree, and whether that is
    sure."""

    quote: str
    reason: str
    confirmed: bool


@dataclass(frozen=True)
class Grouping:
    """Groups of claims by place, and why each later claim joined."""

    groups: tuple[tuple[int, ...], ...]
    reasons: Mapping[int, Joined]


@dataclass(frozen=True)
class Statement:
    """A claim with its content read once, for all comparisons."""

    claim: StatedClaim
    article: StatedArticle

    @cached_property
    def content(self) -> Content:
        """What it says, with the words around it."""
        return read_claim(self.claim, self.article)

    @cached_property
    def keys(self) -> Keys:
        """The numbers by which claims that may say the same are looked up."""
        return keys_of(self.claim, self.article, self.content)


def find_pairs(statements: Iterable[Statement]) -> list[ClaimPair]:
    """Every pair of claims that say the same or contradict each other."""
    at = {number(statement.claim.id): statement for statement in statements}
    candidates = all_pairs({place: statement.keys for place, statement in at.items()})
    return [pair for a, b in sorted(candidates) if (pair := compare_claims(at[a], at[b]))]


def compare_claims(one: Statement, other: Statement) -> ClaimPair | None:
    """What two claims are to each other, judged by themselves; None where they are nothing."""
    decided = weigh_pair(one, other)
    a, b = sorted((one.claim.id, other.claim.id))
    if decided.what == "conflict":
        return ClaimPair(
            a, b, "conflict", decided.likelihood, f"{decided.differed} ({decided.matched})"
        )
    if decided.what == "same":
        differed = f"; differs: {decided.differed}" if decided.differed else ""
        closeness = 1.0 if decided.confirmed else min(decided.likelihood, 0.999)
        return ClaimPair(a, b, "same", closeness, decided.matched + differed)
    return None


def weigh_pair(one: Statement, other: Statement) -> Decided:
    """The decision on two claims, with what matched and what differed."""
    a, b = sorted((one, other), key=lambda statement: statement.claim.id)
    return decide(a.claim, a.content, b.claim, b.content)


def tied(one: str, other: str) -> ClaimPair:
    """Two claims that a person joined."""
    a, b = sorted((one, other))
    return ClaimPair(a, b, "same", TIED, "a person joined them")


def _fits(
    ones: Sequence[int],
    others: Sequence[int],
    pair: ClaimPair,
    same: set[frozenset[int]],
    clash: set[frozenset[int]],
) -> bool:
    """Whether two groups may be one: nothing in them clashes, and a weak pair is borne out by
    others."""
    between = [frozenset(ends) for ends in product(ones, others)]
    if any(ends in clash for ends in between):
        return False
    return pair.closeness >= FIRM or sum(ends in same for ends in between) * BORNE >= len(between)


def join_claims(
    statements: Sequence[Statement],
    pairs: Iterable[ClaimPair],
    apart: Iterable[tuple[str, str]] = (),
) -> Grouping:
    """The groups that the pairs make, the closest first; what contradicts a member or was parted
    from it stays out."""
    at = {statement.claim.id: place for place, statement in enumerate(statements)}
    unions, reasons = Unions(len(statements)), dict[int, Joined]()
    members = {i: [i] for i in range(len(statements))}
    found = [(*ordered(at[p.a], at[p.b]), p) for p in pairs]
    same = {frozenset((a, b)) for a, b, pair in found if pair.relation == "same"}
    clash = {frozenset((a, b)) for a, b, pair in found if pair.relation == "conflict"}
    clash |= {frozenset((at[a], at[b])) for a, b in apart if a in at and b in at}
    for a, b, pair in sorted(found, key=lambda item: (-item[2].closeness, item[0], item[1])):
        one, other = unions.find(a), unions.find(b)
        if pair.relation == "conflict" or one == other:
            continue
        if pair.closeness < TIED and not _fits(members[one], members[other], pair, same, clash):
            continue
        unions.join(one, other)
        members[min(one, other)] = members.pop(one) + members.pop(other)
        reasons.setdefault(b, Joined(statements[a].claim.quote, pair.reason, pair.closeness >= 1.0))
    return Grouping(tuple(tuple(group) for group in unions.groups()), reasons)
