"""A page of letters: what stands over each name is that reader's. Greetings and dashes stand in
signatures.py."""

from __future__ import annotations

import re

from claims.detect.postprocess.layout import CAPITAL, Page, claim, touches
from claims.model import Attribution, Span
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.tokens import covering

_HEADING = re.compile(
    r"(?:(?:your|readers['’]?|reader) )?letters?(?: (?:to the editor|page|of the (?:day|week)))?:?",
    re.IGNORECASE,
)
_ENDING = rf"(?:{alternation(listed('turns', 'letter_endings'))})\b[\w\s,.]{{0,20}}"
_CLOSING_LINE = re.compile(_ENDING, re.IGNORECASE)
_YOURS = rf",\s(?:yours (?:{alternation(listed('turns', 'letter_endings'))}|truly))[.,]?"
_CLOSING = re.compile(
    rf"(?:(?:(?<=[.?!…”\"’])\s|\s[—–-]\s?|[—–])(?:{_ENDING})|{_YOURS})$", re.IGNORECASE
)
"""Behind the end of a sentence or a dash, behind a comma "yours sincerely": "yours" is a word of the letter
elsewhere."""
SIGNED = re.compile(
    rf"(?:\([A-Z][a-z.]{{0,5}}\) )?(?P<who>{CAPITAL}(?: {CAPITAL}){{1,3}})(?:,(?: [^\r\n.?!]{{2,40}})?)?$"
)
"""Harriet Colson, West Denby | (Dr) MURIEL STACK,"""
_PLACES = {"GPE", "LOC", "FAC"}
MIN_WORDS = 4
"""Of a line that is part of a letter's words; a shorter one is a place or a heading."""
LETTER = "A page of letters: the name below the words signs them."


def added(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """The letters of a page under a heading that says so, from name to name."""
    if not page.lines or not _HEADING.fullmatch(page.text, *page.lines[0]):
        return attributions
    letters, body, placed = list[Attribution](), list[Span](), False
    for line in page.lines[1:]:
        signed = SIGNED.fullmatch(page.text, *line) if body else None
        if signed and _is_place(page, Span(*signed.span("who"))):
            placed = True
        elif signed:
            letters.append(claim(body, (), [Span(*signed.span("who"))], why=LETTER))
            body, placed = [], False
        elif kept := _words(page, line, first=placed or not body):
            # A place that no name stands below ends a letter that nobody signs.
            body, placed = [*([] if placed else body), kept], False
    whose = [a.source[0] for a in letters]
    others = [a for a in attributions if not any(_stands_below(a, who) for who in whose)]
    return others + [a for a in letters if not _is_held(a, others)]


def _stands_below(attribution: Attribution, who: Span) -> bool:
    """Whether a rule gave a name that signs a letter what stands behind it."""
    below = all(span.start >= who.end for span in attribution.content)
    return not attribution.cue and below and touches(attribution.source, who)


def _is_place(page: Page, name: Span) -> bool:
    """Whether a line that looks like a name is a street or a town."""
    first, *_, last = page.words(name).casefold().split()
    if last in words("turns", "streets"):
        return True
    if first in words("names", "male", "female", "either"):
        return False
    found = covering(page.doc, *name)
    named = {token.ent_type_ for token in found} if found is not None else set[str]()
    return last in words("turns", "streets_like_surnames") or (bool(named) and named <= _PLACES)


def _words(page: Page, line: Span, *, first: bool) -> Span | None:
    """What of a line is a letter's words: no heading or place over it, no closing."""
    if _CLOSING_LINE.fullmatch(page.text, *line):
        return None
    closing = _CLOSING.search(page.text, *line)
    end = closing.start() if closing else line.end
    short = len(page.text[line.start : end].split()) < MIN_WORDS
    heading = short or (closing is None and page.text[line.end - 1] not in '.?!…”"’,')
    return None if (first and heading) or end <= line.start else Span(line.start, end)


def _is_held(letter: Attribution, attributions: list[Attribution]) -> bool:
    """Whether a claim has the letter's name as its source."""
    return any(
        letter.source[0].start <= s.start < letter.source[0].end
        for a in attributions
        for s in a.source
    )
