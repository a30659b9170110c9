"""Whose words they are that a part in a broadcast reads out: "PRESENTER: Orr was there. READER: “…”"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claims.folding import fold_mention
from claims.model import Claim, Reading
from claims.proof.model import Voice
from claims.proof.voices import voice_of
from claims.rules.lists import words

NAMED_WITHIN = 500
"""Characters before a label in which the others bring in whom it reads."""
NOT_SURE = 0.6
"""Confidence of who was named last."""


def is_part(text: str, claim: Claim) -> bool:
    """Whether a label of a broadcast gives the claim, which is the draft's own telling or somebody else's words."""
    if any(text[start:end] != ":" for start, end in claim.cue):
        return False
    label = fold_mention(claim.speaker.mention).rstrip("0123456789").rstrip()
    return claim.speaker.name is None and label in words("turns", "broadcast_parts")


def read_out(reading: Reading, claim: Claim) -> Voice:
    """Who speaks last before the label of a part, or was named last; nobody where nobody is."""
    text, at = reading.article.text, (claim.source or claim.content)[0].start
    others = [c for c in reading.claims if c.content and not is_part(text, c)]
    before = [c for c in others if c.source and at - NAMED_WITHIN <= c.source[0].start < at]
    last = max(before, key=lambda c: c.source[0].start, default=None)
    name, named_at = _named_last(text, {*_names(others)}, at)
    label = claim.speaker.mention
    if last is not None and last.source[0].start >= named_at:
        spoken = voice_of(last)
        return replace(spoken, mention=label, confidence=NOT_SURE) if spoken.name else spoken
    return Voice(name, "person", label, confidence=NOT_SURE) if name else voice_of(claim)


def _names(claims: Iterable[Claim]) -> Iterable[str]:
    return (c.speaker.name for c in claims if c.speaker.name and c.speaker.kind == "person")


def _named_last(text: str, names: Iterable[str], at: int) -> tuple[str | None, int]:
    """Which of some people is named last before a place, and where; none in -1."""
    start = max(0, at - NAMED_WITHIN)
    placed = ((text.rfind(name.split()[-1], start, at), name) for name in names)
    where, name = max(placed, default=(-1, ""))
    return (name or None, where) if where >= 0 else (None, -1)
