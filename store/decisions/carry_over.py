"""What becomes of claims that a person decided on and a new reading does not hold; the others
vanish in write.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select, update

from store.decisions.corrections import nearest
from store.mapping.to_rows import context_columns
from store.tables import ArticleRow, ClaimRow
from store.tables.columns import col, table_of

_CLAIMS = table_of(ClaimRow)


def carry_over(
    connection: Connection, rows: Sequence[Mapping[str, Any]], article: str, *, same_text: bool
) -> set[str]:
    """Ids of the claims that stay: all of the same text, and those whose words the new edition
    holds, moved there."""
    if same_text or not rows:
        return {row["id"] for row in rows}
    text = str(
        connection.execute(
            select(col(ArticleRow.text)).where(col(ArticleRow.id) == article)
        ).scalar_one()
    )
    carried: set[str] = set()
    for row in rows:
        moved = _moved(row, text, _former(connection, row))
        if moved:
            values = moved | {"article_id": article}
            connection.execute(update(_CLAIMS).where(_CLAIMS.c.id == row["id"]).values(**values))
            carried.add(row["id"])
    return carried


def _former(connection: Connection, row: Mapping[str, Any]) -> str:
    return str(
        connection.execute(
            select(col(ArticleRow.text)).where(col(ArticleRow.id) == row["article_id"])
        ).scalar_one()
    )


def _moved(row: Mapping[str, Any], text: str, former: str) -> dict[str, Any] | None:
    """The claim's spans in the new text by their words; None where a part of its content is
    gone."""
    spans_by_part = {
        part: [nearest(text, former[start:end], start) for start, end in row[part]]
        for part in ("content", "cue", "source")
    }
    if not spans_by_part["content"] or None in spans_by_part["content"]:
        return None
    spans = {
        part: sorted(place for place in places if place) for part, places in spans_by_part.items()
    }
    edges = [edge for places in spans.values() for place in places for edge in place]
    first, last = min(edges), max(edges)
    return {
        **spans,
        "start": first,
        **context_columns(text, first, last),
    }
