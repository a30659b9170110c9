"""Full text search over claims; the one module beside session.py that knows what SQLite alone can do (FTS5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, column, func, literal_column, select, table, text
from sqlmodel import col

from store.tables import Claim

_INDEX = table("claim_search", column("rowid", Integer))


def create_index(connection: Connection) -> None:
    """Makes the index; claims are told apart by their number. Other databases search the claims themselves."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            text(
                "CREATE VIRTUAL TABLE claim_search USING fts5"
                "(quote, speaker, aliases, tokenize = 'unicode61 remove_diacritics 2')"
            )
        )


def index_claims(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Enters or renews claims: rows of number, quote, speaker, aliases."""
    if connection.dialect.name != "sqlite" or not rows:
        return
    connection.execute(
        text("DELETE FROM claim_search WHERE rowid = :number"), [{"number": row["number"]} for row in rows]
    )
    connection.execute(
        text("INSERT INTO claim_search(rowid, quote, speaker, aliases) VALUES (:number, :quote, :speaker, :aliases)"),
        [dict(row) for row in rows],
    )


def matching(words: str, dialect: str, *, beginning: bool = False) -> ColumnElement[bool]:
    """Claims that hold the words as one phrase, its last word perhaps unfinished; no character of them is syntax."""
    plain = words.replace("\0", " ")
    if dialect != "sqlite":
        return func.lower(col(Claim.quote)).contains(plain.lower(), autoescape=True)
    phrase = '"' + plain.replace('"', '""') + '"' + (" *" if beginning else "")
    found = select(_INDEX.c.rowid).where(literal_column("claim_search").op("MATCH")(phrase))
    return col(Claim.number).in_(found)


def has_words(texts: Iterable[str]) -> bool:
    """Whether anything can be searched for at all."""
    return any(any(c.isalnum() for c in item) for item in texts)
