"""Whom "Q." and "A." stand for in a transcript: who examines, who is examined. The letters as labels stand in
labels.py."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claims.model import Span
from claims.rules.lists import listed
from claims.rules.patterns import alternation
from claims.turns.model import Label
from claims.turns.names import is_role

_CAP = r"[A-ZÀ-Þ][\w.’'-]{0,60}"
_NAME = rf"{_CAP}(?: {_CAP}){{0,4}}"
_EXAMINING = alternation(listed("turns", "examining"))
_EXAMINER = re.compile(
    rf"(?:(?:[\w-]{{1,30}} )?(?:{_EXAMINING}) (?:by|BY) |BY )(?P<who>{_NAME}):?$",
    re.IGNORECASE,
)
"""Questions by MS TALWAR | BY MS. HARDESTY:"""
_WITNESS = re.compile(
    rf"(?P<who>{_NAME})(?:,| \()[^\r\n:]{{0,120}}?\b(?:{alternation(listed('turns', 'sworn'))})\b"
)
"""MR STEPHEN OLLERENSHAW (sworn) | CURTIS AMES, called as a witness"""


def named(text: str, lines: Sequence[Span], found: Sequence[Label]) -> list[Label]:
    """The labels, each letter with where the text names whom it stands for."""
    first = next((label for label, then in pairwise(found) if _puts_first(text, label, then)), None)
    examiner = first.who if first else None
    witness: Span | None = None
    at, out = 0, []
    for label in found:
        for line in lines:
            if at <= line.start <= label.line.start:
                examiner = _who(_EXAMINER, text, line) or examiner
                witness = _who(_WITNESS, text, line) or witness
        at = label.line.start + 1
        asks = text[label.who.start] == "Q"
        stands_for = (examiner if asks else witness) if label.letter else None
        out.append(label._replace(stands_for=stands_for))
    return out


def _puts_first(text: str, label: Label, then: Label) -> bool:
    """Whether somebody named is answered by a letter: the questions behind it are that one's."""
    part = label.letter or is_role(text[label.who.start : label.who.end])
    return not part and then.letter and text[then.who.start] == "A"


def _who(pattern: re.Pattern[str], text: str, line: Span) -> Span | None:
    match = pattern.match(text, line.start, line.end)
    return Span(*match.span("who")) if match else None
