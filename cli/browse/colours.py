"""What the sixteen colours that views name are on a screen: soft ones that can be read, for a dark
and for a light ground."""

from __future__ import annotations

from rich.terminal_theme import TerminalTheme

Colour = tuple[int, int, int]


def _theme(ground: Colour, letters: Colour, *colours: Colour) -> TerminalTheme:
    """Black and white of the theme itself, between them red, green, yellow, blue, magenta, cyan."""
    eight = [ground, *colours, letters]
    return TerminalTheme(ground, letters, eight, eight)


DARK = _theme(
    (18, 18, 18), (224, 224, 224), (240, 128, 138), (138, 212, 161), (255, 196, 115),
    (87, 165, 226), (206, 160, 232), (120, 200, 214),
)  # fmt: skip
LIGHT = _theme(
    (224, 224, 224), (31, 31, 31), (168, 32, 32), (20, 100, 50), (115, 72, 0), (10, 80, 150),
    (120, 50, 150), (10, 92, 108),
)  # fmt: skip
"""Each at least 4.5 times as bright or as dark as its ground (WCAG 2.2, contrast of text)."""
