"""Reads articles and claims through Core rows; the conditions come from filters.py, nothing is
written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, case, func, null, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from claims.corroborate.model import StatedArticle
from claims.errors import SeveralError, UsageError
from store.mapping import from_rows
from store.queries.filters import conditions
from store.records import ArticleRecord, ClaimRecord, Filters
from store.speakers.claim_speaker import BEARER
from store.tables import (
    Article,
    ChainLink,
    Claim,
    Outlet,
    Proposition,
    PropositionClaim,
    Review,
    Speaker,
)
from store.tables.columns import table_of

_BATCH = 200
_ARTICLES = table_of(Article)
_CLAIMS = table_of(Claim)
_REVIEW: list[Any] = [
    col(getattr(Review, name)).label(f"review_{name}")
    for name in ("status", "who", "at", "note", "machine", "added", "found")
]
_FOUND: Any = aliased(Speaker)
"""The name that the article itself gives."""
_NAME: Any = aliased(Speaker)
"""The name under which the claim counts; Speaker is the row that all its names are shown under."""
_ORDER = (col(Article.published_key), col(Article.id), col(Claim.start), col(Claim.number))


def stream_claims(
    connection: Connection, filters: Filters, limit: int | None = None, offset: int = 0
) -> Iterator[ClaimRecord]:
    """Claims in the order of date, article and text; raises UsageError on a value that a filter
    cannot have."""
    query = _claims().where(*conditions(filters, connection.dialect.name)).order_by(*_ORDER)
    yield from _records(
        connection, query.limit(limit).offset(offset) if limit is not None or offset else query
    )


def claims_where(
    connection: Connection, *where: ColumnElement[bool], labelled: bool = True
) -> Iterator[ClaimRecord]:
    """Claims that meet the conditions, in the same order; labelled: with their labels, of no use in
    weighing."""
    yield from _records(connection, _claims(labelled).where(*where).order_by(*_ORDER))


def count_claims(connection: Connection, filters: Filters) -> int:
    """How many claims the filters leave; raises UsageError on a value that a filter cannot have."""
    query = select(func.count()).select_from(
        _CLAIMS.join(_ARTICLES, _ARTICLES.c.id == _CLAIMS.c.article_id)
    )
    return int(
        connection.execute(query.where(*conditions(filters, connection.dialect.name))).scalar_one()
    )


def ids_with_prefix(connection: Connection, column: Any, prefix: str, limit: int = 6) -> list[str]:
    """Ids that begin with the prefix, at most the limit."""
    start = prefix.strip().lower()
    if not start or any(c not in "0123456789abcdef" for c in start):
        return []
    query = (
        select(column).where(column >= start, column < start + "g").order_by(column).limit(limit)
    )
    return [str(id) for id in connection.execute(query).scalars()]


def one_id(connection: Connection, column: Any, prefix: str, what: str) -> str:
    """The one id with the prefix; raises UsageError on none and, with a list, SeveralError on
    several."""
    found = ids_with_prefix(connection, column, prefix)
    if not found:
        raise UsageError(f"no {what} {prefix}; ids are listed by `onrecord list`")
    if len(found) > 1:
        listed = ", ".join(found[:5]) + (" …" if len(found) > 5 else "")
        raise SeveralError(
            f"{prefix} is the beginning of several {what}s: {listed}; write more of the id"
        )
    return found[0]


def short_ids(
    connection: Connection, ids: Sequence[str], column: Any = None, least: int = 6
) -> dict[str, str]:
    """The shortest prefix of each id, of six characters or more, that no other stored id has."""
    column = col(Claim.id) if column is None else column
    shown = {}
    for id in ids:
        before = connection.execute(select(func.max(column)).where(column < id)).scalar()
        after = connection.execute(select(func.min(column)).where(column > id)).scalar()
        shared = max(_shared(id, str(other)) for other in (before or "", after or ""))
        shown[id] = id[: max(least, shared + 1)]
    return shown


def find_article(connection: Connection, id_or_doc: str) -> ArticleRecord:
    """An article by id, beginning of an id or doc (its current edition); raises UsageError."""
    query = (
        _articles()
        .where(col(Article.doc) == id_or_doc)
        .order_by(col(Article.current).desc(), col(Article.fetched).desc())
    )
    row = connection.execute(query).mappings().first()
    if row is None:
        id = one_id(connection, col(Article.id), id_or_doc, "article")
        row = connection.execute(_articles().where(col(Article.id) == id)).mappings().one()
    return from_rows.article_record(row)


def stream_articles(
    connection: Connection, *, current_only: bool = False
) -> Iterator[ArticleRecord]:
    """Articles in the order of date; former editions first, as they came in, so that a copy grows
    alike."""
    came_in = case((col(Article.current).is_(False), col(Article.fetched)))
    query = _articles().order_by(
        col(Article.current), came_in, col(Article.published_key), col(Article.id)
    )
    if current_only:
        query = query.where(col(Article.current).is_(True))
    for row in connection.execute(query, execution_options={"yield_per": _BATCH}).mappings():
        yield from_rows.article_record(row)


def claims_by_number(connection: Connection, numbers: Sequence[int]) -> list[ClaimRecord]:
    """The claims of these numbers, in the order given."""
    numbered = select(col(Claim.id), col(Claim.number)).where(col(Claim.number).in_(numbers))
    order = {row[0]: row[1] for row in connection.execute(numbered)}
    found = {
        order[c.id]: c
        for c in _records(connection, _claims().where(col(Claim.number).in_(numbers)))
    }
    return [found[number] for number in numbers if number in found]


def articles_where(connection: Connection, *where: ColumnElement[bool]) -> Iterator[ArticleRecord]:
    """Articles that meet the conditions."""
    for row in connection.execute(_articles().where(*where)).mappings():
        yield from_rows.article_record(row)


def stream_stated(connection: Connection) -> Iterator[StatedArticle]:
    """Current editions with their claims, for weighing."""
    batch: list[ArticleRecord] = []
    for article in stream_articles(connection, current_only=True):
        batch.append(article)
        if len(batch) == _BATCH:
            yield from _with_claims(connection, batch)
            batch = []
    yield from _with_claims(connection, batch)


def _claims(labelled: bool = True) -> Select[Any]:
    label: Any = (
        select(func.min(col(Proposition.label)))
        .join(PropositionClaim, col(PropositionClaim.proposition_id) == col(Proposition.id))
        .where(col(PropositionClaim.claim_id) == col(Claim.id))
        .correlate(_CLAIMS)
        .scalar_subquery()
    )
    return (
        select(
            _CLAIMS,
            col(Article.doc),
            col(Article.title),
            col(Article.url),
            col(Article.wire),
            col(Article.published),
            col(Outlet.name).label("outlet"),
            col(Speaker.name).label("speaker"),
            col(Speaker.kind).label("canonical_kind"),
            _NAME.canonical_id.label("canonical_id"),
            _FOUND.name.label("named"),
            (label if labelled else null()).label("label"),
            *_REVIEW,
        )
        .select_from(_CLAIMS)
        .join(Article, col(Article.id) == col(Claim.article_id))
        .join(Outlet, col(Outlet.id) == col(Article.outlet_id), isouter=True)
        .join(_FOUND, _FOUND.id == col(Claim.speaker_id), isouter=True)
        .join(_NAME, _NAME.id == BEARER, isouter=True)
        .join(Speaker, col(Speaker.id) == _NAME.canonical_id, isouter=True)
        .join(Review, col(Review.claim_id) == col(Claim.id), isouter=True)
    )


def _articles() -> Select[Any]:
    return (
        select(_ARTICLES, col(Outlet.name).label("outlet"))
        .select_from(_ARTICLES)
        .join(Outlet, col(Outlet.id) == col(Article.outlet_id), isouter=True)
    )


def _records(connection: Connection, query: Select[Any]) -> Iterator[ClaimRecord]:
    for part in (
        connection.execute(query, execution_options={"yield_per": _BATCH}).mappings().partitions()
    ):
        links: dict[str, list[RowMapping]] = defaultdict(list)
        chain = select(table_of(ChainLink)).where(
            col(ChainLink.claim_id).in_([row["id"] for row in part])
        )
        for link in connection.execute(
            chain.order_by(col(ChainLink.claim_id), col(ChainLink.position))
        ).mappings():
            links[link["claim_id"]].append(link)
        for row in part:
            yield from_rows.claim_record(row, links[row["id"]])


def _with_claims(
    connection: Connection, articles: Sequence[ArticleRecord]
) -> Iterator[StatedArticle]:
    claims: dict[str, list[ClaimRecord]] = defaultdict(list)
    where = (
        col(Claim.article_id).in_([article.id for article in articles]),
        col(Claim.vanished).is_(False),
    )
    for claim in claims_where(connection, *where):
        claims[claim.article_id].append(claim)
    for article in articles:
        yield from_rows.stated_article(article, claims[article.id])


def _shared(left: str, right: str) -> int:
    count = 0
    while count < min(len(left), len(right)) and left[count] == right[count]:
        count += 1
    return count
