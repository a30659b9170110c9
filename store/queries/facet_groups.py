"""The commonest values of filter words counted by a server itself, in one statement over what is kept of the claims
that pass: to send their values would cost more than to count them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    Connection,
    String,
    cast,
    func,
    literal,
    select,
    tuple_,
    union_all,
)

from store.queries.facet_names import Values, by_count, commonest, summed
from store.queries.ids import number_in_server
from store.queries.values import LABELS_APART, over_values
from store.records import Coverage, Filters
from store.tables import ClaimRow, ClaimValueRow, OutletRow, ReviewRow, SpeakerRow
from store.tables.columns import col

VALUES: dict[str, Any] = {
    word: col(getattr(ClaimValueRow, word))
    for word in ("saying", "stance", "kind", "speaker", "outlet")
} | {"label": col(ClaimValueRow.labels), "status": col(ClaimValueRow.number)}
"""Of what the values of a word are counted where what is kept of claims is walked."""
_NAMED = {"speaker": SpeakerRow, "outlet": OutletRow}
_ALL = ("label", "status")
_UNREVIEWED = "unreviewed"
_NUMBER: Any = select(col(ClaimRow.number)).where(col(ClaimRow.id) == col(ReviewRow.claim_id))
_REVIEWS = select(_NUMBER.scalar_subquery().label("number"), col(ReviewRow.status)).subquery()
"""Claims looked up for each review: no server is to begin with the claims, which are more."""


def grouped(
    connection: Connection, filters: Filters, words: Sequence[str], limit: int
) -> dict[str, Values]:
    """Of the claims that pass; raises UsageError on a value that a filter cannot have."""
    columns = [VALUES[word].label(word) for word in words]
    counts = _counted(over_values(connection, filters, select(*columns)).subquery(), words)
    parts = [_told(word, counts, counts.c.of == at, limit) for at, word in _places(words)]
    found: dict[str, dict[str, int]] = {word: {} for word in words}
    for word, value, n in connection.execute(union_all(*parts)):
        found[word][value] = n
    return {word: _values_of(word, values, limit) for word, values in found.items()}


def _counted(found: Any, words: Sequence[str]) -> Any:
    """Claims by each word's values, all words in one walk: which one a row is of, its value, its number."""
    values = dict(found.c.items())
    if "status" in words:
        values["status"] = func.coalesce(_REVIEWS.c.status, _UNREVIEWED)
        reviewed = _REVIEWS.c.number == found.c.status
        found = found.join(_REVIEWS, reviewed, isouter=True)
    keys = [values[word] for word in words]
    each = select(func.grouping(*keys).label("of"), *(v.label(w) for w, v in values.items()))
    each = each.add_columns(func.count().label("n")).select_from(found)
    return each.group_by(func.grouping_sets(*map(tuple_, keys))).cte("counts")


def _places(words: Sequence[str]) -> list[tuple[int, str]]:
    """By which number the server tells the values of each word: a bit is set for every other one."""
    every = (1 << len(words)) - 1
    return [(every ^ (1 << at), word) for at, word in enumerate(reversed(words))]


def labels_of(values: Mapping[str, int]) -> Counter[str]:
    """Claims by each label of theirs."""
    found: Counter[str] = Counter()
    for labels, n in values.items():
        for label in filter(None, labels.split(LABELS_APART)):
            found[label] += n
    return found


def _told(word: str, counts: Any, mine: Any, limit: int) -> Any:
    """The values of a word with their numbers: the commonest, and of labels and what people found all of them."""
    value, n = counts.c[word], counts.c.n
    query = select(value.label("id"), n.label("n")).where(mine, value.is_not(None))
    if word in _NAMED:
        found = query.subquery()
        query = summed(_NAMED[word], found, number_in_server(word) == found.c.id)
    elif word not in _ALL:
        query = query.order_by(n.desc(), value)
    told = (query if word in _ALL else query.limit(limit)).subquery()
    first, last = told.c
    return select(literal(word, String), cast(first, String), cast(last, BigInteger))


def _values_of(word: str, counts: Mapping[str, int], limit: int) -> Values:
    if word == "status":
        return by_count(Coverage(dict(counts)))
    return commonest(labels_of(counts) if word == "label" else counts, limit)
