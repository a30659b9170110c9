"""Values of filter words and how often each stands, the commonest first, and names for those that were counted by id
or number."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from heapq import nlargest
from operator import itemgetter
from typing import Any

from sqlalchemy import JSON, BigInteger, Connection, cast, func, select

from store.database.rows import chunks
from store.queries.ids import beginning_of, number_of
from store.records import Coverage
from store.tables import ArticleCountRow, FacetCountRow, OutletRow, SpeakerRow
from store.tables.columns import col
from store.tables.plain import aliased

Values = list[tuple[str, int]]
_LOOKED_UP = 20
"""Times as many speakers as names are asked for."""
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


def outlets_numbered(counts: Any) -> Any:
    """Counts of the beginnings of outlets' ids by name."""
    return summed(OutletRow, counts, _begins(col(OutletRow.id), counts))


def _begins(id: Any, counts: Any) -> Any:
    return (id >= counts.c.id) & (id < counts.c.id + "g")  # ids are written in digits up to f


def speakers_numbered(connection: Connection, counts: Mapping[int, int], limit: int) -> Values:
    """The commonest names of speakers counted by number, each with everybody of that name."""
    top = dict(nlargest(limit * _LOOKED_UP, counts.items(), key=itemgetter(1)))
    found = commonest(_of_names(connection, _named(connection, top), counts), limit)
    if len(top) == len(counts):
        return found
    # Only who has so many claims of any kind can be as common; rarer names are told by those who were counted.
    least = found[-1][1] if found and len(found) == limit else 1
    able = [col(FacetCountRow.word) == "speaker", col(FacetCountRow.claims) >= least]
    many = connection.execute(
        select(func.count()).select_from(FacetCountRow).where(*able)
    ).scalar_one()
    if many < len(counts):
        names = set(connection.execute(select(col(FacetCountRow.value)).where(*able)).scalars())
    else:
        names = _named(connection, counts)
    return commonest(_of_names(connection, names, counts), limit)


def _named(connection: Connection, counts: Mapping[int, int]) -> set[str]:
    rows = table(connection, counts)
    named = select(col(SpeakerRow.name)).select_from(rows)
    named = named.join(SpeakerRow, _begins(col(SpeakerRow.id), rows))
    return set(connection.execute(named).scalars())


def _of_names(
    connection: Connection, names: Iterable[str], counts: Mapping[int, int]
) -> Counter[str]:
    """What is counted of everybody with one of the names."""
    found: Counter[str] = Counter()
    id, name = col(SpeakerRow.id), col(SpeakerRow.name)
    for some in chunks(names):
        for one in connection.execute(select(id, name).where(name.in_(some))):
            found[one.name] += counts.get(number_of(one.id), 0)
    return +found


def summed(row: Any, counts: Any, same: Any) -> Any:
    """Counts by the name of the rows that they are joined to, the commonest first."""
    total, name = func.sum(counts.c.n), col(row.name)
    query = select(name, total).select_from(counts).join(row, same)
    return query.group_by(name).order_by(total.desc(), name)


NAMED: dict[str, Callable[[Any], Any]] = {"outlet": _by_article, "speaker": of_speakers}
"""How names are found for what was counted while claims were walked."""


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
