"""Reads speakers, each under all of its names: counts, forms, offices, and which names are worth a
proposal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, distinct, func, select

from store.database.rows import chunks
from store.queries.filters import conditions, names_with
from store.queries.misspelt import likeliest
from store.queries.speaker_names import names_of
from store.queries.speaker_order import behind_kept, first_speakers, kept_speakers
from store.records import NO_FILTER, Filters, SpeakerRecord
from store.speakers.bearer import EFFECTIVE_SPEAKER, said_by
from store.tables import ArticleRow, ClaimRow, SpeakerCountRow, SpeakerNameRow, SpeakerRow
from store.tables.columns import col, table_of
from store.tables.plain import aliased

_ROWS_A_READ = 200
_COUNTS = ("claims", "articles", "outlets", "first", "last")
SHOWN: Any = aliased(SpeakerRow)
_NAME: Any = aliased(SpeakerRow)
"""The name under which a claim counts; Speaker itself is the row that all its names are shown
under."""


def stream_speakers(
    connection: Connection,
    filters: Filters = NO_FILTER,
    limit: int | None = None,
    after: str | None = None,
) -> Iterator[SpeakerRecord]:
    """Speakers of the claims that the filters leave, those with most claims first; after: those
    behind one, by its whole id. Raises UsageError on a value that a filter cannot have."""
    if (kept := kept_speakers(filters)) is not None:
        counts: Any = table_of(SpeakerCountRow)
        where = [*kept, behind_kept(after)] if after else kept
        if limit is not None:
            # The first of them alone, found before they are joined to anything.
            some = select(counts).where(*where).order_by(*_order(counts)).limit(limit)
            counts, where = some.subquery(), []
        yield from _stream(connection, counts, *where)
    elif limit is not None or after:
        first = first_speakers(connection, filters, limit, after)
        yield from stream_these(connection, filters, first)
    else:
        yield from _stream(connection, _counted(conditions(filters, connection.dialect.name)))


def stream_these(
    connection: Connection, filters: Filters, ids: Sequence[str]
) -> Iterator[SpeakerRecord]:
    """Those of so many speakers of whose claims the filters leave any, in the same order; raises UsageError
    on a value that a filter cannot have."""
    if kept_speakers(filters) is not None:
        yield from _stream(
            connection, table_of(SpeakerCountRow), col(SpeakerCountRow.speaker_id).in_(ids)
        )
        return
    theirs = said_by(select(SHOWN.id).where(SHOWN.canonical_id.in_(ids)))
    where = [*conditions(filters, connection.dialect.name), theirs]
    yield from _stream(connection, _counted(where))


def _stream(
    connection: Connection, counted: Any, *where: ColumnElement[bool]
) -> Iterator[SpeakerRecord]:
    counts = [counted.c[name] for name in _COUNTS]
    query = (
        _shown(*counts)
        .join(counted, counted.c.speaker_id == col(SpeakerRow.id))
        .where(*where)
        .order_by(*_order(counted))
    )
    for part in (
        connection.execute(query, execution_options={"yield_per": _ROWS_A_READ})
        .mappings()
        .partitions()
    ):
        yield from _with_names(connection, part)


def _order(counted: Any) -> tuple[Any, ...]:
    return counted.c.claims.desc(), counted.c.name, counted.c.speaker_id


def every_speaker_counted() -> Select[Any]:
    """What is kept of each speaker, counted over claims."""
    return select(_counted([col(ClaimRow.vanished).is_(False)]))


def _counted(where: Sequence[ColumnElement[bool]]) -> Any:
    """Claims, articles, outlets and dates of each speaker, in the columns of those that are kept."""
    day = func.nullif(col(ArticleRow.published_key), "")
    return (
        select(
            _NAME.canonical_id.label("speaker_id"),
            func.max(SHOWN.name).label("name"),
            func.count().label("claims"),
            func.count(distinct(col(ArticleRow.id))).label("articles"),
            func.count(distinct(col(ArticleRow.outlet_id))).label("outlets"),
            func.min(day).label("first"),
            func.max(day).label("last"),
        )
        .select_from(table_of(ClaimRow))
        .join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
        .join(_NAME, _NAME.id == EFFECTIVE_SPEAKER)
        .join(SHOWN, SHOWN.id == _NAME.canonical_id)
        .where(*where)
        .group_by(_NAME.canonical_id)
        .subquery()
    )


def match_speakers(connection: Connection, words: str) -> list[SpeakerRecord]:
    """Speakers one of whose names holds all the words whole, those that only decisions know
    included."""
    named = _each_counted().where(col(SpeakerRow.id).in_(_named(words)))
    rows = sorted(
        connection.execute(named).mappings(),
        key=lambda row: (-row["claims"], row["name"] if row["claims"] else "", row["id"]),
    )
    parts = [rows[at : at + _ROWS_A_READ] for at in range(0, len(rows), _ROWS_A_READ)]
    return [record for part in parts for record in _with_names(connection, part)]


@cache
def _each_counted() -> Select[Any]:
    """Every speaker with what is kept; put together once, which costs more than to run it for one."""
    kept = table_of(SpeakerCountRow)
    counts = [func.coalesce(kept.c[name], 0).label(name) for name in _COUNTS[:3]]
    query = _shown(*counts, kept.c.first, kept.c.last)
    return query.join(kept, kept.c.speaker_id == col(SpeakerRow.id), isouter=True)


def matching_names(connection: Connection, words: str) -> list[str]:
    """Names of those speakers, those with most claims first, without what else is counted of each."""
    claims = func.coalesce(col(SpeakerCountRow.claims), 0).label("claims")
    kept = select(col(SpeakerRow.id), col(SpeakerRow.name), claims).join(
        SpeakerCountRow, col(SpeakerCountRow.speaker_id) == col(SpeakerRow.id), isouter=True
    )
    rows = connection.execute(kept.where(col(SpeakerRow.id).in_(_named(words))))
    return [name for _, name, _ in sorted((-row.claims, row.name, row.id) for row in rows)]


def _named(words: str) -> Any:
    """Ids of the rows that such speakers are shown under."""
    ids = select(_NAME.canonical_id).join(
        SpeakerNameRow, col(SpeakerNameRow.speaker_id) == _NAME.id
    )
    return ids.where(names_with(words))


def near_names(connection: Connection, words: str, limit: int = 3) -> list[str]:
    """Names of speakers that a misspelt one may be, the likeliest first; a whole name or a word of
    one is alike."""
    shown = select(col(SpeakerRow.name), SHOWN.name.label("shown")).join(
        SHOWN, SHOWN.id == col(SpeakerRow.canonical_id)
    )
    return likeliest(
        words, ((row.name, row.shown) for row in connection.execute(shown.distinct())), limit
    )


def by_id(connection: Connection, prefix: str) -> list[SpeakerRecord]:
    """Speakers one of whose names has an id that begins so; none for fewer than six characters."""
    start = prefix.strip().lower()
    if len(start) < _MIN_ID_CHARS or not set(start) <= set("0123456789abcdef"):
        return []
    query = select(col(SpeakerRow.canonical_id)).where(
        col(SpeakerRow.id) >= start, col(SpeakerRow.id) < start + "g"
    )
    ids = set(connection.execute(query.distinct()).scalars())
    speakers = [
        one
        for name in _shown_names(connection, ids)
        for one in match_speakers(connection, name)
        if one.id in ids
    ]
    return list({one.id: one for one in speakers}.values())


_MIN_ID_CHARS = 6


def _shown_names(connection: Connection, ids: Iterable[str]) -> list[str]:
    return list(
        connection.execute(
            select(col(SpeakerRow.name)).where(col(SpeakerRow.id).in_(ids))
        ).scalars()
    )


def silent_speakers(connection: Connection, ids: Sequence[str]) -> list[SpeakerRecord]:
    """Speakers by id, without counting their claims."""
    none = func.nullif("", "")
    speakers: list[SpeakerRecord] = []
    for some in chunks(ids):
        counts = [
            c.label(n)
            for c, n in (
                (func.abs(0), "claims"),
                (func.abs(0), "articles"),
                (func.abs(0), "outlets"),
            )
        ]
        query = _shown(*counts, none.label("first"), none.label("last")).where(
            col(SpeakerRow.id).in_(some)
        )
        speakers += _with_names(connection, connection.execute(query).mappings().all())
    return speakers


def _shown(*columns: Any) -> Select[Any]:
    return select(
        col(SpeakerRow.id),
        col(SpeakerRow.name),
        col(SpeakerRow.kind),
        col(SpeakerRow.affiliation),
        *columns,
    )


def _with_names(connection: Connection, rows: Sequence[Any]) -> Iterator[SpeakerRecord]:
    names, affiliations = names_of(connection, [row["id"] for row in rows])
    for row in rows:
        values = dict(row) | {
            "affiliation": row["affiliation"] or next(iter(affiliations[row["id"]]), None)
        }
        yield SpeakerRecord(
            **values, aliases=tuple(name for name in names[row["id"]] if name != row["name"])
        )
