"""Which speakers stand first in a list, or behind one of it: of all of them as it is kept (store/counts), else
counted by claims alone, for an index holds whose they are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, tuple_

from store.queries.filters import conditions, speakers_named
from store.queries.pages import SAID_BY, counted
from store.records import Filters
from store.tables import SpeakerCountRow, SpeakerRow
from store.tables.columns import col
from store.tables.plain import aliased

_NAME: Any = aliased(SpeakerRow)
_SHOWN: Any = aliased(SpeakerRow)


def first_speakers(
    connection: Connection, filters: Filters, limit: int | None = None, after: str | None = None
) -> list[str]:
    """Ids of the speakers of the claims that the filters leave, those with most claims first; after: those
    behind one, by its whole id. Raises UsageError on a value that a filter cannot have."""
    totals = _totals(connection, filters)
    query = select(totals.c.speaker)
    if after:
        query = query.where(_behind(totals, after))
    order = (totals.c.claims.desc(), totals.c.name, totals.c.speaker)
    return list(connection.execute(query.order_by(*order).limit(limit)).scalars())


def count_speakers(connection: Connection, filters: Filters) -> int:
    """How many they are; raises UsageError on a value that a filter cannot have."""
    totals = _totals(connection, filters)
    return int(connection.execute(select(func.count()).select_from(totals)).scalar_one())


def _totals(connection: Connection, filters: Filters) -> Any:
    """The number of claims of each speaker: as it is kept, or counted by name first."""
    if (kept := kept_speakers(filters)) is not None:
        row = SpeakerCountRow
        columns: tuple[Any, ...] = (
            col(row.speaker_id).label("speaker"),
            col(row.name),
            col(row.claims),
        )
        return select(*columns).where(*kept).subquery()
    where = conditions(filters, connection.dialect.name)
    each = counted(filters, select(*SAID_BY, func.count().label("n")))
    each = each.where(*where).group_by(*SAID_BY).subquery()
    bearer = func.coalesce(each.c.effective_speaker_id, each.c.speaker_id)
    return (
        select(
            _NAME.canonical_id.label("speaker"),
            func.max(_SHOWN.name).label("name"),
            func.sum(each.c.n).label("claims"),
        )
        .join(each, bearer == _NAME.id)
        .join(_SHOWN, _SHOWN.id == _NAME.canonical_id)
        .group_by(_NAME.canonical_id)
        .subquery()
    )


def kept_speakers(filters: Filters) -> list[ColumnElement[bool]] | None:
    """Which of the kept counts the filters ask for, all of them or those of speakers; None where claims
    must be counted."""
    if replace(filters, speaker=(), speaker_id=None, unfinished=None) != Filters():
        return None
    speaker = col(SpeakerCountRow.speaker_id)
    where = [speaker == filters.speaker_id] if filters.speaker_id else []
    return [*where, *speakers_named(speaker, filters)]


def behind_kept(id: str) -> ColumnElement[bool]:
    """Of the kept counts those behind a speaker in that order; nothing where it has none."""
    row, own = SpeakerCountRow, aliased(SpeakerCountRow)
    claims = select(own.claims).where(own.speaker_id == id).scalar_subquery()
    return _after(col(row.claims), (col(row.name), col(row.speaker_id)), claims, id)


def _behind(totals: Any, id: str) -> ColumnElement[bool]:
    """What stands behind a speaker in that order; nothing where the filters leave it no claim."""
    claims = select(totals.c.claims).where(totals.c.speaker == id).scalar_subquery()
    return _after(totals.c.claims, (totals.c.name, totals.c.speaker), claims, id)


def _after(claims: Any, named: tuple[Any, Any], of_it: Any, id: str) -> ColumnElement[bool]:
    name = select(_SHOWN.name).where(_SHOWN.id == id).scalar_subquery()
    alike = and_(claims == of_it, tuple_(*named) > tuple_(name, id))
    return or_(claims < of_it, alike)
