"""By which words the record is asked for a passage, as a frozen dataclass."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Lookup:
    """What the record is asked for."""

    phrases: tuple[str, ...]
    """Runs of words as the draft writes them, the most telling first."""
    words: tuple[str, ...]
    """Single words as the draft writes them, the most telling first."""
    names: tuple[str, ...]
    """Last words of the speaker's names."""
    context: tuple[str, ...] = ()
    """The most telling words of its paragraph."""
    length: int = 0
    """Of the passage, in words."""
    indirect: bool = False
    """Whether it is compared with claims alone; a quotation may stand in an article's own words, of which the index
    tells little."""
