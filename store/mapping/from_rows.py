"""Rows to records and to what weighing takes in; no database calls, and the way in is in
to_rows.py."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import RowMapping

from claims.corroborate.model import StatedArticle, StatedClaim
from claims.model import Span, Spans
from store.database.times import time_text
from store.records import ArticleRecord, ClaimRecord, LinkRecord


def article_record(row: RowMapping) -> ArticleRecord:
    """An article of a joined row."""
    evidence = (
        None
        if row["dateline_start"] is None
        else (row["dateline_start"], row["dateline_end"], row["dateline_text"])
    )
    return ArticleRecord(
        id=row["id"],
        doc=row["doc"],
        text=row["text"],
        title=row["title"],
        url=row["url"],
        outlet=row["outlet"],
        outlet_inferred=row["outlet_inferred"],
        wire=row["wire"],
        byline=tuple(row["byline"]),
        dateline_place=row["dateline_place"],
        dateline_date=row["dateline_date"],
        dateline_evidence=evidence,
        published=row["published"],
        edition_of=row["edition_of"],
        current=row["current"],
        credits=tuple(row["credits"]),
    )


_REVIEWED = frozenset(
    ("status", "reviewer", "reviewed_at", "note", "added", "found", "machine", "private_speaker")
)
_COMPOSED = frozenset(
    (
        "speaker_id", "speaker_kind", "named_kind", "cue", "source", "content", "members", "reasons",
        "setting_evidence", "chain",
    )
)  # fmt: skip
_SAME_AS_COLUMN = tuple(
    field.name for field in fields(ClaimRecord) if field.name not in _REVIEWED | _COMPOSED
)
"""What a claim's record takes as the joined row has it; so a new value needs no line here."""
_SAME_AS_RECORD = tuple(
    field.name for field in fields(StatedClaim) if field.name not in ("chain", "owner", "reviewed")
)
"""What corroboration takes of a claim's record."""


def claim_record(row: RowMapping, links: Sequence[RowMapping]) -> ClaimRecord:
    """A claim of a joined row and the rows of its chain."""
    same = {name: row[name] for name in _SAME_AS_COLUMN}
    return ClaimRecord(
        **same,
        **_review(row),
        speaker_id=row["canonical_id"],
        speaker_kind=row["canonical_kind"] if row["effective_speaker_id"] else row["speaker_kind"],
        named_kind=row["speaker_kind"],
        cue=_spans(row["cue"]),
        source=_spans(row["source"]),
        content=_spans(row["content"]),
        members=tuple(row["members"]),
        reasons=tuple(row["reasons"]),
        setting_evidence={name: tuple(at) for name, at in row["setting_evidence"].items()},
        chain=tuple(_link(link) for link in links),
    )


def _review(row: RowMapping) -> dict[str, Any]:
    if row["review_status"] is None:
        return {}
    return {
        "status": row["review_status"],
        "reviewer": row["review_reviewer"] or None,
        "reviewed_at": time_text(row["review_at"]),
        "note": row["review_note"],
        "added": row["review_added"],
        "found": row["review_found"],
        "machine": row["review_machine"] or None,
        "private_speaker": row["review_private_speaker"],
    }


def stated_claim(record: ClaimRecord, owner: str | None = None) -> StatedClaim:
    """A claim as weighing needs it; owner is that of the outlet on whose word it rests."""
    return StatedClaim(
        **{name: getattr(record, name) for name in _SAME_AS_RECORD},
        chain=tuple(link.intermediary for link in record.chain),
        owner=owner,
        reviewed=_reviewed(record),
    )


def _reviewed(record: ClaimRecord) -> str:
    """What a person decided that weighing must own up to."""
    reviewer = record.reviewer or "a reviewer"
    if record.added:
        return f"entered by {reviewer}"
    if record.status == "wrong":
        return f"marked wrong by {reviewer}"
    if not record.machine:
        return ""
    was = {
        "speaker": f"speaker (was {record.machine.get('speaker') or 'nobody'})"
        if "speaker" in record.machine
        else "",
        "content": "content" if "content" in record.machine else "",
        "source": "source" if "source" in record.machine else "",
        "stance": f"stance (was {record.machine.get('stance')})"
        if "stance" in record.machine
        else "",
        "chain": "chain" if "chain" in record.machine else "",
    }
    return (
        f"corrected by {reviewer}: " + ", ".join(part for part in was.values() if part)
        if any(was.values())
        else ""
    )


def stated_article(article: ArticleRecord, claims: Sequence[ClaimRecord]) -> StatedArticle:
    """An article as weighing needs it."""
    return StatedArticle(
        id=article.id,
        doc=article.doc,
        text=article.text,
        outlet=article.outlet,
        wire=article.wire,
        credits=article.credits,
        byline=article.byline,
        published=article.published,
        dateline=article.dateline_place,
        claims=tuple(stated_claim(claim) for claim in claims if claim.status != "wrong"),
        left_out=tuple(stated_claim(claim) for claim in claims if claim.status == "wrong"),
    )


def _spans(pairs: Iterable[Sequence[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)


def _link(row: RowMapping) -> LinkRecord:
    evidence = None if row["evidence"] is None else (row["start"], row["end"], row["evidence"])
    return LinkRecord(intermediary=row["intermediary"], evidence=evidence, inferred=row["inferred"])
