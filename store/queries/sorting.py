"""Claims in any order of lists, streamed or a page at a time: by date, outlet, speaker or confidence,
or the last first.

What is sorted are numbers of claims; the claims themselves are read a page at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, select, tuple_

from claims.errors import UsageError
from claims.rules.vocabulary import SAYINGS
from store.queries.claims import CLAIM_ORDER, NAME, claims_by_number, with_speaker
from store.queries.few import are_few, as_walked, in_first_days
from store.queries.filters import conditions
from store.queries.ids import one_id
from store.queries.values import are_enough
from store.records import NO_FILTER, SORT_KEYS, ClaimRecord, Filters
from store.tables import ArticleRow, ClaimRow, ClaimValueRow, OutletRow, SpeakerRow
from store.tables.columns import col

_CLAIMS_A_PAGE = 200
_BY_DAY = ("date", "saying")
"""Orders of which every part is walked by the day of its articles."""


class _Part(NamedTuple):
    """A stretch of an order: which claims, the keys by which they stand in it, and which claims by what is kept of
    them."""

    numbers: Select[Any]
    keys: tuple[Any, ...]
    kept: tuple[ColumnElement[bool], ...] = ()


_Query = Callable[[_Part, int | None, tuple[Any, ...] | None], Select[Any]]


def sorted_claims(
    connection: Connection, filters: Filters = NO_FILTER, *, by: str = "date",
    reverse: bool = False, limit: int | None = None,
) -> Iterator[ClaimRecord]:  # fmt: skip
    """Claims by date, outlet, speaker or confidence (the surest first), streamed, so many at the most;
    claims without an outlet or a name come last. Raises UsageError on another order, and on a value
    that a filter cannot have."""
    asked = _asked(connection, filters, by, reverse)
    left = limit
    for part in _parts(by, connection.dialect.name):
        numbers = connection.execute(
            asked(part, left, None), execution_options={"yield_per": _CLAIMS_A_PAGE}
        ).scalars()
        for page in numbers.partitions():
            yield from claims_by_number(connection, page)
            left = None if left is None else left - len(page)
        if left == 0:
            return


def claims_page(
    connection: Connection, filters: Filters = NO_FILTER, *, by: str = "date",
    reverse: bool = False, after: str | None = None, limit: int = 50,
) -> list[ClaimRecord]:  # fmt: skip
    """So many claims of that order, those behind a claim by its id where one is given; raises
    UsageError on another order, an unknown id, and a value that a filter cannot have."""
    last = one_id(connection, col(ClaimRow.id), after, "claim") if after else None
    numbers: list[int] = []
    asked = _asked(connection, filters, by, reverse)
    for part in _parts(by, connection.dialect.name):
        place = None
        if last is not None:
            place = _values_of(connection, part, last)
            if place is None:
                continue  # it stands in a later part
            last = None
        rest = limit - len(numbers)
        numbers += connection.execute(asked(part, rest, place)).scalars()
        if len(numbers) >= limit:
            break
    return claims_by_number(connection, numbers)


def _asked(connection: Connection, filters: Filters, by: str, reverse: bool) -> _Query:
    """How a part of the order is asked for: what passes the filters, in their order, so many, those behind a place."""
    by_day, falls = by in _BY_DAY and not reverse, _falls(by, reverse)
    few = are_few(connection, filters) if by_day else None
    sqlite = connection.dialect.name == "sqlite"
    where = conditions(filters, connection.dialect.name, walked=few is False)

    def query(part: _Part, limit: int | None, place: tuple[Any, ...] | None) -> Select[Any]:
        order, mine = _ordered(part.keys, falls), where
        if by_day and sqlite:
            mine, order = as_walked(few, where, order)
        if few and limit is not None and are_enough(filters):
            day = place[0] if place else None
            mine = in_first_days(connection, filters, part.kept, limit, day)
        if place:
            mine = [*mine, _behind(part.keys, place, falls)]
        return part.numbers.where(*mine).order_by(*order).limit(limit)

    return query


def _values_of(connection: Connection, part: _Part, id: str) -> tuple[Any, ...] | None:
    """Where a claim stands in a part of the order; None where it does not."""
    query = part.numbers.with_only_columns(*part.keys).where(col(ClaimRow.id) == id)
    row = connection.execute(query).first()
    return tuple(row) if row else None


def _behind(keys: tuple[Any, ...], values: tuple[Any, ...], falls: bool) -> ColumnElement[bool]:
    """What stands behind a place; its first key by itself too, for that an index can answer."""
    whole, first = tuple_(*keys), keys[0]
    if falls:
        return and_(first <= values[0], whole < tuple_(*values))
    return and_(first >= values[0], whole > tuple_(*values))


def _falls(by: str, reverse: bool) -> bool:
    """Whether the greatest key comes first: the surest claim does unasked."""
    return reverse is not (by == "confidence")


def _parts(by: str, dialect: str) -> Iterator[_Part]:
    """An order in one part or two: what lacks the value comes last, asked for by itself, so that the
    others are walked within an index. Raises UsageError on another order."""
    if by not in SORT_KEYS:
        raise UsageError(f"--sort: {by!r} is none of {', '.join(SORT_KEYS)}")
    numbers = (
        select(col(ClaimRow.number))
        .select_from(ClaimRow)
        .join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
    )
    if by == "saying":
        yield from (_of_saying(numbers, saying, dialect) for saying in SAYINGS)
    elif by == "date":
        yield _Part(numbers, CLAIM_ORDER)
    elif by == "confidence":
        yield _Part(numbers, (col(ClaimRow.confidence), col(ClaimRow.number)))
    elif by == "outlet":
        named = numbers.join(OutletRow, col(OutletRow.id) == col(ArticleRow.outlet_id))
        yield _Part(named, (col(OutletRow.name), *CLAIM_ORDER))
        yield _Part(numbers.where(col(ArticleRow.outlet_id).is_(None)), CLAIM_ORDER)
    else:
        named = with_speaker(numbers)
        yield _Part(
            named.where(col(SpeakerRow.id).is_not(None)), (col(SpeakerRow.name), *CLAIM_ORDER)
        )
        yield _Part(named.where(NAME.id.is_(None)), CLAIM_ORDER)


def _of_saying(numbers: Select[Any], saying: str, dialect: str) -> _Part:
    # A sum is no index: the commonest are met on a walk in order, and not gathered and sorted.
    walked = dialect == "sqlite" and saying == "statement"
    value = col(ClaimRow.saying) + "" if walked else col(ClaimRow.saying)
    kept = (col(ClaimValueRow.saying) == saying,)
    return _Part(numbers.where(value == saying), CLAIM_ORDER, kept)


def _ordered(keys: tuple[Any, ...], falls: bool) -> Sequence[Any]:
    return [key.desc() for key in keys] if falls else list(keys)
