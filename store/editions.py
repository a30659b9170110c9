"""Which claims of a new edition are those of the former one; no SQL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rapidfuzz import fuzz

LIKE = 60.0
"""Likeness of two wordings, of 100, from which they are one claim that changed."""


def match(old: Sequence[Any], new: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """New claim id -> the old row that it goes on from; each old row once, the likest first."""
    pairs = sorted(
        ((fuzz.ratio(row.quote, item["quote"]), item["id"], row) for row in old for item in new if _same_source(row, item)),
        key=lambda pair: (-pair[0], pair[1]),
    )
    out: dict[str, Any] = {}
    used: set[str] = set()
    for likeness, new_id, row in pairs:
        if likeness >= LIKE and new_id not in out and row.id not in used:
            out[new_id] = row
            used.add(row.id)
    return out


def _same_source(row: Any, item: dict[str, Any]) -> bool:
    if row.speaker_id and item["speaker_id"]:
        return bool(row.speaker_id == item["speaker_id"])
    return bool(row.mention.casefold() == item["mention"].casefold() or (not row.source and not item["source"]))
