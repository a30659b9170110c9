"""From stated articles to copies, propositions and verdicts: the glue, without rules of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from claims.corroborate.copies import find_copies
from claims.corroborate.model import Conflict, StatedArticle, Weighing
from claims.corroborate.propositions import group_claims
from claims.corroborate.reviewed import own_up
from claims.corroborate.verdict import judge, proposition_id


def weigh(articles: Iterable[StatedArticle], decisions: Iterable[object] = ()) -> Weighing:
    """Every un-nested claim in exactly one proposition, with its verdict; decisions are not applied yet."""
    rows = list(articles)
    by_id = {row.id: row for row in rows}
    copies = find_copies(rows)
    roots = {link.article_id: by_id[link.of] for link in copies}
    parts = [(row, claim) for row in rows for claim in row.claims if not claim.nested]
    found = group_claims([claim for _, claim in parts])
    ids = {place: proposition_id([parts[i] for i in group]) for group in found.groups for place in group}
    against: dict[str, set[str]] = defaultdict(set)
    conflicts: dict[tuple[str, str], Conflict] = {}
    for a, b, reason in found.conflicts:
        one, other = sorted((ids[a], ids[b]))
        if one != other:
            conflicts.setdefault((one, other), Conflict(one, other, reason))
            against[one].add(other)
            against[other].add(one)
    why = {parts[place][1].id: reason for place, reason in found.reasons.items()}
    verdicts = [judge([parts[i] for i in g], roots, why, sorted(against[ids[g[0]]])) for g in found.groups]
    return Weighing(copies, tuple(own_up(verdicts, rows)), tuple(conflicts.values()))
