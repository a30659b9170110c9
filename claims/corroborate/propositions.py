"""Which claims say the same thing and which contradict; on whom they rest is decided in origins.py."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from claims.corroborate.content import Content, differing, likeness, read_content, weights
from claims.corroborate.model import StatedClaim
from claims.corroborate.unions import Unions
from claims.ids import name_key

SAME_SPEAKER, OTHERS, HELD = 0.55, 0.75, 0.85
LEAST = 3
COMMON = 60


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


def group_claims(claims: Sequence[StatedClaim]) -> Grouping:
    """Every claim in exactly one group; in doubt apart."""
    contents = [read_content(claim.quote) for claim in claims]
    weight = weights(contents)
    links, conflicts = [], []
    for a, b in _candidates(claims, contents):
        cosine, held = likeness(contents[a], contents[b], weight)
        conflict = _conflict(claims[a], claims[b], contents[a], contents[b], cosine)
        if conflict:
            conflicts.append((a, b, conflict))
        elif _alike(claims[a], claims[b], contents[a], contents[b], cosine, held):
            links.append((cosine, a, b))
    unions, reasons = Unions(len(claims)), dict[int, str]()
    members = {i: [i] for i in range(len(claims))}
    for cosine, a, b in sorted(links, key=lambda link: (-link[0], link[1:])):
        one, other = unions.find(a), unions.find(b)
        if one != other and not any(_vetoed(claims, contents, x, y) for x, y in product(members[one], members[other])):
            unions.join(one, other)
            members[min(one, other)] = members.pop(one) + members.pop(other)
            reasons.setdefault(max(a, b), f"words shared with “{claims[min(a, b)].quote[:80]}” ({cosine:.2f})")
    return Grouping(tuple(tuple(group) for group in unions.groups()), reasons, tuple(conflicts))


def _vetoed(claims: Sequence[StatedClaim], contents: Sequence[Content], a: int, b: int) -> bool:
    return stance_role(claims[a]) != stance_role(claims[b]) or bool(differing(contents[a], contents[b]))


def _candidates(claims: Sequence[StatedClaim], contents: Sequence[Content]) -> Iterable[tuple[int, int]]:
    """Pairs that share two rare words, or one rare word of one speaker."""
    held: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, content in enumerate(contents):
        speaker = name_key(claims[index].speaker or "")
        for word in content.bag:
            held["", word].append(index)
            if speaker:
                held[speaker, word].append(index)
        kept = [w for w in content.words if w in content.bag]
        for pair in set(pairwise(kept)):
            held["+", " ".join(pair)].append(index)
    counts: Counter[tuple[int, int]] = Counter()
    for places in held.values():
        if 1 < len(places) <= COMMON:
            counts.update(combinations(places, 2))
    return [pair for pair, count in counts.items() if count >= 2]


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
