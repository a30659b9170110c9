"""From stated articles to copies, propositions and verdicts: the glue, without rules of its own.

weigh() takes a whole collection at once; incremental.py does the same a few articles at a time, and
both
end alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claims.corroborate.copies.copies import find_copies
from claims.corroborate.decisions import NOTHING, Judgements
from claims.corroborate.matching.propositions import Statement, find_pairs, join_claims, tied
from claims.corroborate.model import (
    ClaimPair,
    Conflict,
    StatedArticle,
    StatedClaim,
    Verdict,
    Weighing,
)
from claims.corroborate.reviewed_reasons import own_up
from claims.corroborate.verdict import judge, proposition_id

Part = tuple[StatedArticle, StatedClaim]
Formed = tuple[list[Verdict], list[Conflict]]


def weigh(articles: Iterable[StatedArticle], judgements: Judgements = NOTHING) -> Weighing:
    """Every un-nested claim in exactly one proposition, with its verdict; people's judgements come
    before the rules."""
    rows = list(articles)
    by_id = {row.id: row for row in rows}
    copies = find_copies(rows)
    roots = {link.article_id: by_id[link.of] for link in copies}
    parts = [(row, claim) for row in rows for claim in row.claims if not claim.nested]
    statements = {claim.id: Statement(claim, row) for row, claim in parts}
    ties = [tied(a, b) for a, b in judgements.together if a in statements and b in statements]
    pairs = [*find_pairs(statements.values()), *ties]
    verdicts, conflicts = form(parts, statements, pairs, roots, {}, judgements)
    return Weighing(copies, tuple(verdicts), tuple(conflicts))


def form(
    parts: Iterable[Part],
    statements: Mapping[str, Statement],
    pairs: Iterable[ClaimPair],
    roots: Mapping[str, StatedArticle],
    elsewhere: Mapping[str, str],
    judgements: Judgements = NOTHING,
) -> Formed:
    """The propositions of some claims, of which no other claim says the same, and what contradicts
    them.

    elsewhere: the proposition of each other claim that stands in a conflict with one of these.
    """
    rows = sorted(parts, key=in_order)
    here = {claim.id for _, claim in rows}
    pairs = list(pairs)
    found = join_claims(
        [statements[claim.id] for _, claim in rows],
        [pair for pair in pairs if pair.a in here and pair.b in here],
        judgements.apart,
    )
    ids = {
        rows[i][1].id: proposition_id([rows[i] for i in group])
        for group in found.groups
        for i in group
    }
    conflicts = _conflicts(pairs, {**elsewhere, **ids})
    against: dict[str, set[str]] = defaultdict(set)
    for conflict in conflicts:
        against[conflict.a].add(conflict.b)
        against[conflict.b].add(conflict.a)
    why = {rows[place][1].id: reason for place, reason in found.reasons.items()}
    groups = [[rows[i] for i in group] for group in found.groups]
    verdicts = [
        judge(group, statements, roots, why, sorted(against[ids[group[0][1].id]]), judgements)
        for group in groups
    ]
    return [
        own_up(verdict, group) for verdict, group in zip(verdicts, groups, strict=True)
    ], conflicts


def in_order(part: Part) -> tuple[str, str, int, str]:
    """By date, article and place in the text; the same whatever order claims came in."""
    article, claim = part
    return (
        article.published or "",
        article.id,
        claim.content[0].start if claim.content else 0,
        claim.id,
    )


def _conflicts(pairs: Sequence[ClaimPair], ids: Mapping[str, str]) -> list[Conflict]:
    """Conflicts between propositions, each with the reason of its first pair of claims."""
    found: dict[tuple[str, str], Conflict] = {}
    for pair in sorted(
        (pair for pair in pairs if pair.relation == "conflict"), key=lambda pair: (pair.a, pair.b)
    ):
        one, other = sorted((ids[pair.a], ids[pair.b]))
        if one != other:
            found.setdefault((one, other), Conflict(one, other, pair.reason))
    return list(found.values())
