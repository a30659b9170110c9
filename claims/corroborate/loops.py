"""Outlets that cite each other in a circle; nothing else about origins."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable

from claims.corroborate.model import StatedArticle, StatedClaim
from claims.ids import name_key


def looped(parts: Iterable[tuple[StatedArticle, StatedClaim]]) -> frozenset[str]:
    """Folded names of the outlets from which citing leads back to themselves, among one proposition's claims."""
    cites: dict[str, set[str]] = defaultdict(set)
    parts = list(parts)
    outlets = {name_key(article.outlet) for article, _ in parts if article.outlet}
    for article, claim in parts:
        steps = [name_key(article.outlet or ""), *map(name_key, reversed(claim.chain))]
        if claim.speaker and (claim.speaker_kind == "outlet" or name_key(claim.speaker) in outlets):
            steps.append(name_key(claim.speaker))
        elif claim.speaker or claim.members:
            continue
        for citing, cited in itertools.pairwise(steps):
            if citing and cited and citing != cited:
                cites[citing].add(cited)
    return frozenset(outlet for outlet in list(cites) if outlet in _reached(outlet, cites))


def _reached(start: str, cites: dict[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    todo = [start]
    while todo:
        for cited in cites.get(todo.pop(), ()):
            if cited not in seen:
                seen.add(cited)
                todo.append(cited)
    return seen
