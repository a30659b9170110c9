"""Revision 0012: tables and columns take the words of the records; frozen."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

COLUMNS = {
    "claim": {"bearer_id": "effective_speaker_id", "bearer_reason": "effective_speaker_reason"},
    "speakersplit": {"bearer_id": "effective_speaker_id"},
    "chainlink": {"who": "intermediary"},
    "review": {"who": "reviewer"},
    "proposition": {
        "least": "origins_min",
        "most": "origins_max",
        "said_least": "channels_min",
        "said_most": "channels_max",
    },
}


def upgrade() -> None:
    """Renames in place, so that no row is written again but those of corrected chains."""
    op.drop_index("ix_claim_bearer_id", "claim")
    op.drop_index("ix_unweighed_order", "unweighed")
    op.rename_table("parted", "speakersplit")
    op.rename_table("unweighed", "pendingarticle")
    for table, renamed in COLUMNS.items():
        for former, name in renamed.items():
            op.execute(f'ALTER TABLE {table} RENAME COLUMN "{former}" TO "{name}"')
    op.create_index("ix_claim_effective_speaker_id", "claim", ["effective_speaker_id"])
    op.create_index("ix_pendingarticle_order", "pendingarticle", ["published_key", "article_id"])
    _rename_kept_links()


def _rename_kept_links() -> None:
    """The machine's chain, kept where a person's replaced it, names its columns."""
    review = sa.table("review", sa.column("claim_id", sa.String), sa.column("machine", sa.JSON))
    connection = op.get_bind()
    for claim_id, machine in connection.execute(sa.select(review)).all():
        kept = json.loads(machine) if isinstance(machine, str) else machine
        if "chain" not in kept:
            continue
        links = [
            {"intermediary" if key == "who" else key: value for key, value in link.items()}
            for link in kept["chain"]
        ]
        connection.execute(
            sa.update(review)
            .where(review.c.claim_id == claim_id)
            .values(machine=kept | {"chain": links})
        )
