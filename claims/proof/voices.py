"""Whose words a claim of a draft gives."""

from __future__ import annotations

from claims.model import Claim
from claims.proof.model import Voice


def voice_of(claim: Claim) -> Voice:
    """Its speaker, with who passed the words on."""
    s = claim.speaker
    via = tuple(link.intermediary for link in claim.chain)
    return Voice(
        s.name, s.kind, s.mention, s.affiliation, s.principal, s.members, via, s.confidence
    )
