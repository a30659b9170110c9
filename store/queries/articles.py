"""Articles: one, all in order, and the lines of a list; their claims are claims.py's."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, select

from claims.errors import SeveralError
from store.database.rows import chunks
from store.mapping import from_rows
from store.queries.ids import one_id
from store.records import ArticleLine, ArticleRecord
from store.tables import ArticleReviewRow, ArticleRow, ClaimRow, CopyRow, OutletRow, ReviewRow
from store.tables.columns import col, table_of

Row = dict[str, Any]
_ROWS_A_READ = 200
_NAMED = 5
"""Articles of one file name that are named."""
_ARTICLES = table_of(ArticleRow)


def find_article(connection: Connection, id_or_doc: str) -> ArticleRecord:
    """An article by id, beginning of an id or doc (its current edition); raises UsageError."""
    query = (
        _articles()
        .where(col(ArticleRow.doc) == id_or_doc)
        .order_by(col(ArticleRow.current).desc(), col(ArticleRow.fetched).desc())
    )
    row = connection.execute(query).mappings().first()
    if row is None:
        id = one_id(connection, col(ArticleRow.id), id_or_doc, "article")
        row = connection.execute(_articles().where(col(ArticleRow.id) == id)).mappings().one()
    return from_rows.article_record(row)


def article_of_file(connection: Connection, name: str) -> ArticleRecord | None:
    """The article whose doc ends in this name of a file; None where none does. Raises SeveralError
    where several do."""
    ending = col(ArticleRow.doc).endswith("/" + name.removeprefix("./"), autoescape=True)
    query = _articles().where(ending, col(ArticleRow.current).is_(True)).order_by(ArticleRow.doc)
    rows = connection.execute(query.limit(_NAMED)).mappings().all()
    if len(rows) > 1:
        docs = ", ".join(row["doc"] for row in rows)
        raise SeveralError(f"{name} is the name of several articles: {docs}; write more of it")
    return from_rows.article_record(rows[0]) if rows else None


def stream_articles(
    connection: Connection, *, current_only: bool = False
) -> Iterator[ArticleRecord]:
    """Articles in the order of date; former editions first, as they came in, so that a copy grows
    alike."""
    came_in = case((col(ArticleRow.current).is_(False), col(ArticleRow.fetched)))
    query = _articles().order_by(
        col(ArticleRow.current), came_in, col(ArticleRow.published_key), col(ArticleRow.id)
    )
    if current_only:
        query = query.where(col(ArticleRow.current).is_(True))
    for row in connection.execute(query, execution_options={"yield_per": _ROWS_A_READ}).mappings():
        yield from_rows.article_record(row)


def articles_where(connection: Connection, *where: ColumnElement[bool]) -> Iterator[ArticleRecord]:
    """Articles that meet the conditions."""
    for row in connection.execute(_articles().where(*where)).mappings():
        yield from_rows.article_record(row)


def _articles() -> Select[Any]:
    return (
        select(_ARTICLES, col(OutletRow.name).label("outlet"))
        .select_from(_ARTICLES)
        .join(OutletRow, col(OutletRow.id) == col(ArticleRow.outlet_id), isouter=True)
    )


def article_lines(connection: Connection, ids: Collection[str]) -> dict[str, Row]:
    """What a list shows of each article, by id."""
    lines: dict[str, Row] = {}
    for some in chunks(ids):
        lines |= {row["id"]: dict(row) for row in connection.execute(_lines(some)).mappings()}
    return lines


def _lines(ids: Sequence[str]) -> Select[Any]:
    claims, copies = _claims_of_each(ids), _copies_of_each()
    shown = [col(getattr(ArticleRow, name)) for name in ("id", "doc", "title", "wire", "published")]
    review = col(ArticleReviewRow.article_id) == col(ArticleRow.id)
    query: Any = select(
        *shown,
        col(OutletRow.name).label("outlet"),
        func.coalesce(claims.c.claims, 0).label("claims"),
        func.coalesce(claims.c.reviewed, 0).label("reviewed"),
        col(ArticleReviewRow.read_by),
        func.coalesce(copies.c.copies, 0).label("copies"),
    )
    query = query.join(OutletRow, col(OutletRow.id) == col(ArticleRow.outlet_id), isouter=True)
    query = query.join(claims, claims.c.article_id == col(ArticleRow.id), isouter=True)
    query = query.join(copies, copies.c.of == col(ArticleRow.id), isouter=True)
    query = query.join(ArticleReviewRow, review, isouter=True)
    lines: Select[Any] = query.where(col(ArticleRow.id).in_(ids))
    return lines


def _claims_of_each(ids: Sequence[str]) -> Any:
    reviewed = func.count(col(ReviewRow.claim_id)).filter(col(ReviewRow.status) != "unreviewed")
    article = col(ClaimRow.article_id)
    return (
        select(article, func.count().label("claims"), reviewed.label("reviewed"))
        .select_from(ClaimRow)
        .join(ReviewRow, col(ReviewRow.claim_id) == col(ClaimRow.id), isouter=True)
        .where(article.in_(ids), col(ClaimRow.vanished).is_(False))
        .group_by(article)
        .subquery()
    )


def _copies_of_each() -> Any:
    original = col(CopyRow.of)
    return select(original, func.count().label("copies")).group_by(original).subquery()


def articles_page(connection: Connection, ids: Sequence[str]) -> list[ArticleLine]:
    """The articles of these ids, in the order given."""
    lines = article_lines(connection, ids)
    shared = select(col(CopyRow.article_id), col(CopyRow.share)).where(
        col(CopyRow.article_id).in_(ids)
    )
    shares = {row[0]: row[1] for row in connection.execute(shared)}
    return [ArticleLine(**lines[id], share=shares.get(id)) for id in ids if id in lines]


def family(connection: Connection, id: str) -> tuple[str | None, list[str]]:
    """The article that an article copies, None where it copies none, and those that copy it; all by
    id, in the order of date."""
    of = connection.execute(select(col(CopyRow.of)).where(col(CopyRow.article_id) == id)).scalar()
    query = (
        select(col(CopyRow.article_id))
        .join(ArticleRow, col(ArticleRow.id) == col(CopyRow.article_id))
        .where(col(CopyRow.of) == id)
        .order_by(col(ArticleRow.published_key), col(ArticleRow.id))
    )
    return of, list(connection.execute(query).scalars())


def read_by(connection: Connection, article_id: str) -> str | None:
    """Who read an article wholly; None where nobody did."""
    return connection.execute(
        select(col(ArticleReviewRow.read_by)).where(col(ArticleReviewRow.article_id) == article_id)
    ).scalar()
