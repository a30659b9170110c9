"""Reads articles and claims through Core rows; the conditions come from filters.py, nothing is
written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    Text,
    case,
    cast,
    func,
    null,
    select,
)

from store.database.session import shows_private
from store.mapping import from_rows
from store.queries.filters import conditions
from store.queries.ids import one_id
from store.records import NO_FILTER, ClaimRecord, Filters
from store.speakers.bearer import EFFECTIVE_SPEAKER
from store.tables import (
    ArticleRow,
    ChainLinkRow,
    ClaimRow,
    OutletRow,
    PropositionClaimRow,
    PropositionRow,
    ReviewRow,
    SpeakerRow,
)
from store.tables.columns import col, table_of
from store.tables.plain import aliased

_ROWS_A_READ = 200
_ARTICLES = table_of(ArticleRow)
_CLAIMS = table_of(ClaimRow)
_REVIEW: list[Any] = [
    col(getattr(ReviewRow, name)).label(f"review_{name}")
    for name in ("status", "reviewer", "at", "note", "machine", "added", "found", "private_speaker")
]
_FOUND: Any = aliased(SpeakerRow)
"""The name that the article itself gives."""
NAME: Any = aliased(SpeakerRow)
"""The name under which the claim counts; Speaker is the row that all its names are shown under."""
_DECIDED = case((cast(col(PropositionRow.decided), Text) == "[]", 0), else_=1)
_SHOWN_OF_ARTICLE = ("doc", "title", "url", "wire", "published")
CLAIM_ORDER = (
    col(ArticleRow.published_key),
    col(ArticleRow.id),
    col(ClaimRow.start),
    col(ClaimRow.number),
)


def stream_claims(
    connection: Connection,
    filters: Filters = NO_FILTER,
    *,
    limit: int | None = None,
    offset: int = 0,
) -> Iterator[ClaimRecord]:
    """Claims by date, article and place, streamed; vanished ones only where status or article asks
    for them. Raises UsageError on a value that a filter cannot have."""
    query = _claims().where(*conditions(filters, connection.dialect.name)).order_by(*CLAIM_ORDER)
    yield from _records(
        connection, query.limit(limit).offset(offset) if limit is not None or offset else query
    )


def search(connection: Connection, text: str, *, limit: int | None = None) -> Iterator[ClaimRecord]:
    """Claims that hold every word of the text in content, speaker or alias, streamed."""
    yield from stream_claims(connection, Filters(text=tuple(text.split())), limit=limit)


def find_claim(connection: Connection, prefix: str) -> ClaimRecord:
    """A claim by any unique beginning of its id; raises UsageError on none or several."""
    id = one_id(connection, col(ClaimRow.id), prefix, "claim")
    return next(claims_where(connection, col(ClaimRow.id) == id))


def claims_of_article(connection: Connection, id: str) -> list[ClaimRecord]:
    """An article's claims in text order, with those that a later edition no longer holds."""
    return list(claims_where(connection, col(ClaimRow.article_id) == id))


def claims_where(
    connection: Connection, *where: ColumnElement[bool], labelled: bool = True
) -> Iterator[ClaimRecord]:
    """Claims that meet the conditions, in the same order; labelled: with their labels, of no use in
    weighing."""
    yield from _records(connection, _claims(labelled).where(*where).order_by(*CLAIM_ORDER))


def count_claims(connection: Connection, filters: Filters = NO_FILTER) -> int:
    """How many claims the filters leave; raises UsageError on a value that a filter cannot have."""
    query = select(func.count()).select_from(
        _CLAIMS.join(_ARTICLES, _ARTICLES.c.id == _CLAIMS.c.article_id)
    )
    return int(
        connection.execute(query.where(*conditions(filters, connection.dialect.name))).scalar_one()
    )


def with_speaker(query: Select[Any]) -> Select[Any]:
    """A query over claims with the name under which each counts, and the speaker whose it is; claims
    that have none stay."""
    named = query.join(NAME, NAME.id == EFFECTIVE_SPEAKER, isouter=True)
    return named.join(SpeakerRow, col(SpeakerRow.id) == NAME.canonical_id, isouter=True)


def claims_by_number(connection: Connection, numbers: Sequence[int]) -> list[ClaimRecord]:
    """The claims of these numbers, in the order given."""
    numbered = select(col(ClaimRow.id), col(ClaimRow.number)).where(
        col(ClaimRow.number).in_(numbers)
    )
    order = {row[0]: row[1] for row in connection.execute(numbered)}
    claims = {
        order[c.id]: c
        for c in _records(connection, _claims().where(col(ClaimRow.number).in_(numbers)))
    }
    return [claims[number] for number in numbers if number in claims]


def _claims(labelled: bool = True) -> Select[Any]:
    """Claims with what is shown beside them."""
    query = (
        select(
            _CLAIMS,
            *(col(getattr(ArticleRow, name)) for name in _SHOWN_OF_ARTICLE),
            col(OutletRow.name).label("outlet"),
            col(SpeakerRow.name).label("speaker"),
            col(SpeakerRow.kind).label("canonical_kind"),
            NAME.canonical_id.label("canonical_id"),
            _FOUND.name.label("named"),
            (_verdict(func.min(col(PropositionRow.label))) if labelled else null()).label("label"),
            (_verdict(func.max(_DECIDED)) if labelled else null()).label("label_decided"),
            *_REVIEW,
        )
        .select_from(_CLAIMS)
        .join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
        .join(OutletRow, col(OutletRow.id) == col(ArticleRow.outlet_id), isouter=True)
        .join(_FOUND, _FOUND.id == col(ClaimRow.speaker_id), isouter=True)
        .join(ReviewRow, col(ReviewRow.claim_id) == col(ClaimRow.id), isouter=True)
    )
    return with_speaker(query)


def _verdict(column: ColumnElement[Any], *where: ColumnElement[bool]) -> Any:
    """A column of the claim's proposition."""
    proposition = col(PropositionRow.id) == col(PropositionClaimRow.proposition_id)
    return (
        select(column)
        .join(PropositionClaimRow, proposition)
        .where(col(PropositionClaimRow.claim_id) == col(ClaimRow.id), *where)
        .correlate(_CLAIMS)
        .scalar_subquery()
    )


SUPPORTED_LABEL = _verdict(
    func.min(col(PropositionRow.label)), col(PropositionClaimRow.role) == "supports"
)
"""That of the proposition which a claim supports; what only asks or denies has none."""
SUPPORTED_DECIDED = _verdict(func.max(_DECIDED), col(PropositionClaimRow.role) == "supports")
"""1 where that label rests on a person's decision."""


def _without_private(record: ClaimRecord) -> ClaimRecord:
    """The claim as it may be handed on; what was written beside a private name goes with it."""
    return replace(record, private_speaker=None, note="") if record.private_speaker else record


def _records(connection: Connection, query: Select[Any]) -> Iterator[ClaimRecord]:
    private = shows_private(connection)
    for part in (
        connection.execute(query, execution_options={"yield_per": _ROWS_A_READ})
        .mappings()
        .partitions()
    ):
        links: dict[str, list[RowMapping]] = defaultdict(list)
        chain = select(table_of(ChainLinkRow)).where(
            col(ChainLinkRow.claim_id).in_([row["id"] for row in part])
        )
        for link in connection.execute(
            chain.order_by(col(ChainLinkRow.claim_id), col(ChainLinkRow.position))
        ).mappings():
            links[link["claim_id"]].append(link)
        for row in part:
            record = from_rows.claim_record(row, links[row["id"]])
            yield record if private else _without_private(record)
