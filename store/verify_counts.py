"""Whether the tables of a store agree on how many there are: claims, their places in the search index
and in propositions, and what hangs on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, func, select, text

from store.counts.compare import miscounted
from store.queue.queue import is_stale
from store.tables import (
    ArticleRow,
    ChainLinkRow,
    ClaimRow,
    PropositionClaimRow,
    PropositionRow,
    ReviewRow,
)
from store.tables.columns import col

_HANGS_ON: tuple[tuple[str, Any, Any], ...] = (
    ("claims without their article", ClaimRow.article_id, ArticleRow.id),
    ("links of chains without their claim", ChainLinkRow.claim_id, ClaimRow.id),
    ("reviews without their claim", ReviewRow.claim_id, ClaimRow.id),
    ("places in propositions without their claim", PropositionClaimRow.claim_id, ClaimRow.id),
    (
        "places without their proposition",
        PropositionClaimRow.proposition_id,
        PropositionRow.id,
    ),
)


def disagreements(connection: Connection) -> Iterator[str]:
    """What does not agree, each as how many of what."""
    for what, end, owner in _HANGS_ON:
        lost = select(func.count()).where(col(end).not_in(select(col(owner))))
        if count := connection.execute(lost).scalar_one():
            yield f"{count:,} {what}"
    yield from _searched(connection)
    yield from miscounted(connection)
    if not is_stale(connection):
        yield from _placed(connection)


def _searched(connection: Connection) -> Iterator[str]:
    """SQLite's index of words is a table of its own; PostgreSQL's is kept by the database."""
    if connection.dialect.name != "sqlite":
        return
    claims = connection.execute(select(func.count()).select_from(ClaimRow)).scalar_one()
    found = connection.execute(text("SELECT count(*) FROM claim_search")).scalar_one()
    if claims != found:
        yield f"{claims:,} claims, and {found:,} in the search index"


def _placed(connection: Connection) -> Iterator[str]:
    """Every claim that weighs stands in one proposition, where nothing waits to be weighed."""
    standing = (
        select(col(ClaimRow.id))
        .join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
        .join(ReviewRow, col(ReviewRow.claim_id) == col(ClaimRow.id), isouter=True)
        .where(
            col(ArticleRow.current).is_(True),
            col(ClaimRow.vanished).is_(False),
            col(ClaimRow.nested).is_(False),
            func.coalesce(col(ReviewRow.status), "") != "wrong",
        )
    )
    placed = select(col(PropositionClaimRow.claim_id))
    lacking = standing.where(col(ClaimRow.id).not_in(placed)).subquery()
    if count := connection.execute(select(func.count()).select_from(lacking)).scalar_one():
        yield f"{count:,} claims in no proposition"
    several = placed.group_by(col(PropositionClaimRow.claim_id)).having(func.count() > 1).subquery()
    if count := connection.execute(select(func.count()).select_from(several)).scalar_one():
        yield f"{count:,} claims in several propositions"
