"""Whether what is stored still is what was stored: texts against their digests, spans inside their
texts, decisions against their chain; verify_counts.py counts. Nothing is mended here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select

from claims.model import Span, text_of
from claims.view import reads_as
from store.decisions.chain import broken_at
from store.mapping.to_rows import text_hash
from store.records import Verified
from store.tables import ArticleRow, ClaimRow, DecisionRow
from store.tables.columns import col
from store.verify_counts import disagreements

_ROWS_A_READ = 200
_PARTS = {"content": "quote", "cue": "cue_text", "source": "mention"}
"""Each part of a claim, and the column of its words."""


def verify(connection: Connection) -> Verified:
    """Counts what is stored and lists each fault, as what and where."""
    articles, claims, decisions = (
        int(connection.execute(select(func.count()).select_from(table)).scalar_one())
        for table in (ArticleRow, ClaimRow, DecisionRow)
    )
    faults = (
        *_texts(connection),
        *_spans(connection),
        *_chain(connection),
        *disagreements(connection),
    )
    return Verified(articles, claims, decisions, faults)


def _texts(connection: Connection) -> Iterator[str]:
    query = select(col(ArticleRow.id), col(ArticleRow.text), col(ArticleRow.text_hash))
    for row in connection.execute(query, execution_options={"yield_per": _ROWS_A_READ}):
        if text_hash(row.text) != row.text_hash:
            yield f"article {row.id}: its text is not the one that was stored"


def _spans(connection: Connection) -> Iterator[str]:
    columns = [getattr(ClaimRow, name) for part in _PARTS.items() for name in part]
    query = (
        select(col(ClaimRow.id), col(ArticleRow.text), *map(col, columns))
        .join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
        .where(col(ClaimRow.vanished).is_(False))
    )
    rows = connection.execute(query, execution_options={"yield_per": _ROWS_A_READ}).mappings()
    for row in rows:
        for part, words in _PARTS.items():
            if not _holds(row, part, words):
                yield f"claim {row['id']}: the words of its {part} are not those of the article"
                break


def _holds(row: RowMapping, part: str, words: str) -> bool:
    """Whether the spans lie in the text and hold the words that are stored beside them."""
    spans: list[Any] = row[part]
    if not all(0 <= start < end <= len(row["text"]) for start, end in spans):
        return False
    if text_of(row["text"], tuple(Span(*span) for span in spans)) == row[words]:
        return True
    if part == "source" and " ".join(row["text"][slice(*span)] for span in spans) == row[words]:
        return True
    # a source that came damaged is kept as it was read, for it names somebody
    return part == "source" and bool(spans) and _reads_so(row, Span(spans[0][0], spans[-1][1]))


def _reads_so(row: RowMapping, whole: Span) -> bool:
    return reads_as(row["text"], whole, row["mention"])


def _chain(connection: Connection) -> Iterator[str]:
    for number in broken_at(connection):
        yield f"decision {number}: it or the one before was changed, taken out or put in"
