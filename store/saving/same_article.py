"""Which stored article an article is, and what it adds to that one; reads only, and takes no
decision about claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, or_, select

from claims.folding import name_key
from claims.ids import canonical_url
from claims.model import Article as Given
from claims.model.reading import writers
from claims.page_key import page_key
from store.mapping import to_rows
from store.mapping.article_notes import notes
from store.saving.other_forms import form_of, stored_form
from store.tables import ArticleRow, OutletRow
from store.tables.columns import col, table_of

MAX_TOLD = 200
"""Values of one article's metadata that are kept, from all files that told of it."""


INCOMPLETE = "incomplete"
"""Instead of what detected: claims of the article may have been lost, so that it is taken anew."""


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
        if article.url and row["url"] and _is_one_page(row, article, published):
            return Found(row, False)
    return _page_of(connection, article, published)


def _page_of(connection: Connection, article: Given, published: str | None) -> Found | None:
    """The stored page of which an article without an address is a print or a saved file."""
    form = form_of(article, published)
    row = None if article.url else stored_form(connection, form)
    # What says more of itself than the stored file is its later edition.
    return Found(row, False) if row and (row["url"] or not form.is_told) else None


def unchanged(connection: Connection, article: Given) -> bool:
    """Whether saving the article would add nothing, so that it need not be read again."""
    same = find_same(connection, article, outlet=article.outlet, published=article.published)
    return same is not None and not new_metadata(article, same) and not is_incomplete(same)


def detects_anew(same: Found, detector: str | None, *, force: bool) -> bool:
    """Whether the claims that a reading brings take the place of those that are stored."""
    other = detector is not None and (force or detector != same.row["detector"])
    return bool(same.row["current"]) and (is_incomplete(same) or other)


def is_incomplete(same: Found) -> bool:
    """Whether claims of the article may have been lost with damaged pages."""
    return bool(same.row["detector"] == INCOMPLETE)


def former_edition(
    connection: Connection, article: Given, published: str | None
) -> RowMapping | None:
    """The current article under the same URL or doc, or a file of the same page; its text is another one."""
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
    if found := next(iter(same_url or same_doc), None):
        return found
    # Of a page that comes after a file of it, the page's text is the better one.
    return stored_form(connection, form_of(article, published))


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
    changes |= _more_notes(article, row)
    if "published" in changes:
        changes["published_key"] = to_rows.sort_key(changes["published"])
    if "author" in changes:
        changes["byline"] = list(writers(changes["author"]))
    if "url" in changes:
        changes["url_key"] = canonical_url(changes["url"])
    return changes


def _more_notes(article: Given, row: RowMapping) -> dict[str, Any]:
    """What the file says besides and the store lacks; what it has stays, for feeds and pages take turns."""
    given = notes(article)
    told = [*row["told"], *(value for value in given.pop("told") if value not in row["told"])]
    changes = {key: value for key, value in given.items() if value and not row[key]}
    if len(told) > len(row["told"]) and len(row["told"]) < MAX_TOLD:
        changes["told"] = told[:MAX_TOLD]
    return changes


def _with_text(connection: Connection, text: str) -> list[RowMapping]:
    query: Any = (
        select(table_of(ArticleRow), col(OutletRow.name).label("outlet"))
        .join(OutletRow, col(OutletRow.id) == col(ArticleRow.outlet_id), isouter=True)
        .where(col(ArticleRow.text_hash) == to_rows.text_hash(text))
        .order_by(col(ArticleRow.current).desc(), col(ArticleRow.id))
    )
    return list(connection.execute(query).mappings())


def _is_one_page(row: RowMapping, article: Given, published: str | None) -> bool:
    """Whether one text stands under two addresses of one page: forms of one address, or two places of one site
    that give it the same title and the same time."""
    if page_key(article.url or "") == page_key(row["url"]):
        return True
    one, other = (page_key(url or "").partition("/")[0] for url in (article.url, row["url"]))
    told = article.title and published
    return bool(
        one == other and told and (row["title"], row["published"]) == (article.title, published)
    )


def _differ(left: str | None, right: str | None) -> bool:
    return bool(left and right and left != right)


def _agrees(row: RowMapping, outlet: str | None, published: str | None, *, exactly: bool) -> bool:
    same_outlet = name_key(row["outlet"] or "") == name_key(outlet or "") or (
        not exactly and not outlet
    )
    return same_outlet and (
        (row["published"] or "") == (published or "") or (not exactly and not published)
    )
