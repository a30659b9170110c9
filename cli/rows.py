"""The shape of machine-readable rows: a contract, schema 1; nothing is written or looked up here."""

from __future__ import annotations

from typing import Any

from claims.model import Spans
from store.records import ClaimRecord, CopyRecord, SpeakerRecord, VerdictRecord

UNIT = "codepoint"
"""What offsets count."""


def claim_row(claim: ClaimRecord) -> dict[str, Any]:
    """One claim with every span."""
    return {
        "id": claim.id,
        "article": claim.article_id,
        "doc": claim.doc,
        "outlet": claim.outlet,
        "wire": claim.wire,
        "published": claim.published,
        "speaker": claim.speaker,
        "speaker_kind": claim.speaker_kind,
        "mention": claim.mention,
        "members": list(claim.members),
        "via": claim.via,
        "chain": [link.who for link in claim.chain],
        "said_on": claim.said_on,
        "said_on_precision": claim.said_on_precision,
        "channel": claim.channel,
        "venue": claim.venue,
        "audience": claim.audience,
        "quote": claim.quote,
        "kind": claim.kind,
        "stance": claim.stance,
        "polarity": claim.polarity,
        "hedged": claim.hedged,
        "nested": claim.nested,
        "label": claim.label,
        "confidence": claim.confidence,
        "cue": _spans(claim.cue),
        "source": _spans(claim.source),
        "content": _spans(claim.content),
        "unit": UNIT,
    }


def flat_claim(claim: ClaimRecord) -> dict[str, Any]:
    """One claim as a flat row: text, start and end of each part, several parts joined by "; "."""
    row = {
        key: value
        for key, value in claim_row(claim).items()
        if key not in ("cue", "source", "content", "unit", "quote", "mention")
    }
    for name, spans, words in (
        ("cue", claim.cue, claim.cue_text),
        ("source", claim.source, claim.mention),
        ("content", claim.content, claim.quote),
    ):
        row[f"{name}_text"] = words
        row[f"{name}_start"] = "; ".join(str(span[0]) for span in spans)
        row[f"{name}_end"] = "; ".join(str(span[1]) for span in spans)
    return {**row, "unit": UNIT}


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


def verdict_row(verdict: VerdictRecord) -> dict[str, Any]:
    """One proposition, exactly as DESIGN section 6 has it."""
    claims = [
        {
            "id": m.claim.id,
            "doc": m.claim.doc,
            "outlet": m.claim.outlet,
            "content": _spans(m.claim.content),
            "quote": m.claim.quote,
            "speaker": m.claim.speaker,
            "stance": m.claim.stance,
            "role": m.role,
            "origin": m.origin,
            "copy_of": m.copy_of,
        }
        for m in verdict.claims
    ]
    return {
        "proposition": verdict.id,
        "label": verdict.label,
        "named": verdict.named,
        "contested": verdict.contested,
        "conflicts_with": list(verdict.conflicts_with),
        "min": verdict.min,
        "max": verdict.max,
        "said": {"min": verdict.said_min, "max": verdict.said_max},
        "claims": claims,
        "reasons": list(verdict.reasons),
    }


def copy_row(copy: CopyRecord) -> dict[str, Any]:
    """One copy, exactly as DESIGN section 6 has it."""
    return {"doc": copy.doc, "of": copy.of, "share": copy.share, "evidence": copy.evidence}


def _spans(spans: Spans) -> list[list[int]]:
    return [[span[0], span[1]] for span in spans]
