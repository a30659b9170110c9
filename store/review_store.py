"""What review and the browser ask of a store: judgements with undo, long lists by page, counts; no
SQL here."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from store.corroboration import verdicts
from store.database.session import reading, writing
from store.decisions import apply, context, on_articles, on_claims, undo
from store.queries import claims, pages, quality
from store.records import (
    ArticleLine,
    ClaimRecord,
    Coverage,
    DecisionRecord,
    Filters,
    Move,
    QualityCount,
    VerdictRecord,
)

if TYPE_CHECKING:
    from sqlalchemy import Engine


class Desk:
    """Judgements and pages; Store is one."""

    location: str
    _engine: Engine

    def decide(self, *, who: str, moves: Sequence[Move], note: str = "") -> None:
        """Writes judgements that belong together, and puts them into effect."""
        with writing(self._engine, self.location) as connection:
            apply.decide(connection, who, moves, note)

    def undo(self, who: str) -> list[DecisionRecord]:
        """Takes back the reviewer's latest act, in this session or an earlier one; empty where
        there is none."""
        with writing(self._engine, self.location) as connection:
            act = undo.to_undo(connection, who)
            apply.reverse(connection, who, act, act)
            return act

    def redo(self, who: str) -> list[DecisionRecord]:
        """Brings back what was taken back last; empty where something was decided since."""
        with writing(self._engine, self.location) as connection:
            act, undone = undo.to_redo(connection, who)
            apply.reverse(connection, who, undone, act)
            return act

    def history(self, subjects: Sequence[str]) -> list[tuple[DecisionRecord, bool]]:
        """Judgements on the subjects, oldest first, each with whether it stands."""
        with reading(self._engine, self.location) as connection:
            return context.history(connection, subjects)

    def latest_decisions(self, limit: int) -> list[DecisionRecord]:
        """The last judgements that stand, newest first."""
        with reading(self._engine, self.location) as connection:
            return context.latest(connection, limit)

    def add_claim(self, found: dict[str, object], *, who: str, note: str = "") -> str:
        """Enters a claim that the machine missed and gives its id; raises UsageError on spans
        outside the article."""
        with writing(self._engine, self.location) as connection:
            id = context.enter_claim(connection, found)
            moves = [Move("add", id, context.as_text(found))]
            speaker = found.get("speaker")
            if isinstance(speaker, str) and speaker:
                moves.append(Move("speaker", id, speaker))
            undo.write(connection, who, moves, note)
            on_claims.refresh(connection, [id])
            return id

    def rebuild_reviews(self) -> None:
        """Makes everything that is derived from decisions again."""
        with writing(self._engine, self.location) as connection:
            on_claims.rebuild(connection)

    def claim_numbers(self, filters: Filters, first: int = 100) -> Iterator[array[int]]:
        """The order of the claims that pass, as numbers for claims_numbered()."""
        with reading(self._engine, self.location) as connection:
            yield from pages.claim_numbers(connection, filters, first)

    def claims_numbered(self, numbers: Sequence[int]) -> list[ClaimRecord]:
        """The claims of these numbers."""
        with reading(self._engine, self.location) as connection:
            return claims.claims_by_number(connection, numbers)

    def coverage(self, filters: Filters) -> Coverage:
        """How many of the claims that pass a person has looked at."""
        with reading(self._engine, self.location) as connection:
            return pages.coverage(connection, filters)

    def facet(self, filters: Filters, word: str, limit: int = 12) -> list[tuple[str, int]]:
        """The commonest values of a filter word among the claims that pass all other words."""
        with reading(self._engine, self.location) as connection:
            return pages.facet(connection, filters, word, limit)

    def proposition_ids(self, filters: Filters) -> list[str]:
        """Propositions by how much rests on how little."""
        with reading(self._engine, self.location) as connection:
            return pages.proposition_ids(connection, filters)

    def verdicts_numbered(self, ids: Sequence[str]) -> list[VerdictRecord]:
        """The propositions of these ids, in the order given."""
        with reading(self._engine, self.location) as connection:
            found = {v.id: v for v in verdicts.verdicts_of(connection, ids)}
        return [found[id] for id in ids if id in found]

    def article_ids(self, filters: Filters) -> tuple[list[str], dict[str, list[str]]]:
        """Articles by date without copies, and the copies under each."""
        with reading(self._engine, self.location) as connection:
            return pages.article_ids(connection, filters)

    def article_lines(self, ids: Sequence[str]) -> list[ArticleLine]:
        """The articles of these ids, in the order given."""
        with reading(self._engine, self.location) as connection:
            return pages.articles_page(connection, ids)

    def quality_counts(self, filters: Filters) -> list[QualityCount]:
        """What review says of the machine's claims, by kind, outlet and model version."""
        with reading(self._engine, self.location) as connection:
            return quality.counts(connection, filters)

    def read_wholly(self, article_id: str) -> str | None:
        """Who read an article wholly."""
        with reading(self._engine, self.location) as connection:
            found = on_articles.article_lines(connection, [article_id])
            return found[article_id]["read_by"] if article_id in found else None
