"""The commonest values of filter words: of everything and of days as they are kept (store/counts), of any other filter
counted in one walk over what is kept of its claims, whatever is asked of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, func, select

from store.queries.days import days_asked
from store.queries.facet_blocks import bare, can_answer, counted_in_blocks
from store.queries.facet_names import Values, by_count, of_outlets, of_speakers, values_of
from store.queries.facet_walk import reviews_read, told, walked
from store.queries.few import are_few, words_asked
from store.queries.filters import conditions
from store.queries.pages import FACETS, coverage
from store.records import Filters
from store.tables import DayCountRow, FacetCountRow
from store.tables.columns import col


def facet(connection: Connection, filters: Filters, word: str, limit: int = 12) -> Values:
    """The commonest values of a filter word among the claims that pass all other words; raises
    UsageError on a value that a filter cannot have."""
    return facets(connection, filters, (word,), limit)[word]


def facets(
    connection: Connection, filters: Filters, words: Sequence[str] = FACETS, limit: int = 12
) -> dict[str, Values]:
    """The same of several words."""
    alike: dict[Filters, list[str]] = {}
    for word in words:
        changes: dict[str, Any] = {
            word: (),
            "unfinished": None if filters.unfinished == word else filters.unfinished,
        }
        alike.setdefault(replace(filters, **changes), []).append(word)
    found = _in_blocks(connection, alike, limit)
    for rest, some in alike.items():
        if found.keys() >= {*some}:
            continue
        where = conditions(rest, connection.dialect.name)
        if days_asked(rest, col(DayCountRow.day)) is None:
            found |= walked(connection, rest, where, some, limit)
        else:
            found |= {word: _as_kept(connection, rest, word, limit) for word in some}
    return {word: found[word] for word in words}


def _in_blocks(
    connection: Connection, alike: Mapping[Filters, Sequence[str]], limit: int
) -> dict[str, Values]:
    """Those words that can be counted so, all in one walk, unless too many claims were looked at to be read."""
    found_many = _finding_many(connection, alike)
    asked = {
        rest: words
        for rest, words in alike.items()
        if _is_for_blocks(rest, found_many) and days_asked(rest, col(DayCountRow.day)) is None
    }
    reviewed = any(rest.said or "status" in words for rest, words in asked.items())
    statuses = reviews_read(connection) if reviewed else {}
    if not asked or statuses is None:
        return {}
    counted = counted_in_blocks(connection, asked, statuses)
    return {word: told(connection, word, values, limit) for word, values in counted.items()}


def _finding_many(connection: Connection, asked: Iterable[Filters]) -> set[Filters]:
    """The words of filters by which SQLite finds many claims: few are looked up one by one, and a server counts by
    itself."""
    if connection.dialect.name != "sqlite":
        return set()
    words = {words_asked(filters) for filters in asked if can_answer(filters)}
    return {one for one in words if are_few(connection, one) is False}


def _is_for_blocks(filters: Filters, found_many: set[Filters]) -> bool:
    return can_answer(filters) and (bare(filters) == filters or words_asked(filters) in found_many)


def _as_kept(connection: Connection, filters: Filters, word: str, limit: int) -> Values:
    """Of everything or of days."""
    if word == "status":
        return by_count(coverage(connection, filters))
    days = days_asked(filters, col(DayCountRow.day))
    return values_of(connection, _kept(word, days) if days else _kept_of_all(word), limit)


def _kept_of_all(word: str) -> Any:
    value, n = col(FacetCountRow.value), col(FacetCountRow.claims)
    mine: Any = select(value.label("id"), n.label("n")).where(col(FacetCountRow.word) == word)
    return of_outlets(mine.subquery()) if word == "outlet" else mine.order_by(n.desc(), value)


def _kept(word: str, days: Sequence[Any]) -> Any:
    value, total = col(DayCountRow.value), func.sum(col(DayCountRow.claims)).label("n")
    query: Any = select(value.label("id"), total).where(col(DayCountRow.word) == word, *days)
    query = query.group_by(value)
    if word == "outlet":
        return of_outlets(query.subquery())
    if word == "speaker":
        return of_speakers(query.subquery())
    return query.order_by(total.desc(), value)
