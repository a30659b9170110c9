"""Revision 0024: a store that many write to: one current edition of an article, numbers of any size, and in
PostgreSQL words in an index; frozen."""

from __future__ import annotations

import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_ONE_CURRENT = """
UPDATE article SET current = false
WHERE current AND edition_of IS NOT NULL AND EXISTS (
  SELECT 1 FROM article AS later
  WHERE later.current AND later.edition_of = article.edition_of
    AND (later.fetched > article.fetched OR (later.fetched = article.fetched AND later.id > article.id))
)
"""
_NUMBERS = (
    "ALTER TABLE claim ALTER COLUMN number TYPE BIGINT",
    "ALTER SEQUENCE claim_number_seq AS BIGINT",
    "ALTER TABLE readmark ALTER COLUMN number TYPE BIGINT",
)
_MAX_CHARS = 100_000
"""Of a text whose words are entered: what PostgreSQL keeps of one text has an end."""


def upgrade() -> None:
    """Of two current editions, which two writers at once could leave, the latest stays."""
    op.execute(_ONE_CURRENT)
    op.create_index(
        "ix_article_current_edition",
        "article",
        ["edition_of"],
        unique=True,
        sqlite_where=sa.text("current = 1"),
        postgresql_where=sa.text("current"),
    )
    if op.get_bind().dialect.name == "postgresql":
        for statement in _NUMBERS:
            op.execute(statement)
        _enter_words()


def _enter_words() -> None:
    """Words of the quotation and of the mention, apart, so that no phrase runs from one to the other."""
    run = op.get_bind().exec_driver_sql
    for column, of in (("words", "quote"), ("mention_words", "mention")):
        run(
            f"ALTER TABLE claim ADD COLUMN {column} tsvector GENERATED ALWAYS AS ({_words(of)}) STORED"
        )
        run(f"CREATE INDEX ix_claim_{column} ON claim USING gin ({column})")


def _words(column: str) -> str:
    pairs = [(c, unicodedata.normalize("NFD", c)[0]) for c in map(chr, range(0xC0, 0x250))]
    folded = [(c, plain) for c, plain in pairs if c != plain and plain.isascii()]
    accented, plain = ("".join(part) for part in zip(*folded, strict=True))
    joined = f"regexp_replace(left({column}, {_MAX_CHARS}), '[\u0300-\u036f]+', '', 'g')"
    lower = f"lower(translate({joined}, '{accented}', '{plain}'))"
    return f"to_tsvector('simple'::regconfig, regexp_replace({lower}, '[^[:alnum:]]+', ' ', 'g'))"
