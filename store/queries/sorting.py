"""Claims in another order than that of lists: by outlet, speaker or confidence, or the last first.

What is sorted are numbers of claims; the claims themselves are read a page at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, select
from sqlmodel import col

from claims.errors import UsageError
from store.queries.claims import CLAIM_ORDER, NAME, claims_by_number, with_speaker
from store.queries.filters import conditions
from store.records import NO_FILTER, SORT_KEYS, ClaimRecord, Filters
from store.tables import ArticleRow, ClaimRow, OutletRow, SpeakerRow

_CLAIMS_A_PAGE = 200


def sorted_claims(
    connection: Connection, filters: Filters = NO_FILTER, *, by: str = "date",
    reverse: bool = False,
) -> Iterator[ClaimRecord]:  # fmt: skip
    """Claims by date, outlet, speaker or confidence (the surest first), streamed; claims without an
    outlet or a name come last. Raises UsageError on another order, and on a value that a filter
    cannot have."""
    if by not in SORT_KEYS:
        raise UsageError(f"--sort: {by!r} is none of {', '.join(SORT_KEYS)}")
    where = conditions(filters, connection.dialect.name)
    for query in _queries(by, reverse):
        numbers = connection.execute(
            query.where(*where), execution_options={"yield_per": _CLAIMS_A_PAGE}
        ).scalars()
        for page in numbers.partitions():
            yield from claims_by_number(connection, page)


def _queries(by: str, reverse: bool) -> Iterator[Select[Any]]:
    """Numbers of claims in order, in one query or two: what lacks the value is asked for last, so
    that the others are walked within an index."""
    numbers = (
        select(col(ClaimRow.number))
        .select_from(ClaimRow)
        .join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
    )
    if by == "date":
        yield _ordered(numbers, CLAIM_ORDER, reverse)
    elif by == "confidence":
        yield _ordered(numbers, (col(ClaimRow.confidence), col(ClaimRow.number)), not reverse)
    elif by == "outlet":
        named = numbers.join(OutletRow, col(OutletRow.id) == col(ArticleRow.outlet_id))
        yield _ordered(named, (col(OutletRow.name), *CLAIM_ORDER), reverse)
        yield _ordered(numbers.where(col(ArticleRow.outlet_id).is_(None)), CLAIM_ORDER, reverse)
    else:
        named = with_speaker(numbers)
        yield _ordered(
            named.where(col(SpeakerRow.id).is_not(None)),
            (col(SpeakerRow.name), *CLAIM_ORDER),
            reverse,
        )
        yield _ordered(named.where(NAME.id.is_(None)), CLAIM_ORDER, reverse)


def _ordered(query: Select[Any], keys: tuple[Any, ...], reverse: bool) -> Select[Any]:
    return query.order_by(*(key.desc() for key in keys) if reverse else keys)
