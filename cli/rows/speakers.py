"""Rows of speakers, their pages, and proposals of who is one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from store.records import FormRecord, ProposalRecord, RoleRecord, SpeakerRecord

if TYPE_CHECKING:
    from claims.identity.changes import Change


def speaker_row(speaker: SpeakerRecord) -> dict[str, Any]:
    """One speaker with counts."""
    return {
        "id": speaker.id,
        "name": speaker.name,
        "kind": speaker.kind,
        "aliases": list(speaker.aliases),
        "affiliation": speaker.affiliation,
        "claims": speaker.claims,
        "articles": speaker.articles,
        "outlets": speaker.outlets,
        "first": speaker.first,
        "last": speaker.last,
    }


def speaker_page_row(
    speaker: SpeakerRecord,
    forms: Sequence[FormRecord],
    roles: Sequence[RoleRecord],
    changes: Sequence[Change],
) -> dict[str, Any]:
    """One speaker with names, offices and what was said otherwise before; claims are added by the
    caller."""
    return {
        **speaker_row(speaker),
        "names": [
            {
                "id": f.id,
                "name": f.name,
                "affiliation": f.affiliation,
                "claims": f.claims,
                "reason": f.reason,
            }
            for f in forms
        ],
        "roles": [{"office": role.office, "from": role.since, "to": role.until} for role in roles],
        "changes": [{"before": c.before, "after": c.after, "reason": c.reason} for c in changes],
    }


def proposal_row(proposal: ProposalRecord) -> dict[str, Any]:
    """One pair of speakers that may be one."""
    return {
        "id": proposal.id,
        "a": {"id": proposal.a, "name": proposal.a_name},
        "b": {"id": proposal.b, "name": proposal.b_name},
        "kind": proposal.kind,
        "reasons": list(proposal.reasons),
        "confidence": round(proposal.confidence, 3),
    }
