"""Outlets that cite each other in a circle; nothing else about origins."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from claims.corroborate.model import StatedArticle, StatedClaim
from claims.folding import name_key


def looped(parts: Iterable[tuple[StatedArticle, StatedClaim]]) -> Mapping[str, str]:
    """The outlets from which citing leads back to themselves, among one proposition's claims:
    folded and as written."""
    parts = list(parts)
    written: dict[str, str] = {}
    cited_by: dict[str, set[str]] = defaultdict(set)
    outlets = {name_key(article.outlet) for article, _ in parts if article.outlet}
    for article, claim in parts:
        names = _citing(article, claim, outlets)
        for name in names:
            written.setdefault(name_key(name), name)
        for citing, cited in itertools.pairwise(map(name_key, names)):
            if citing and cited and citing != cited:
                cited_by[citing].add(cited)
    return {
        outlet: written[outlet]
        for outlet in sorted(cited_by)
        if outlet in _reached(outlet, cited_by)
    }


def _citing(article: StatedArticle, claim: StatedClaim, outlets: Collection[str]) -> list[str]:
    """The outlets through which a claim came, each before the one that it cites; none where a
    person or a body stands at the end."""
    names = [article.outlet or "", *reversed(claim.chain)]
    if claim.speaker and (claim.speaker_kind == "outlet" or name_key(claim.speaker) in outlets):
        return [*names, claim.speaker]
    return [] if claim.speaker or claim.members else names


def _reached(start: str, cited_by: Mapping[str, Collection[str]]) -> set[str]:
    """Every outlet that citing leads to."""
    seen: set[str] = set()
    unvisited = [start]
    while unvisited:
        for cited in cited_by.get(unvisited.pop(), ()):
            if cited not in seen:
                seen.add(cited)
                unvisited.append(cited)
    return seen
