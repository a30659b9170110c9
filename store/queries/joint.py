"""Claims that several speakers make together."""

from __future__ import annotations

from sqlalchemy import Connection, select

from claims.folding import name_key
from store.database.rows import chunks
from store.queries.claims import claims_where
from store.records import ClaimRecord
from store.tables import ClaimRow, JointMemberRow, SpeakerNameRow, SpeakerRow
from store.tables.columns import col

MAX_CHARS = 200
"""Of a member's name that are entered: indices end somewhere, and names that begin alike are few."""
IS_JOINT = (
    col(ClaimRow.speaker_id).is_(None),
    col(ClaimRow.speaker_kind) == "joint",
    col(ClaimRow.vanished).is_(False),
)
"""Several have no name of their own."""


def joint_claims(connection: Connection, canonical: str) -> list[ClaimRecord]:
    """Claims that a speaker makes together with others, in time order."""
    written = (
        select(col(SpeakerNameRow.name))
        .join(SpeakerRow, col(SpeakerRow.id) == col(SpeakerNameRow.speaker_id))
        .where(col(SpeakerRow.canonical_id) == canonical)
    )
    names = {name_key(name) for name in connection.execute(written).scalars()}
    led: set[int] = set()
    for some in chunks(sorted({name[:MAX_CHARS] for name in names})):
        query = select(col(JointMemberRow.number)).where(col(JointMemberRow.key).in_(some))
        led |= set(connection.execute(query).scalars())
    if not led:
        return []
    return [
        claim
        for claim in claims_where(connection, col(ClaimRow.number).in_(led), *IS_JOINT)
        if names & {name_key(member) for member in claim.members}
    ]
