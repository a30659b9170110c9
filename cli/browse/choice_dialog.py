"""A small window to choose a row or type a text; what is offered and what follows is the
caller's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from cli.browse.bindings import bindings
from cli.sanitise import one_line

MAX_ROWS_SHOWN = 12


class Choice(NamedTuple):
    """A value to give back, what to show for it, and why it is offered."""

    value: str
    label: str
    reason: str = ""


class Choose(ModalScreen[str | None]):
    """Rows to choose from, by arrows or by number; typing narrows them, or is the answer where that
    is allowed."""

    BINDINGS = bindings("choose")
    PLACE = "choose"

    def __init__(
        self, title: str, choices: Sequence[Choice], *, free: bool = False, now: str = "",
        more: Callable[[str], Sequence[Choice]] | None = None,
        about: Text | None = None, hint: str = "",
    ) -> None:  # fmt: skip
        super().__init__()
        self._title, self._all, self._now, self._more = title, list(choices), now, more
        self._free, self._about = free, about
        self._hint = hint or ("type a name, or a number" if free else "type to narrow, or a number")
        self._shown = self._all[:MAX_ROWS_SHOWN]
        self._at = 0 if choices else -1

    def compose(self) -> ComposeResult:
        """Title, line, rows."""
        with Vertical(id="choose"):
            yield Static(Text(one_line(self._title), "bold"))
            if self._about is not None:
                yield Static(self._about, id="about")
            yield Input(
                self._now, placeholder=self._hint, compact=True, id="answer", select_on_focus=False
            )
            yield Static(id="choices")
            yield Static(Text("enter takes · esc leaves it as it was", "dim"), id="choose-keys")

    def on_mount(self) -> None:
        """Keys go to the line."""
        self.query_one(Input).focus()
        self._show()

    def on_click(self, event: events.Click) -> None:
        """Takes the row under the pointer."""
        if event.widget is self.query_one("#choices") and 0 <= event.y < len(self._shown):
            self.dismiss(self._shown[event.y].value)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        typed = one_line(event.value).casefold()
        if typed.isdecimal() or typed == self._now.casefold():
            matching = self._all
        else:
            matching = [c for c in self._all if typed in c.label.casefold()]
            if self._more and len(typed) > 1:
                values = {c.value for c in matching}
                matching += [c for c in self._more(event.value) if c.value not in values]
        self._shown = matching[:MAX_ROWS_SHOWN]
        self._at = -1 if (self._free and typed) or not self._shown else 0
        if typed.isdecimal() and 1 <= int(typed) <= len(self._shown):
            self._at = int(typed) - 1
        self._show()

    def _show(self) -> None:
        lines = Text()
        for i, choice in enumerate(self._shown):
            is_current = i == self._at
            lines.append(f"{'›' if is_current else ' '}{i + 1:>2} ", "bold" if is_current else "")
            lines.append(one_line(choice.label)[:200], "reverse" if is_current else "bold")
            lines.append(f"  {one_line(choice.reason)[:300]}\n" if choice.reason else "\n", "dim")
        if not self._shown and (self._all or self._more):
            lines.append(
                "  enter takes what is typed" if self._free else "  nothing of that name", "italic"
            )
        self.query_one("#choices", Static).update(lines)

    def action_move(self, by: int) -> None:
        """Some rows up or down."""
        if self._shown:
            self._at = max(0, min(self._at + by, len(self._shown) - 1))
            self._show()

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Gives back the row, or what was typed."""
        typed = " ".join(self.query_one(Input).value.split())
        if 0 <= self._at < len(self._shown):
            self.dismiss(self._shown[self._at].value)
        elif self._free:
            self.dismiss(typed)

    def action_leave(self) -> None:
        """Leaves all as it was."""
        self.dismiss(None)
