"""Interviews whose questions and answers bear no label: a line that asks, a line that answers."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from claims.model import Span, Spans

_LINE = re.compile(r"[^\r\n]+")
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|[Uu]s)\b")
_ASKER = re.compile(r"\bI\b")
SET_OFF = "*_"
BOLD = f" \t{SET_OFF}"
"""What may stand around a question that a page shows in bold or italics."""
MIN_EXCHANGES = 3
MAX_ANSWER_LINES = 5
"""On an average, so that an article with a few questions of its own is none."""
MAX_QUESTION_CHARACTERS = 240


class Exchange(NamedTuple):
    """One question and what is answered to it, a span a line."""

    question: Span
    answer: Spans


def answers_of(text: str) -> tuple[Exchange, ...]:
    """The exchanges of a text in which lines that are questions alternate with answers of somebody
    who says "I" or "we"; none of any other text. Never raises."""
    lines = [Span(*m.span()) for m in _LINE.finditer(text) if m.group().strip()]
    asks = [n for n, line in enumerate(lines) if _is_question(text, line)]
    if len(asks) < MIN_EXCHANGES or any(b == a + 1 for a, b in pairwise(asks)):
        return ()
    ends = [*asks[1:], len(lines)]
    out = []
    for number, end in zip(asks, ends, strict=True):
        last = end if end < len(lines) else _last(text, lines, number)
        answer = tuple(lines[number + 1 : last])
        if answer:
            out.append(Exchange(lines[number], answer))
    return tuple(out) if _is_interview(text, out) else ()


def _is_interview(text: str, exchanges: list[Exchange]) -> bool:
    """Whether most answers say "I" or "we", or some where every question is set off in bold, few questions do, and no
    answer is long."""
    count = len(exchanges)
    share = 3 if all(_in_bold(text, e.question) for e in exchanges) else 2
    spoken = sum(any(_OWN.search(text, *line) for line in e.answer) for e in exchanges)
    asking = sum(bool(_ASKER.search(text, *e.question)) for e in exchanges)
    lines = sum(len(e.answer) for e in exchanges)
    return (
        count >= MIN_EXCHANGES
        and spoken * share >= count
        and asking * 3 < count
        and lines <= MAX_ANSWER_LINES * count
    )


def _in_bold(text: str, line: Span) -> bool:
    """Whether marks stand on both sides of a line; one before it alone, or before a blank, begins an item of a list."""
    written = text[line.start : line.end].strip()
    bare = written.lstrip(SET_OFF)
    return written[-1] in SET_OFF and bare != written and not bare[:1].isspace()


def _is_question(text: str, line: Span) -> bool:
    written = text[line.start : line.end].strip(BOLD)
    short = len(written) <= MAX_QUESTION_CHARACTERS
    return short and written.endswith("?") and not set(written) & set('“”"«»:')


def _last(text: str, lines: list[Span], number: int) -> int:
    """Where the last answer ends: at a blank line."""
    for at in range(number + 2, len(lines)):
        if text.count("\n", lines[at - 1].end, lines[at].start) > 1:
            return at
    return len(lines)
