"""`store.decisions`: what people decide, on claims, articles and speakers, and taking it back."""

from __future__ import annotations

from store.decisions import apply, on_claims, shown, speaker_decisions
from store.doors.door import Door, reads, writes


class Decisions(Door):
    """People's decisions: appended, never changed; each names its reviewer."""

    select = reads(shown.select)
    in_force = reads(shown.in_force)
    history = reads(shown.history)
    latest = reads(shown.latest)
    decide = writes(apply.decide)
    add_claim = writes(apply.add_claim)
    undo = writes(shown.undo)
    redo = writes(shown.redo)
    take_back = writes(shown.take_back)
    merge = writes(speaker_decisions.merge)
    split = writes(speaker_decisions.split)
    split_articles = writes(speaker_decisions.split_articles)
    reject = writes(speaker_decisions.reject)
    alias = writes(speaker_decisions.alias)
    role = writes(speaker_decisions.role)
    rebuild = writes(on_claims.rebuild)
