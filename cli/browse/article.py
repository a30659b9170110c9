"""The reading view's text: one article, every claim marked, one in hand; where both come from
stands in reading_tab.py."""

from __future__ import annotations

from textual import events
from textual.message import Message

from claims.model import Span
from cli.browse.bindings import claim_bindings
from cli.browse.layout import Layout, lay_out
from cli.browse.marks import Noted, claim_marks, faint_marks, marks_and_notes, passage_marks
from cli.browse.text_sheet import TextSheet
from cli.jobs.claim_decisions import first_offset
from cli.rows.article_read import ArticleRead
from store.records import ArticleRecord, ClaimRecord

BESIDE_CELLS = 92
"""From this width on notes stand beside the text."""


class ArticleText(TextSheet):
    """An article's lines, wrapped to the width, scrolled to the claim in hand."""

    BINDINGS = claim_bindings("article")
    PLACE = "article"
    NOTHING = "No article is open; press enter on a claim."

    class Stepped(Message):
        """Another claim is in hand."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.article: ArticleRecord | None = None
        self.claims: tuple[ClaimRecord, ...] = ()
        self.with_notes = True
        """Whether it is said beside the text who vouches."""
        self._read: ArticleRead | None = None
        self._noted: tuple[Noted, ...] = ()
        self._at = 0
        self.passage: Span | None = None
        """What a draft was compared with, where one led here."""

    @property
    def claim(self) -> ClaimRecord | None:
        """The claim in hand."""
        return self.claims[self._at] if self.claims else None

    @property
    def place(self) -> tuple[int, int]:
        """Which claim of how many is in hand, from 1; 0 of 0 where there is none."""
        return (self._at + 1 if self.claims else 0), len(self.claims)

    def show(
        self, read: ArticleRead, noted: tuple[Noted, ...], claims: tuple[ClaimRecord, ...],
        claim_id: str, *, scroll: bool = True, passage: Span | None = None,
    ) -> None:  # fmt: skip
        """Opens an article at one of its claims, or at a passage of it."""
        if self.article is None or self.article.id != read.article.id:
            self._known = {}
        self.article, self.claims = read.article, claims
        self._read, self._noted, self.passage = read, noted, passage
        self._at = next((i for i, claim in enumerate(claims) if claim.id == claim_id), 0)
        self._lay_out(scroll=scroll)

    def _drawn(self, width: int) -> Layout | None:
        if self._read is None:
            return None
        marks = faint_marks(self._read) + claim_marks(self.claims, self.claim, self.ink)
        shown = self._noted if self.with_notes else ()
        numbers, notes = marks_and_notes(shown, self.claim)
        beside = width * 2 // 5 if shown and width >= BESIDE_CELLS else 0
        return lay_out(
            self._read.article.text, numbers + passage_marks(self.passage) + marks, max(10, width),
            self._known, notes, beside,  # type: ignore[arg-type]
        )  # fmt: skip

    def _first(self) -> int:
        if self.passage is not None:
            return self.passage.start
        return first_offset(self.claim) if self.claim else 0

    def on_click(self, event: events.Click) -> None:
        """Takes the claim under the pointer into the hand, the innermost one."""
        offset = self._offset_under(event)
        hit = [
            (sum(e - s for s, e in claim.content), i)
            for i, claim in enumerate(self.claims)
            if any(s <= offset < e for s, e in (*claim.content, *claim.cue, *claim.source))
        ]
        if hit and min(hit)[1] != self._at:
            self._to(min(hit)[1], scroll=False)

    def _to(self, index: int, *, scroll: bool = True) -> None:
        self._at, self.passage = index, None
        self._lay_out(scroll=scroll)
        self.post_message(self.Stepped())

    def replace_claim(self, claim: ClaimRecord) -> None:
        """Shows another record of a claim until the article is fetched again."""
        self.claims = tuple(claim if old.id == claim.id else old for old in self.claims)

    def to_unreviewed(self) -> bool:
        """Goes on to the next claim that nobody has looked at; False where the article has none."""
        later = [*range(self._at + 1, len(self.claims)), *range(self._at)]
        index = next((i for i in later if self.claims[i].status == "unreviewed"), None)
        if index is not None:
            self._to(index)
        return index is not None

    def action_notes(self) -> None:
        """Shows who vouches beside the text, or the text alone."""
        self.with_notes = not self.with_notes
        self._lay_out(scroll=True)

    def action_step(self, by: int) -> None:
        """Takes the next or the previous claim, and says so at either end."""
        target = self._at + by
        if not 0 <= target < len(self.claims):
            self.notify("No further claim in this article.", timeout=2)
            return
        self._to(target)
