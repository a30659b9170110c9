"""The door to the store: opens it and hands each call to the module that does it, inside a
transaction; no SQL here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from types import TracebackType

from sqlalchemy import Engine
from sqlmodel import col

from claims.corroborate.model import StatedArticle
from claims.model import Article, OutletFacts, Reading, Versions
from store.corroboration import verdicts
from store.corroboration.repository import TableShelf
from store.database.session import give_room, open_engine, reading, take_stock, writing
from store.decisions import log
from store.queries import claims, outlets, speakers
from store.queue import queue
from store.records import (
    ArticleRecord,
    ClaimRecord,
    ConflictRecord,
    CopyRecord,
    DecisionRecord,
    Filters,
    Move,
    RunRecord,
    SaveResult,
    SpeakerRecord,
    VerdictRecord,
)
from store.review_store import Desk
from store.saving import bulk, same_article, write
from store.speaker_store import SpeakerDoor
from store.speakers import join
from store.tables import Article as ArticleRow
from store.tables import Claim, Proposition

NO_FILTER = Filters()


def open_store(location: str | Path, *, create: bool = True) -> Store:
    """Opens a file or database URL, making or upgrading the store where needed; raises
    StoreError."""
    store = Store(str(location), open_engine(str(location), create=create))
    try:
        store.join_again_if_outdated()
    except BaseException:
        store.close()
        raise
    return store


class Store(Desk):
    """An open store; a context manager. Every method raises StoreError where the database fails."""

    def __init__(self, location: str, engine: Engine) -> None:
        self.location = location
        self._engine = engine
        self.who = SpeakerDoor(engine, location)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()

    def join_again_if_outdated(self) -> None:
        """Joins the speakers anew where older rules joined them."""
        with reading(self._engine, self.location) as connection:
            if not join.outdated(connection):
                return
        with writing(self._engine, self.location) as connection:
            join.rebuild(connection)

    def save(
        self, reading: Reading, run_id: str | None = None, *, again: bool = False
    ) -> SaveResult:
        """Saves an article with its claims, whole or not at all; again takes it as a new detection
        in any case."""
        with writing(self._engine, self.location) as connection:
            return write.save_reading(connection, reading, run_id, again=again)

    def save_many(self, readings: Sequence[Reading], run_id: str | None = None) -> list[SaveResult]:
        """Saves articles in their order, all of them or none; fast for many new ones."""
        with writing(self._engine, self.location) as connection:
            return bulk.save_readings(connection, readings, run_id)

    def unchanged(self, article: Article) -> bool:
        """Whether saving the article would add nothing, so that it need not be read again."""
        with reading(self._engine, self.location) as connection:
            found = same_article.find_same(
                connection, article, outlet=article.outlet, published=article.published
            )
            return found is not None and not same_article.new_metadata(article, found)

    def start_run(self, versions: Versions | Mapping[str, str] | None, command: str) -> str:
        """Records that a command begins and gives the run's id."""
        named = asdict(versions) if isinstance(versions, Versions) else dict(versions or {})
        with writing(self._engine, self.location) as connection:
            return log.start_run(connection, named, command)

    def finish_run(
        self, run_id: str, counts: Mapping[str, int], failures: Iterable[object] = ()
    ) -> None:
        """Records how a command ended."""
        with writing(self._engine, self.location) as connection:
            log.finish_run(connection, run_id, counts, [str(failure) for failure in failures])

    def runs(self) -> list[RunRecord]:
        """Runs, newest first."""
        with reading(self._engine, self.location) as connection:
            return log.list_runs(connection)

    def claims(
        self, filters: Filters = NO_FILTER, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[ClaimRecord]:
        """Claims by date, article and place, streamed; vanished ones only where status or article
        asks for them."""
        with reading(self._engine, self.location) as connection:
            yield from claims.stream_claims(connection, filters, limit, offset)

    def count_claims(self, filters: Filters = NO_FILTER) -> int:
        """How many claims() would give."""
        with reading(self._engine, self.location) as connection:
            return claims.count_claims(connection, filters)

    def search(self, text: str, *, limit: int | None = None) -> Iterator[ClaimRecord]:
        """Claims that hold every word of the text in content, speaker or alias."""
        return self.claims(Filters(text=tuple(text.split())), limit=limit)

    def claim(self, prefix: str) -> ClaimRecord:
        """A claim by any unique beginning of its id; raises UsageError on none or several."""
        with reading(self._engine, self.location) as connection:
            id = claims.one_id(connection, col(Claim.id), prefix, "claim")
            return next(claims.claims_where(connection, col(Claim.id) == id))

    def short_ids(self, ids: Sequence[str], *, of: str = "claim") -> dict[str, str]:
        """The shortest unique beginning, of six characters or more, of each id of a claim, article
        or proposition."""
        column = {
            "claim": col(Claim.id),
            "article": col(ArticleRow.id),
            "proposition": col(Proposition.id),
        }[of]
        with reading(self._engine, self.location) as connection:
            return claims.short_ids(connection, ids, column)

    def article(self, id_or_doc: str) -> ArticleRecord:
        """An article by doc or beginning of its id; raises UsageError."""
        with reading(self._engine, self.location) as connection:
            return claims.find_article(connection, id_or_doc)

    def articles(self, *, current_only: bool = False) -> Iterator[ArticleRecord]:
        """Articles by date, streamed."""
        with reading(self._engine, self.location) as connection:
            yield from claims.stream_articles(connection, current_only=current_only)

    def outlet_facts(self) -> dict[str, OutletFacts]:
        """What is known of every stored outlet, by its name."""
        with reading(self._engine, self.location) as connection:
            return outlets.facts_of(connection)

    def claims_of_article(self, id: str) -> list[ClaimRecord]:
        """An article's claims in text order, with those that a later edition no longer holds."""
        with reading(self._engine, self.location) as connection:
            return list(claims.claims_where(connection, col(Claim.article_id) == id))

    def speakers(
        self, filters: Filters = NO_FILTER, limit: int | None = None
    ) -> Iterator[SpeakerRecord]:
        """Speakers of the claims that the filters leave, those with most claims first."""
        with reading(self._engine, self.location) as connection:
            yield from speakers.stream_speakers(connection, filters, limit)

    def match_speakers(self, words: str) -> list[SpeakerRecord]:
        """Speakers one of whose names holds the words whole, in any case, with or without
        accents."""
        with reading(self._engine, self.location) as connection:
            return speakers.match_speakers(connection, words)

    def speakers_by_id(self, prefix: str) -> list[SpeakerRecord]:
        """Speakers one of whose names has an id that begins so; six characters or more."""
        with reading(self._engine, self.location) as connection:
            return speakers.by_id(connection, prefix)

    def stated_articles(self) -> Iterator[StatedArticle]:
        """Current editions with their claims, for weighing."""
        with reading(self._engine, self.location) as connection:
            yield from claims.stream_stated(connection)

    @contextmanager
    def shelf(self) -> Iterator[TableShelf]:
        """What weighing reads and writes, in one transaction: all that was weighed in it is kept or
        nothing."""
        with writing(self._engine, self.location) as connection:
            give_room(connection)
            yield TableShelf(connection)

    def take_stock(self) -> None:
        """Renews what the database knows of its own sizes; worth it after much was added."""
        with writing(self._engine, self.location) as connection:
            take_stock(connection)

    def weighing_stale(self) -> bool:
        """Whether articles or decisions came in since the last weighing."""
        with reading(self._engine, self.location) as connection:
            return queue.is_stale(connection)

    def waiting(self) -> int:
        """How many articles are to be weighed."""
        with reading(self._engine, self.location) as connection:
            return queue.count(connection)

    def verdicts(
        self, filters: Filters = NO_FILTER, *, below: int | None = None
    ) -> Iterator[VerdictRecord]:
        """Propositions of which a claim meets the filters, the weakest first, streamed; below: with
        a min below it."""
        with reading(self._engine, self.location) as connection:
            yield from verdicts.stream_verdicts(connection, filters, below)

    def count_verdicts(self, filters: Filters = NO_FILTER, *, below: int | None = None) -> int:
        """How many verdicts() would give."""
        with reading(self._engine, self.location) as connection:
            return verdicts.count_verdicts(connection, filters, below)

    def verdict_of(self, prefix: str) -> VerdictRecord:
        """A proposition by the beginning of its id or of one of its claims' ids; raises
        UsageError."""
        with reading(self._engine, self.location) as connection:
            return verdicts.one_verdict(connection, prefix)

    def conflicts_of(self, id: str) -> list[ConflictRecord]:
        """What contradicts a proposition, by its whole id."""
        with reading(self._engine, self.location) as connection:
            return verdicts.list_conflicts(connection, id)

    def copies(self) -> list[CopyRecord]:
        """Articles that are the same text as an earlier one."""
        with reading(self._engine, self.location) as connection:
            return verdicts.list_copies(connection)

    def add_decision(
        self,
        *,
        reviewer: str,
        kind: str,
        subject: str,
        before: str | None = None,
        after: str | None = None,
        note: str = "",
    ) -> None:
        """Appends a person's judgement and puts it into effect."""
        self.decide(who=reviewer, moves=[Move(kind, subject, after, before)], note=note)

    def decisions(self, subject: str | None = None) -> list[DecisionRecord]:
        """Judgements, oldest first."""
        with reading(self._engine, self.location) as connection:
            return log.list_decisions(connection, subject)

    def decisions_in_force(self, *kinds: str) -> list[DecisionRecord]:
        """Judgements that were not taken back, oldest first, of the kinds named or of all."""
        with reading(self._engine, self.location) as connection:
            return log.in_force(connection, kinds)
