"""Under which name a claim counts, as a statement asks it; claim_speaker.py enters it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, union_all

from store.tables import ClaimRow
from store.tables.columns import col, table_of

EFFECTIVE_SPEAKER: Any = func.coalesce(col(ClaimRow.effective_speaker_id), col(ClaimRow.speaker_id))
"""The id of the name under which a claim counts."""
_SAID = table_of(ClaimRow).alias("said")


def said_by(names: Select[Any]) -> ColumnElement[bool]:
    """Claims that count under one of the names; found by two indexes, whatever else is asked of them."""
    return col(ClaimRow.number).in_(union_all(*said_numbers(names)))


def said_numbers(names: Select[Any]) -> tuple[Select[Any], Select[Any]]:
    """The numbers of these claims, by what the machine found and by what people decided."""
    own = _SAID.c.effective_speaker_id.is_(None) & _SAID.c.speaker_id.in_(names)
    given = _SAID.c.effective_speaker_id.in_(names)
    return select(_SAID.c.number).where(own), select(_SAID.c.number).where(given)
