"""What goes under one speaker: the names that articles give, and the offices that people entered."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from store.queries.filters import same_speaker
from store.records import FormRecord, RoleRecord
from store.tables import ClaimRow, RoleRow, SpeakerRow
from store.tables.columns import col, table_of

_SAID = table_of(ClaimRow).alias("said")


def forms(connection: Connection, canonical: str) -> list[FormRecord]:
    """The names that go under a speaker, with their claims and why they do; the shown one first."""
    records = [FormRecord(*row) for row in connection.execute(_forms(), {"canonical": canonical})]
    return sorted(records, key=lambda form: form.id != canonical)


@cache
def _forms() -> Select[Any]:
    """Put together once, which costs more than to run it."""
    own = _SAID.c.effective_speaker_id.is_(None) & (_SAID.c.speaker_id == col(SpeakerRow.id))
    given = _SAID.c.effective_speaker_id == col(SpeakerRow.id)
    count = select(func.count()).select_from(_SAID).correlate(SpeakerRow)
    claims: Any = count.where(own).scalar_subquery() + count.where(given).scalar_subquery()
    columns = (col(SpeakerRow.id), col(SpeakerRow.name), col(SpeakerRow.affiliation))
    return (
        select(*columns, claims, col(SpeakerRow.joined))
        .where(col(SpeakerRow.canonical_id) == bindparam("canonical"))
        .order_by(col(SpeakerRow.name), col(SpeakerRow.id))
    )


def roles(connection: Connection, canonical: str) -> list[RoleRecord]:
    """The offices that people entered for a speaker, by date."""
    query = select(col(RoleRow.office), col(RoleRow.since), col(RoleRow.until)).where(
        same_speaker(col(RoleRow.speaker_id), canonical)
    )
    rows = connection.execute(query.order_by(col(RoleRow.since), col(RoleRow.id)))
    return [RoleRecord(row.office, row.since, row.until) for row in rows]
