"""What one article by itself tells of its speakers: a surname beside the one full name, an
affiliation said once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from claims.folding import name_key
from claims.identity.name_word import same
from claims.identity.person_name import parse
from claims.model import Claim, Speaker


def settle(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with bare surnames given to the one person so named in full here, and affiliations
    carried over."""
    whole = _whole_names(claims)
    named = [_in_full(claim, whole) for claim in claims]
    affiliations: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for claim in named:
        if claim.speaker.name and claim.speaker.affiliation:
            affiliations[_key(claim.speaker)].add(claim.speaker.affiliation)
    return tuple(
        _affiliated(claim, affiliations.get(_key(claim.speaker), set())) for claim in named
    )


def _key(speaker: Speaker) -> tuple[str, bool]:
    return name_key(speaker.name or ""), speaker.kind == "person"


def _whole_names(claims: Sequence[Claim]) -> list[str]:
    names = {c.speaker.name for c in claims if c.speaker.kind == "person" and c.speaker.name}
    return sorted(name for name in names if parse(name).is_whole)


def _in_full(claim: Claim, whole: Sequence[str]) -> Claim:
    speaker = claim.speaker
    if speaker.kind != "person" or not speaker.name or speaker.name in whole:
        return claim
    bare = parse(speaker.name).words
    if not bare:
        return claim
    fitting = {name_key(name): name for name in whole if same(parse(name).words[-1], bare[-1])}
    if len(fitting) != 1 or len(bare) > 2:
        return claim
    (full,) = fitting.values()
    reason = f"“{speaker.name}” alone, and the article names {full} in full"
    return replace(claim, speaker=replace(speaker, name=full, reasons=(*speaker.reasons, reason)))


def _affiliated(claim: Claim, affiliations: set[str]) -> Claim:
    if claim.speaker.affiliation or not claim.speaker.name or len(affiliations) != 1:
        return claim
    (affiliation,) = affiliations
    return replace(claim, speaker=replace(claim.speaker, affiliation=affiliation))
