"""A proposition's label, intervals and reasons; finding its claims and origins stands in the
modules beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from claims.corroborate.decisions import NOTHING, Judgements
from claims.corroborate.independence.cycles import looped
from claims.corroborate.independence.doubts import SourcedClaim
from claims.corroborate.independence.interval import interval
from claims.corroborate.independence.origins import Source, source_of
from claims.corroborate.independence.pairs import relate_origins
from claims.corroborate.matching.constraints import stance_role
from claims.corroborate.matching.explain import cut, enumerated, printed
from claims.corroborate.matching.propositions import Joined, Statement
from claims.corroborate.model import (
    Member,
    Origin,
    OriginPair,
    Relation,
    StatedArticle,
    StatedClaim,
    Verdict,
)
from claims.folding import name_key
from claims.ids import digest
from claims.rules.vocabulary import Label, Role

Part = tuple[StatedArticle, StatedClaim]
UNNAMED = "No supporting claim names an origin."
UNSTATED = "Nobody states it: it is only asked, or left open."


def proposition_id(parts: Sequence[Part]) -> str:
    """Stable as long as its first claim by id stays."""
    return digest("proposition", min(claim.id for _, claim in parts))


def judge(
    parts: Sequence[Part],
    statements: Mapping[str, Statement],
    roots: Mapping[str, StatedArticle],
    why: Mapping[str, Joined],
    conflicts: Sequence[str],
    judgements: Judgements = NOTHING,
) -> Verdict:
    """The verdict over the claims of one proposition; roots maps an article's id to the article
    that it copies."""
    loop = looped(parts)
    sources: dict[str, Source] = {}
    held: dict[str, list[SourcedClaim]] = defaultdict(list)
    members = []
    for article, claim in parts:
        root = roots.get(article.id, article)
        source = _unlooped(source_of(claim, root.id), loop)
        role: Role = "neutral" if stance_role(claim) == "neutral" else "supports"
        if source and role == "supports":
            sources.setdefault(source.origin.key, source)
            held[source.origin.key].append(
                SourcedClaim(article, claim, statements[claim.id].content, root.id)
            )
        copied = root.doc if root.id != article.id else None
        reason, sure = _joining(why.get(claim.id))
        members.append(
            Member(claim.id, role, source.origin.key if source else None, copied, reason, sure)
        )
    pairs, (low, high) = _weigh(list(sources.values()), held, judgements)
    origins = tuple(source.origin for source in sources.values())
    said = _said(
        [part for part, member in zip(parts, members, strict=True) if member.role == "supports"],
        roots,
    )
    named = any(origin.name for origin in origins) and any(
        _names_origin(claim)
        for (_, claim), member in zip(parts, members, strict=True)
        if member.role == "supports"
    )
    originals = {
        root.id: root
        for article, _ in parts
        if (root := roots.get(article.id, article)).id != article.id
    }
    called = label(low, high)
    stated = any(member.role == "supports" for member in members)
    reasons = _reasons(called, origins, pairs, originals.values()) or (
        (UNNAMED if stated else UNSTATED),
    )
    return Verdict(
        proposition_id(parts), called, named, bool(conflicts), tuple(conflicts), low, high, *said,
        tuple(members), origins, pairs, reasons,
    )  # fmt: skip


def _names_origin(claim: StatedClaim) -> bool:
    """Whether a claim names on whom it rests; "an aide to the minister" does not, though it says
    whose aide."""
    return bool(claim.speaker or claim.members or (claim.chain and not claim.principal))


def _joining(joined: Joined | None) -> tuple[str, bool]:
    """Why a claim stands in its proposition, and whether that is sure."""
    if joined is None:
        return "first of its proposition", True
    return f"fits {cut(joined.quote)}: {joined.reason}", joined.confirmed


def label(low: int, high: int) -> Label:
    """The label of an interval of independent origins."""
    if high == 0:
        return "UNSOURCED"
    if low >= 2:
        return "CORROBORATED"
    return "SINGLE" if high == 1 else "POSSIBLY SINGLE"


def _unlooped(source: Source | None, loop: Mapping[str, str]) -> Source | None:
    """The one unknown origin in place of an outlet that stands in a circle."""
    if source is None or not source.names & loop.keys():
        return source
    shown = f"an unknown origin, for {enumerated(sorted(loop.values()))} give each other as their source (a loop)"
    return Source(
        Origin("loop:" + "+".join(sorted(loop)), None, shown),
        "unnamed",
        frozenset(),
        frozenset(),
        frozenset(),
    )


def _weigh(
    sources: Sequence[Source], held: Mapping[str, Sequence[SourcedClaim]], judgements: Judgements
) -> tuple[tuple[OriginPair, ...], tuple[int, int]]:
    relations: dict[tuple[int, int], Relation] = {}
    pairs = []
    for a, b in combinations(range(len(sources)), 2):
        one, other = sources[a].origin.key, sources[b].origin.key
        by_people = judgements.relation(
            [h.claim.id for h in held[one]], [h.claim.id for h in held[other]]
        )
        if by_people:
            judged, evidence = (by_people, "a person decided so"), ""
        else:
            judged, evidence = relate_origins(sources[a], held[one], sources[b], held[other])
        relations[a, b] = judged[0]
        pairs.append(OriginPair(one, other, *judged, evidence))
    return tuple(pairs), interval([source.origin.count for source in sources], relations)


def _said(parts: Sequence[Part], roots: Mapping[str, StatedArticle]) -> tuple[int, int]:
    """Channels that report the statement: texts that are no copies, one for each publisher, agency
    or relay."""
    channels = set()
    for article, claim in parts:
        root = roots.get(article.id, article)
        name = claim.chain[-1] if claim.chain else root.wire or root.outlet
        channels.add(name_key(name) if name else f"?{root.id}")
    known = sum(not channel.startswith("?") for channel in channels)
    return (max(1, known) if channels else 0), len(channels)


def _reasons(
    called: Label,
    origins: Sequence[Origin],
    pairs: Sequence[OriginPair],
    copied: Iterable[StatedArticle],
) -> tuple[str, ...]:
    shown = {origin.key: origin.description for origin in origins}
    found = [
        *_first(called, origins, pairs, shown),
        *(f"Rests on {origin.description}." for origin in origins),
    ]
    found += [f"{shown[p.a]} / {shown[p.b]}: {p.relation}, because {p.reason}." for p in pairs]
    for name in sorted(dict.fromkeys(map(printed, copied))):
        found.append(f"Some of its articles are copies of {name} and add nothing.")
    return tuple(found)


def _first(
    called: Label, origins: Sequence[Origin], pairs: Sequence[OriginPair], shown: Mapping[str, str]
) -> Iterator[str]:
    """Where two origins or more are spoken of: which ones, and why they are two or may be one."""
    if called in ("SINGLE", "UNSOURCED"):
        return
    wanted = "different" if called == "CORROBORATED" else "undetermined"
    pair = next((pair for pair in pairs if pair.relation == wanted), None)
    many = next((origin for origin in origins if origin.count > 1), None)
    if pair is not None:
        stand = "are two origins" if wanted == "different" else "may be one origin"
        yield f"{shown[pair.a]} and {shown[pair.b]} {stand}: {pair.reason}."
    elif many is not None:
        yield f"{many.description} may be one origin or {many.count}."
