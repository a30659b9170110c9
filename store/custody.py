"""What a custody manifest notes of a store, by which it can be checked later and elsewhere; writes
nothing."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, func, select

from claims.corroborate.model import RULES
from store.database.times import time_text
from store.migrations import HEAD
from store.records import ArticleCustody, StoreCustody
from store.speakers.rules import RULES as SPEAKER_RULES
from store.tables import ArticleRow, ClaimRow, DecisionRow, OutletRow, ReviewRow, RunRow
from store.tables.columns import col, table_of

_ARTICLES_A_READ = 100
_OF_CLAIM = (
    "id", "cue", "source", "content", "cue_text", "mention", "quote", "kind", "stance", "polarity",
    "hedged", "nested", "confidence",
)  # fmt: skip
"""What the digest of an article's claims takes in, as the machine read it: no name that joining over
articles or a person's decision may change."""


def of_store(connection: Connection) -> StoreCustody:
    """Revision, rules, counts and the end of the decisions' chain."""
    last = connection.execute(
        select(col(DecisionRow.id), col(DecisionRow.digest))
        .order_by(col(DecisionRow.id).desc())
        .limit(1)
    ).first()
    counts = {
        name: int(connection.execute(select(func.count()).select_from(table)).scalar_one())
        for name, table in _COUNTED.items()
    }
    rules = {"corroboration": RULES, "speakers": SPEAKER_RULES}
    return StoreCustody(HEAD, rules, counts, *((last.id, last.digest) if last else (None, None)))


_COUNTED: Mapping[str, Any] = {
    "articles": ArticleRow,
    "claims": ClaimRow,
    "decisions": DecisionRow,
    "runs": RunRow,
}


def of_articles(
    connection: Connection, ids: Collection[str] | None = None
) -> Iterator[ArticleCustody]:
    """What is noted of each article, or of those of these ids, by id; an id that there is not is left
    out."""
    every = select(col(ArticleRow.id)).order_by(col(ArticleRow.id))
    known = sorted(ids) if ids is not None else connection.execute(every).scalars().all()
    for start in range(0, len(known), _ARTICLES_A_READ):
        yield from _some(connection, known[start : start + _ARTICLES_A_READ])


def digest_at(connection: Connection, decision: int) -> str | None:
    """The digest of a decision in the chain, None where there is none of that number."""
    query = select(col(DecisionRow.digest)).where(col(DecisionRow.id) == decision)
    return connection.execute(query).scalar()


def _some(connection: Connection, ids: Sequence[str]) -> Iterator[ArticleCustody]:
    query = (
        select(table_of(ArticleRow), col(OutletRow.name).label("outlet"))
        .join(OutletRow, col(OutletRow.id) == col(ArticleRow.outlet_id), isouter=True)
        .where(col(ArticleRow.id).in_(ids))
        .order_by(col(ArticleRow.id))
    )
    claims = _claims(connection, ids)
    for row in connection.execute(query).mappings():
        of_article = claims[row["id"]]
        yield ArticleCustody(
            id=row["id"],
            doc=row["doc"],
            url=row["url"],
            outlet=row["outlet"],
            published=row["published"],
            read=time_text(row["fetched"]) or "",
            run=row["run_id"],
            current=row["current"],
            characters=len(row["text"]),
            text_sha256=_sha256(row["text"]),
            claims=len(of_article),
            claims_sha256=_sha256("\n".join(of_article)),
        )


def _claims(connection: Connection, articles: Sequence[str]) -> dict[str, list[str]]:
    """By article its claims as the machine read them, each as a line."""
    wanted = [getattr(ClaimRow, name) for name in _OF_CLAIM]
    query = (
        select(col(ClaimRow.article_id), *map(col, wanted), col(ReviewRow.machine))
        .join(ReviewRow, col(ReviewRow.claim_id) == col(ClaimRow.id), isouter=True)
        .where(col(ClaimRow.article_id).in_(articles))
        .where(func.coalesce(col(ReviewRow.added), False).is_(False))
        .order_by(col(ClaimRow.id))
    )
    found: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        as_read = {**row, **(row["machine"] or {})}
        values = [as_read[name] for name in _OF_CLAIM]
        found[row["article_id"]].append(json.dumps(values, ensure_ascii=False))
    return found


def _sha256(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
