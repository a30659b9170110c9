"""Revision 0001: the first tables; frozen."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from store.database.search import create_index

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _columns(
    kind: sa.types.TypeEngine[Any], *names: str, nullable: bool = False
) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=nullable) for name in names]


def upgrade() -> None:
    """Makes every table and the search index."""
    _conflict()
    _decision()
    _meta()
    _outlet()
    _proposition()
    _run()
    _speaker()
    _article()
    _originlink()
    _role()
    _speakername()
    _claim()
    _copy()
    _chainlink()
    _propositionclaim()
    op.execute("INSERT INTO meta (key, value) VALUES ('saved', 0), ('weighed', 0)")
    create_index(op.get_bind())


def _conflict() -> None:
    op.create_table(
        "conflict",
        *_columns(sa.Integer(), "id"),
        *_columns(sa.String(), "a", "b"),
        *_columns(sa.Text(), "reason"),
        sa.PrimaryKeyConstraint("id"),
    )


def _decision() -> None:
    op.create_table(
        "decision",
        *_columns(sa.Integer(), "id"),
        *_columns(sa.DateTime(timezone=True), "at"),
        *_columns(sa.String(), "who", "what", "subject"),
        *_columns(sa.Text(), "old", "new", nullable=True),
        *_columns(sa.Text(), "note"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_decision_subject", "decision", ["subject"])


def _meta() -> None:
    op.create_table(
        "meta",
        *_columns(sa.String(), "key"),
        *_columns(sa.Integer(), "value"),
        sa.PrimaryKeyConstraint("key"),
    )


def _outlet() -> None:
    op.create_table(
        "outlet",
        *_columns(sa.String(), "id", "name", "key"),
        *_columns(sa.String(), "kind", "domain", "owner", nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_outlet_name", "outlet", ["name"])


def _proposition() -> None:
    op.create_table(
        "proposition",
        *_columns(sa.String(), "id", "label"),
        *_columns(sa.Boolean(), "named", "contested"),
        *_columns(sa.Integer(), "least", "most", "said_least", "said_most"),
        *_columns(sa.JSON(), "conflicts_with", "origins", "reasons"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_proposition_label", "proposition", ["label"])


def _run() -> None:
    op.create_table(
        "run",
        *_columns(sa.String(), "id", "command"),
        *_columns(sa.DateTime(timezone=True), "started"),
        *_columns(sa.DateTime(timezone=True), "finished", nullable=True),
        *_columns(sa.JSON(), "versions", "counts", "failures"),
        sa.PrimaryKeyConstraint("id"),
    )


def _speaker() -> None:
    op.create_table(
        "speaker",
        *_columns(sa.String(), "id", "name", "kind"),
        *_columns(sa.String(), "affiliation", "principal", nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_speaker_name", "speaker", ["name"])


def _article() -> None:
    op.create_table(
        "article",
        *_columns(sa.String(), "id", "doc"),
        *_columns(sa.Text(), "text"),
        *_columns(sa.String(), "text_hash"),
        *_columns(sa.String(), "title", "url", "url_key", "outlet_id", nullable=True),
        *_columns(sa.Boolean(), "outlet_inferred"),
        *_columns(sa.String(), "wire", nullable=True),
        *_columns(sa.Boolean(), "wire_inferred"),
        *_columns(sa.String(), "author", nullable=True),
        *_columns(sa.JSON(), "byline", "credits"),
        *_columns(sa.String(), "dateline_place", "dateline_date", nullable=True),
        *_columns(sa.Integer(), "dateline_start", "dateline_end", nullable=True),
        *_columns(sa.String(), "dateline_text", "published", nullable=True),
        *_columns(sa.Boolean(), "published_inferred"),
        *_columns(sa.String(), "published_key"),
        *_columns(sa.DateTime(timezone=True), "fetched"),
        *_columns(sa.String(), "edition_of", nullable=True),
        *_columns(sa.Boolean(), "current"),
        *_columns(sa.String(), "detector", "run_id", nullable=True),
        sa.ForeignKeyConstraint(["edition_of"], ["article.id"]),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlet.id"]),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    for name in (
        "current",
        "doc",
        "edition_of",
        "outlet_id",
        "published_key",
        "text_hash",
        "url_key",
    ):
        op.create_index(f"ix_article_{name}", "article", [name])


def _originlink() -> None:
    op.create_table(
        "originlink",
        *_columns(sa.Integer(), "id"),
        *_columns(sa.String(), "proposition_id"),
        *_columns(sa.Text(), "a", "b"),
        *_columns(sa.String(), "relation"),
        *_columns(sa.Text(), "reason", "evidence"),
        sa.ForeignKeyConstraint(["proposition_id"], ["proposition.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_originlink_proposition_id", "originlink", ["proposition_id"])


def _role() -> None:
    op.create_table(
        "role",
        *_columns(sa.Integer(), "id"),
        *_columns(sa.String(), "speaker_id", "office"),
        *_columns(sa.String(), "since", "until", nullable=True),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_role_speaker_id", "role", ["speaker_id"])


def _speakername() -> None:
    op.create_table(
        "speakername",
        *_columns(sa.String(), "speaker_id", "name", "key"),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"]),
        sa.PrimaryKeyConstraint("speaker_id", "name"),
    )


def _claim() -> None:
    op.create_table(
        "claim",
        *_columns(sa.Integer(), "number"),
        *_columns(sa.String(), "id", "article_id"),
        *_columns(sa.Integer(), "start"),
        *_columns(sa.JSON(), "cue", "source", "content"),
        *_columns(sa.Text(), "quote", "cue_text"),
        *_columns(sa.String(), "kind", "stance", "polarity"),
        *_columns(sa.Boolean(), "hedged", "nested"),
        *_columns(sa.String(), "parent", nullable=True),
        *_columns(sa.Text(), "mention"),
        *_columns(sa.String(), "speaker_id", nullable=True),
        *_columns(sa.String(), "speaker_kind"),
        *_columns(sa.JSON(), "members"),
        *_columns(sa.String(), "principal", "affiliation", nullable=True),
        *_columns(sa.Integer(), "declared_count", nullable=True),
        *_columns(sa.Boolean(), "speaker_inferred"),
        *_columns(sa.Float(), "speaker_confidence"),
        *_columns(sa.String(), "said_on", "said_on_precision", "channel", nullable=True),
        *_columns(sa.Float(), "confidence"),
        *_columns(sa.JSON(), "reasons"),
        *_columns(sa.Text(), "prefix", "suffix"),
        *_columns(sa.String(), "detector", nullable=True),
        *_columns(sa.Boolean(), "vanished"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"]),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"]),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_claim_article_id", "claim", ["article_id"])
    op.create_index("ix_claim_speaker_id", "claim", ["speaker_id"])
    op.create_index("ix_claim_text_order", "claim", ["article_id", "start"])


def _copy() -> None:
    op.create_table(
        "copy",
        *_columns(sa.String(), "article_id", "of"),
        *_columns(sa.Float(), "share"),
        *_columns(sa.Text(), "evidence"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"]),
        sa.PrimaryKeyConstraint("article_id", "of"),
    )


def _chainlink() -> None:
    op.create_table(
        "chainlink",
        *_columns(sa.String(), "claim_id"),
        *_columns(sa.Integer(), "position"),
        *_columns(sa.String(), "who"),
        *_columns(sa.Integer(), "start", "end", nullable=True),
        *_columns(sa.Text(), "evidence", nullable=True),
        *_columns(sa.Boolean(), "inferred"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.PrimaryKeyConstraint("claim_id", "position"),
    )


def _propositionclaim() -> None:
    op.create_table(
        "propositionclaim",
        *_columns(sa.String(), "proposition_id", "claim_id"),
        *_columns(sa.Integer(), "position"),
        *_columns(sa.String(), "role"),
        *_columns(sa.Text(), "origin", nullable=True),
        *_columns(sa.String(), "copy_of", nullable=True),
        *_columns(sa.Text(), "reason"),
        *_columns(sa.Boolean(), "confirmed"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.ForeignKeyConstraint(["proposition_id"], ["proposition.id"]),
        sa.PrimaryKeyConstraint("proposition_id", "claim_id"),
    )
    op.create_index("ix_propositionclaim_claim_id", "propositionclaim", ["claim_id"])
