"""Outlets that cite each other in a circle; nothing else about origins."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping

from claims.corroborate.model import StatedArticle, StatedClaim
from claims.folding import name_key


def looped(parts: Iterable[tuple[StatedArticle, StatedClaim]]) -> Mapping[str, str]:
    """The outlets from which citing leads back to themselves, among one proposition's claims:
    folded and as written."""
    cites: dict[str, set[str]] = defaultdict(set)
    shown: dict[str, str] = {}
    parts = list(parts)
    outlets = {name_key(article.outlet) for article, _ in parts if article.outlet}
    for article, claim in parts:
        names = [article.outlet or "", *reversed(claim.chain)]
        if claim.speaker and (claim.speaker_kind == "outlet" or name_key(claim.speaker) in outlets):
            names.append(claim.speaker)
        elif claim.speaker or claim.members:
            continue
        for name in names:
            shown.setdefault(name_key(name), name)
        for citing, cited in itertools.pairwise(map(name_key, names)):
            if citing and cited and citing != cited:
                cites[citing].add(cited)
    return {outlet: shown[outlet] for outlet in sorted(cites) if outlet in _reached(outlet, cites)}


def _reached(start: str, cites: dict[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    todo = [start]
    while todo:
        for cited in cites.get(todo.pop(), ()):
            if cited not in seen:
                seen.add(cited)
                todo.append(cited)
    return seen
