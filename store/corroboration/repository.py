"""The store as weighing sees it (claims.corroborate.repository): reads what it asks for, keeps what
it found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set

from sqlalchemy import ColumnElement, Connection

from claims.corroborate.decisions import PeopleDecisions
from claims.corroborate.model import (
    ClaimPair,
    Conflict,
    CopyLink,
    CopyPair,
    StatedArticle,
    StatedClaim,
    Verdict,
)
from claims.corroborate.reviewed_reasons import OVERRULED_MARK
from store.corroboration import people
from store.corroboration.key_index import TableIndex, TablePairs
from store.corroboration.write import forget, save, save_copies
from store.database.among import delete_among, rows_among
from store.database.rows import chunks
from store.database.session import file_of
from store.database.write_lock import somebody_waits
from store.mapping.to_stated import overruled_claim, stated_article, stated_claim
from store.queries import claims, outlets
from store.queries.articles import articles_where
from store.queue import queue
from store.records import ClaimRecord
from store.tables import (
    ArticleKeyRow,
    ArticlePairRow,
    ArticleRow,
    ClaimKeyRow,
    ClaimLinkRow,
    ClaimRow,
    ConflictRow,
    CopyRow,
    IndexedArticleRow,
    IndexedClaimRow,
    PropositionClaimRow,
)
from store.tables.columns import col, table_of


class TableShelf:
    """A Shelf inside the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        queue.start_over(connection)
        self._owners = outlets.owners(connection)
        self._decisions = people.decisions(connection)
        self._articles: dict[str, StatedArticle | None] = {}
        self._claims: dict[str, tuple[StatedClaim, ...]] = {}
        """What was read of decisions, articles and claims: nothing that weighing writes changes them."""
        self.article_keys = TableIndex(connection, IndexedArticleRow, ArticleKeyRow)
        self.claim_keys = TableIndex(connection, IndexedClaimRow, ClaimKeyRow)
        self.article_pairs = TablePairs(connection, ArticlePairRow, self.article_ids, CopyPair)
        self.claim_pairs = TablePairs(connection, ClaimLinkRow, self.claim_ids, ClaimPair)

    def somebody_waits(self) -> bool:
        """Whether another waits to write to the store."""
        return somebody_waits(self._connection, file_of(self._connection.engine))

    def decisions(self) -> PeopleDecisions:
        """What people decided about propositions, origins and speakers, and did not take back."""
        return self._decisions

    def take(self, limit: int) -> Sequence[str]:
        """Ids of waiting articles, which wait no more."""
        return queue.take(self._connection, limit)

    def articles(self, ids: Collection[str]) -> Mapping[str, StatedArticle]:
        """Those of the articles that are current, without the claims that stand in them."""
        for some in chunks(id for id in ids if id not in self._articles):
            records = articles_where(self._connection, col(ArticleRow.id).in_(some))
            put_right = people.put_right(self._connection, some)
            # Asked for the current ones, SQLite would go through all of them rather than look up
            # these.
            self._articles |= dict.fromkeys(some) | {
                record.id: stated_article(record, (), put_right.get(record.id, ""))
                for record in records
                if record.current
            }
        return {id: article for id in ids if (article := self._articles[id])}

    def claims_of(self, ids: Collection[str]) -> Sequence[StatedClaim]:
        """The claims of current articles that still stand in them, and those that people overruled."""
        standing = (col(ClaimRow.vanished).is_(False), col(ArticleRow.current).is_(True))
        return [
            claim
            for some in chunks(ids)
            for claim in self._read(col(ClaimRow.article_id).in_(some), *standing)
        ]

    def claims(self, ids: Collection[str]) -> Mapping[str, StatedClaim]:
        """Claims by id, overruled ones among them."""
        wanted = {id.removesuffix(OVERRULED_MARK) for id in ids}
        for some in chunks(wanted - self._claims.keys()):
            self._claims |= dict.fromkeys(some, ())
            list(self._read(col(ClaimRow.id).in_(some)))
        both = (claim for id in wanted for claim in self._claims[id])
        return {claim.id: claim for claim in both if claim.id in ids}

    def _read(self, *where: ColumnElement[bool]) -> Iterator[StatedClaim]:
        """Claims with what people overruled of them, which are kept: a later portion asks for many of them again."""
        for record in claims.claims_where(self._connection, *where, labelled=False):
            self._claims[record.id] = tuple(self._both(record))
            yield from self._claims[record.id]

    def _both(self, record: ClaimRecord) -> Iterator[StatedClaim]:
        """The claim as it stands, and as the machine had it where a person overruled that."""
        if record.status != "wrong":
            yield self._stated(record)
        if overruled := overruled_claim(record):
            yield overruled

    def _stated(self, record: ClaimRecord) -> StatedClaim:
        rests_on = record.speaker if record.speaker_kind == "outlet" else None
        if record.speaker is None and record.chain:
            rests_on = record.chain[0].intermediary
        return stated_claim(record, outlets.owner_of(rests_on, self._owners) if rests_on else None)

    def enter(self, articles: Mapping[int, str], claims: Mapping[int, tuple[str, str]]) -> None:
        """Notes which ids numbers stand for."""
        self.article_keys.about |= {at: {"id": id} for at, id in articles.items()}
        self.claim_keys.about |= {
            at: {"id": id, "article_id": article} for at, (id, article) in claims.items()
        }

    def entered(self, articles: Collection[str]) -> Mapping[int, str]:
        """Numbers and ids of the claims entered under these articles."""
        table = table_of(IndexedClaimRow).c
        rows = rows_among(self._connection, (table.number, table.id), table.article_id, articles)
        return {row[0]: row[1] for row in rows}

    def article_ids(self, numbers: Collection[int]) -> Mapping[int, str]:
        """Ids of entered articles."""
        return self.article_keys.ids(numbers)

    def claim_ids(self, numbers: Collection[int]) -> Mapping[int, str]:
        """Ids of entered claims."""
        return self.claim_keys.ids(numbers)

    def roots(self, articles: Collection[str]) -> Mapping[str, str]:
        """The earliest article of the same text, for those that are copies."""
        table = table_of(CopyRow).c
        return dict(
            rows_among(self._connection, (table.article_id, table.of), table.article_id, articles)
        )

    def save_copies(self, articles: Collection[str], links: Iterable[CopyLink]) -> None:
        """Forgets of which articles these are copies, then keeps the links."""
        delete_among(self._connection, table_of(CopyRow).c.article_id, articles)
        save_copies(self._connection, links)

    def propositions_of(self, claims: Collection[str]) -> Mapping[str, str]:
        """The proposition in which each claim stands."""
        table = table_of(PropositionClaimRow).c
        columns = (table.claim_id, table.proposition_id)
        return dict(rows_among(self._connection, columns, table.claim_id, claims))

    def opponents(self, claims: Collection[str]) -> Sequence[str]:
        """Claims of the propositions that contradict those in which these claims stand."""
        ids = set(self.propositions_of(claims).values())
        table = table_of(ConflictRow).c
        against = {
            id
            for end in (table.a, table.b)
            for row in rows_among(self._connection, (table.a, table.b), end, ids)
            for id in row
        }
        members = table_of(PropositionClaimRow).c
        rows = rows_among(
            self._connection, (members.claim_id,), members.proposition_id, against - ids
        )
        return [row[0] for row in rows]

    def save_verdicts(
        self,
        claims: Collection[str],
        verdicts: Sequence[Verdict],
        conflicts: Iterable[Conflict],
    ) -> None:
        """Forgets the propositions of these claims, then keeps the verdicts with their
        conflicts."""
        former = {*self.propositions_of(claims).values()}
        forget(self._connection, former)
        save(self._connection, verdicts, conflicts)
        self.replaced(former, {verdict.id for verdict in verdicts})

    def replaced(self, former: Set[str], found: Set[str]) -> None:
        """Told which propositions stand in whose place; a shelf may note them."""
