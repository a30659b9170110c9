"""The verdict on what a draft gives in indirect speech: the nearest claims by meaning, and in what they depart."""

from __future__ import annotations

from collections.abc import Sequence

from claims.model import Reading
from claims.proof.meaning import Near, Said, nearest
from claims.proof.model import Change, Finding, Passage, RecordedArticle
from claims.proof.mouths import same_mouth
from claims.proof.quotation import places

MIN_LIKELY = 0.4


def prove_indirect(
    reading: Reading, passage: Passage, articles: Sequence[RecordedArticle]
) -> Finding:
    """What the record holds of indirect speech."""
    near = nearest(Said(reading, passage), articles)
    own = [n for n in near if same_mouth(passage.voice, n.claim.voice) != "other"]
    others = [n for n in near if n not in own]
    if own and own[0].likely >= MIN_LIKELY:
        return _of_speaker(reading, passage, own)
    if others and others[0].likely >= MIN_LIKELY:
        return Finding(passage, "other speaker", places=places(others))
    return Finding(passage, "not on record", places=places(near))


def _of_speaker(reading: Reading, passage: Passage, own: Sequence[Near]) -> Finding:
    best = own[0]
    shown = places(own)
    changes = _differs(best)
    if changes:
        return Finding(passage, "differs", changes, places=shown)
    return Finding(passage, "paraphrase", places=shown)


def _differs(near: Near) -> tuple[Change, ...]:
    difference = near.agreement.difference
    out: list[Change] = []
    if all(difference.figures):
        out.append("number")
    if difference.negated or difference.opposed:
        out.append("negation")
    if all(difference.names):
        out.append("name")
    if all(difference.dates):
        out.append("time")
    return tuple(out)
