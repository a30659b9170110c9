"""Whom "Q." and "A." stand for in a transcript: who examines, who is examined. The letters as labels stand in
labels.py."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claims.model import Span
from claims.resolve.mentions.names import strip_title
from claims.rules.lists import listed
from claims.rules.patterns import alternation
from claims.turns.model import Label
from claims.turns.names import is_role

_CAP = r"[A-ZÀ-Þ][\w.’'-]{0,60}"
_NAME = rf"{_CAP}(?: {_CAP}){{0,4}}"
_EXAMINING = alternation(listed("turns", "examining"))
_EXAMINER = re.compile(
    rf"(?:(?:[\w-]{{1,30}} )?(?i:{_EXAMINING}) (?i:by) (?P<who>{_NAME}):?|(?i:by) (?P<alone>{_NAME})(?P<mark>:?))$"
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
    above, out = 0, []
    for label in found:
        while above < len(lines) and lines[above].start <= label.line.start:
            examiner = _examiner(text, lines[above]) or examiner
            witness = _who(_WITNESS.match(text, *lines[above])) or witness
            above += 1
        asks = text[label.who.start] == "Q"
        stands_for = (examiner if asks else witness) if label.letter else None
        out.append(label._replace(stands_for=stands_for))
    return out


def _puts_first(text: str, label: Label, then: Label) -> bool:
    """Whether somebody named is answered by a letter: the questions behind it are that one's."""
    part = label.letter or is_role(text[label.who.start : label.who.end])
    return not part and then.letter and text[then.who.start] == "A"


def _examiner(text: str, line: Span) -> Span | None:
    """Whom a line names who examines; "By" alone brings in a writer's name too, unless a colon or a title says
    otherwise."""
    match = _EXAMINER.match(text, *line)
    if match is None or match["who"]:
        return _who(match)
    shown = match["mark"] or strip_title(match["alone"])[0]
    return _who(match, "alone") if shown else None


def _who(match: re.Match[str] | None, part: str = "who") -> Span | None:
    return Span(*match.span(part)) if match else None
