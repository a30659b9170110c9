"""Accusations that nobody reviewed: no page to hand on repeats them unasked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.rules.vocabulary import ACCUSING_STANCES
from store.records import ClaimRecord, VerdictRecord


def is_open_accusation(claim: ClaimRecord) -> bool:
    """Whether somebody is accused by a claim that nobody reviewed."""
    return claim.stance in ACCUSING_STANCES and claim.status == "unreviewed"


def without(verdicts: Sequence[VerdictRecord]) -> list[VerdictRecord]:
    """The propositions without such claims; those that are made of nothing else are left out."""
    rest = [
        replace(v, claims=tuple(m for m in v.claims if not is_open_accusation(m.claim)))
        for v in verdicts
    ]
    return [verdict for verdict in rest if verdict.claims]
