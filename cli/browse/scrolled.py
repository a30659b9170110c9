"""What draws its own lines and scrolls over them."""

from __future__ import annotations

from textual.scroll_view import ScrollView


class Scrolled(ScrollView, can_focus=True):
    """Lines that can be scrolled as soon as their number is known, not only once a bar beside them is
    drawn: otherwise what is opened at a place would stand at its top on a slow terminal."""

    @property
    def allow_vertical_scroll(self) -> bool:
        """Always: where all lines are in sight there is nowhere to go."""
        return True
