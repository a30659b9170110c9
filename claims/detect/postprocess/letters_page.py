"""A page of letters: what stands over each name is that reader's. Greetings and dashes stand in
signatures.py."""

from __future__ import annotations

import re

from claims.detect.postprocess.layout import CAPITAL, Page, claim
from claims.model import Attribution, Span
from claims.rules.lists import listed
from claims.rules.patterns import alternation

_HEADING = re.compile(
    r"(?:(?:your|readers['’]?|reader) )?letters?(?: (?:to the editor|page|of the (?:day|week)))?:?",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    rf"(?:\s[—–-])?\s?\b(?:{alternation(listed('turns', 'letter_endings'))})\b[\w\s,.]{{0,20}}$",
    re.IGNORECASE,
)
SIGNED = re.compile(
    rf"(?:\([A-Z][a-z.]{{0,5}}\) )?(?P<who>{CAPITAL}(?: {CAPITAL}){{1,3}})(?:,(?: [^\r\n.?!]{{2,40}})?)?$"
)
"""Harriet Colson, West Denby | (Dr) MURIEL STACK,"""
MIN_WORDS = 4
"""Of a line that is part of a letter's words; a shorter one is a place or a heading."""
LETTER = "A page of letters: the name below the words signs them."


def added(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """The letters of a page under a heading that says so, from name to name."""
    if not page.lines or not _HEADING.fullmatch(page.text, *page.lines[0]):
        return attributions
    letters, words = [], list[Span]()
    for line in page.lines[1:]:
        signed = SIGNED.fullmatch(page.text, *line) if words else None
        if signed:
            who = Span(*signed.span("who"))
            letters.append(claim(words, (), [who], why=LETTER))
            words = []
        elif kept := _words(page, line, first=not words):
            words = [*words, kept]
    return attributions + [a for a in letters if not _is_held(a, attributions)]


def _words(page: Page, line: Span, *, first: bool) -> Span | None:
    """What of a line is a letter's words: no heading or place over it, no closing."""
    closing = _CLOSING.search(page.text, *line)
    end = closing.start() if closing else line.end
    short = len(page.text[line.start : end].split()) < MIN_WORDS
    heading = page.text[line.end - 1] not in '.?!…”"’,' or short
    return None if (first and heading) or end <= line.start else Span(line.start, end)


def _is_held(letter: Attribution, attributions: list[Attribution]) -> bool:
    """Whether a claim has the letter's name as its source."""
    return any(
        letter.source[0].start <= s.start < letter.source[0].end
        for a in attributions
        for s in a.source
    )
