"""Rich's console as this run wants it: width and colours; what is written is output.py's."""

from __future__ import annotations

import io
import os

from rich.console import Console

PIPED_COLUMNS = 120
"""Where no terminal says how wide a line may be."""


def console(color: str, *, terminal: bool, file: io.StringIO | None = None) -> Console:
    """A console on standard output, or on a text in memory; color is auto, always or never."""
    forced = color == "always" or (color == "auto" and bool(os.environ.get("FORCE_COLOR")))
    plain = color == "never" or (
        color == "auto" and not forced and (not terminal or "NO_COLOR" in os.environ)
    )
    return Console(
        file=file,
        markup=False,
        highlight=False,
        emoji=False,
        force_terminal=True if forced else None,
        no_color=plain or None,
        color_system=None if plain else "auto",
        width=None if terminal or os.environ.get("COLUMNS") else PIPED_COLUMNS,
        soft_wrap=False,
    )
