"""A turn, and the label that opens it. Nothing is found here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from claims.model import Span, Spans


class Label(NamedTuple):
    """The words that open a turn, from the start of their line."""

    line: Span
    """From the label's first character to where the words of the turn begin."""
    who: Span
    mark: Span | None
    """The colon, where one parts the label from the words."""
    personal: bool
    """Whether the label itself shows that somebody speaks: an office, a title, a note, capitals."""
    alone: bool
    """Whether it stands in a line of its own."""
    letter: bool = False
    """Whether it says only that somebody asks or answers: "Q.", "A."."""
    stands_for: Span | None = None
    """Where the text names whom a letter stands for."""


@dataclass(frozen=True)
class Turn:
    """What one speaker says until the next label."""

    label: Label
    content: Spans
    """A span a line, without stage directions; in code points of the text."""
