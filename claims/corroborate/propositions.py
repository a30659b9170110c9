"""Which claims say the same thing and which contradict; on whom they rest is decided in origins.py."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

from claims.corroborate.candidates import Keys, all_pairs, number
from claims.corroborate.commonness import count
from claims.corroborate.content import Content, differing, likeness, read_content
from claims.corroborate.model import ClaimPair, StatedClaim
from claims.corroborate.unions import Unions
from claims.ids import name_key

SAME_SPEAKER, OTHERS, HELD = 0.55, 0.75, 0.85
LEAST = 3
RAREST = 5
"""Words of a claim that make its keys."""


@dataclass(frozen=True)
class Grouping:
    """Groups of claims by place, why each later claim joined, and the contradicting pairs of claims."""

    groups: tuple[tuple[int, ...], ...]
    reasons: Mapping[int, str]
    conflicts: tuple[tuple[int, int, str], ...]


def stance_role(claim: StatedClaim) -> str:
    """Whether the claim asserts its content, asserts its contrary, or neither."""
    if claim.stance in ("ask", "decline"):
        return "neutral"
    if claim.stance == "deny":
        return "denies"
    return "neutral" if claim.polarity == "negative" else "supports"


@dataclass(frozen=True)
class Statement:
    """A claim with its content read once, for all comparisons."""

    claim: StatedClaim

    @cached_property
    def content(self) -> Content:
        """What it says, as words, numbers and negation."""
        return read_content(self.claim.quote)

    @cached_property
    def keys(self) -> Keys:
        """The numbers by which claims that may say the same are looked up: pairs of its rarest words and its speaker."""
        rarest = sorted(self.content.bag, key=lambda stem: (count(stem), stem))[:RAREST]
        speaker = name_key(self.claim.speaker or "")
        terms = [*rarest, *(["@" + speaker] if speaker else [])]
        pairs = [f"{min(pair)} {max(pair)}" for pair in combinations(terms, 2)]
        return tuple(sorted(map(number, {*pairs, "=" + " ".join(self.content.words)})))


def find_pairs(statements: Iterable[Statement]) -> list[ClaimPair]:
    """Every pair of claims that say the same or contradict each other."""
    at = {number(statement.claim.id): statement for statement in statements}
    candidates = all_pairs({place: statement.keys for place, statement in at.items()})
    return [pair for a, b in sorted(candidates) if (pair := compare_claims(at[a], at[b]))]


def compare_claims(one: Statement, other: Statement) -> ClaimPair | None:
    """What two claims are to each other, judged by themselves; None where they are nothing."""
    a, b = sorted((one, other), key=lambda statement: statement.claim.id)
    closeness, held = likeness(a.content, b.content)
    conflict = _conflict(a.claim, b.claim, a.content, b.content, closeness)
    if conflict:
        return ClaimPair(a.claim.id, b.claim.id, "conflict", closeness, conflict)
    if _alike(a.claim, b.claim, a.content, b.content, closeness, held):
        return ClaimPair(a.claim.id, b.claim.id, "same", closeness, "")
    return None


def join_claims(statements: Sequence[Statement], pairs: Iterable[ClaimPair]) -> Grouping:
    """The groups that the pairs make, the closest first; what contradicts a member stays out."""
    at = {statement.claim.id: place for place, statement in enumerate(statements)}
    unions, reasons = Unions(len(statements)), dict[int, str]()
    members = {i: [i] for i in range(len(statements))}
    conflicts = []
    found = [(*sorted((at[pair.a], at[pair.b])), pair) for pair in pairs]
    for a, b, pair in sorted(found, key=lambda item: (-item[2].closeness, item[0], item[1])):
        if pair.relation == "conflict":
            conflicts.append((a, b, pair.reason))
            continue
        one, other = unions.find(a), unions.find(b)
        if one != other and not any(
            _vetoed(statements[x], statements[y]) for x, y in product(members[one], members[other])
        ):
            unions.join(one, other)
            members[min(one, other)] = members.pop(one) + members.pop(other)
            shown = f"words shared with “{statements[a].claim.quote[:80]}” ({pair.closeness:.2f})"
            reasons.setdefault(b, shown)
    return Grouping(tuple(tuple(group) for group in unions.groups()), reasons, tuple(conflicts))


def _vetoed(one: Statement, other: Statement) -> bool:
    return stance_role(one.claim) != stance_role(other.claim) or bool(differing(one.content, other.content))


def _alike(a: StatedClaim, b: StatedClaim, x: Content, y: Content, cosine: float, held: float) -> bool:
    if stance_role(a) != stance_role(b) or differing(x, y):
        return False
    if x.words == y.words and len(x.bag) >= 2:
        return True
    least = min(len(x.bag), len(y.bag))
    if least < LEAST:
        return False
    if a.speaker and b.speaker and name_key(a.speaker) == name_key(b.speaker):
        return cosine >= SAME_SPEAKER or (held >= HELD and least > LEAST)
    return cosine >= OTHERS and x.figures == y.figures


def _conflict(a: StatedClaim, b: StatedClaim, x: Content, y: Content, cosine: float) -> str:
    """Why the two cannot both hold, "" where they can."""
    roles = {stance_role(a), stance_role(b)}
    if "neutral" in roles or min(len(x.bag), len(y.bag)) < LEAST:
        return ""
    if len(roles) == 2 and x.negated == y.negated and cosine >= OTHERS and not differing(x, y):
        return "one denies what the other says"
    apart = len(x.bag ^ y.bag)
    if len(roles) == 1 and x.negated != y.negated and not apart and x.figures == y.figures:
        return "one says the contrary of the other"
    alike = len(x.figures) == len(y.figures) == len(x.figures - y.figures) == 1
    if len(roles) == 1 and alike and x.negated == y.negated and len(x.bag - x.figures) > LEAST:
        return "another number" if x.bag - x.figures == y.bag - y.figures else ""
    return ""
