"""Deletes the rows of articles and claims with all that weighing and searching keep of them; who
shared a verdict with them waits to be weighed anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from store.corroboration.write import forget as forget_propositions
from store.counts.of_claim import let_go
from store.database.rows import chunks
from store.database.search import unindex_claims
from store.queue.changed import note
from store.queue.queue import touch
from store.tables import (
    ArticlePairRow,
    ArticleReviewRow,
    ArticleRow,
    ChainLinkRow,
    ClaimLinkRow,
    ClaimRow,
    ConflictRow,
    CopyRow,
    IndexedArticleRow,
    IndexedClaimRow,
    PendingArticleRow,
    PropositionClaimRow,
    ReviewRow,
    SpeakerSplitRow,
)
from store.tables.columns import col

_SPEAKERS = ("was_speaker", "now_speaker")


def delete_articles(
    connection: Connection, articles: Collection[str], claims: Collection[str]
) -> None:
    """Deletes articles with their claims; their own ids wait, so that weighing takes their keys
    out."""
    note(connection, articles)
    _touch_neighbours(connection, claims, articles)
    _delete_claims(connection, claims)
    for some in chunks(sorted(articles)):
        for table, column in (
            (ArticleReviewRow, ArticleReviewRow.article_id),
            (CopyRow, CopyRow.article_id),
            (CopyRow, CopyRow.of),
            (SpeakerSplitRow, SpeakerSplitRow.article_id),
            (PendingArticleRow, PendingArticleRow.article_id),
        ):
            connection.execute(delete(table).where(col(column).in_(some)))
        # Editions point at the first one.
        of_these = col(ArticleRow.id).in_(some)
        connection.execute(update(ArticleRow).where(of_these).values(edition_of=None))
    for some in chunks(sorted(articles)):
        connection.execute(delete(ArticleRow).where(col(ArticleRow.id).in_(some)))
        connection.execute(insert(PendingArticleRow), [{"article_id": id} for id in some])


def forget_changes(
    connection: Connection, claims: Collection[str], speakers: Collection[str]
) -> None:
    """Takes claims and speakers that are gone out of what editions that stay did to others."""
    query = select(col(ArticleRow.id), col(ArticleRow.edition_changes)).where(
        col(ArticleRow.edition_changes).is_not(None)
    )
    for id, changes in connection.execute(query).all():
        left = [row for row in changes if row["id"] not in claims]
        for row in left:
            row |= dict.fromkeys(key for key in _SPEAKERS if row.get(key) in speakers)
        if left != changes or any(row.get(key) is None for row in left for key in _SPEAKERS):
            this = col(ArticleRow.id) == id
            connection.execute(update(ArticleRow).where(this).values(edition_changes=left))


def _delete_claims(connection: Connection, claims: Collection[str]) -> None:
    for some in chunks(sorted(claims)):
        of_these = col(ClaimRow.id).in_(some)
        numbers = connection.execute(select(col(ClaimRow.number)).where(of_these)).scalars().all()
        gone = [number for number in numbers if number is not None]
        unindex_claims(connection, gone)
        let_go(connection, gone)
        for table, column in (
            (PropositionClaimRow, PropositionClaimRow.claim_id),
            (ChainLinkRow, ChainLinkRow.claim_id),
            (ReviewRow, ReviewRow.claim_id),
        ):
            connection.execute(delete(table).where(col(column).in_(some)))
        nested = col(ClaimRow.parent).in_(some)
        connection.execute(update(ClaimRow).where(nested).values(parent=None))
        connection.execute(delete(ClaimRow).where(of_these))


def _touch_neighbours(
    connection: Connection, claims: Collection[str], articles: Collection[str]
) -> None:
    """Lets wait what was weighed together with these, and drops what was found of both: it quotes
    them."""
    propositions = set(
        _values(
            connection, PropositionClaimRow.proposition_id, PropositionClaimRow.claim_id, claims
        )
    )
    opposed = set(_ends(connection, ConflictRow.a, ConflictRow.b, propositions))
    members = _values(
        connection,
        PropositionClaimRow.claim_id,
        PropositionClaimRow.proposition_id,
        propositions | opposed,
    )
    touched = {*members, *_linked(connection, claims), *claims}
    near = set(_values(connection, ClaimRow.article_id, ClaimRow.id, touched))
    near |= _copies(connection, articles)
    touch(connection, sorted(near - set(articles)))
    forget_propositions(connection, sorted(propositions | opposed))


def _linked(connection: Connection, claims: Collection[str]) -> set[str]:
    """Claims that say the same as these, or the contrary; the links go."""
    numbers = set(_values(connection, IndexedClaimRow.number, IndexedClaimRow.id, claims))
    ends = _cut(connection, ClaimLinkRow, numbers)
    return set(_values(connection, IndexedClaimRow.id, IndexedClaimRow.number, ends))


def _copies(connection: Connection, articles: Collection[str]) -> set[str]:
    """Articles that share text with these, through a copied one too; the links go."""
    numbers = set(_values(connection, IndexedArticleRow.number, IndexedArticleRow.id, articles))
    ends = _cut(connection, ArticlePairRow, numbers)
    near = set(_values(connection, IndexedArticleRow.id, IndexedArticleRow.number, ends))
    roots = {*articles, *_values(connection, CopyRow.of, CopyRow.article_id, articles)}
    return near | roots | set(_values(connection, CopyRow.article_id, CopyRow.of, roots))


def _cut(connection: Connection, table: Any, numbers: Collection[int]) -> set[int]:
    """Deletes pairs with an end among the numbers; gives every end."""
    ends = set(_ends(connection, table.a, table.b, numbers))
    for some in _some(numbers):
        for end in (table.a, table.b):
            connection.execute(delete(table).where(col(end).in_(some)))
    return ends


def _ends(connection: Connection, a: Any, b: Any, among: Collection[Any]) -> Iterator[Any]:
    for some in _some(among):
        pairs = select(col(a), col(b)).where(or_(col(a).in_(some), col(b).in_(some)))
        for row in connection.execute(pairs):
            yield from row


def _values(connection: Connection, wanted: Any, key: Any, among: Collection[Any]) -> Iterator[Any]:
    for some in _some(among):
        rows = connection.execute(select(col(wanted)).where(col(key).in_(some)))
        yield from rows.scalars().all()


def _some(values: Collection[Any]) -> Iterable[list[Any]]:
    return chunks(sorted(values))
