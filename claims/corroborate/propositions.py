"""Which claims form one proposition; two of them are judged in decide.py, on whom they rest in origins.py."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from claims.corroborate.content import RAREST, Content, read_claim, weight
from claims.corroborate.decide import Decided, decide
from claims.corroborate.model import StatedArticle, StatedClaim
from claims.corroborate.unions import Unions
from claims.corroborate.voices import voice_keys

COMMON = 60
"""A key held by more claims than this leads to no candidates."""
RARE = 3.2
"""Weight from which a stem is a key by itself."""

Pair = tuple[int, int]


@dataclass(frozen=True)
class Joined:
    """Why a claim joined: the claim it fits and how the two agree."""

    other: int
    quote: str
    decided: Decided


@dataclass(frozen=True)
class Grouping:
    """Groups of claims by place, why each later claim joined, and the contradicting pairs of claims."""

    groups: tuple[tuple[int, ...], ...]
    reasons: Mapping[int, Joined]
    conflicts: tuple[tuple[int, int, Decided], ...]
    contents: tuple[Content, ...]


def candidate_keys(claim: StatedClaim, content: Content) -> frozenset[str]:
    """What an index looks a claim up by: two claims that share two keys, or a heavy one, are worth comparing."""
    rare = {word for word in content.bag if weight(word) >= RARE}
    keys = {f"w:{word}" for word in rare}
    keys |= {f"v:{voice}:{word}" for voice in voice_keys(claim) for word in content.bag}
    for segment in content.segments:
        kept = [word for word in segment.aligned if word]
        keys |= {f"2:{one} {other}" for one, other in pairwise(kept)}
    return frozenset(keys)


def group_claims(
    parts: Sequence[tuple[StatedArticle, StatedClaim]],
    ties: Iterable[Pair] = (),
    splits: Iterable[Pair] = (),
) -> Grouping:
    """Every claim in exactly one group; ties and splits are people's, and come first."""
    claims = [claim for _, claim in parts]
    contents = [read_claim(claim, article) for article, claim in parts]
    links: list[tuple[float, int, int, Decided]] = []
    conflicts: list[tuple[int, int, Decided]] = []
    apart = {tuple(sorted(pair)) for pair in splits}
    for a, b in _candidates(claims, contents):
        decided = decide(claims[a], contents[a], claims[b], contents[b])
        if decided.what == "conflict":
            conflicts.append((a, b, decided))
            apart.add((a, b))
        elif decided.what == "same" and (a, b) not in apart:
            links.append((decided.likelihood, a, b, decided))
    by_people = [(2.0, *sorted(pair), TIED) for pair in ties]
    groups, reasons = _joined(claims, by_people + sorted(links, key=_surest), apart)
    return Grouping(groups, reasons, tuple(conflicts), tuple(contents))


TIED = Decided("same", 1.0, True, "a person joined them", "")


def _surest(link: tuple[float, int, int, Decided]) -> tuple[float, int, int]:
    return -link[0], link[1], link[2]


def _joined(
    claims: Sequence[StatedClaim],
    links: Iterable[tuple[float, int, int, Decided]],
    apart: set[Pair],
) -> tuple[tuple[tuple[int, ...], ...], dict[int, Joined]]:
    """The groups of the links, surest first, none of which holds a pair that is to stay apart."""
    unions, reasons = Unions(len(claims)), dict[int, Joined]()
    members = {i: [i] for i in range(len(claims))}
    for _, a, b, decided in links:
        one, other = unions.find(a), unions.find(b)
        if one == other:
            continue
        clash = any(tuple(sorted(pair)) in apart for pair in product(members[one], members[other]))
        if clash and decided is not TIED:
            continue
        unions.join(one, other)
        members[min(one, other)] = members.pop(one) + members.pop(other)
        newer, older = max(a, b), min(a, b)
        reasons.setdefault(newer, Joined(older, claims[older].quote, decided))
    return tuple(tuple(group) for group in unions.groups()), reasons


def _candidates(claims: Sequence[StatedClaim], contents: Sequence[Content]) -> list[Pair]:
    """Pairs that share two keys, or one key of great weight."""
    held: dict[str, list[int]] = defaultdict(list)
    for index, content in enumerate(contents):
        for key in candidate_keys(claims[index], content):
            held[key].append(index)
    counts: Counter[Pair] = Counter()
    for key, places in held.items():
        if 1 < len(places) <= COMMON:
            heavy = key.startswith("2:") or weight(key.rpartition(":")[2]) >= RAREST - 0.5
            counts.update({pair: 2 if heavy else 1 for pair in combinations(places, 2)})
    return sorted(pair for pair, count in counts.items() if count >= 2)
