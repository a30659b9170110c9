"""How many independent origins there are at least and at most; how two origins stand is decided in
relations.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from claims.corroborate.union_find import Unions
from claims.rules.vocabulary import Relation

MAX_EXACT_GROUPS = 12
"""Up to which the fewest groups are found by trying; beyond, a bound that is never too high."""

Apart = Sequence[set[int]]
"""For each group the groups that are different from it: a graph by its neighbours."""


def interval(
    counts: Sequence[int], relations: Mapping[tuple[int, int], Relation]
) -> tuple[int, int]:
    """Fewest and most origins; counts holds each one's declared number, relations how the origins
    at two places stand, and absent pairs are undetermined.

    The most are the groups that *same* makes. The fewest are the colours that the graph of
    *different* groups needs, which is a cover by cliques of the graph of those that may be one
    (Karp 1972: hard in general, and small here).
    """
    unions = Unions(len(counts))
    for (a, b), relation in relations.items():
        if relation == "same":
            unions.join(a, b)
    groups = unions.groups()
    group_of = {item: number for number, group in enumerate(groups) for item in group}
    apart = [set[int]() for _ in groups]
    for (a, b), relation in relations.items():
        if relation == "different" and group_of[a] != group_of[b]:
            apart[group_of[a]].add(group_of[b])
            apart[group_of[b]].add(group_of[a])
    most = sum(max(counts[item] for item in group) for group in groups)
    return _fewest(apart), most


def _fewest(apart: Apart) -> int:
    """The colours that the graph needs, or the size of a clique where it is large."""
    if not apart:
        return 0
    clique = _clique_size(apart)
    if len(apart) > MAX_EXACT_GROUPS:
        return clique
    return next(n for n in range(clique, len(apart) + 1) if _colourable(apart, n, []))


def _clique_size(apart: Apart) -> int:
    """Size of some set that is different throughout, the largest where the graph is small: never
    more than the fewest groups."""
    best = 1
    for start in range(len(apart)):
        clique = [start]
        for item in sorted(apart[start], key=lambda i: (-len(apart[i]), i)):
            if all(item in apart[member] for member in clique):
                clique.append(item)
        best = max(best, len(clique))
    if len(apart) <= MAX_EXACT_GROUPS:
        items = range(len(apart))
        while any(_is_clique(apart, members) for members in combinations(items, best + 1)):
            best += 1
    return best


def _is_clique(apart: Apart, members: tuple[int, ...]) -> bool:
    return all(b in apart[a] for a, b in combinations(members, 2))


def _colourable(apart: Apart, colours: int, coloured: list[int]) -> bool:
    """Whether so many colours are enough, going on from the items coloured so far."""
    item = len(coloured)
    if item == len(apart):
        return True
    taken = {coloured[neighbour] for neighbour in apart[item] if neighbour < item}
    tried = range(min(colours, max(coloured, default=-1) + 2))
    return any(
        _colourable(apart, colours, [*coloured, colour]) for colour in tried if colour not in taken
    )
