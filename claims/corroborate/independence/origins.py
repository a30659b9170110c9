"""On whom a claim rests; how two origins stand to each other is decided in relations.py."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claims.corroborate.model import Origin, StatedClaim
from claims.folding import name_key
from claims.rules.lists import listed
from claims.rules.patterns import alternation

DOCUMENT = re.compile(
    rf"^\W*(?:that\s+)?(?:{alternation(listed('origins', 'document_before'))})\s+"
    rf"((?:[\w'’-]{{1,60}}\s+){{0,4}}(?:{alternation(listed('origins', 'documents'))}))\b",
    re.IGNORECASE,
)
"""A document that the first words of a content cite."""
COLLECTIVES = re.compile(
    r"\b\w+(?:s|people|campaign) and (?:(?:\w|[.'’-])+ ){0,4}(?:\w+s|people)$|\w and other \w+s$"
)
"""Two groups named side by side: "experts and officials"."""
WITHIN = re.compile(rf"\b(?:{alternation(listed('origins', 'within'))})\b", re.IGNORECASE)
"""Words after which the two stand within one thing: "a group of writers and scientists"."""
POLLED = re.compile(
    rf"\b(?:{alternation(listed('origins', 'polled'))}|majorit\w+"
    rf"|(?:in|out of) (?:\d+|{alternation(listed('origins', 'shares'))}))\b|%",
    re.IGNORECASE,
)
"""Answers in a poll: shares of the people asked, no number of sources."""
DOCUMENT_KEY_WORDS = 2
"""Last words of a document's name, by which two citations of it are known to be one."""


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
    """Folded names of those who passed its words on."""


def source_of(claim: StatedClaim, group: str) -> Source | None:
    """The deepest named node of the claim's chain, None where the claim has no source; group stands
    for the article and its copies."""
    if claim.speaker_kind == "joint" and claim.members:
        return _joint(claim)
    if claim.speaker:
        own_kinds = ("person", "document", "outlet", "state")
        kind = claim.speaker_kind if claim.speaker_kind in own_kinds else "body"
        described = claim.speaker + (f", for {claim.principal}" if claim.principal else "")
        return _named(claim, kind, claim.speaker, described)
    if claim.principal:
        described = f"{claim.mention or 'a spokesman'}, for {claim.principal}"
        return _named(claim, "body", claim.principal, described)
    if claim.chain:
        described = f"{claim.chain[0]}, whose own source is not named"
        return _named(claim, "outlet", claim.chain[0], described)
    return _nameless(claim, group)


def leaning(claim: StatedClaim) -> str:
    """The document that the content's first words cite, or that the source is; "" where it cites
    none."""
    if claim.speaker_kind == "document":
        return _document_key(claim.speaker or claim.mention)
    document = DOCUMENT.search(claim.quote)
    return _document_key(document[1]) if document else ""


def _document_key(phrase: str) -> str:
    return " ".join(name_key(phrase).split()[-DOCUMENT_KEY_WORDS:])


def _joint(claim: StatedClaim) -> Source:
    names = frozenset(map(name_key, claim.members))
    described = "joint statement of " + ", ".join(claim.members)
    origin = Origin(f"joint:{'+'.join(sorted(names))}", described, described)
    if len(claim.members) == 1 and COLLECTIVES.search(claim.mention):
        origin = replace(origin, description=f"{claim.mention} (one of them named)", count=2)
    return Source(origin, "joint", names, _bodies(claim), _relays(claim))


def _named(claim: StatedClaim, kind: str, name: str, described: str) -> Source:
    """The source of one name, with the claim's bodies and relays."""
    key = name_key(name)
    origin = Origin(f"{kind}:{key}", name, described)
    return Source(origin, kind, frozenset([key]), _bodies(claim), _relays(claim))


def _nameless(claim: StatedClaim, group: str) -> Source | None:
    """The source that is only described, one for a text and its copies; None where there is
    none."""
    described = claim.mention or claim.speaker_kind in ("unnamed", "group")
    if claim.speaker_kind == "none" or not described:
        return None
    kind = claim.speaker_kind if claim.speaker_kind in ("group", "document") else "unnamed"
    key = f"{kind}:{group}:{name_key(claim.mention)}"
    origin = Origin(key, None, f"{claim.mention} (no name)", _count(claim, kind))
    return Source(origin, kind, frozenset(), _bodies(claim), _relays(claim))


def _bodies(claim: StatedClaim) -> frozenset[str]:
    bodies = (claim.principal, claim.affiliation, claim.owner)
    return frozenset(name_key(body) for body in bodies if body)


def _relays(claim: StatedClaim) -> frozenset[str]:
    return frozenset(map(name_key, claim.chain))


def _count(claim: StatedClaim, kind: str) -> int:
    """How many the source may be: a declared number, two for two collectives; answers in a poll are
    one."""
    if POLLED.search(claim.mention):
        return 1
    declared = max(1, claim.declared_count or 1) if kind == "unnamed" else 1
    two_groups = (
        kind in ("unnamed", "group")
        and COLLECTIVES.search(claim.mention)
        and not WITHIN.search(claim.mention)
    )
    return max(declared, 2 if two_groups else 1)
