"""Cleans hostile text for the terminal; knows nothing of layout."""

from __future__ import annotations

import re

from rich.text import Text

_HOSTILE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def clean(raw: str) -> str:
    """The string without control characters, escapes and bidi overrides; newline and tab stay."""
    return _HOSTILE.sub("", raw)


def one_line(raw: str) -> str:
    """The cleaned string on one line, runs of space closed up."""
    return " ".join(clean(raw).split())


def text(raw: str | None, style: str = "") -> Text:
    """Cleaned text for a table cell; markup in it stays letters."""
    return Text(one_line(raw or ""), style=style)
