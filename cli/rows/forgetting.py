"""Rows of what was forgotten, and of what may not come back."""

from __future__ import annotations

from typing import Any

from store.records import ForgettingRecord


def forgetting_row(record: ForgettingRecord) -> dict[str, Any]:
    """One thing with what went along."""
    return {
        "what": record.kind,
        "name": record.name,
        "articles": record.articles,
        "claims": record.claims,
        "decisions": record.decisions,
        "speakers": record.speakers,
        "outlets": record.outlets,
        "stands_in": list(record.stands_in),
    }


def tombstone_row(tombstone: tuple[str, tuple[int, str]]) -> dict[str, Any]:
    """A kind of tombstone: how many there are, and when the latest was set."""
    kind, (count, latest) = tombstone
    return {"kind": kind, "count": count, "latest": latest}
