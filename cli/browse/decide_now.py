"""What one key decides on the claim in hand: shown at once, written by a worker, taken back; no
window opens here."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work
from textual.app import App

from claims.errors import OnrecordError
from cli.browse.article import ArticleText
from cli.browse.reading_tab import Reading
from cli.browse.rows import Rows
from cli.jobs import claim_decisions
from cli.sanitise import one_line
from cli.views.review import deed
from store.records import ClaimRecord, DecisionRecord, Move
from store.records.kinds import DECISIONS, Comparison

if TYPE_CHECKING:
    from store.store import Store

Done = tuple[str, bool]
"""What a write did, for people, and whether lists have another row since."""


class Deciding(App[None]):
    """The claim in hand, and what one key decides on it; the app mixes in what it shows."""

    _store: Store
    who: str

    def __init__(self) -> None:
        # Without colours the terminal's own ones are asked for, and Textual leaves even these away.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self._writing = asyncio.Lock()
        self._marked: ClaimRecord | None = None

    @property
    def claim(self) -> ClaimRecord | None:
        """The claim in hand: the row under the cursor, or the one marked in the article."""
        here = self.focused
        if isinstance(here, Rows):
            return here.current if isinstance(here.current, ClaimRecord) else None
        if isinstance(here, ArticleText):
            return here.claim
        reading = self.query(ArticleText)
        return reading.first().claim if reading and reading.first().has_focus_within else None

    def changed(self, said: str, *, more: bool = False) -> None:
        """Called when a judgement is in force: what shows claims shows them anew; more where one
        was entered."""

    def complain(self, reason: str) -> None:
        """Says an error of the store."""
        self.notify(one_line(reason), severity="error", markup=False)

    def _in_hand(self) -> ClaimRecord | None:
        claim = self.claim
        if claim is None:
            self.notify("No claim is in hand; move to one first.", timeout=2)
        return claim

    @work(group="decide")
    async def _write(self, done: Callable[[], Done]) -> None:
        """One write after the other, in the order of the keys."""
        async with self._writing:
            try:
                said, more = await asyncio.to_thread(done)
            except OnrecordError as error:
                self.complain(str(error))
                return
        self.changed(said, more=more)

    def _decide(self, claim: ClaimRecord, moves: Sequence[Move], *, note: str = "") -> None:
        def done() -> Done:
            self._store.decisions.decide(reviewer=self.who, moves=moves, note=note)
            return f"{'noted' if note else in_words(moves)} · {claim.id[:8]} (z undo)", False

        status = next((move.after for move in moves if move.kind == "status"), "corrected")
        if any(DECISIONS[move.kind].marks for move in moves):
            self._show_decided(replace(claim, status=status or "unreviewed", reviewer=self.who))
        self._write(done)

    def _show_decided(self, claim: ClaimRecord) -> None:
        """Shows the judgement at once and goes on to the next claim; the store follows."""
        here = self.focused
        if (
            isinstance(here, Rows)
            and here.current is not None
            and getattr(here.current, "id", "") == claim.id
        ):
            here.replace_row(here.cursor, claim)
            here.action_open_row(1)
        elif isinstance(here, ArticleText):
            here.claims = tuple(claim if c.id == claim.id else c for c in here.claims)
            if not here.to_unreviewed():
                self.notify("Every claim of this article is reviewed.", timeout=2)
                self.query_one(Reading).reload()

    def action_judge(self, status: str) -> None:
        """The extraction as a whole."""
        if (claim := self._in_hand()) is not None:
            self._decide(claim, [claim_decisions.status_move(claim, status)])

    def action_mark(self) -> None:
        """Remembers the claim to compare another one with."""
        if (claim := self._in_hand()) is not None:
            self._marked = claim
            self.notify(
                f"Marked {claim.id[:8]}; on another claim: = same, ! not the same, o same origin, O another.",
                timeout=4,
            )

    def action_pair(self, what: Comparison, same: bool) -> None:
        """How the claim in hand stands to the marked one."""
        claim = self._in_hand()
        if claim is None or self._marked is None or self._marked.id == claim.id:
            self.notify("Mark another claim with m first.", timeout=2)
            return
        self._decide(claim, [claim_decisions.pair_move(what, claim, self._marked, same)])

    @work(group="offer", exclusive=True)
    async def action_read_wholly(self) -> None:
        """Marks the article as read to the end, or no longer."""
        if (claim := self._in_hand()) is not None:
            read = await asyncio.to_thread(self._store.articles.read_by, claim.article_id)
            self._decide(claim, [Move("read", claim.article_id, "" if read else "yes")])

    def action_undo(self) -> None:
        """Takes back the reviewer's latest act."""
        self._write(lambda: _told(self._store.decisions.undo(self.who), "taken back", "Z redo"))

    def action_redo(self) -> None:
        """Brings back what was taken back last."""
        self._write(lambda: _told(self._store.decisions.redo(self.who), "again", "z undo"))


def in_words(moves: Sequence[Move | DecisionRecord]) -> str:
    """What an act decides, as one says it."""
    return "; ".join(done for move in moves if (done := deed(move.kind, move.after)))


def _told(act: Sequence[DecisionRecord], verb: str, then: str) -> Done:
    if not act:
        return ("nothing to take back" if verb == "taken back" else "nothing to bring back"), False
    entered = any(decision.kind == "add" for decision in act)
    return f"{verb}: {in_words(act)} · {act[0].subject[:8]} ({then})", entered
