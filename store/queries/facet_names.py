"""Values of filter words and how often each stands, the commonest first, and names for those that were counted by id
or number."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import JSON, BigInteger, Connection, cast, func, select

from store.queries.ids import beginning_of
from store.records import Coverage
from store.tables import ArticleCountRow, OutletRow, SpeakerRow
from store.tables.columns import col
from store.tables.plain import aliased

Values = list[tuple[str, int]]
_NAME: Any = aliased(SpeakerRow)


def values_of(connection: Connection, query: Any, limit: int) -> Values:
    """The first rows of a query of values and their numbers."""
    return [(row[0], int(row[1])) for row in connection.execute(query.limit(limit))]


def commonest(values: Mapping[str, int], limit: int) -> Values:
    """The first of what was counted, by number and then by value."""
    return sorted(values.items(), key=lambda item: (-item[1], item[0]))[:limit]


def by_count(found: Coverage) -> Values:
    """Of what people found, whatever there is."""
    there = ((name, n) for name, n in found.counts.items() if n)
    return sorted(there, key=lambda item: (-item[1], item[0]))


def of_outlets(counts: Any) -> Any:
    """Counts of outlets by name."""
    return summed(OutletRow, counts, counts.c.id == col(OutletRow.id))


def of_speakers(counts: Any) -> Any:
    """Counts of any name of speakers, by the name that is shown."""
    total, shown = func.sum(counts.c.n), col(SpeakerRow.name)
    query = select(shown, total).select_from(counts).join(_NAME, _NAME.id == counts.c.id)
    query = query.join(SpeakerRow, col(SpeakerRow.id) == _NAME.canonical_id)
    return query.group_by(shown).order_by(total.desc(), shown)


def _by_article(counts: Any) -> Any:
    """Outlets by the claims of articles."""
    outlet = col(ArticleCountRow.outlet_id)
    query = select(outlet.label("id"), func.sum(counts.c.n).label("n")).select_from(counts)
    query = query.join(ArticleCountRow, col(ArticleCountRow.article_id) == counts.c.id)
    return of_outlets(query.group_by(outlet).subquery())


def _numbered(row: Any) -> Callable[[Any], Any]:
    """Names of outlets or speakers by the beginnings of their ids."""

    def named(counts: Any) -> Any:
        id = col(row.id)
        begins = (id >= counts.c.id) & (id < counts.c.id + "g")  # ids are written in digits up to f
        return summed(row, counts, begins)

    return named


def summed(row: Any, counts: Any, same: Any) -> Any:
    """Counts by the name of the rows that they are joined to, the commonest first."""
    total, name = func.sum(counts.c.n), col(row.name)
    query = select(name, total).select_from(counts).join(row, same)
    return query.group_by(name).order_by(total.desc(), name)


NAMED: dict[tuple[str, bool], Callable[[Any], Any]] = {
    ("outlet", True): _numbered(OutletRow),
    ("speaker", True): _numbered(SpeakerRow),
    ("outlet", False): _by_article,
    ("speaker", False): of_speakers,
}
"""How names are found for what was counted, by word and whether what is kept of claims was walked."""


def table(connection: Connection, counts: Mapping[Any, int]) -> Any:
    """Numbers by id, or by how one begins, as a table that can be joined; of so many, ids in a statement would be too
    many."""
    counts = {beginning_of(id) if isinstance(id, int) else id: n for id, n in counts.items()}
    if connection.dialect.name == "sqlite":
        each = func.json_each(json.dumps(counts))
    else:
        each = func.json_each_text(cast(dict(counts), JSON))
    rows = each.table_valued("key", "value")
    return select(rows.c.key.label("id"), cast(rows.c.value, BigInteger).label("n")).subquery()
