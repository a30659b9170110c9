"""The machine's reasons for a claim, and which of them hold no more; pure."""

from __future__ import annotations

from collections.abc import Iterator

from store.records import ClaimRecord

_SPEAKER_VALUES = frozenset({"speaker", "speaker_kind", "mention"})
_STANCE_VALUES = frozenset({"stance", "polarity"})


def speaker_put_right(claim: ClaimRecord) -> bool:
    """Whether a person's speaker stands in the place of the machine's."""
    return not _SPEAKER_VALUES.isdisjoint(claim.machine or {})


def machine_reasons(claim: ClaimRecord) -> Iterator[tuple[str, bool]]:
    """Each reason, and whether a person overruled what it is for."""
    stance_put_right = not _STANCE_VALUES.isdisjoint(claim.machine or {})
    # The stance's is the last one of what was read (claims/pipeline.py); what a person entered has
    # none for it.
    stance_at = -1 if claim.added else len(claim.reasons) - 1
    for i, reason in enumerate(claim.reasons):
        yield reason, stance_put_right if i == stance_at else speaker_put_right(claim)
