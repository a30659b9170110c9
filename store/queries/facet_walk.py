"""The commonest values of filter words counted in one walk: over what is kept of each claim that stands (store/counts),
and where others may pass, over claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from store.queries.facet_groups import VALUES, grouped, labels_of
from store.queries.facet_names import (
    NAMED,
    Values,
    by_count,
    commonest,
    outlets_numbered,
    speakers_numbered,
    table,
    values_of,
)
from store.queries.pages import counted, reviewed_counts
from store.queries.values import are_enough, over_values
from store.records import Coverage, Filters
from store.speakers.bearer import EFFECTIVE_SPEAKER
from store.tables import ClaimRow, PropositionClaimRow, PropositionRow, ReviewRow
from store.tables.columns import col

_CLAIMS_A_STEP = 10_000
_MANY_REVIEWS = 20_000
"""More than these are not read to be held against the claims of a filter."""
_OF_CLAIM: dict[str, Any] = {
    word: col(getattr(ClaimRow, word)) for word in ("saying", "stance", "kind")
}
_COLUMNS: dict[str, Any] = _OF_CLAIM | {
    "speaker": EFFECTIVE_SPEAKER,
    "outlet": col(ClaimRow.article_id),
    "status": col(ClaimRow.number),
}
"""Of what the values of a word are counted while claims are walked."""


def walked(
    connection: Connection, filters: Filters, where: Sequence[Any], words: Sequence[str], limit: int
) -> dict[str, Values]:
    """Of the claims that pass."""
    found: dict[str, Values] = {}
    stand = are_enough(filters)
    if stand and connection.dialect.name != "sqlite":
        return grouped(connection, filters, words, limit)
    columns = VALUES if stand else _COLUMNS
    asked = {word: columns[word] for word in columns if word in words}
    query = select(*asked.values())
    query = (
        over_values(connection, filters, query) if stand else counted(filters, query).where(*where)
    )
    statuses = reviews_read(connection) if "status" in words else {}
    for word, values in _counted(connection, query, [*asked], statuses).items():
        if word == "status":
            found[word] = _by_status(connection, filters, where, values, statuses)
        elif word in ("outlet", "speaker") and not stand:
            found[word] = values_of(connection, NAMED[word](table(connection, values)), limit)
        else:
            found[word] = told(connection, word, values, limit)
    if "label" in words and not stand:
        found["label"] = values_of(connection, _labels(filters, where), limit)
    return found


def told(connection: Connection, word: str, values: Counter[Any], limit: int) -> Values:
    """The commonest values of a word, of outlets and speakers by their numbers; of what people found, all."""
    if word == "status":
        return _with_the_rest(values.pop(None, 0), dict(values))
    if word == "outlet":
        return values_of(connection, outlets_numbered(table(connection, values)), limit)
    if word == "speaker":
        return speakers_numbered(connection, values, limit)
    return commonest(labels_of(values) if word == "label" else values, limit)


def _counted(
    connection: Connection, query: Any, words: Sequence[str], statuses: Mapping[int, str] | None
) -> dict[str, Counter[Any]]:
    """How often each value stands, of several words at once; of claims by number those that are reviewed, and under
    None all."""
    counts: dict[str, Counter[Any]] = {word: Counter() for word in words}
    reviewed = statuses or {}
    streamed = {"yield_per": _CLAIMS_A_STEP}
    for part in connection.execute(query, execution_options=streamed).partitions() if words else ():
        for word, values in zip(words, zip(*part, strict=True), strict=True):
            if word == "status":
                counts[word][None] += len(values)
                values = tuple(reviewed[one] for one in values if one in reviewed)
            counts[word].update(values)
    for word, of_word in counts.items():
        if word != "status":
            of_word.pop(None, None)
    return counts


def reviews_read(connection: Connection) -> dict[int, str] | None:
    """What people found of claims, by number; None where these are too many to be read."""
    # Looked up for each review, so that no database begins with the claims, which are more.
    number = select(col(ClaimRow.number)).where(col(ClaimRow.id) == col(ReviewRow.claim_id))
    reviews = select(number.scalar_subquery(), col(ReviewRow.status))
    rows = connection.execute(reviews.limit(_MANY_REVIEWS + 1)).all()
    return {row[0]: row[1] for row in rows} if len(rows) <= _MANY_REVIEWS else None


def _by_status(
    connection: Connection, filters: Filters, where: Sequence[Any], found: Counter[Any],
    statuses: Mapping[int, str] | None,
) -> Values:  # fmt: skip
    total = found.pop(None, 0)
    counts = dict(found) if statuses is not None else reviewed_counts(connection, filters, where)
    return _with_the_rest(total, counts)


def _with_the_rest(total: int, counts: dict[str, int]) -> Values:
    rest = total - sum(counts.values())
    return by_count(Coverage(counts | {"unreviewed": counts.get("unreviewed", 0) + rest}))


def _labels(filters: Filters, where: Sequence[Any]) -> Any:
    label, count = col(PropositionRow.label), func.count().label("n")
    query = (
        counted(filters, select(label, count))
        .join(PropositionClaimRow, col(PropositionClaimRow.claim_id) == col(ClaimRow.id))
        .join(PropositionRow, col(PropositionRow.id) == col(PropositionClaimRow.proposition_id))
        .where(*where)
    )
    return query.group_by(label).order_by(count.desc(), label)
