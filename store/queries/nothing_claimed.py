"""Which propositions claim nothing."""

from __future__ import annotations

from typing import Any

from sqlalchemy import exists, not_, or_, select

from store.tables import ClaimRow, PropositionClaimRow, ReviewRow
from store.tables.columns import col, table_of


def of_nothing() -> Any:
    """The propositions of which no claim claims anything, as far as the machine read and nobody
    reviewed; few enough to be looked for by themselves."""
    claims, others = table_of(ClaimRow).alias("unsaid"), table_of(ClaimRow).alias("others")
    members = table_of(PropositionClaimRow)
    of_others = members.alias("of_others")
    reviewed = select(col(ReviewRow.claim_id)).where(col(ReviewRow.status) != "unreviewed")
    said = (
        select(of_others.c.claim_id)
        .join(others, others.c.id == of_others.c.claim_id)
        .where(of_others.c.proposition_id == members.c.proposition_id)
        .where(or_(others.c.saying != "none", others.c.id.in_(reviewed)))
    )
    return (
        select(members.c.proposition_id)
        .join(claims, claims.c.id == members.c.claim_id)
        .where(claims.c.saying == "none", not_(exists(said)))
    )
