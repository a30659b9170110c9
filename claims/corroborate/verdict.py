"""A proposition's label and intervals; finding its claims and origins stands in the modules beside,
the reasons in verdict_reasons.py."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from claims.corroborate.decisions import NO_DECISIONS, PeopleDecisions
from claims.corroborate.independence.cycles import looped
from claims.corroborate.independence.doubts import SourcedClaim
from claims.corroborate.independence.interval import interval
from claims.corroborate.independence.origins import Source, source_of
from claims.corroborate.independence.pairs import relate_origins
from claims.corroborate.matching.constraints import stance_role
from claims.corroborate.matching.explain import cut, enumerated
from claims.corroborate.matching.propositions import Joined, Statement
from claims.corroborate.model import (
    Member,
    Origin,
    OriginPair,
    StatedArticle,
    StatedClaim,
    Verdict,
)
from claims.corroborate.verdict_reasons import reasons_of
from claims.folding import name_key
from claims.ids import digest
from claims.rules.vocabulary import Label, Relation, Role

Part = tuple[StatedArticle, StatedClaim]
Roots = Mapping[str, StatedArticle]
"""By the id of a copy, the article that it copies."""
MIN_CORROBORATING_ORIGINS = 2
"""That are surely independent of each other, before a claim is called corroborated."""


@dataclass(frozen=True)
class _Traced:
    """The claims of a proposition, each traced to its origin."""

    members: tuple[Member, ...]
    sources: Mapping[str, Source]
    """By the key of their origin, in the order of the claims."""
    claims: Mapping[str, Sequence[SourcedClaim]]
    """Those that support the proposition, by the key of their origin."""
    others: tuple[str, ...]
    """Descriptions of those who say something of it and do not state it."""


def proposition_id(parts: Sequence[Part]) -> str:
    """Stable as long as its first claim by id stays."""
    return digest("proposition", min(claim.id for _, claim in parts))


def verdict_on(
    parts: Sequence[Part],
    statements: Mapping[str, Statement],
    roots: Roots,
    why: Mapping[str, Joined],
    conflicts: Sequence[str],
    decisions: PeopleDecisions = NO_DECISIONS,
) -> Verdict:
    """The verdict over the claims of one proposition; why says of a claim's id how it joined."""
    traced = _trace(parts, statements, roots, why)
    supporting = [
        part
        for part, member in zip(parts, traced.members, strict=True)
        if member.role == "supports"
    ]
    origins = tuple(source.origin for source in traced.sources.values())
    pairs, (low, high) = _weigh(list(traced.sources.values()), traced.claims, decisions)
    named = any(origin.name for origin in origins) and any(
        _names_origin(claim) for _, claim in supporting
    )
    stated = bool(supporting)
    label, copied = label_of(low, high, bool(traced.others) and not stated), _copied(parts, roots)
    return Verdict(
        proposition_id(parts), label, named, bool(conflicts), tuple(conflicts), low, high,
        *_channels(supporting, roots), traced.members, origins, pairs,
        reasons_of(label, origins, pairs, copied.values(), () if stated else traced.others),
    )  # fmt: skip


def label_of(low: int, high: int, unstated: bool = False) -> Label:
    """The label of an interval of independent origins, or of what somebody asks, refuses or leaves open
    and nobody states."""
    if unstated:
        return "UNSTATED"
    if high == 0:
        return "UNSOURCED"
    if low >= MIN_CORROBORATING_ORIGINS:
        return "CORROBORATED"
    return "SINGLE" if high == 1 else "POSSIBLY SINGLE"


def _trace(
    parts: Sequence[Part],
    statements: Mapping[str, Statement],
    roots: Roots,
    why: Mapping[str, Joined],
) -> _Traced:
    loop = looped(parts)
    members: list[Member] = []
    sources: dict[str, Source] = {}
    claims: dict[str, list[SourcedClaim]] = defaultdict(list)
    others: dict[str, str] = {}
    for article, claim in parts:
        root = roots.get(article.id, article)
        source = _unlooped(source_of(claim, root.id), loop)
        role: Role = "neutral" if stance_role(claim) == "neutral" else "supports"
        if source and role == "supports":
            sources.setdefault(source.origin.key, source)
            claims[source.origin.key].append(
                SourcedClaim(article, claim, statements[claim.id], root.id)
            )
        elif source:
            others.setdefault(source.origin.key, source.origin.description)
        copied = root.doc if root.id != article.id else None
        origin = source.origin.key if source else None
        members.append(Member(claim.id, role, origin, copied, *_joining(why.get(claim.id))))
    return _Traced(tuple(members), sources, claims, tuple(others.values()))


def _copied(parts: Sequence[Part], roots: Roots) -> dict[str, StatedArticle]:
    """The articles of which some of the proposition's are copies, by id."""
    root_of = ((article, roots.get(article.id, article)) for article, _ in parts)
    return {root.id: root for article, root in root_of if root.id != article.id}


def _names_origin(claim: StatedClaim) -> bool:
    """Whether a claim names on whom it rests; "an aide to the minister" does not, though it says
    whose aide."""
    return bool(claim.speaker or claim.members or (claim.chain and not claim.principal))


def _joining(joined: Joined | None) -> tuple[str, bool]:
    """Why a claim stands in its proposition, and whether that is sure."""
    if joined is None:
        return "first of its proposition", True
    return f"fits {cut(joined.quote)}: {joined.reason}", joined.confirmed


def _unlooped(source: Source | None, loop: Mapping[str, str]) -> Source | None:
    """The one unknown origin in place of an outlet that stands in a circle."""
    if source is None or not source.names & loop.keys():
        return source
    outlets = enumerated(sorted(loop.values()))
    described = f"an unknown origin, for {outlets} give each other as their source (a loop)"
    origin = Origin("loop:" + "+".join(sorted(loop)), None, described)
    return Source(origin, "unnamed", frozenset(), frozenset(), frozenset())


def _weigh(
    sources: Sequence[Source],
    claims: Mapping[str, Sequence[SourcedClaim]],
    decisions: PeopleDecisions,
) -> tuple[tuple[OriginPair, ...], tuple[int, int]]:
    """How every two origins stand, and the fewest and the most groups that they make."""
    relations: dict[tuple[int, int], Relation] = {}
    pairs = []
    for i, j in combinations(range(len(sources)), 2):
        a, b = sources[i].origin.key, sources[j].origin.key
        decided = decisions.relation(_ids(claims[a]), _ids(claims[b]))
        if decided:
            related, evidence = (decided, "a person decided so"), ""
        else:
            one_claim = decisions.joined(_ids(claims[a]), _ids(claims[b]))
            related, evidence = relate_origins(
                sources[i], claims[a], sources[j], claims[b], one_claim
            )
        relations[i, j] = related[0]
        pairs.append(OriginPair(a, b, *related, evidence))
    return tuple(pairs), interval([source.origin.count for source in sources], relations)


def _ids(claims: Sequence[SourcedClaim]) -> list[str]:
    return [sourced.claim.id for sourced in claims]


def _channels(parts: Sequence[Part], roots: Roots) -> tuple[int, int]:
    """How many channels report the statement, at least and at most: texts that are no copies, one
    for each publisher, agency or relay."""
    channels = set()
    for article, claim in parts:
        root = roots.get(article.id, article)
        name = claim.chain[-1] if claim.chain else root.wire or root.outlet
        channels.add(name_key(name) if name else f"?{root.id}")
    named = sum(not channel.startswith("?") for channel in channels)
    return (max(1, named) if channels else 0), len(channels)
