"""Texts in small letters, for looking words up in them as they are written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property


class SmallLetters:
    """An article's text and what its claims say in small letters, with what was found there."""

    def __init__(self, text: str, quotes: Sequence[str]) -> None:
        self._text, self._quotes = text, quotes
        self.holding: dict[tuple[str, ...], list[int]] = {}
        """Which claims were found to hold words."""

    @cached_property
    def text(self) -> str:
        """The text, each letter in its place."""
        return small_letters(self._text)

    @cached_property
    def quotes(self) -> Sequence[str]:
        """The words of each claim."""
        return [quote.lower() for quote in self._quotes]


def small_letters(text: str) -> str:
    """A text in small letters, each in its place: a few letters have no single small one."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(map(_small, text))


def _small(letter: str) -> str:
    small = letter.lower()
    return small if len(small) == 1 else letter
