"""What one key decides on the claim in hand: shown at once, written by a worker, taken back; no
window opens here."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from claims.errors import OnrecordError
from claims.rules.vocabulary import STATUSES, Status
from cli.browse.article import ArticleText
from cli.browse.desk import Desk
from cli.browse.rows import Rows
from cli.jobs import claim_decisions
from cli.views.review import deed
from store.records import ClaimRecord, DecisionRecord, Move
from store.records.kinds import DECISIONS, Comparison

if TYPE_CHECKING:
    from store.store import Store


class Written(NamedTuple):
    """What a write did, for people, and whether lists have another row since."""

    message: str
    adds_row: bool


class ReviewActions:
    """Decides, takes back and brings back; calls `in_force` with each write that is done."""

    def __init__(
        self, desk: Desk, store: Store, reviewer: str, in_force: Callable[[Written], None]
    ) -> None:
        self.reviewer = reviewer
        self._desk, self._store, self._in_force = desk, store, in_force
        self._turn = asyncio.Lock()
        self._marked: ClaimRecord | None = None

    def write(self, write: Callable[[], Written]) -> None:
        """Writes in a thread, one write after the other, in the order of the keys."""
        self._desk.app.run_worker(self._write_in_turn(write), group="decide")

    async def _write_in_turn(self, write: Callable[[], Written]) -> None:
        async with self._turn:
            try:
                written = await asyncio.to_thread(write)
            except OnrecordError as error:
                self._desk.complain(str(error))
                return
        self._in_force(written)

    def decide(self, claim: ClaimRecord, moves: Sequence[Move], *, note: str = "") -> None:
        """Shows what is decided on a claim, and writes it."""

        def write() -> Written:
            self._store.decisions.decide(reviewer=self.reviewer, moves=moves, note=note)
            return Written(
                f"{'noted' if note else in_words(moves)} · {claim.id[:8]} (z undo)", False
            )

        said = next((move.after for move in moves if move.kind == "status"), "corrected")
        if any(DECISIONS[move.kind].marks for move in moves):
            status: Status = next((known for known in STATUSES if known == said), "unreviewed")
            decided = replace(claim, status=status, reviewer=self.reviewer)
            self._show_decided(decided)
        self.write(write)

    def _show_decided(self, claim: ClaimRecord) -> None:
        """Shows the judgement at once and goes on to the next claim; the store follows."""
        focused = self._desk.app.focused
        if (
            isinstance(focused, Rows)
            and focused.current is not None
            and getattr(focused.current, "id", "") == claim.id
        ):
            focused.replace_row(focused.cursor, claim)
            focused.action_open_row(1)
        elif isinstance(focused, ArticleText):
            focused.replace_claim(claim)
            if not focused.to_unreviewed():
                self._desk.app.notify("Every claim of this article is reviewed.", timeout=2)
                self._desk.reading.reload()

    def judge(self, status: str) -> None:
        """The extraction as a whole."""
        if (claim := self._desk.claim_or_notice()) is not None:
            self.decide(claim, [claim_decisions.status_move(claim, status)])

    def mark(self) -> None:
        """Remembers the claim to compare another one with."""
        if (claim := self._desk.claim_or_notice()) is not None:
            self._marked = claim
            self._desk.app.notify(
                f"Marked {claim.id[:8]}; on another claim: = same, ! not the same, o same origin, O another.",
                timeout=4,
            )

    def pair(self, relation: Comparison, same: bool) -> None:
        """How the claim in hand stands to the marked one."""
        claim = self._desk.claim_or_notice()
        if claim is None or self._marked is None or self._marked.id == claim.id:
            self._desk.app.notify("Mark another claim with m first.", timeout=2)
            return
        self.decide(claim, [claim_decisions.pair_move(relation, claim, self._marked, same)])

    def read_wholly(self) -> None:
        """Marks the article as read to the end, or no longer."""
        if (claim := self._desk.claim_or_notice()) is not None:
            self._desk.app.run_worker(self._read_wholly(claim), group="offer", exclusive=True)

    async def _read_wholly(self, claim: ClaimRecord) -> None:
        read = await asyncio.to_thread(self._store.articles.read_by, claim.article_id)
        self.decide(claim, [Move("read", claim.article_id, "" if read else "yes")])

    def undo(self) -> None:
        """Takes back the reviewer's latest act."""
        decisions = self._store.decisions
        self.write(lambda: _undone(decisions.undo(self.reviewer), "taken back", "Z redo"))

    def redo(self) -> None:
        """Brings back what was taken back last."""
        decisions = self._store.decisions
        self.write(lambda: _undone(decisions.redo(self.reviewer), "again", "z undo"))


def in_words(moves: Sequence[Move | DecisionRecord]) -> str:
    """What an act decides, as one says it."""
    return "; ".join(done for move in moves if (done := deed(move.kind, move.after)))


def _undone(act: Sequence[DecisionRecord], verb: str, next_key: str) -> Written:
    if not act:
        return Written(f"nothing to {'take back' if verb == 'taken back' else 'bring back'}", False)
    adds_claim = any(decision.kind == "add" for decision in act)
    return Written(f"{verb}: {in_words(act)} · {act[0].subject[:8]} ({next_key})", adds_claim)
