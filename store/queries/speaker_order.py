"""Which speakers stand first in a list, or behind one of it, by claims alone: an index holds whose they are,
so that no article is read for the many that are not shown."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, tuple_

from store.queries.filters import conditions
from store.queries.pages import SAID_BY, counted
from store.records import Filters
from store.tables import SpeakerRow
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
    query = select(col(SpeakerRow.id)).join(totals, totals.c.speaker == col(SpeakerRow.id))
    if after:
        query = query.where(_behind(totals, after))
    order = (totals.c.claims.desc(), col(SpeakerRow.name), col(SpeakerRow.id))
    return list(connection.execute(query.order_by(*order).limit(limit)).scalars())


def count_speakers(connection: Connection, filters: Filters) -> int:
    """How many they are; raises UsageError on a value that a filter cannot have."""
    totals = _totals(connection, filters)
    return int(connection.execute(select(func.count()).select_from(totals)).scalar_one())


def _totals(connection: Connection, filters: Filters) -> Any:
    """The number of claims of each speaker; counted by name first."""
    where = conditions(filters, connection.dialect.name)
    each = counted(filters, select(*SAID_BY, func.count().label("n")))
    each = each.where(*where).group_by(*SAID_BY).subquery()
    bearer = func.coalesce(each.c.effective_speaker_id, each.c.speaker_id)
    return (
        select(_NAME.canonical_id.label("speaker"), func.sum(each.c.n).label("claims"))
        .join(each, bearer == _NAME.id)
        .group_by(_NAME.canonical_id)
        .subquery()
    )


def _behind(totals: Any, id: str) -> ColumnElement[bool]:
    """What stands behind a speaker in that order; nothing where the filters leave it no claim."""
    claims = select(totals.c.claims).where(totals.c.speaker == id).scalar_subquery()
    name = select(_SHOWN.name).where(_SHOWN.id == id).scalar_subquery()
    alike = and_(
        totals.c.claims == claims,
        tuple_(col(SpeakerRow.name), col(SpeakerRow.id)) > tuple_(name, id),
    )
    return or_(totals.c.claims < claims, alike)
