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
    Select,
    Text,
    bindparam,
    cast,
    column,
    func,
    literal,
    literal_column,
    null,
    select,
    table,
    text,
    update,
)

from store.tables import ClaimRow, ClaimValueRow
from store.tables.columns import col

_INDEX = table("claim_search", column("rowid", Integer))
_WORDED = table("claim", column("number", Integer), column("words"), column("mention_words")).alias(
    "worded"
)
"""With what PostgreSQL alone has: columns that it makes itself of quotation and mention."""
_VALUE_WORDS = "array_to_tsvector(string_to_array(claimvalue.words, ' '))"
"""As the index has it."""
_COMBINING = re.compile("[\u0300-\u036f]+")
_MAX_WORD_BYTES = 2000
MAX_PIECES = 8
"""In which the index may lie: a few writes more make one, and each makes all look-ups slower."""
PIECES_MERGED, PAGES_MERGED = 2, 10_000
"""Pieces of one size that become a larger one, and the pages that this may write at a time: as each goes with those of
its size, a large index is not written anew for a few small ones beside it."""
_WORD = re.compile(r"[^\W_]+")


def create_index(connection: Connection) -> None:
    """Makes the index; claims are told apart by their number. PostgreSQL keeps
    columns of words and their index itself."""
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


def put_together(connection: Connection) -> None:
    """Makes few of the index's pieces where writes left many: every word is looked for in each of them."""
    if connection.dialect.name != "sqlite":
        return
    pieces = connection.execute(text("SELECT count(DISTINCT segid) FROM claim_search_idx"))
    if pieces.scalar_one() > MAX_PIECES:
        for what in (f"'usermerge', {PIECES_MERGED}", f"'merge', {PAGES_MERGED}"):
            connection.exec_driver_sql(
                f"INSERT INTO claim_search(claim_search, rank) VALUES ({what})"
            )


def count_matching(
    connection: Connection, words: Sequence[str], limit: int, *, beginning: bool = False
) -> int:
    """How many claims the index alone finds for the words together, one more than the limit at the most; 0 where there
    is no word."""
    last = len(words) - 1 if beginning else -1
    asked = [(item, i == last) for i, item in enumerate(words) if has_words([item])]
    if not asked:
        return 0
    if connection.dialect.name != "sqlite":
        held = [values_hold(*one) for one in asked if is_one_word(one[0])]
        found: Select[Any] = select(col(ClaimValueRow.number)).where(*held)
        if len(held) < len(asked):  # some are phrases
            held = [_WORDED.c.words.op("@@")(_query(*one)) for one in asked]
            found = select(_WORDED.c.number).where(*held)
    else:
        phrases = " AND ".join(_phrase(*one) for one in asked)
        found = select(_INDEX.c.rowid).where(literal_column("claim_search").op("MATCH")(phrases))
    some = found.limit(limit + 1).subquery()
    return int(connection.execute(select(func.count()).select_from(some)).scalar_one())


def _phrase(words: str, beginning: bool) -> str:
    return '"' + words.replace("\0", " ").replace('"', '""') + '"' + (" *" if beginning else "")


def matching(words: str, dialect: str, *, beginning: bool = False) -> tuple[Select[Any], ...]:
    """Numbers of the claims that hold the words as one phrase, its last word perhaps unfinished, each
    part from an index; no character of them is syntax."""
    if dialect != "sqlite":
        phrase, columns = _query(words, beginning), (_WORDED.c.words, _WORDED.c.mention_words)
        return tuple(select(_WORDED.c.number).where(column.op("@@")(phrase)) for column in columns)
    match = literal_column("claim_search").op("MATCH")(_phrase(words, beginning))
    return (select(_INDEX.c.rowid).where(match),)


def hold_words(words: str, *, beginning: bool = False) -> tuple[ColumnElement[bool], ...]:
    """Whether a claim of a server holds them so, asked of each that is met on a walk, each of its columns by itself."""
    phrase = _query(words, beginning)
    names = ("claim.words", "claim.mention_words")
    return tuple(literal_column(name).op("@@")(phrase) for name in names)


def words_of_claim(dialect: str) -> Any:
    """The words of a claim's quotation and mention, each once, as they are kept beside its values; none in SQLite."""
    if dialect == "sqlite":
        return null()
    both: Any = literal_column("claim.words || claim.mention_words")
    return func.array_to_string(func.tsvector_to_array(both), " ")


def enter_value_words(connection: Connection) -> None:
    """Enters a server's words of all claims beside their values."""
    if connection.dialect.name == "sqlite":
        return
    statement = update(ClaimValueRow).values(words=words_of_claim(connection.dialect.name))
    connection.execute(statement.where(col(ClaimValueRow.number) == col(ClaimRow.number)))


def is_one_word(words: str) -> bool:
    """Whether a server finds no more than one word in them, so that they need not follow each other."""
    return len(_server_words(words)) == 1


def values_hold(words: str, beginning: bool = False) -> ColumnElement[bool]:
    """Whether what is kept of a server's claim holds one word, perhaps unfinished; from an index."""
    return literal_column(_VALUE_WORDS).op("@@")(_query(words, beginning))


def match_of(phrases: Sequence[str], name: str, within: int = 0) -> str:
    """What SQLite's index is asked for contents that hold every one of the phrases, within so many words of one
    another unless that is 0, and for a name of the speaker's that holds the name; "" where there is no word to ask
    for."""
    runs = [_phrase(phrase, False) for phrase in phrases if has_words([phrase])]
    if within and len(runs) > 1:
        asked = [f"quote : NEAR({' '.join(runs)}, {within})"]
    else:
        asked = [f"quote : {run}" for run in runs]
    asked += [f"{{speaker aliases}} : {_phrase(name, False)}"] if has_words([name]) else []
    return " AND ".join(asked)


def answers_of_each(query: Select[Any], limit: int) -> Select[Any]:
    """For each of the questions that match_of makes, bound together as JSON and as "asked", in their order: of a
    query over claims the first column of those that answer it, as JSON, the first by number; the index gives
    them in that order, so that no more are looked at than it takes to find so many."""
    matching = literal_column("claim_search").op("MATCH")(literal_column("question.value"))
    joined = query.join(_INDEX, _INDEX.c.rowid == col(ClaimRow.number)).where(matching)
    found = joined.order_by(_INDEX.c.rowid).limit(limit).subquery("found")
    asked = func.json_each(bindparam("asked")).table_valued("key", "value", name="question")
    held = select(func.json_group_array(next(iter(found.c)))).scalar_subquery()
    return select(held).select_from(asked).order_by(asked.c.key)


def words_within(phrases: Sequence[str]) -> ColumnElement[bool]:
    """Claims whose contents hold every one of the phrases, by the index of words of other databases."""
    held = [_WORDED.c.words.op("@@")(_query(phrase, False)) for phrase in phrases]
    return col(ClaimRow.number).in_(select(_WORDED.c.number).where(*held))


def _query(words: str, beginning: bool) -> Any:
    from sqlalchemy.dialects.postgresql import TSQUERY  # slow to load, and of no use with SQLite

    return cast(literal(_server_phrase(words.replace("\0", " "), beginning), Text), TSQUERY)


def _server_phrase(words: str, beginning: bool) -> str:
    """The words in a row, folded as PostgreSQL's column of words folds them, in its own notation."""
    parts = [f"'{part}'" for part in _server_words(words)]
    if any(len(part.encode()) > _MAX_WORD_BYTES for part in parts):
        return ""  # it enters none that is longer
    return " <-> ".join(parts) + (":*" if beginning and parts else "")


def _server_words(words: str) -> list[str]:
    accented, plain = _accents()
    joined = _COMBINING.sub("", words).translate(str.maketrans(accented, plain)).lower()
    return _WORD.findall(joined)


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
