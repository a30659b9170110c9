"""What an article says of a source's being unnamed, and why; whose source it is stands in
unnamed_sources.py."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from claims.model import Span
from claims.resolve.provenance.anonymity_shapes import (
    ASSESSING,
    BEFORE_LEAVE,
    CLASSES,
    CLOSELY_CONNECTED,
    CONNECTED,
    END_OF_REASON,
    LED_BY,
    OF_SURNAME,
    SENTENCE_END,
    TELLING,
    UNAUTHORISED,
    UNNAMED,
)
from claims.rules.vocabulary import Anonymity

REASON_CHARACTERS = 200
"""How long the words of a reason may be."""
LEAVE_CHARACTERS = 40
"""How far before "not authorised" the words may begin that belong to it."""


@dataclass(frozen=True)
class Statement:
    """That a source is unnamed: the words that say so, and the reason with the words that give
    it."""

    span: Span
    reason: Anonymity
    shown: Span
    of_surname: bool
    """Whether only a part of the name is kept back."""


def statements(text: str, is_quoted: Callable[[int], bool]) -> list[Statement]:
    """What the article itself says of its sources' being unnamed, in order; not what it quotes."""
    found = [_unauthorised(text, match) for match in UNAUTHORISED.finditer(text)]
    taken = [s.shown for s in found]
    for match in UNNAMED.finditer(text):
        made = _unnamed(text, Span(*match.span()))
        if not any(_overlap(made.span, span) for span in taken):
            found.append(made)
    return sorted(
        (s for s in found if not is_quoted(s.span.start)), key=lambda statement: statement.span
    )


def reason_of(words: str) -> Anonymity:
    """The class of a reason by its first telling word; "other" where none tells."""
    hits = [(match.start(), i) for i, (_, p) in enumerate(CLASSES) if (match := p.search(words))]
    if hits:
        return CLASSES[min(hits)[1]][0]
    return "sensitive" if TELLING.search(words) else "other"


def _unauthorised(text: str, match: re.Match[str]) -> Statement:
    before = text[max(0, match.start() - LEAVE_CHARACTERS) : match.start()]
    prefix = BEFORE_LEAVE.search(before)
    start = match.start() - (len(before) - prefix.start() if prefix else 0)
    start += len(text[start : match.start()]) - len(text[start : match.start()].lstrip())
    shown = Span(start, _end_of_reason(text, match.end()))
    return Statement(Span(*match.span()), "unauthorised", shown, of_surname=False)


def _unnamed(text: str, span: Span) -> Statement:
    of_surname = bool(OF_SURNAME.search(text, *span))
    for shown in (_reason_behind(text, span), _reason_before(text, span)):
        if shown:
            return Statement(span, reason_of(text[shown.start : shown.end]), shown, of_surname)
    return Statement(span, "condition", span, of_surname)


def _reason_behind(text: str, span: Span) -> Span | None:
    """Because, citing, to discuss …, right behind the words that say that the source is unnamed."""
    limit = _sentence_end(text, span.end)
    if match := CONNECTED.match(text, span.end, limit):
        return Span(match.start(1), _end_of_reason(text, match.end(1)))
    if match := CLOSELY_CONNECTED.match(text, span.end, limit):
        shown = Span(match.start(1), _end_of_reason(text, match.end(1)))
        words = text[shown.start : shown.end]
        return shown if ASSESSING.match(words) or reason_of(words) != "other" else None
    return None


def _reason_before(text: str, span: Span) -> Span | None:
    """Citing the army's rules, at the beginning of the sentence."""
    window = max(0, span.start - 2 * REASON_CHARACTERS)
    ends = [m.end() for m in SENTENCE_END.finditer(text, window, span.start)]
    if not ends and window:
        return None
    start = ends[-1] if ends else 0
    head = text[start : span.start]
    match = LED_BY.search(head.lstrip())
    if not match:
        return None
    begin = start + len(head) - len(head.lstrip()) + match.start(1)
    shown = Span(begin, min(_end_of_reason(text, begin + len(match[1])), span.start))
    return shown if reason_of(text[shown.start : shown.end]) != "other" else None


def _sentence_end(text: str, at: int) -> int:
    match = SENTENCE_END.search(text, at)
    return match.start() if match else len(text)


def _end_of_reason(text: str, at: int) -> int:
    limit = min(len(text), at + REASON_CHARACTERS)
    match = END_OF_REASON.search(text, at, limit)
    end = match.start() if match else limit
    return at + len(text[at:end].rstrip())


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
