"""Finds the stored articles of which an article may be another form, a page or a file without an address;
whether it is one says claims.other_form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, case, func, or_, select

from claims.model import Article
from claims.model.reading import writers
from claims.other_form import HEAD_CHARACTERS, Form, are_forms, may_be_forms
from store.tables import ArticleRow, OutletRow
from store.tables.columns import col, table_of

DAYS_A_STATEMENT = 60


def form_of(article: Article, published: str | None) -> Form:
    """What is compared of an article; published may be inferred."""
    by = writers(article.author) if article.author else ()
    return Form(article.text, article.title, article.outlet, published, article.url, tuple(by))


def stored_form(connection: Connection, form: Form) -> RowMapping | None:
    """The current stored article that is the same in another form, a page before a file; None where none is."""
    near = [row for row in _near(connection, [form]) if _may_be(form, _stored(row, row["head"]))]
    found = []
    for row in near:
        whole = _whole(connection, row["id"])
        if _are(form, _stored(whole, whole["text"])):
            found.append(whole)
    return next(iter(sorted(found, key=lambda row: row["url"] is None)), None)


def with_other_forms(connection: Connection, forms: Sequence[Form]) -> set[int]:
    """Places of those that may be another form of one among them, or of a stored one."""
    dated = {place: form for place, form in enumerate(forms) if form.days()}
    pages = {place: form for place, form in dated.items() if form.is_told}
    bare = {place: form for place, form in dated.items() if not form.url}
    places = {
        place
        for one, page in pages.items()
        for other, file in bare.items()
        if may_be_forms(page, file)
        for place in (one, other)
    }
    for row in _near(connection, dated.values()):
        stored = _stored(row, row["head"])
        places |= {place for place, form in dated.items() if _may_be(form, stored)}
    return places


def _may_be(one: Form, other: Form) -> bool:
    return may_be_forms(one, other) or may_be_forms(other, one)


def _are(one: Form, other: Form) -> bool:
    return are_forms(one, other) or are_forms(other, one)


def _near(connection: Connection, forms: Iterable[Form]) -> Iterator[RowMapping]:
    """Current articles of the days of the forms, of which each may be another form."""
    all_forms = list(forms)
    for of_kind, others in _KINDS:
        days = sorted({day for form in all_forms if of_kind(form) for day in form.days()})
        for start in range(0, len(days), DAYS_A_STATEMENT):
            query = _head().where(_on(days[start : start + DAYS_A_STATEMENT]), others())
            yield from connection.execute(query).mappings()


def _files() -> ColumnElement[bool]:
    return col(ArticleRow.url_key).is_(None)


def _told() -> ColumnElement[bool]:
    return col(ArticleRow.title).is_not(None)


def _pages_and_bare_files() -> ColumnElement[bool]:
    """Pages, and files that do not say everything of themselves."""
    bare = or_(
        col(ArticleRow.title).is_(None),
        col(ArticleRow.outlet_id).is_(None),
        col(ArticleRow.outlet_inferred).is_(True),
    )
    return or_(and_(col(ArticleRow.url_key).is_not(None), _told()), and_(_files(), bare))


_KINDS: tuple[tuple[Callable[[Form], bool], Callable[[], ColumnElement[bool]]], ...] = (
    (lambda form: bool(form.url and form.is_told), _files),
    (lambda form: bool(not form.url and form.is_told), _pages_and_bare_files),
    (lambda form: not (form.url or form.is_told), _told),
)
"""What is asked for by what asks."""


def _on(days: Iterable[str]) -> ColumnElement[bool]:
    """On one of these days; the key is in UTC, by which a day may be another one."""
    key = col(ArticleRow.published_key)
    spans: list[list[str]] = []
    for day in sorted(days):
        first, after = _moved(day, -1), _moved(day, 2)
        if spans and first <= spans[-1][1]:
            spans[-1][1] = after
        else:
            spans.append([first, after])
    return or_(*(and_(key >= first, key < after) for first, after in spans))


def _moved(day: str, by: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=by)).isoformat()


def _head() -> Any:
    """What tells whether an article is worth reading whole."""
    head = func.substr(col(ArticleRow.text), 1, HEAD_CHARACTERS).label("head")
    columns = (ArticleRow.id, ArticleRow.title, ArticleRow.outlet_inferred, ArticleRow.published)
    return (
        select(*map(col, columns), col(ArticleRow.url), col(ArticleRow.byline), head)
        .add_columns(col(OutletRow.name).label("outlet"))
        .join(OutletRow, col(OutletRow.id) == col(ArticleRow.outlet_id), isouter=True)
        # A case is no index: SQLite then looks the days up, and does not go through all current articles.
        .where(case((col(ArticleRow.current).is_(True), 1), else_=0) == 1)
    )


def _whole(connection: Connection, id: str) -> RowMapping:
    query: Any = (
        select(table_of(ArticleRow), col(OutletRow.name).label("outlet"))
        .join(OutletRow, col(OutletRow.id) == col(ArticleRow.outlet_id), isouter=True)
        .where(col(ArticleRow.id) == id)
    )
    return connection.execute(query).mappings().one()


def _stored(row: RowMapping, text: str) -> Form:
    outlet = None if row["outlet_inferred"] else row["outlet"]
    return Form(text, row["title"], outlet, row["published"], row["url"], tuple(row["byline"]))
