"""Which stored article an article is, and what it adds to that one; reads only, and takes no
decision about claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, or_, select
from sqlmodel import col

from claims.folding import name_key
from claims.ids import canonical_url
from claims.model import Article as Given
from store.mapping import to_rows
from store.tables import ArticleRow, OutletRow
from store.tables.columns import table_of


@dataclass(frozen=True)
class Found:
    """A stored article; surely is False where only text, outlet and date tell that it is the
    same."""

    row: RowMapping
    surely: bool


def find_same(
    connection: Connection,
    article: Given,
    *,
    outlet: str | None,
    published: str | None,
    id: str | None = None,
) -> Found | None:
    """The stored article with this text that is this one; with an id, outlet and date are final."""
    url = canonical_url(article.url) if article.url else None
    candidates = _with_text(connection, article.text)
    for row in candidates:
        if (url and row["url_key"] == url) or (
            row["doc"] == article.doc and not _differ(url, row["url_key"])
        ):
            return Found(row, True)
    for row in candidates:
        if row["id"] == id:
            return Found(row, False)
        if not _differ(url, row["url_key"]) and _agrees(
            row, outlet, published, exactly=id is not None
        ):
            return Found(row, False)
    return None


def unchanged(connection: Connection, article: Given) -> bool:
    """Whether saving the article would add nothing, so that it need not be read again."""
    same = find_same(connection, article, outlet=article.outlet, published=article.published)
    return same is not None and not new_metadata(article, same)


def former_edition(connection: Connection, article: Given) -> RowMapping | None:
    """The current article under the same URL or doc; its text is another one."""
    url = canonical_url(article.url) if article.url else None
    query = select(table_of(ArticleRow)).where(col(ArticleRow.current).is_(True))
    same = col(ArticleRow.doc) == article.doc
    # Without a URL, every article without one would be read.
    rows = (
        connection.execute(query.where(or_(same, col(ArticleRow.url_key) == url) if url else same))
        .mappings()
        .all()
    )
    same_url = [row for row in rows if url and row["url_key"] == url]
    same_doc = [
        row for row in rows if row["doc"] == article.doc and not _differ(url, row["url_key"])
    ]
    return next(iter(same_url or same_doc), None)


def new_metadata(article: Given, same: Found) -> dict[str, Any]:
    """Columns to renew: what is given now and was missing, inferred or, for surely the same
    article, different."""
    row, changes = same.row, {}
    for key, value in to_rows.given(article).items():
        inferred = bool(row.get(key + "_inferred"))
        if key == "url" and row["url_key"]:
            continue
        if not row[key] or inferred or (same.surely and row[key] != value):
            changes[key] = value
            if key + "_inferred" in row:
                changes[key + "_inferred"] = False
    if article.outlet and (
        row["outlet_inferred"]
        or (same.surely and to_rows.outlet_id(article.outlet) != row["outlet_id"])
        or not row["outlet_id"]
    ):
        changes |= {"outlet_id": to_rows.outlet_id(article.outlet), "outlet_inferred": False}
    if "published" in changes:
        changes["published_key"] = to_rows.sort_key(changes["published"])
    if "author" in changes:
        changes["byline"] = [changes["author"]]
    if "url" in changes:
        changes["url_key"] = canonical_url(changes["url"])
    return changes


def _with_text(connection: Connection, text: str) -> list[RowMapping]:
    query: Any = (
        select(table_of(ArticleRow), col(OutletRow.name).label("outlet"))
        .join(OutletRow, col(OutletRow.id) == col(ArticleRow.outlet_id), isouter=True)
        .where(col(ArticleRow.text_hash) == to_rows.text_hash(text))
        .order_by(col(ArticleRow.current).desc(), col(ArticleRow.id))
    )
    return list(connection.execute(query).mappings())


def _differ(left: str | None, right: str | None) -> bool:
    return bool(left and right and left != right)


def _agrees(row: RowMapping, outlet: str | None, published: str | None, *, exactly: bool) -> bool:
    same_outlet = name_key(row["outlet"] or "") == name_key(outlet or "") or (
        not exactly and not outlet
    )
    return same_outlet and (
        (row["published"] or "") == (published or "") or (not exactly and not published)
    )
