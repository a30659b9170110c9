"""Rows of claims, with every span."""

from __future__ import annotations

from typing import Any

from claims.model import Spans, cut
from store.records import ClaimRecord

UNIT = "codepoint"
"""What offsets count."""


def claim_row(claim: ClaimRecord) -> dict[str, Any]:
    """One claim with every span."""
    return {
        "id": claim.id,
        **_article_keys(claim),
        **_speaker_keys(claim),
        **_statement_keys(claim),
        "cue": as_lists(claim.cue),
        "source": as_lists(claim.source),
        "content": as_lists(claim.content),
        "cue_text": claim.cue_text,
        "spans": spans(claim),
        "unit": UNIT,
        **review_keys(claim),
    }


def _article_keys(claim: ClaimRecord) -> dict[str, Any]:
    return {
        "article": claim.article_id,
        "doc": claim.doc,
        "outlet": claim.outlet,
        "wire": claim.wire,
        "published": claim.published,
        "url": claim.url,
    }


def _speaker_keys(claim: ClaimRecord) -> dict[str, Any]:
    return {
        "speaker": claim.speaker,
        "speaker_kind": claim.speaker_kind,
        "mention": claim.mention,
        "members": list(claim.members),
        "named": claim.named,
        "via": claim.via,
        "chain": [link.intermediary for link in claim.chain],
        "said_on": claim.said_on,
        "said_on_precision": claim.said_on_precision,
        "channel": claim.channel,
        "venue": claim.venue,
        "audience": claim.audience,
        "anonymity": claim.anonymity,
        "anonymity_words": anonymity_words(claim),
    }


def anonymity_words(claim: ClaimRecord) -> str | None:
    """The words of the article that say why the source is unnamed."""
    shown = claim.setting_evidence.get("anonymity")
    return shown[2] if claim.anonymity and shown and shown[2] else None


def _statement_keys(claim: ClaimRecord) -> dict[str, Any]:
    return {
        "quote": claim.quote,
        "kind": claim.kind,
        "stance": claim.stance,
        "polarity": claim.polarity,
        "hedged": claim.hedged,
        "saying": claim.saying,
        "nested": claim.nested,
        "label": claim.label,
        "label_decided": claim.label_decided,
        "confidence": claim.confidence,
    }


def review_keys(claim: ClaimRecord) -> dict[str, Any]:
    """What people decided on a claim, and what the machine had found where they put something
    right."""
    machine = {
        key: value
        for key, value in (claim.machine or {}).items()
        if key not in ("speaker_id", "start", "prefix", "suffix")
    }
    if "chain" in machine:
        machine["chain"] = [link["intermediary"] for link in machine["chain"]]
    return {
        "status": claim.status,
        "reviewer": claim.reviewer,
        "reviewed_at": claim.reviewed_at,
        "note": claim.note or None,
        "added": claim.added,
        "found": claim.found,
        "machine": machine or None,
    }


def spans(claim: ClaimRecord) -> list[dict[str, Any]]:
    """Every span of a claim with its part, its place and its own words, in the order of cue,
    source, content."""
    return [
        {"part": part, "start": start, "end": end, "text": words}
        for part, places, whole in (
            ("cue", claim.cue, claim.cue_text),
            ("source", claim.source, claim.mention),
            ("content", claim.content, claim.quote),
        )
        for (start, end), words in zip(places, cut(places, whole), strict=True)
    ]


def as_lists(spans: Spans) -> list[list[int]]:
    return [[span[0], span[1]] for span in spans]
