"""Builds the parts of regular expressions that are words from lists; a pattern's shape stands where
it is used."""

from __future__ import annotations

import re
from collections.abc import Iterable

BLANKS = r"(?:(?<!\s)\s++)?+"
"""Blanks before what is looked for anywhere in a text, taken whole and from the first of them: \\s* would
look through the rest of a long run of blanks from each of its places. No blank may follow in the pattern."""
MAX_WORDS = 30
"""Behind the first of a name; a run of capitalised words that has more is none, and would be read to its end
from each of its words."""


def alternation(words: Iterable[str]) -> str:
    """Words as alternatives of a regular expression, in their order: of two that fit, the first is
    tried first."""
    return "|".join(map(re.escape, words))


def openings(words: Iterable[str]) -> str:
    """Words as alternatives, each with a small or a capital first letter, as where a sentence may
    open with it."""
    return "|".join(f"[{word[0].upper()}{word[0]}]{re.escape(word[1:])}" for word in words)


UPPER = "A-ZÀ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠȘŢŤȚŦŨŪŬŮŰŲŴŶŸŹŻŽ"
"""The capitals of Latin letters, inside the brackets of a pattern."""
