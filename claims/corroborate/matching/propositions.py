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
from claims.corroborate.matching.pair_model import PairDecision, decide
from claims.corroborate.model import ClaimPair, StatedArticle, StatedClaim
from claims.corroborate.union_find import Unions

MIN_MEAN_CLOSENESS = 0.3
"""Of all pairs between two groups, from which they are one (average linkage, Sokal and Michener 1958): no chain
runs through one claim that is half alike to two others."""
TIED_CLOSENESS = 2.0
"""Of two claims that a person joined: above all that rules find."""
MAX_UNCONFIRMED_CLOSENESS = 0.999
"""Below 1, which says that a match is sure."""


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
    by_number = {number(statement.claim.id): statement for statement in statements}
    candidates = all_pairs({at: statement.keys for at, statement in by_number.items()})
    return [
        pair for a, b in sorted(candidates) if (pair := compare_claims(by_number[a], by_number[b]))
    ]


def compare_claims(left: Statement, right: Statement) -> ClaimPair | None:
    """What two claims are to each other, judged by themselves; None where they are nothing."""
    decision = weigh_pair(left, right)
    a, b = sorted((left.claim.id, right.claim.id))
    if decision.relation == "conflict":
        reason = f"{decision.differed} ({decision.matched})"
        return ClaimPair(a, b, "conflict", decision.likelihood, reason)
    if decision.relation == "same":
        differed = f"; differs: {decision.differed}" if decision.differed else ""
        unconfirmed = min(decision.likelihood, MAX_UNCONFIRMED_CLOSENESS)
        closeness = 1.0 if decision.confirmed else unconfirmed
        return ClaimPair(a, b, "same", closeness, decision.matched + differed)
    return None


def weigh_pair(left: Statement, right: Statement) -> PairDecision:
    """The decision on two claims, with what matched and what differed."""
    a, b = sorted((left, right), key=lambda statement: statement.claim.id)
    return decide(a.claim, a.content, b.claim, b.content)


def tied(left: str, right: str) -> ClaimPair:
    """Two claims, by id, that a person joined."""
    a, b = sorted((left, right))
    return ClaimPair(a, b, "same", TIED_CLOSENESS, "a person joined them")


def _fits(
    left: Sequence[int],
    right: Sequence[int],
    closeness: Mapping[frozenset[int], float],
    clashing: set[frozenset[int]],
) -> bool:
    """Whether two groups may be one: nothing in them clashes, and their pairs are alike on the whole."""
    between = [frozenset(ends) for ends in product(left, right)]
    if any(ends in clashing for ends in between):
        return False
    return sum(closeness.get(ends, 0.0) for ends in between) >= MIN_MEAN_CLOSENESS * len(between)


def join_claims(
    statements: Sequence[Statement],
    pairs: Iterable[ClaimPair],
    apart: Iterable[tuple[str, str]] = (),
) -> Grouping:
    """The groups that the pairs make, the closest first; what contradicts a member or was parted
    from it stays out.

    Raises KeyError for a pair with a claim that is none of the statements.
    """
    at = {statement.claim.id: place for place, statement in enumerate(statements)}
    unions, reasons = Unions(len(statements)), dict[int, Joined]()
    members = {i: [i] for i in range(len(statements))}
    placed = [(*ordered(at[p.a], at[p.b]), p) for p in pairs]
    close = {frozenset((a, b)): min(1.0, p.closeness) for a, b, p in placed if p.relation == "same"}
    clashing = {frozenset((a, b)) for a, b, pair in placed if pair.relation == "conflict"}
    clashing |= {frozenset((at[a], at[b])) for a, b in apart if a in at and b in at}
    for a, b, pair in sorted(placed, key=lambda item: (-item[2].closeness, item[0], item[1])):
        left, right = unions.find(a), unions.find(b)
        if pair.relation == "conflict" or left == right:
            continue
        by_person = pair.closeness >= TIED_CLOSENESS
        if not by_person and not _fits(members[left], members[right], close, clashing):
            continue
        unions.join(left, right)
        members[min(left, right)] = members.pop(left) + members.pop(right)
        reasons.setdefault(b, Joined(statements[a].claim.quote, pair.reason, pair.closeness >= 1.0))
    return Grouping(tuple(tuple(group) for group in unions.groups()), reasons)
