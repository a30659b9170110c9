"""Rows of the claims of an article that is in no store."""

from __future__ import annotations

from typing import Any

from claims.model import Claim, Reading


def vouching_row(reading: Reading, claim: Claim) -> dict[str, Any]:
    """A claim with who vouches for it; the keys mean what they mean in a row of `list`."""
    return {
        "doc": reading.article.doc,
        "outlet": reading.outlet,
        "published": reading.published,
        "speaker": claim.speaker.name,
        "speaker_kind": claim.speaker.kind,
        "mention": claim.speaker.mention,
        "members": list(claim.speaker.members),
        "chain": [link.intermediary for link in claim.chain],
        "quote": reading.text_of(claim.content),
        "cue_text": reading.text_of(claim.cue),
        "kind": claim.kind,
        "stance": claim.stance.stance,
        "polarity": claim.stance.polarity,
        "nested": claim.nested,
        "confidence": claim.confidence,
        "content": [[start, end] for start, end in claim.content],
    }
