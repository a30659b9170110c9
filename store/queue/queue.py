"""Which articles wait to be weighed again; weighing them is claims.corroborate's."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, delete, func, or_, select, union, update

from claims.corroborate.model import RULES
from store.database.rows import chunks, dialect_of
from store.queue.changed import note
from store.records.kinds import kind_of
from store.tables import (
    ArticleKeyRow,
    ArticlePairRow,
    ArticleRow,
    ClaimKeyRow,
    ClaimLinkRow,
    ClaimRow,
    ConflictRow,
    CopyRow,
    DecisionRow,
    IndexedArticleRow,
    IndexedClaimRow,
    MetaRow,
    OriginLinkRow,
    PendingArticleRow,
    PropositionClaimRow,
    PropositionRow,
)
from store.tables.columns import col, table_of

FOUND = (OriginLinkRow, ConflictRow, PropositionClaimRow, PropositionRow, CopyRow)
"""What weighing leaves to be shown."""
KEPT = (
    ArticleKeyRow,
    ClaimKeyRow,
    ArticlePairRow,
    ClaimLinkRow,
    IndexedArticleRow,
    IndexedClaimRow,
)
"""What weighing leaves for the next weighing."""


def is_stale(connection: Connection) -> bool:
    """Whether anything waits, or was weighed by other rules."""
    waiting = connection.execute(select(col(PendingArticleRow.article_id)).limit(1)).first()
    return waiting is not None or _rules(connection) != RULES


def count(connection: Connection) -> int:
    """How many articles wait."""
    return int(connection.execute(select(func.count()).select_from(PendingArticleRow)).scalar_one())


def touch(connection: Connection, articles: Iterable[str]) -> None:
    """Lets the articles wait: they changed, or what is known of their claims did."""
    ids = dict.fromkeys(articles)
    note(connection, ids)
    for some in chunks(ids):
        _enter(connection, col(ArticleRow.id).in_(some))


def touch_speakers(connection: Connection, names: Iterable[str]) -> None:
    """Lets every article wait in which one of these names speaks."""
    for ids in chunks(dict.fromkeys(names)):
        where = or_(col(ClaimRow.speaker_id).in_(ids), col(ClaimRow.effective_speaker_id).in_(ids))
        touch(
            connection, connection.execute(select(col(ClaimRow.article_id)).where(where)).scalars()
        )


def touch_decided(connection: Connection, kind: str, subject: str, value: str | None) -> None:
    """Lets every article wait that a decision is about: itself, its claim, its speaker's claims,
    the claim it names."""
    if kind == "undo":
        undone = connection.execute(
            select(table_of(DecisionRow)).where(col(DecisionRow.id) == int(subject))
        ).mappings()
        for row in undone:
            touch_decided(connection, row["kind"], row["subject"], row["after"])
        return
    ids = {subject, *kind_of(kind).others(value or "")}
    of_claims = select(col(ClaimRow.article_id)).where(
        or_(
            col(ClaimRow.id).in_(ids),
            col(ClaimRow.speaker_id).in_(ids),
            col(ClaimRow.effective_speaker_id).in_(ids),
        )
    )
    themselves = select(col(ArticleRow.id)).where(col(ArticleRow.id).in_(ids))
    touch(connection, connection.execute(union(of_claims, themselves)).scalars())


def start_over(connection: Connection) -> None:
    """Where verdicts came about by other rules: forgets them all and lets every current article
    wait."""
    # One weighing at a time: PostgreSQL lets others wait at this row, SQLite at the transaction's
    # beginning.
    connection.execute(
        select(table_of(MetaRow)).where(col(MetaRow.key) == "rules").with_for_update()
    )
    if _rules(connection) == RULES:
        return
    of_member = col(ClaimRow.id) == col(PropositionClaimRow.claim_id)
    weighed = select(col(ClaimRow.article_id)).join(PropositionClaimRow, of_member).distinct()
    note(connection, connection.execute(weighed).scalars())
    for table in (*FOUND, *KEPT, PendingArticleRow):
        connection.execute(delete(table))
    _enter(connection, col(ArticleRow.current).is_(True))
    connection.execute(update(MetaRow).where(col(MetaRow.key) == "rules").values(value=RULES))


def take(connection: Connection, limit: int) -> list[str]:
    """Waiting articles, which wait no more; what changes them from now on lets them wait again."""
    # Articles of one event come together, so that what they share is read and judged once.
    order = (col(PendingArticleRow.published_key), col(PendingArticleRow.article_id))
    ids = list(
        connection.execute(
            select(col(PendingArticleRow.article_id)).order_by(*order).limit(limit)
        ).scalars()
    )
    for some in chunks(ids):
        connection.execute(
            delete(PendingArticleRow).where(col(PendingArticleRow.article_id).in_(some))
        )
    return ids


def _enter(connection: Connection, where: ColumnElement[bool]) -> None:
    dialect = dialect_of(connection)
    rows = (
        select(col(ArticleRow.id), col(ArticleRow.published_key))
        .where(where)
        .order_by(col(ArticleRow.id))
    )
    statement = dialect.insert(PendingArticleRow).from_select(["article_id", "published_key"], rows)
    # An update that changes nothing still locks the row: a weighing that takes it waits until this
    # change can be seen.
    same = {"published_key": statement.excluded.published_key}
    connection.execute(statement.on_conflict_do_update(index_elements=["article_id"], set_=same))


def _rules(connection: Connection) -> int:
    return int(
        connection.execute(select(col(MetaRow.value)).where(col(MetaRow.key) == "rules")).scalar()
        or 0
    )
