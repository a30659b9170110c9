"""Whether the counts that are kept are those of claims and articles, counted from scratch and in another way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, func, select

from store.counts import of_claim
from store.counts.blocks import claims_in_blocks
from store.counts.joint import unlike
from store.counts.of_article import given, labels, stored
from store.counts.of_claim import WORDS, standing
from store.database.rows import chunks
from store.queries.speakers import every_speaker_counted
from store.queries.values import DAY_CHARS
from store.speakers.bearer import EFFECTIVE_SPEAKER
from store.tables import (
    ArticleCountRow,
    ArticleRow,
    ClaimRow,
    ClaimValueRow,
    DayCountRow,
    FacetCountRow,
    SpeakerCountRow,
    SpeakerOutletRow,
    SpeakerRow,
)
from store.tables.columns import col, table_of
from store.tables.plain import aliased

_STANDS = col(ClaimRow.vanished).is_(False)
_SHOWN: Any = aliased(SpeakerRow)
_VALUES: dict[str, Any] = {word: col(getattr(ClaimRow, word)) for word in WORDS} | {
    "outlet": col(ArticleRow.outlet_id),
    "speaker": _SHOWN.name,
}


def miscounted(connection: Connection) -> Iterator[str]:
    """What is kept and is not so, each as how many of what."""
    for what, table, key, counted in (
        ("speakers", SpeakerCountRow, 1, every_speaker_counted()),
        ("outlets of speakers", SpeakerOutletRow, 2, _outlets()),
        ("values of filters", FacetCountRow, 2, _facets),
        ("values of days", DayCountRow, 3, _days),
    ):
        kept = _rows(connection, select(table_of(table)))
        found = counted(connection) if callable(counted) else _rows(connection, counted)
        if wrong := len({row[:key] for row in kept ^ found}):
            yield f"{wrong:,} {what} whose counts are not those of their claims"
    wrong, unlike_values = map(sum, zip((0, 0), *_articles_wrong(connection), strict=True))
    if wrong:
        yield f"{wrong:,} articles whose counts are not those of their claims"
    if unlike_values := unlike_values + _without_claims(connection):
        yield f"{unlike_values:,} claims of which something else is kept to be counted"
    if wrong := unlike(connection):
        yield f"{wrong:,} members of joint claims that are not those of the claims"


def _rows(connection: Connection, query: Any) -> set[tuple[Any, ...]]:
    return set(map(tuple, connection.execute(query)))


def _outlets() -> Any:
    speaker, outlet = col(SpeakerRow.canonical_id), col(ArticleRow.outlet_id)
    return (
        select(speaker, outlet, func.count(col(ArticleRow.id).distinct()))
        .select_from(ClaimRow)
        .join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
        .join(SpeakerRow, col(SpeakerRow.id) == EFFECTIVE_SPEAKER)
        .where(_STANDS, outlet.is_not(None))
        .group_by(speaker, outlet)
    )


def _facets(connection: Connection) -> set[tuple[Any, ...]]:
    found: set[tuple[Any, ...]] = set()
    for word, value in _VALUES.items():
        query = _standing(value, func.count()).where(value.is_not(None)).group_by(value)
        found |= {(word, *row) for row in connection.execute(query)}
    by_label: Counter[str] = Counter()
    for _, label, n in connection.execute(labels()):
        by_label[label] += n
    return found | {("label", *item) for item in by_label.items()}


def _days(connection: Connection) -> set[tuple[Any, ...]]:
    found: set[tuple[Any, ...]] = set()
    day = func.substr(col(ArticleRow.published_key), 1, DAY_CHARS)
    for word, value in (_VALUES | {"speaker": _SHOWN.id}).items():
        query = _standing(day, value, func.count()).where(value.is_not(None), day != "")
        found |= {(word, *row) for row in connection.execute(query.group_by(day, value))}
    days = {
        row.id: row.day for row in connection.execute(select(col(ArticleRow.id), day.label("day")))
    }
    by_label: Counter[tuple[str, ...]] = Counter()
    for article, label, n in connection.execute(labels()):
        if days.get(article):
            by_label["label", days[article], label] += n
    return found | {(*key, n) for key, n in by_label.items()}


def _standing(*columns: Any) -> Any:
    """Of claims that stand, with their articles and the speakers they are shown under."""
    return (
        select(*columns)
        .select_from(ClaimRow)
        .join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
        .join(SpeakerRow, col(SpeakerRow.id) == EFFECTIVE_SPEAKER, isouter=True)
        .join(_SHOWN, _SHOWN.id == col(SpeakerRow.canonical_id), isouter=True)
        .where(_STANDS)
    )


def _articles_wrong(connection: Connection) -> Iterator[tuple[int, int]]:
    """How many of some articles, and of their claims, are kept otherwise."""
    ids: set[str] = set()
    for column in (ArticleRow.id, ArticleCountRow.article_id):
        ids.update(connection.execute(select(col(column))).scalars())
    for some in chunks(sorted(ids)):
        claims = standing(connection, some)
        before, after = stored(connection, some), given(claims)
        wrong = sum(before.get(id) != after.get(id) for id in some)
        yield wrong, of_claim.unlike(connection, some, claims)


def _without_claims(connection: Connection) -> int:
    """How much is kept of claims that are gone."""
    known = select(col(ClaimRow.number))
    lost = select(func.count()).where(col(ClaimValueRow.number).not_in(known))
    every = select(func.count()).select_from(ClaimValueRow)
    more = claims_in_blocks(connection) - connection.execute(every).scalar_one()
    return max(int(connection.execute(lost).scalar_one()), more)
