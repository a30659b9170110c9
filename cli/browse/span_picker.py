"""Selecting words of an article: a cursor of words, parts added one by one; what becomes of them is
the caller's."""

from __future__ import annotations

from bisect import bisect_right

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.message import Message
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widgets import Footer, Static

from claims.model import Span, Spans, text_of
from cli.browse.bindings import bindings
from cli.browse.layout import PICKED, Layout, Mark, lay_out, words
from cli.browse.scrolled import Scrolled
from cli.sanitise import text


class Words(Scrolled):
    """An article with a cursor on a word, and a selection."""

    BINDINGS = bindings("pick")
    PLACE = "pick"

    class Changed(Message):
        """Something else is selected."""

    class Taken(Message):
        """The selection is taken; None leaves all as it was."""

        def __init__(self, spans: Spans | None) -> None:
            super().__init__()
            self.spans = spans

    def __init__(self, body: str, now: Spans, near: int) -> None:
        super().__init__(id="words")
        self._body, self._words = body, words(body)
        self._parts: list[Span] = []
        self._layout, self._known = Layout(), dict[object, object]()
        self._begun: int | None = None
        self._at = self._word_at(now[-1].end - 1 if now else near)
        if now:
            self._parts = list(now[:-1])
            self._begun = self._word_at(now[-1].start)
        # A selection that is offered gives way to the first space.
        self._offered = bool(now)

    def _word_at(self, offset: int) -> int:
        return max(0, bisect_right([word.start for word in self._words], offset) - 1)

    @property
    def spans(self) -> Spans:
        """What is selected, the word under the cursor at least."""
        return _joined([*self._parts, *self._open()])

    def _open(self) -> list[Span]:
        if not self._words:
            return []
        first, last = sorted((self._at if self._begun is None else self._begun, self._at))
        return [Span(self._words[first].start, self._words[last].end)]

    def on_mount(self) -> None:
        """Shows the selection."""
        self._show()

    def on_resize(self, _: events.Resize) -> None:
        """Wraps again."""
        self._show()

    def _show(self) -> None:
        width = self.scrollable_content_region.width
        if not width or not self._words:
            return
        marks = [Mark(s, e, "«", "»", PICKED) for s, e in self.spans]
        word = self._words[self._at]
        marks.append(Mark(word.start, word.end, "", "", "bold underline"))
        self._layout = lay_out(self._body, marks, max(10, width), self._known)  # type: ignore[arg-type]
        self.virtual_size = Size(width, len(self._layout.lines))
        line, top = self._layout.line_of(word.start), self.scroll_offset.y
        if not top + 1 <= line < top + self.size.height - 1:
            self.scroll_to(y=max(0, line - self.size.height // 3), animate=False)
        self.refresh()
        self.post_message(self.Changed())

    def render_line(self, y: int) -> Strip:
        """One line of the article."""
        width = self.scrollable_content_region.width
        return self._layout.strip(self.scroll_offset.y + y, width).apply_style(self.rich_style)

    def _to(self, index: int) -> None:
        self._at = max(0, min(index, len(self._words) - 1))
        self._show()

    def action_word(self, by: int) -> None:
        """Some words on or back."""
        self._to(self._at + by)

    def action_line(self, by: int) -> None:
        """The word above or below."""
        if not self._words:
            return
        offset = self._words[self._at].start
        line = self._layout.line_of(offset)
        column = next(
            (i for i, cell in enumerate(self._layout.lines[line]) if cell.offset >= offset), 0
        )
        target = line + by
        while 0 <= target < len(self._layout.lines) and not self._layout.lines[target]:
            target += by
        if 0 <= target < len(self._layout.lines):
            self._to(self._word_at(self._layout.offset_at(target, column)))

    def action_begin(self) -> None:
        """Begins the selection at the word under the cursor, or drops it."""
        self._begun = self._at if self._begun is None or self._offered else None
        if self._offered:
            self._parts = []
        self._offered = False
        self._show()

    def action_part(self) -> None:
        """Keeps what is selected and goes on to another part."""
        self._parts = list(self.spans)
        self._begun, self._offered = None, False
        self._to(self._at + 1)

    def action_take(self) -> None:
        """Takes the selection."""
        self.post_message(self.Taken(self.spans))

    def action_nothing(self) -> None:
        """Takes nothing at all."""
        self.post_message(self.Taken(()))

    def action_leave(self) -> None:
        """Leaves all as it was."""
        self.post_message(self.Taken(None))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begins a selection under the pointer."""
        self._begun = self._at = self._pointed(event)
        self._parts, self._offered = ([] if self._offered else self._parts), False
        self.capture_mouse()
        self._show()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draws the selection on."""
        if event.button and self.app.mouse_captured is self:
            self._to(self._pointed(event))

    def on_mouse_up(self, _: events.MouseUp) -> None:
        """Ends the drawing; enter takes it."""
        self.release_mouse()

    def _pointed(self, event: events.MouseEvent) -> int:
        return self._word_at(
            self._layout.offset_at(self.scroll_offset.y + event.y, event.x - self.gutter.left)
        )


class Pick(ModalScreen[Spans | None]):
    """A whole screen to select words on; gives the spans, () for nothing, None where it was
    left."""

    def __init__(self, title: str, body: str, now: Spans = (), near: int = 0) -> None:
        super().__init__()
        self._title, self._body, self._now, self._near = title, body, now, near

    def compose(self) -> ComposeResult:
        """Title, text, what is selected, keys."""
        yield Static(Text(self._title, "bold"), id="pick-title")
        yield Words(self._body, self._now, self._near)
        yield Static(id="picked")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Keys go to the words."""
        self.query_one(Words).focus()

    def on_words_changed(self) -> None:
        """Says what is selected."""
        spans = self.query_one(Words).spans
        self.query_one("#picked", Static).update(
            text(f"selected: {text_of(self._body, spans)}"[:2000])
        )

    def on_words_taken(self, event: Words.Taken) -> None:
        """Closes with what was taken."""
        self.dismiss(event.spans)


def _joined(spans: list[Span]) -> Spans:
    """Sorted, those that overlap or touch made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
