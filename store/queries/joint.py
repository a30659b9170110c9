"""Claims that several speakers make together."""

from __future__ import annotations

from sqlalchemy import Connection, select

from claims.folding import name_key
from store.queries.claims import claims_where
from store.records import ClaimRecord
from store.tables import ClaimRow, SpeakerNameRow, SpeakerRow
from store.tables.columns import col


def joint_claims(connection: Connection, canonical: str) -> list[ClaimRecord]:
    """Claims that a speaker makes together with others, in time order."""
    written = (
        select(col(SpeakerNameRow.name))
        .join(SpeakerRow, col(SpeakerRow.id) == col(SpeakerNameRow.speaker_id))
        .where(col(SpeakerRow.canonical_id) == canonical)
    )
    names = {name_key(name) for name in connection.execute(written).scalars()}
    joint = select(col(ClaimRow.number), col(ClaimRow.members)).where(
        # Several have no name of their own: within an index that leaves few to look at.
        col(ClaimRow.speaker_id).is_(None),
        col(ClaimRow.speaker_kind) == "joint",
        col(ClaimRow.vanished).is_(False),
    )
    own = [
        row.number
        for row in connection.execute(joint)
        if names & {name_key(member) for member in row.members}
    ]
    return list(claims_where(connection, col(ClaimRow.number).in_(own))) if own else []
