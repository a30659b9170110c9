"""How many independent origins there are at least and at most; how two origins stand is decided in
relations.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from claims.corroborate.model import Relation
from claims.corroborate.union_find import Unions

EXACT = 12


def interval(
    counts: Sequence[int], relations: Mapping[tuple[int, int], Relation]
) -> tuple[int, int]:
    """Fewest and most groups; counts holds each origin's declared number, absent pairs are
    undetermined."""
    unions = Unions(len(counts))
    for (a, b), relation in relations.items():
        if relation == "same":
            unions.join(a, b)
    groups = unions.groups()
    at = {item: number for number, group in enumerate(groups) for item in group}
    apart = [set[int]() for _ in groups]
    for (a, b), relation in relations.items():
        if relation == "different" and at[a] != at[b]:
            apart[at[a]].add(at[b])
            apart[at[b]].add(at[a])
    most = sum(max(counts[item] for item in group) for group in groups)
    return _fewest(apart), most


def _fewest(apart: Sequence[set[int]]) -> int:
    if not apart:
        return 0
    clique = _clique(apart)
    if len(apart) > EXACT:
        return clique
    return next(k for k in range(clique, len(apart) + 1) if _colours(apart, k, []))


def _clique(apart: Sequence[set[int]]) -> int:
    """Size of some set that is different throughout: never more than the fewest groups."""
    best = 1
    for start in range(len(apart)):
        chosen = [start]
        for item in sorted(apart[start], key=lambda i: (-len(apart[i]), i)):
            if all(item in apart[other] for other in chosen):
                chosen.append(item)
        best = max(best, len(chosen))
    if len(apart) <= EXACT:
        while any(_is_clique(apart, some) for some in combinations(range(len(apart)), best + 1)):
            best += 1
    return best


def _is_clique(apart: Sequence[set[int]], some: tuple[int, ...]) -> bool:
    return all(b in apart[a] for a, b in combinations(some, 2))


def _colours(apart: Sequence[set[int]], k: int, given: list[int]) -> bool:
    """Whether k groups are enough, going on from the items placed so far."""
    item = len(given)
    if item == len(apart):
        return True
    taken = {given[other] for other in apart[item] if other < item}
    free = [c for c in range(min(k, max(given, default=-1) + 2)) if c not in taken]
    return any(_colours(apart, k, [*given, c]) for c in free)
