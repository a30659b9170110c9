"""Rows to records; no database calls, and the way in is in to_rows.py."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import RowMapping

from claims.model import Retrieval, Span, Spans, Told
from store.database.times import exact_time, time_text
from store.records import ArticleRecord, ClaimRecord, LinkRecord

_NOTES = (
    "author", "section", "language", "unread_language", "modified", "published_inferred", "wire_inferred",
)  # fmt: skip


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
        told=tuple(Told(**told) for told in row["told"]),
        edition_changes=None if row["edition_changes"] is None else tuple(row["edition_changes"]),
        fetched=exact_time(row["fetched"]),
        retrieval=Retrieval(**row["retrieval"]) if row["retrieval"] else None,
        **{name: row[name] for name in _NOTES},
    )


_REVIEWED = frozenset(
    ("status", "reviewer", "reviewed_at", "note", "added", "found", "machine", "private_speaker")
)
_COMPOSED = frozenset(
    (
        "speaker_id", "speaker_kind", "named_kind", "cue", "source", "content", "members", "reasons",
        "setting_evidence", "chain", "label_decided",
    )
)  # fmt: skip
_SAME_AS_COLUMN = tuple(
    field.name for field in fields(ClaimRecord) if field.name not in _REVIEWED | _COMPOSED
)
"""What a claim's record takes as the joined row has it; so a new value needs no line here."""


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
        label_decided=bool(row["label_decided"]),
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


def _spans(pairs: Iterable[Sequence[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)


def _link(row: RowMapping) -> LinkRecord:
    evidence = None if row["evidence"] is None else (row["start"], row["end"], row["evidence"])
    return LinkRecord(intermediary=row["intermediary"], evidence=evidence, inferred=row["inferred"])
