"""Whether the counts that are kept are those of claims and articles, counted from scratch and in another way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, func, select

from store.counts.joint import unlike
from store.counts.of_article import WORDS, given, labels, stored
from store.database.rows import chunks
from store.queries.speakers import every_speaker_counted
from store.speakers.bearer import EFFECTIVE_SPEAKER
from store.tables import (
    ArticleCountRow,
    ArticleRow,
    ClaimRow,
    FacetCountRow,
    SpeakerCountRow,
    SpeakerOutletRow,
    SpeakerRow,
)
from store.tables.columns import col, table_of

_STANDS = col(ClaimRow.vanished).is_(False)


def miscounted(connection: Connection) -> Iterator[str]:
    """What is kept and is not so, each as how many of what."""
    for what, table, key, counted in (
        ("speakers", SpeakerCountRow, 1, every_speaker_counted()),
        ("outlets of speakers", SpeakerOutletRow, 2, _outlets()),
        ("values of filters", FacetCountRow, 2, None),
    ):
        kept = set(map(tuple, connection.execute(select(table_of(table)))))
        found = _facets(connection) if counted is None else _rows(connection, counted)
        if wrong := len({row[:key] for row in kept ^ found}):
            yield f"{wrong:,} {what} whose counts are not those of their claims"
    if wrong := sum(_articles_wrong(connection)):
        yield f"{wrong:,} articles whose counts are not those of their claims"
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
    for word in (*WORDS, "outlet"):
        value = col(ArticleRow.outlet_id) if word == "outlet" else col(getattr(ClaimRow, word))
        query = select(value, func.count()).select_from(ClaimRow)
        query = query.join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
        rows = connection.execute(query.where(_STANDS, value.is_not(None)).group_by(value))
        found |= {(word, *row) for row in rows}
    by_label: Counter[str] = Counter()
    for _, label, n in connection.execute(labels()):
        by_label[label] += n
    return found | {("label", *item) for item in by_label.items()}


def _articles_wrong(connection: Connection) -> Iterable[int]:
    ids: set[str] = set()
    for column in (ArticleRow.id, ArticleCountRow.article_id):
        ids.update(connection.execute(select(col(column))).scalars())
    for some in chunks(sorted(ids)):
        before, after = stored(connection, some), given(connection, some)
        yield sum(before.get(id) != after.get(id) for id in some)
