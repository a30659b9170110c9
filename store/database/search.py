"""Full text search over claims; the one module beside session.py that knows what SQLite alone can
do (FTS5)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    column,
    func,
    literal_column,
    select,
    table,
    text,
)
from sqlmodel import col

from store.tables import ClaimRow

_INDEX = table("claim_search", column("rowid", Integer))


def create_index(connection: Connection) -> None:
    """Makes the index; claims are told apart by their number. Other databases search the claims
    themselves."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            text(
                "CREATE VIRTUAL TABLE claim_search USING fts5"
                "(quote, speaker, aliases, tokenize = 'unicode61 remove_diacritics 2')"
            )
        )


def index_claims(
    connection: Connection, rows: Sequence[Mapping[str, Any]], *, new: bool = False
) -> None:
    """Enters claims, or renews them where they are not all new: rows of number, quote, speaker,
    aliases."""
    if connection.dialect.name != "sqlite" or not rows:
        return
    if not new:
        connection.execute(
            text("DELETE FROM claim_search WHERE rowid = :number"),
            [{"number": row["number"]} for row in rows],
        )
    connection.execute(
        text(
            "INSERT INTO claim_search(rowid, quote, speaker, aliases) VALUES (:number, :quote, :speaker, :aliases)"
        ),
        [dict(row) for row in rows],
    )


def unindex_claims(connection: Connection, numbers: Sequence[int]) -> None:
    """Takes claims out of the index; what its pages still hold of them goes when it is made again."""
    if connection.dialect.name == "sqlite" and numbers:
        connection.execute(
            text("DELETE FROM claim_search WHERE rowid = :number"),
            [{"number": number} for number in numbers],
        )


def make_again(connection: Connection) -> None:
    """Makes the index anew of what it holds, so that no word stays that only deleted claims had."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO claim_search(claim_search) VALUES ('rebuild')")


def match_many(
    connection: Connection, words: Sequence[str], limit: int, *, beginning: bool = False
) -> bool:
    """Whether the index alone finds more claims than the limit for the words together; False where
    there is none."""
    last = len(words) - 1 if beginning else -1
    phrases = [_phrase(item, i == last) for i, item in enumerate(words) if has_words([item])]
    if connection.dialect.name != "sqlite" or not phrases:
        return False
    matching = select(_INDEX.c.rowid).where(
        literal_column("claim_search").op("MATCH")(" AND ".join(phrases))
    )
    return len(connection.execute(matching.limit(limit + 1)).all()) > limit


def _phrase(words: str, beginning: bool) -> str:
    return '"' + words.replace("\0", " ").replace('"', '""') + '"' + (" *" if beginning else "")


def matching(words: str, dialect: str, *, beginning: bool = False) -> ColumnElement[bool]:
    """Claims that hold the words as one phrase, its last word perhaps unfinished; no character of
    them is syntax."""
    plain = words.replace("\0", " ")
    if dialect != "sqlite":
        found_in: ColumnElement[bool] = _folded(col(ClaimRow.quote)).op("~")(
            _pattern(plain, beginning)
        )
        return found_in
    matches = select(_INDEX.c.rowid).where(
        literal_column("claim_search").op("MATCH")(_phrase(words, beginning))
    )
    return col(ClaimRow.number).in_(matches)


def matching_all(
    phrases: Sequence[str], name: str, dialect: str, limit: int
) -> list[ColumnElement[bool]]:
    """Claims whose contents hold every one of the phrases, and of whose speaker's names one holds the
    name; of those that an index finds at most so many. Without an index the name is not asked for."""
    if dialect != "sqlite":
        quote = _folded(col(ClaimRow.quote))
        return [quote.op("~")(_pattern(phrase, False)) for phrase in phrases]
    asked = [f"quote : {_phrase(phrase, False)}" for phrase in phrases if has_words([phrase])]
    asked += [f"{{speaker aliases}} : {_phrase(name, False)}"] if has_words([name]) else []
    found = select(_INDEX.c.rowid).where(
        literal_column("claim_search").op("MATCH")(" AND ".join(asked))
    )
    return [col(ClaimRow.number).in_(found.limit(limit))]


def _folded(text_column: Any) -> Any:
    """The text without case and accents, made in the database: no extension is asked for."""
    accented, plain = _accents()
    return func.lower(func.translate(text_column, accented, plain))


def _pattern(words: str, beginning: bool) -> str:
    """A regular expression for the words whole and in a row."""
    accented, plain = _accents()
    parts = re.findall(r"\w+", words.translate(str.maketrans(accented, plain)).lower())
    return r"\y" + r"[^[:alnum:]]+".join(parts) + ("" if beginning else r"\y") if parts else r"(?!)"


@cache
def _accents() -> tuple[str, str]:
    """Latin letters with an accent, and the same letters without it."""
    pairs = [(c, unicodedata.normalize("NFD", c)[0]) for c in map(chr, range(0xC0, 0x250))]
    replaced = [
        (accented, plain) for accented, plain in pairs if accented != plain and plain.isascii()
    ]
    return "".join(a for a, _ in replaced), "".join(p for _, p in replaced)


def has_words(texts: Iterable[str]) -> bool:
    """Whether anything can be searched for at all."""
    return any(any(c.isalnum() for c in item) for item in texts)
