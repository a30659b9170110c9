"""Revision 0004: what weighing looks up by index, and what lists are sorted by; frozen."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def _numbers(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=False) for name in names]


def _texts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def upgrade() -> None:
    """Makes the tables and indexes; every current article is weighed again."""
    _entered()
    _keys()
    _pairs()
    _sorted_lists()
    op.execute("DELETE FROM meta WHERE key IN ('saved', 'weighed')")
    # No rules have this number, so everything is weighed again.
    op.execute("INSERT INTO meta (key, value) VALUES ('rules', 0)")


def _entered() -> None:
    op.create_table(
        "unweighed",
        sa.Column("article_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("article_id"),
    )
    for name, of_article in (("indexedarticle", False), ("indexedclaim", True)):
        texts = ["id", "article_id"] if of_article else ["id"]
        op.create_table(
            name,
            *_numbers("number"),
            *[sa.Column(text, sa.String(), nullable=False) for text in texts],
            sa.Column("keys", sa.LargeBinary(), nullable=False),
            sa.PrimaryKeyConstraint("number"),
        )
        for text in texts:
            op.create_index(f"ix_{name}_{text}", name, [text])


def _keys() -> None:
    for name in ("articlekey", "claimkey"):
        op.create_table(
            name,
            *_numbers("key", "number"),
            sa.PrimaryKeyConstraint("key", "number"),
            sqlite_with_rowid=False,
        )


def _pairs() -> None:
    share = sa.Column("share", sa.Float(), nullable=False)
    closeness = sa.Column("closeness", sa.Float(), nullable=False)
    op.create_table(
        "articlepair",
        *_numbers("a", "b"),
        share,
        *_texts("passage", "credit"),
        sa.PrimaryKeyConstraint("a", "b"),
    )
    relation = sa.Column("relation", sa.String(), nullable=False)
    op.create_table(
        "claimlink",
        *_numbers("a", "b"),
        relation,
        closeness,
        *_texts("reason"),
        sa.PrimaryKeyConstraint("a", "b"),
    )
    op.create_index("ix_articlepair_b", "articlepair", ["b"])
    op.create_index("ix_claimlink_b", "claimlink", ["b"])


def _sorted_lists() -> None:
    op.add_column("copy", sa.Column("credit", sa.Text(), nullable=False, server_default=""))
    op.add_column(
        "proposition", sa.Column("rank", sa.Integer(), nullable=False, server_default="0")
    )
    op.add_column(
        "proposition", sa.Column("first_published", sa.String(), nullable=False, server_default="")
    )
    op.create_index("ix_proposition_order", "proposition", ["rank", "first_published", "id"])
    op.create_index("ix_article_order", "article", ["published_key", "id"])
    op.create_index("ix_conflict_a", "conflict", ["a"])
    op.create_index("ix_conflict_b", "conflict", ["b"])
    op.create_index("ix_copy_of", "copy", ["of"])
