"""From stated articles to copies, propositions and verdicts: the glue, without rules of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claims.corroborate.copies import find_copies
from claims.corroborate.judgements import NOTHING, Judgements
from claims.corroborate.model import Conflict, StatedArticle, Weighing
from claims.corroborate.propositions import Grouping, Pair, group_claims
from claims.corroborate.verdict import Part, judge, proposition_id


def weigh(articles: Iterable[StatedArticle], judgements: Judgements = NOTHING) -> Weighing:
    """Every un-nested claim in exactly one proposition, with its verdict; people's judgements come before the rules."""
    rows = list(articles)
    by_id = {row.id: row for row in rows}
    copies = find_copies(rows)
    roots = {link.article_id: by_id[link.of] for link in copies}
    parts = [(row, claim) for row in rows for claim in row.claims if not claim.nested]
    places = {claim.id: place for place, (_, claim) in enumerate(parts)}
    found = group_claims(parts, _placed(judgements.together, places), _placed(judgements.apart, places))
    ids = {place: proposition_id([parts[i] for i in group]) for group in found.groups for place in group}
    conflicts = _conflicts(found, ids)
    against: dict[str, set[str]] = defaultdict(set)
    for conflict in conflicts:
        against[conflict.a].add(conflict.b)
        against[conflict.b].add(conflict.a)
    contents = {claim.id: found.contents[place] for place, (_, claim) in enumerate(parts)}
    why = {parts[place][1].id: joined for place, joined in found.reasons.items()}
    verdicts = [
        judge(_of(parts, group), contents, roots, why, sorted(against[ids[group[0]]]), judgements)
        for group in found.groups
    ]
    return Weighing(copies, tuple(verdicts), tuple(conflicts))


def _of(parts: Sequence[Part], group: Iterable[int]) -> list[Part]:
    return [parts[place] for place in group]


def _placed(pairs: Iterable[tuple[str, str]], places: Mapping[str, int]) -> list[Pair]:
    """The pairs of claims that are weighed, by place."""
    return [(places[a], places[b]) for a, b in pairs if a in places and b in places]


def _conflicts(found: Grouping, ids: Mapping[int, str]) -> list[Conflict]:
    """One conflict for each two propositions, with the first reason."""
    conflicts: dict[tuple[str, str], Conflict] = {}
    for a, b, decided in found.conflicts:
        one, other = sorted((ids[a], ids[b]))
        if one != other:
            conflicts.setdefault((one, other), Conflict(one, other, f"{decided.differed} ({decided.matched})"))
    return list(conflicts.values())
