"""The commonest values of filter words: of everything and of days as they are kept (store/counts), of any other filter
counted in one walk over its claims, whatever is asked of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import JSON, BigInteger, Connection, cast, func, select

from store.queries.days import days_asked
from store.queries.filters import conditions
from store.queries.pages import FACETS, counted, coverage, reviewed_counts
from store.records import Coverage, Filters
from store.speakers.bearer import EFFECTIVE_SPEAKER
from store.tables import (
    ArticleCountRow,
    ClaimRow,
    DayCountRow,
    FacetCountRow,
    OutletRow,
    PropositionClaimRow,
    PropositionRow,
    ReviewRow,
    SpeakerRow,
)
from store.tables.columns import col
from store.tables.plain import aliased

Values = list[tuple[str, int]]
_CLAIMS_A_STEP = 10_000
_MANY_REVIEWS = 20_000
"""More than these are not read to be held against the claims of a filter."""
_NAME: Any = aliased(SpeakerRow)
_OF_CLAIM: dict[str, Any] = {
    word: col(getattr(ClaimRow, word)) for word in ("saying", "stance", "kind")
}
_COLUMNS: dict[str, Any] = _OF_CLAIM | {
    "speaker": EFFECTIVE_SPEAKER,
    "outlet": col(ClaimRow.article_id),
    "status": col(ClaimRow.number),
}
"""Of what the values of a word are counted while claims are walked."""


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
    found: dict[str, Values] = {}
    for rest, some in alike.items():
        where = conditions(rest, connection.dialect.name)
        days = days_asked(rest, col(DayCountRow.day))
        if days is None:
            found |= _walked(connection, rest, where, some, limit)
            continue
        for word in some:
            if word == "status":
                found[word] = _by_count(coverage(connection, rest))
            else:
                query = _kept(word, days) if days else _kept_of_all(word)
                found[word] = _values(connection, query, limit)
    return {word: found[word] for word in words}


def _values(connection: Connection, query: Any, limit: int) -> Values:
    return [(row[0], int(row[1])) for row in connection.execute(query.limit(limit))]


def _by_count(found: Coverage) -> Values:
    return sorted(((name, n) for name, n in found.counts.items() if n), key=lambda item: -item[1])


def _kept_of_all(word: str) -> Any:
    value, n = col(FacetCountRow.value), col(FacetCountRow.claims)
    mine: Any = select(value.label("id"), n.label("n")).where(col(FacetCountRow.word) == word)
    return _of_outlets(mine.subquery()) if word == "outlet" else mine.order_by(n.desc(), value)


def _kept(word: str, days: Sequence[Any]) -> Any:
    value, total = col(DayCountRow.value), func.sum(col(DayCountRow.claims)).label("n")
    query: Any = select(value.label("id"), total).where(col(DayCountRow.word) == word, *days)
    query = query.group_by(value)
    if word == "outlet":
        return _of_outlets(query.subquery())
    if word == "speaker":
        return _of_speakers(query.subquery())
    return query.order_by(total.desc(), value)


def _of_outlets(counts: Any) -> Any:
    total, name = func.sum(counts.c.n), col(OutletRow.name)
    named = select(name, total).join(counts, counts.c.id == col(OutletRow.id))
    return named.group_by(name).order_by(total.desc(), name)


def _of_speakers(counts: Any) -> Any:
    """Counts of any name of speakers, by the name that is shown."""
    total, shown = func.sum(counts.c.n), col(SpeakerRow.name)
    query = select(shown, total).select_from(counts).join(_NAME, _NAME.id == counts.c.id)
    query = query.join(SpeakerRow, col(SpeakerRow.id) == _NAME.canonical_id)
    return query.group_by(shown).order_by(total.desc(), shown)


def _walked(
    connection: Connection, filters: Filters, where: Sequence[Any], words: Sequence[str], limit: int
) -> dict[str, Values]:
    """Of the claims that pass."""
    found: dict[str, Values] = {}
    asked = [word for word in _COLUMNS if word in words]
    counts = _counted(connection, filters, where, asked)
    for word, values in counts.items():
        if word == "status":
            found[word] = _by_status(connection, filters, where, values)
        elif word == "outlet":
            found[word] = _values(connection, _by_article(connection, values), limit)
        elif word == "speaker":
            found[word] = _values(connection, _of_speakers(_table(connection, values)), limit)
        else:
            found[word] = sorted(values.items(), key=lambda item: (-item[1], item[0]))[:limit]
    if "label" in words:
        found["label"] = _values(connection, _labels(filters, where), limit)
    return found


def _counted(
    connection: Connection, filters: Filters, where: Sequence[Any], words: Sequence[str]
) -> dict[str, Counter[Any]]:
    """How often each value stands, of several words at once."""
    counts: dict[str, Counter[Any]] = {word: Counter() for word in words}
    if words:
        query = counted(filters, select(*(_COLUMNS[word] for word in words))).where(*where)
        streamed = {"yield_per": _CLAIMS_A_STEP}
        for part in connection.execute(query, execution_options=streamed).partitions():
            for word, values in zip(words, zip(*part, strict=True), strict=True):
                counts[word].update(values)
    for of_word in counts.values():
        of_word.pop(None, None)
    return counts


def _by_status(
    connection: Connection, filters: Filters, where: Sequence[Any], numbers: Mapping[int, int]
) -> Values:
    # Looked up for each review, so that no database begins with the claims, which are more.
    number = select(col(ClaimRow.number)).where(col(ClaimRow.id) == col(ReviewRow.claim_id))
    reviews = select(col(ReviewRow.status), number.scalar_subquery())
    rows = connection.execute(reviews.limit(_MANY_REVIEWS + 1)).all()
    if len(rows) > _MANY_REVIEWS:
        counts = reviewed_counts(connection, filters, where)
    else:
        counts = Counter(status for status, number in rows if number in numbers)
    rest = len(numbers) - sum(counts.values())
    return _by_count(Coverage(counts | {"unreviewed": counts.get("unreviewed", 0) + rest}))


def _by_article(connection: Connection, articles: Mapping[str, int]) -> Any:
    """Outlets by the claims of articles."""
    counts = _table(connection, articles)
    outlet = col(ArticleCountRow.outlet_id)
    query = select(outlet.label("id"), func.sum(counts.c.n).label("n")).select_from(counts)
    query = query.join(ArticleCountRow, col(ArticleCountRow.article_id) == counts.c.id)
    return _of_outlets(query.group_by(outlet).subquery())


def _table(connection: Connection, counts: Mapping[str, int]) -> Any:
    """Numbers by id as a table that can be joined; of so many, ids in a statement would be too many."""
    if connection.dialect.name == "sqlite":
        each = func.json_each(json.dumps(counts))
    else:
        each = func.json_each_text(cast(dict(counts), JSON))
    rows = each.table_valued("key", "value")
    return select(rows.c.key.label("id"), cast(rows.c.value, BigInteger).label("n")).subquery()


def _labels(filters: Filters, where: Sequence[Any]) -> Any:
    label, count = col(PropositionRow.label), func.count().label("n")
    query = (
        counted(filters, select(label, count))
        .join(PropositionClaimRow, col(PropositionClaimRow.claim_id) == col(ClaimRow.id))
        .join(PropositionRow, col(PropositionRow.id) == col(PropositionClaimRow.proposition_id))
        .where(*where)
    )
    return query.group_by(label).order_by(count.desc(), label)
