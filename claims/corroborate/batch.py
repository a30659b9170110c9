"""From stated articles to copies, propositions and verdicts: the glue, without rules of its own.

weigh() takes a whole collection at once; incremental.py does the same a few articles at a time, and
both end alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claims.corroborate.copies.copies import find_copies
from claims.corroborate.decisions import NO_DECISIONS, PeopleDecisions
from claims.corroborate.matching.propositions import (
    Grouping,
    Statement,
    find_pairs,
    join_claims,
    tied,
)
from claims.corroborate.model import (
    ClaimPair,
    Conflict,
    StatedArticle,
    Verdict,
    Weighing,
)
from claims.corroborate.reviewed_reasons import Overruled, own_up
from claims.corroborate.verdict import Part, Roots, proposition_id, verdict_on

Formed = tuple[list[Verdict], list[Conflict]]


def weigh(articles: Iterable[StatedArticle], decisions: PeopleDecisions = NO_DECISIONS) -> Weighing:
    """Every un-nested claim in exactly one proposition, with its verdict; people's decisions come
    before the rules."""
    rows = list(articles)
    by_id = {row.id: row for row in rows}
    copies = find_copies(rows)
    roots = {link.article_id: by_id[link.of] for link in copies}
    parts = [
        (row, claim) for row in rows for claim in (*row.claims, *row.overruled) if not claim.nested
    ]
    statements = {claim.id: Statement(claim, row) for row, claim in parts}
    ties = [tied(a, b) for a, b in decisions.together if a in statements and b in statements]
    pairs = [*find_pairs(statements.values()), *ties]
    verdicts, conflicts = form(parts, statements, pairs, roots, {}, decisions)
    return Weighing(copies, tuple(verdicts), tuple(conflicts))


def form(
    parts: Iterable[Part],
    statements: Mapping[str, Statement],
    pairs: Sequence[ClaimPair],
    roots: Roots,
    elsewhere: Mapping[str, str],
    decisions: PeopleDecisions = NO_DECISIONS,
) -> Formed:
    """The propositions of some claims, of which no other claim says the same, and what contradicts
    them.

    elsewhere: the proposition of each other claim that stands in a conflict with one of these. What
    people overruled joins nothing and is only named.
    """
    rows = sorted((part for part in parts if not part[1].overruled), key=in_order)
    pairs, overruled = _sorted_out(pairs, statements)
    grouping = _grouping(rows, statements, pairs, decisions)
    groups = [[rows[place] for place in group] for group in grouping.groups]
    why = {rows[place][1].id: joined for place, joined in grouping.reasons.items()}
    ids = {claim.id: proposition_id(group) for group in groups for _, claim in group}
    conflicts = _conflicts(pairs, {**elsewhere, **ids})
    opposed = _opposed(conflicts)
    verdicts = []
    for group in groups:
        against = sorted(opposed.get(ids[group[0][1].id], ()))
        verdict = verdict_on(group, statements, roots, why, against, decisions)
        verdicts.append(own_up(verdict, group, decisions, overruled))
    return verdicts, conflicts


def _sorted_out(
    pairs: Sequence[ClaimPair], statements: Mapping[str, Statement]
) -> tuple[list[ClaimPair], Overruled]:
    """The pairs of claims that count, and by claim those that people overruled beside it."""
    beside: Overruled = defaultdict(list)
    counting: list[ClaimPair] = []
    for pair in pairs:
        claims = [statements[id].claim for id in (pair.a, pair.b) if id in statements]
        gone = [claim for claim in claims if claim.overruled]
        if not gone:
            counting.append(pair)
        elif len(gone) == 1:
            other = pair.b if pair.a == gone[0].id else pair.a
            beside[other].append((pair.relation, gone[0]))
    return counting, beside


def in_order(part: Part) -> tuple[str, str, int, str]:
    """By date, article and place in the text; the same whatever order claims came in."""
    article, claim = part
    start = claim.content[0].start if claim.content else 0
    return article.published or "", article.id, start, claim.id


def _grouping(
    rows: Sequence[Part],
    statements: Mapping[str, Statement],
    pairs: Iterable[ClaimPair],
    decisions: PeopleDecisions,
) -> Grouping:
    """The groups that those of the pairs make which lie among these claims."""
    here = {claim.id for _, claim in rows}
    return join_claims(
        [statements[claim.id] for _, claim in rows],
        [pair for pair in pairs if pair.a in here and pair.b in here],
        decisions.apart,
    )


def _conflicts(pairs: Iterable[ClaimPair], ids: Mapping[str, str]) -> list[Conflict]:
    """Conflicts between propositions, each with the reason of its first pair of claims; ids holds
    the proposition of each claim."""
    conflicts: dict[tuple[str, str], Conflict] = {}
    clashing = (pair for pair in pairs if pair.relation == "conflict")
    for pair in sorted(clashing, key=lambda pair: (pair.a, pair.b)):
        a, b = sorted((ids[pair.a], ids[pair.b]))
        if a != b:
            conflicts.setdefault((a, b), Conflict(a, b, pair.reason))
    return list(conflicts.values())


def _opposed(conflicts: Iterable[Conflict]) -> Mapping[str, set[str]]:
    """The propositions that each one contradicts, none for one without conflicts."""
    opposed: dict[str, set[str]] = defaultdict(set)
    for conflict in conflicts:
        opposed[conflict.a].add(conflict.b)
        opposed[conflict.b].add(conflict.a)
    return opposed
