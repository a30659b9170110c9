"""A screen as text for golden files: its letters, how they are set, and the colours there are."""

from __future__ import annotations

from typing import Any

from rich.style import Style
from textual.widgets import Footer, Input

SIGNS = (
    ("reverse", "r"),
    ("bold", "b"),
    ("underline", "u"),
    ("italic", "i"),
    ("strike", "s"),
    ("dim", "d"),
)

THUMBS = dict.fromkeys(map(ord, "▁▂▃▄▅▆▇"), " ")
"""How far a list is scrolled to an eighth of a line: as long as what stands in it, and no screen's
business here."""


def screen(app: Any) -> str:
    """Each line; below one that is set in any way a line of signs, the first that holds; at the end
    all colours."""
    lines: list[str] = []
    colours: set[str] = set()
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        if y in _keys_below(app):
            lines.append("|")
            continue
        letters, signs = "", ""
        for segment in strip:
            style = segment.style or Style()
            letters += segment.text.translate(THUMBS)
            signs += _sign(style) * segment.cell_length
            colours.add(_colour(style))
        lines.append(f"|{letters.rstrip()}")
        if signs.strip():
            lines.append(f":{signs.rstrip()}")
    return "\n".join([*lines, "colours: " + (", ".join(sorted(colours - {""})) or "none")])


def _keys_below(app: Any) -> range:
    """The lines of keys under a window: whether they went before the window came or stand there still is
    no screen's business."""
    below = app.screen_stack[0] if len(app.screen_stack) > 1 else None
    keys = below.query_one(Footer).region if below else None
    return range(keys.y, keys.bottom) if keys else range(0)


def still(app: Any) -> None:
    """No cursor blinks and nothing moves by itself."""
    app.animation_level = "none"
    for line in app.screen.query(Input):
        line.cursor_blink = False


def _sign(style: Style) -> str:
    return next((sign for name, sign in SIGNS if getattr(style, name)), " ")


def _colour(style: Style) -> str:
    parts = [
        colour.name
        for colour in (style.color, style.bgcolor)
        if colour is not None and not colour.is_default
    ]
    return " on ".join(parts)
