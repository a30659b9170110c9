"""What stands behind the claims of one article, and what against them; verdicts.py hands out the
rest."""

from __future__ import annotations

from sqlalchemy import Connection, or_, select

from store.corroboration.verdict_records import verdicts_of
from store.database.rows import chunks
from store.records import ArticleVerdicts, ConflictRecord
from store.tables import ClaimRow, ConflictRow, PropositionClaimRow
from store.tables.columns import col


def verdicts_of_article(connection: Connection, article_id: str) -> ArticleVerdicts:
    """The propositions of an article's claims, and those that cannot hold beside them."""
    of_article = (
        select(col(PropositionClaimRow.proposition_id))
        .join(ClaimRow, col(ClaimRow.id) == col(PropositionClaimRow.claim_id))
        .where(col(ClaimRow.article_id) == article_id)
        .distinct()
    )
    ids = sorted(connection.execute(of_article).scalars())
    verdicts = [v for some in chunks(ids) for v in verdicts_of(connection, some)]
    contested = [verdict.id for verdict in verdicts if verdict.conflicts_with]
    return ArticleVerdicts(tuple(verdicts), _conflicts(connection, contested))


def _conflicts(connection: Connection, ids: list[str]) -> dict[str, tuple[ConflictRecord, ...]]:
    """Of each of these propositions, those that contradict it."""
    pairs: dict[tuple[str, str], str] = {}
    for some in chunks(ids):
        query = select(col(ConflictRow.a), col(ConflictRow.b), col(ConflictRow.reason)).where(
            or_(col(ConflictRow.a).in_(some), col(ConflictRow.b).in_(some))
        )
        for a, b, reason in connection.execute(query):
            pairs[a, b] = pairs[b, a] = reason
    others = sorted({other for one, other in pairs if one in set(ids)})
    records = {v.id: v for some in chunks(others) for v in verdicts_of(connection, some)}
    return {
        id: tuple(
            ConflictRecord(records[other], reason)
            for (one, other), reason in sorted(pairs.items())
            if one == id and other in records
        )
        for id in ids
    }
