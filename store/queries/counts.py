"""What is counted over claims to be listed or drawn: outlets, and claims by day; nothing is stored."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, case, distinct, func, select

from claims.rules.vocabulary import STANCES
from store.queries.claims import NAME, with_speaker
from store.queries.filters import conditions
from store.records import NO_FILTER, DayCount, Filters, OutletLine
from store.tables import ArticleRow, ClaimRow, CopyRow, OutletRow, PropositionClaimRow
from store.tables.columns import col

_DENYING = [name for name, stance in STANCES.items() if stance.role == "denies"]
_DAY = func.substr(col(ArticleRow.published_key), 1, 10)


def outlet_lines(connection: Connection, filters: Filters = NO_FILTER) -> list[OutletLine]:
    """Outlets of the claims that the filters leave, those with most claims first; raises UsageError
    on a value that a filter cannot have."""
    known = (OutletRow.name, OutletRow.kind, OutletRow.domain, OutletRow.owner)
    columns, day = [col(one) for one in known], func.nullif(_DAY, "")
    query = _claims(
        *columns,
        func.count(distinct(col(ArticleRow.id))).label("articles"),
        func.count().label("claims"),
        func.count(distinct(NAME.canonical_id)).label("speakers"),
        func.min(day).label("first"),
        func.max(day).label("last"),
    )
    query = with_speaker(query.join(OutletRow, col(OutletRow.id) == col(ArticleRow.outlet_id)))
    rows = connection.execute(
        query.where(*conditions(filters, connection.dialect.name))
        .group_by(*columns)
        .order_by(func.count().desc(), columns[0])
    )
    return [OutletLine(**row) for row in rows.mappings()]


def claim_days(connection: Connection, filters: Filters = NO_FILTER) -> list[DayCount]:
    """How many claims that the filters leave stand on each day in each outlet, copies and denials by
    themselves, in the order of days; raises UsageError on a value that a filter cannot have."""
    copied = col(CopyRow.article_id).is_not(None)
    role = func.coalesce(col(PropositionClaimRow.role), "denies")
    # A denial may stand in a proposition of its own, which it supports; one that is negated is none.
    denying = col(ClaimRow.stance).in_(_DENYING) & (role != "neutral")
    denies = case((denying | (col(PropositionClaimRow.role) == "denies"), 1), else_=0)
    keys = (_DAY, col(OutletRow.name), case((copied, 1), else_=0), denies)
    query: Any = _claims(*keys, func.count())
    query = query.join(OutletRow, col(OutletRow.id) == col(ArticleRow.outlet_id), isouter=True)
    query = query.join(CopyRow, col(CopyRow.article_id) == col(ArticleRow.id), isouter=True)
    member = col(PropositionClaimRow.claim_id) == col(ClaimRow.id)
    query = query.join(PropositionClaimRow, member, isouter=True)
    rows = connection.execute(
        query.where(*conditions(filters, connection.dialect.name)).group_by(*keys).order_by(*keys)
    )
    return [DayCount(day, outlet, bool(c), bool(d), n) for day, outlet, c, d, n in rows]


def _claims(*columns: Any) -> Select[Any]:
    return (
        select(*columns)
        .select_from(ClaimRow)
        .join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
    )
