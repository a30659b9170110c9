"""A draft's text with every passage that was looked up marked, one of them in hand; what the record holds
of it stands beside, in draft_tab.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from claims.model import Span
from cli.browse.bindings import bindings
from cli.browse.layout import Layout, Mark, lay_out
from cli.browse.marks import HERE
from cli.browse.text_sheet import TextSheet
from cli.rows.proof import FindingLine, PlaceLine
from cli.views.proof import SIGNS, shown_places, style_of


@dataclass(frozen=True)
class Draft:
    """A draft that was looked up."""

    title: str
    text: str
    articles: int
    """Among how many it was looked up."""
    findings: tuple[FindingLine, ...]
    why_none: str = ""
    """Why nothing was looked up, where that is so."""


@dataclass(frozen=True)
class Spot:
    """A passage of an article, and the claim that holds it, "" where none does."""

    article_id: str
    claim_id: str
    passage: Span


class DraftText(TextSheet):
    """The drafts one after the other, at the finding in hand."""

    BINDINGS = bindings("draft")
    PLACE = "draft"
    NOTHING = "The draft holds no text."

    class Stepped(Message):
        """Another finding, or another passage of the record, is in hand."""

    @dataclass
    class Chosen(Message):
        """A passage of the record is to be opened."""

        item: Spot

    def __init__(self, drafts: Sequence[Draft], id: str | None = None) -> None:
        super().__init__(id=id)
        self._drafts = tuple(drafts)
        every = ((draft, one) for draft in self._drafts for one in draft.findings or (None,))
        self._steps: tuple[tuple[Draft, FindingLine | None], ...] = tuple(every)
        self._at, self.at_place = 0, 0

    @property
    def draft(self) -> Draft:
        """The draft in sight."""
        return self._steps[self._at][0]

    @property
    def finding(self) -> FindingLine | None:
        """The finding in hand, None where the draft has none."""
        return self._steps[self._at][1]

    @property
    def place(self) -> PlaceLine | None:
        """The passage of the record in hand, None where the finding has none."""
        return self._places[self.at_place] if self._places else None

    @property
    def _places(self) -> Sequence[PlaceLine]:
        return shown_places(self.finding) if self.finding else ()

    def _drawn(self, width: int) -> Layout | None:
        marks = [_mark(one, self.finding) for one in self.draft.findings]
        return lay_out(self.draft.text, marks, max(10, width), self._known)  # type: ignore[arg-type]

    def _first(self) -> int:
        return self.finding.start if self.finding else 0

    def _to(self, index: int, *, scroll: bool = True) -> None:
        if self._steps[index][0] is not self.draft:
            self._known = {}
        self._at, self.at_place = index, 0
        self._lay_out(scroll=scroll)
        self.post_message(self.Stepped())

    def on_click(self, event: events.Click) -> None:
        """Takes the finding under the pointer into the hand, the innermost one; a second click opens it."""
        offset = self._offset_under(event)
        hit = [
            (one.end - one.start, index)
            for index, (draft, one) in enumerate(self._steps)
            if draft is self.draft and one and one.start <= offset < one.end
        ]
        if not hit:
            return
        if min(hit)[1] == self._at:
            self.action_choose()
        else:
            self._to(min(hit)[1], scroll=False)

    def action_step(self, by: int) -> None:
        """The next or the previous finding, and says so at either end."""
        self._step_to(range(self._at + by, -1 if by < 0 else len(self._steps), by), "finding")

    def action_step_open(self, by: int) -> None:
        """The nearest finding that needs a look."""
        ahead = range(self._at + by, -1 if by < 0 else len(self._steps), by)
        wanted = [i for i in ahead if (one := self._steps[i][1]) and not one.is_clean]
        self._step_to(wanted, "finding to look at")

    def _step_to(self, ahead: Sequence[int], what: str) -> None:
        if not ahead or not 0 <= ahead[0] < len(self._steps):
            self.notify(f"No further {what}.", timeout=2)
            return
        self._to(ahead[0])

    def action_place(self) -> None:
        """Takes the next of the passages of the record into the hand."""
        if self._places:
            self.at_place = (self.at_place + 1) % len(self._places)
            self.post_message(self.Stepped())

    def action_choose(self) -> None:
        """Opens the passage in hand in its article."""
        if self.place is None:
            self.notify("The record holds nothing near it.", timeout=2)
            return
        span = Span(self.place.start, self.place.end)
        self.post_message(self.Chosen(Spot(self.place.article, self.place.claim or "", span)))


def _mark(one: FindingLine, current: FindingLine | None) -> Mark:
    """Number and sign before the words, in the colour of the verdict; the one in hand more strongly."""
    is_current = one is current
    before, behind = ("«", "»") if is_current else ("‹", "›")
    style = style_of(one)
    words = HERE if is_current else ""
    edge = f"{style} bold reverse" if is_current else style
    return Mark(
        one.start, one.end, f"{one.number}{SIGNS[one.verdict]}{before}", behind, words, edge
    )
