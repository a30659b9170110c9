"""What a sentence says in a reporter's words beside those that it quotes: "said that the road would be closed
and that “nobody was asked”"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from claims.model import Span
from claims.proof.words import words_of
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

_JOINT = re.compile(
    r"[;:]\s++|\s[–—-]{1,2}\s|"
    rf"(?<!\s),?\s++(?:{alternation(listed('proof', 'statement_joints'))})\b(?:,?\s++that\b)?,?\s++"
)
"""Where a sentence may go on with another statement."""
_EDGES = " ,;:–—-\n\t"
_OPENER = "that "
MIN_WORDS = 4


def beside_quotations(text: str, span: Span, quoted: Callable[[Span], bool]) -> Iterator[Span]:
    """The stretches of a sentence between joints that hold a statement and no word of a quotation; quoted: whether
    a stretch touches one."""
    run: Span | None = None
    for piece in _pieces(text, span, quoted):
        if not quoted(piece):
            run = Span(run.start if run else piece.start, piece.end)
            continue
        if run:
            yield from _statement(text, run)
        run = None
    if run:
        yield from _statement(text, run)


def _pieces(text: str, span: Span, quoted: Callable[[Span], bool]) -> Iterator[Span]:
    """All of it, cut before each joint that is no word of a quotation."""
    at = span.start
    for joint in _JOINT.finditer(text, *span):
        if joint.start() > at and not quoted(Span(*joint.span())):
            yield Span(at, joint.start())
            at = joint.start()
    yield Span(at, span.end)


def _statement(text: str, run: Span) -> Iterator[Span]:
    joint = _JOINT.match(text, *run)
    start, end = joint.end() if joint else run.start, run.end
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if text.startswith(_OPENER, start):
        start += len(_OPENER)
    spoken = words_of(text, start, end) if start < end else ()
    if len(spoken) >= MIN_WORDS and words("proof", "auxiliaries") & {word.key for word in spoken}:
        yield Span(start, end)
