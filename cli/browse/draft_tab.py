"""The Draft tab: the draft's text, and beside or below it what the record holds of the finding in hand."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from cli.browse.draft_text import Draft, DraftText
from cli.browse.reading_tab import Side
from cli.rows.proof import FindingLine
from cli.sanitise import text
from cli.views.proof import LEGEND, differs, finding_view, tally


class DraftTab(Vertical):
    """A draft and its findings; nothing of it is written anywhere."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        super().__init__(id="draft-tab")
        self._drafts = drafts

    def compose(self) -> ComposeResult:
        """Head, text with the panel of the finding, and the count of verdicts."""
        yield Static(id="draft-head")
        with Horizontal(id="draft-sheet"):
            yield DraftText(self._drafts, id="draft-body")
            with Side(id="finding") as panel:
                panel.border_title = "the record · enter opens · d another passage"
                yield Static(id="found")
        yield Static(id="draft-tally")

    def on_mount(self) -> None:
        """The first finding is in hand."""
        self._show()

    def on_draft_text_stepped(self, event: DraftText.Stepped) -> None:
        """Keeps the panel with the finding in hand."""
        event.stop()
        self._show()

    def _show(self) -> None:
        body = self.query_one(DraftText)
        draft, finding = body.draft, body.finding
        self.query_one("#draft-head", Static).update(_head(draft, body))
        found = self.query_one("#found", Static)
        found.update(_found(draft, finding, body.at_place))
        self.query_one("#finding", Side).scroll_home(animate=False)
        facts = Text(
            tally(draft.findings, draft.articles), "dim", no_wrap=True, overflow="ellipsis"
        )
        self.query_one("#draft-tally", Static).update(facts)


def _found(draft: Draft, finding: FindingLine | None, in_hand: int) -> RenderableType:
    """What the record holds, with what the signs in the words say."""
    if finding is None:
        return text(f"No passage was looked up: {draft.why_none}.")
    return Group(finding_view(finding, in_hand), Text(LEGEND if differs(finding) else "", "dim"))


def _head(draft: Draft, body: DraftText) -> Text:
    """Which finding of how many, how many need a look, and the draft's title."""
    line = Text(no_wrap=True, overflow="ellipsis")
    if body.finding:
        to_look = sum(not one.is_clean for one in draft.findings)
        line.append(f"passage {body.finding.number} of {len(draft.findings)}")
        line.append(f" ({to_look} to look at)  ", "dim")
    return line.append_text(text(draft.title, "bold"))
