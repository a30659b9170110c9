"""Revision 0001: the first tables; frozen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.search import create_index

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


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
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("a", sa.String(), nullable=False),
        sa.Column("b", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id")
    )


def _decision() -> None:
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("old", sa.Text(), nullable=True),
        sa.Column("new", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id")
    )
    op.create_index("ix_decision_subject", "decision", ["subject"])


def _meta() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key")
    )


def _outlet() -> None:
    op.create_table(
        "outlet",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("domain", sa.String(), nullable=True),
        sa.Column("owner", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id")
    )
    op.create_index("ix_outlet_name", "outlet", ["name"])


def _proposition() -> None:
    op.create_table(
        "proposition",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("contested", sa.Boolean(), nullable=False),
        sa.Column("least", sa.Integer(), nullable=False),
        sa.Column("most", sa.Integer(), nullable=False),
        sa.Column("said_least", sa.Integer(), nullable=False),
        sa.Column("said_most", sa.Integer(), nullable=False),
        sa.Column("conflicts_with", sa.JSON(), nullable=False),
        sa.Column("origins", sa.JSON(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id")
    )
    op.create_index("ix_proposition_label", "proposition", ["label"])


def _run() -> None:
    op.create_table(
        "run",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("command", sa.String(), nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished", sa.DateTime(timezone=True), nullable=True),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("failures", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id")
    )


def _speaker() -> None:
    op.create_table(
        "speaker",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("affiliation", sa.String(), nullable=True),
        sa.Column("principal", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id")
    )
    op.create_index("ix_speaker_name", "speaker", ["name"])


def _article() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("doc", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_hash", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("url_key", sa.String(), nullable=True),
        sa.Column("outlet_id", sa.String(), nullable=True),
        sa.Column("outlet_inferred", sa.Boolean(), nullable=False),
        sa.Column("wire", sa.String(), nullable=True),
        sa.Column("wire_inferred", sa.Boolean(), nullable=False),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("byline", sa.JSON(), nullable=False),
        sa.Column("credits", sa.JSON(), nullable=False),
        sa.Column("dateline_place", sa.String(), nullable=True),
        sa.Column("dateline_date", sa.String(), nullable=True),
        sa.Column("dateline_start", sa.Integer(), nullable=True),
        sa.Column("dateline_end", sa.Integer(), nullable=True),
        sa.Column("dateline_text", sa.String(), nullable=True),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("published_inferred", sa.Boolean(), nullable=False),
        sa.Column("published_key", sa.String(), nullable=False),
        sa.Column("fetched", sa.DateTime(timezone=True), nullable=False),
        sa.Column("edition_of", sa.String(), nullable=True),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("detector", sa.String(), nullable=True),
        sa.Column("run_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["edition_of"], ["article.id"]),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlet.id"]),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"]),
        sa.PrimaryKeyConstraint("id")
    )
    op.create_index("ix_article_current", "article", ["current"])
    op.create_index("ix_article_doc", "article", ["doc"])
    op.create_index("ix_article_edition_of", "article", ["edition_of"])
    op.create_index("ix_article_outlet_id", "article", ["outlet_id"])
    op.create_index("ix_article_published_key", "article", ["published_key"])
    op.create_index("ix_article_text_hash", "article", ["text_hash"])
    op.create_index("ix_article_url_key", "article", ["url_key"])


def _originlink() -> None:
    op.create_table(
        "originlink",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proposition_id", sa.String(), nullable=False),
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["proposition_id"], ["proposition.id"]),
        sa.PrimaryKeyConstraint("id")
    )
    op.create_index("ix_originlink_proposition_id", "originlink", ["proposition_id"])


def _role() -> None:
    op.create_table(
        "role",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("speaker_id", sa.String(), nullable=False),
        sa.Column("office", sa.String(), nullable=False),
        sa.Column("since", sa.String(), nullable=True),
        sa.Column("until", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"]),
        sa.PrimaryKeyConstraint("id")
    )
    op.create_index("ix_role_speaker_id", "role", ["speaker_id"])


def _speakername() -> None:
    op.create_table(
        "speakername",
        sa.Column("speaker_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"]),
        sa.PrimaryKeyConstraint("speaker_id", "name")
    )


def _claim() -> None:
    op.create_table(
        "claim",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("cue", sa.JSON(), nullable=False),
        sa.Column("source", sa.JSON(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("cue_text", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("polarity", sa.String(), nullable=False),
        sa.Column("hedged", sa.Boolean(), nullable=False),
        sa.Column("nested", sa.Boolean(), nullable=False),
        sa.Column("parent", sa.String(), nullable=True),
        sa.Column("mention", sa.Text(), nullable=False),
        sa.Column("speaker_id", sa.String(), nullable=True),
        sa.Column("speaker_kind", sa.String(), nullable=False),
        sa.Column("members", sa.JSON(), nullable=False),
        sa.Column("principal", sa.String(), nullable=True),
        sa.Column("affiliation", sa.String(), nullable=True),
        sa.Column("declared_count", sa.Integer(), nullable=True),
        sa.Column("speaker_inferred", sa.Boolean(), nullable=False),
        sa.Column("speaker_confidence", sa.Float(), nullable=False),
        sa.Column("said_on", sa.String(), nullable=True),
        sa.Column("said_on_precision", sa.String(), nullable=True),
        sa.Column("channel", sa.String(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("suffix", sa.Text(), nullable=False),
        sa.Column("detector", sa.String(), nullable=True),
        sa.Column("vanished", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"]),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"]),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id")
    )
    op.create_index("ix_claim_article_id", "claim", ["article_id"])
    op.create_index("ix_claim_speaker_id", "claim", ["speaker_id"])
    op.create_index("ix_claim_text_order", "claim", ["article_id", "start"])


def _copy() -> None:
    op.create_table(
        "copy",
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("of", sa.String(), nullable=False),
        sa.Column("share", sa.Float(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"]),
        sa.PrimaryKeyConstraint("article_id", "of")
    )


def _chainlink() -> None:
    op.create_table(
        "chainlink",
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("inferred", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.PrimaryKeyConstraint("claim_id", "position")
    )


def _propositionclaim() -> None:
    op.create_table(
        "propositionclaim",
        sa.Column("proposition_id", sa.String(), nullable=False),
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=True),
        sa.Column("copy_of", sa.String(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.ForeignKeyConstraint(["proposition_id"], ["proposition.id"]),
        sa.PrimaryKeyConstraint("proposition_id", "claim_id")
    )
    op.create_index("ix_propositionclaim_claim_id", "propositionclaim", ["claim_id"])
