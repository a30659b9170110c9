"""On whom a claim rests; how two origins stand to each other is decided in relations.py."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claims.corroborate.model import Origin, StatedClaim
from claims.ids import name_key


@dataclass(frozen=True)
class Source:
    """An origin with what relations need to know of it."""

    origin: Origin
    kind: str
    names: frozenset[str]
    """Folded names: its own, or its members'."""
    bodies: frozenset[str]
    """Folded names of the principals and bodies that it speaks for or belongs to."""
    relays: frozenset[str]


def source_of(claim: StatedClaim, group: str) -> Source | None:
    """The deepest named node of the claim's chain; group stands for the article and its copies."""
    bodies = frozenset(
        name_key(body) for body in (claim.principal, claim.affiliation, claim.owner) if body
    )
    relays = frozenset(map(name_key, claim.chain))
    if claim.speaker_kind == "joint" and claim.members:
        names = frozenset(map(name_key, claim.members))
        described = "joint statement of " + ", ".join(claim.members)
        origin = _origin("joint", "+".join(sorted(names)), described, described)
        if len(claim.members) == 1 and COLLECTIVES.search(claim.mention):
            origin = replace(origin, description=f"{claim.mention} (one of them named)", count=2)
        return Source(origin, "joint", names, bodies, relays)
    if claim.speaker:
        kind = (
            claim.speaker_kind if claim.speaker_kind in ("person", "document", "outlet") else "body"
        )
        name = name_key(claim.speaker)
        described = claim.speaker + (f", for {claim.principal}" if claim.principal else "")
        return Source(
            _origin(kind, name, claim.speaker, described), kind, frozenset([name]), bodies, relays
        )
    return _nameless(claim, group, bodies, relays)


DOCUMENT = re.compile(
    r"^\W*(?:that\s+)?(?:the|a|an|its|their)\s+((?:[\w'’-]+\s+){0,4}"
    r"(?:report|study|survey|poll|audit|census|data|documents?|filing|memo|review|inquiry))\b",
    re.IGNORECASE,
)


COLLECTIVES = re.compile(
    r"\b\w+(?:s|people|campaign) and (?:(?:\w|[.'’-])+ ){0,4}(?:\w+s|people)$|\w and other \w+s$"
)
"""Two groups named side by side: "experts and officials"."""
WITHIN = re.compile(
    r"\b(?:group|results|polls?|reports?|records|including|conducted|couple)\b", re.IGNORECASE
)
"""Words after which the two stand within one thing: "a group of writers and scientists"."""
POLLED = re.compile(
    r"\b(?:voters?|percent|in (?:\d+|three|four|five|ten)|out of (?:\d+|three|four|five|ten)|respondents|surveyed|half|"
    r"majorit\w+|quarters?|thirds?)\b|%",
    re.IGNORECASE,
)
"""Answers in a poll: shares of the people asked, no number of sources."""


def leaning(claim: StatedClaim) -> str:
    """The document that the content's first words cite, or that the source is; "" where it cites
    none."""
    if claim.speaker_kind == "document":
        return _head(claim.speaker or claim.mention)
    found = DOCUMENT.search(claim.quote)
    return _head(found[1]) if found else ""


def _head(phrase: str) -> str:
    """The last two words of a document's name, folded."""
    return " ".join(name_key(phrase).split()[-2:])


def _nameless(
    claim: StatedClaim, group: str, bodies: frozenset[str], relays: frozenset[str]
) -> Source | None:
    if claim.principal:
        name = name_key(claim.principal)
        described = f"{claim.mention or 'a spokesman'}, for {claim.principal}"
        return Source(
            _origin("body", name, claim.principal, described),
            "body",
            frozenset([name]),
            bodies,
            relays,
        )
    if claim.chain:
        name = name_key(claim.chain[0])
        described = f"{claim.chain[0]}, whose own source is not named"
        return Source(
            _origin("outlet", name, claim.chain[0], described),
            "outlet",
            frozenset([name]),
            bodies,
            relays,
        )
    if claim.speaker_kind == "none" or not (
        claim.mention or claim.speaker_kind in ("unnamed", "group")
    ):
        return None
    kind = claim.speaker_kind if claim.speaker_kind in ("group", "document") else "unnamed"
    count = _count(claim, kind)
    key = f"{kind}:{group}:{name_key(claim.mention)}"
    return Source(
        Origin(key, None, f"{claim.mention} (no name)", count), kind, frozenset(), bodies, relays
    )


def _count(claim: StatedClaim, kind: str) -> int:
    """How many the source may be: a declared number, two for two collectives; answers in a poll are
    one."""
    if POLLED.search(claim.mention):
        return 1
    declared = max(1, claim.declared_count or 1) if kind == "unnamed" else 1
    two = (
        kind in ("unnamed", "group")
        and COLLECTIVES.search(claim.mention)
        and not WITHIN.search(claim.mention)
    )
    return max(declared, 2 if two else 1)


def _origin(kind: str, name: str, shown: str, described: str) -> Origin:
    return Origin(f"{kind}:{name}", shown, described)
