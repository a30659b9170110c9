"""One name where it stands in a text; where names stand is found in find.py."""

from __future__ import annotations

from typing import NamedTuple


class Mention(NamedTuple):
    """One name in the text, under its fullest form."""

    start: int
    end: int
    name: str
    kind: str
    role: str
    """subject | object | modifier | owner."""
