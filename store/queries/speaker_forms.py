"""What goes under one speaker: the names that articles give, and the offices that people entered."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from store.queries.filters import same_speaker
from store.records import FormRecord, RoleRecord
from store.speakers.bearer import EFFECTIVE_SPEAKER, said_by
from store.tables import RoleRow, SpeakerRow
from store.tables.columns import col


def forms(connection: Connection, canonical: str) -> list[FormRecord]:
    """The names that go under a speaker, with their claims and why they do; the shown one first."""
    names = select(col(SpeakerRow.id)).where(col(SpeakerRow.canonical_id) == canonical)
    each = select(EFFECTIVE_SPEAKER, func.count()).where(said_by(names))
    claims = {row[0]: row[1] for row in connection.execute(each.group_by(EFFECTIVE_SPEAKER))}
    query = (
        select(col(SpeakerRow.id), col(SpeakerRow.name), col(SpeakerRow.affiliation), col(SpeakerRow.joined))
        .where(col(SpeakerRow.canonical_id) == canonical)
        .order_by(col(SpeakerRow.name), col(SpeakerRow.id))
    )  # fmt: skip
    records = [
        FormRecord(row.id, row.name, row.affiliation, claims.get(row.id, 0), row.joined)
        for row in connection.execute(query)
    ]
    return sorted(records, key=lambda form: form.id != canonical)


def roles(connection: Connection, canonical: str) -> list[RoleRecord]:
    """The offices that people entered for a speaker, by date."""
    query = select(col(RoleRow.office), col(RoleRow.since), col(RoleRow.until)).where(
        same_speaker(col(RoleRow.speaker_id), canonical)
    )
    rows = connection.execute(query.order_by(col(RoleRow.since), col(RoleRow.id)))
    return [RoleRecord(row.office, row.since, row.until) for row in rows]
