"""Rows of claims, with every span."""

from __future__ import annotations

from typing import Any

from claims.model import Spans
from store.records import ClaimRecord

UNIT = "codepoint"
"""What offsets count."""


JOINT = " … "
"""What stands between parts that are apart."""


def claim_row(claim: ClaimRecord) -> dict[str, Any]:
    """One claim with every span."""
    return {
        "id": claim.id,
        **_article_keys(claim),
        **_speaker_keys(claim),
        **_statement_keys(claim),
        "cue": _spans(claim.cue),
        "source": _spans(claim.source),
        "content": _spans(claim.content),
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
    }


def _statement_keys(claim: ClaimRecord) -> dict[str, Any]:
    return {
        "quote": claim.quote,
        "kind": claim.kind,
        "stance": claim.stance,
        "polarity": claim.polarity,
        "hedged": claim.hedged,
        "nested": claim.nested,
        "label": claim.label,
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
        for (start, end), words in zip(places, _words(places, whole), strict=True)
    ]


def _words(places: Spans, whole: str) -> list[str | None]:
    """The words of each span, cut from all of them as text_of joins them; None where a line's own
    words differ."""
    if sum(end - start for start, end in places) + len(JOINT) * max(0, len(places) - 1) != len(
        whole
    ):
        return [None] * len(places)
    at, words = 0, list[str | None]()
    for start, end in places:
        words.append(whole[at : at + end - start])
        at += end - start + len(JOINT)
    return words


def _spans(spans: Spans) -> list[list[int]]:
    return [[span[0], span[1]] for span in spans]
