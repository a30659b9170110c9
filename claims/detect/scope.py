"""The words that a stance is read from: the cue, its clause before it, who speaks, how the content
begins.

Nothing here decides a stance.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.detect.words import words_of
from claims.model import Attribution, Span
from claims.rules.lists import listed
from claims.rules.patterns import alternation

MAX_CHARACTERS_BEFORE = 60
"""Before the cue, in which a negation or condition may stand."""
MAX_CHARACTERS_AHEAD = 40
"""Between cue and content that still belong to the cue ("found no evidence that")."""
MAX_SENTENCE_CHARACTERS = 300
"""Before the cue, in which its sentence may begin."""


def _any(group: str) -> str:
    return alternation(listed("scope", group))


_BOUNDARY = re.compile(rf"[.;:!?\n\r”\"“—–]|,\s|''|\b(?:{_any('clause_joints')})\s")
_OPENER = re.compile(rf"\b({_any('conditions')})\s+(?:\w+\s){{0,1}}$", re.IGNORECASE)
_INVERTED = re.compile(
    rf"(?:^|(?<=[.!?]\s)|(?<=\n))({_any('inverted')})\s+"
    r"(?:(?!\b(?:that|and|but)\b)[^,.;:!?\n])*$"
)
_NOBODY = re.compile(rf"(?:{_any('nobody')})\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?]['”’\")]*(?:\s|$)")
_MARKS = "\"“”„«»'‘’` \t,"
_QUOTES = "\"'“„«‘`"
_CONDITION = re.compile(r"if\b[^.?!\n]{2,200}?,\s+\w", re.IGNORECASE)
_ASKING = re.compile(rf"(?:{_any('questions')})\b", re.IGNORECASE)
_ENDS = re.compile(r"[.!?]+(?=['”’\")]*(?:\s|$))")
_REFUSAL = re.compile(rf"(?:{_any('refusals')})[.!]?$", re.IGNORECASE)


@dataclass(frozen=True)
class Scope:
    """Words in lower case; last ends the content, opener is a conditional word before, question why
    the words ask."""

    cue: list[str]
    before: list[str]
    content: list[str]
    last: str = ""
    opener: str = ""
    nobody: str = ""
    question: str = ""
    refusal: str = ""
    conditional: bool = False
    """Whether an "if" or "whether" at the content's beginning sets a condition and asks nothing."""


def read_scope(text: str, attribution: Attribution) -> Scope:
    """The words around an attribution that bear on its stance."""
    said = " ".join(text[s:e] for s, e in attribution.content)
    bare = said.strip(_MARKS)
    first = _first_content(attribution)
    ahead = _ahead(text, attribution, first)
    start = attribution.cue[0].start if attribution.cue else first.start
    return Scope(
        cue=[w for s, e in attribution.cue for w in words_of(text[s:e])] + words_of(ahead),
        before=words_of(_before(text, attribution, start)) if attribution.cue else [],
        content=words_of(text[first.start : first.start + 80])[:8],
        last=next(iter(words_of(said[-30:])[-1:]), ""),
        opener=_opener(text, attribution, start),
        nobody=_nobody(text, attribution),
        question=_question(text, attribution, said),
        refusal=bare if _REFUSAL.match(bare) else "",
        conditional=_conditional(text, first),
    )


def _conditional(text: str, first: Span) -> bool:
    """Whether the words are somebody's own, which ask only with a question mark, or go on with what
    is so under the condition: "if the toll rises, drivers will stay away"."""
    own = text[max(0, first.start - 1) : first.start + 1].strip()[:1] in tuple(_QUOTES)
    return own or bool(_CONDITION.match(text, *first))


def _first_content(attribution: Attribution) -> Span:
    """The first piece behind the cue, else the first of all."""
    after = max((e for _, e in attribution.cue), default=0)
    return next(
        (s for s in attribution.content if s.start >= after),
        min(attribution.content, default=Span(0, 0)),
    )


def _ahead(text: str, attribution: Attribution, first: Span) -> str:
    end = max((e for _, e in attribution.cue), default=0)
    gap = (
        text[end : first.start]
        if attribution.cue and end <= first.start <= end + MAX_CHARACTERS_AHEAD
        else ""
    )
    inside = any(end <= s.start < first.start for s in attribution.source)
    return "" if inside or re.search(r"[.;:!?\n\"“,]", gap) else gap


def _before(text: str, attribution: Attribution, start: int) -> str:
    """What stands between the cue and whatever closes its clause on the left."""
    floor = max(
        [e for _, e in (*attribution.source, *attribution.content) if e <= start], default=0
    )
    low = max(floor, start - MAX_CHARACTERS_BEFORE, 0)
    cut = [m.end() for m in _BOUNDARY.finditer(text, low, start)]
    return text[cut[-1] if cut else low : start]


def _opener(text: str, attribution: Attribution, start: int) -> str:
    """A conditional word right before the source or the cue."""
    for at in (
        {start, *(s for s, _ in attribution.source if s < start)} if attribution.cue else set()
    ):
        match = _OPENER.search(text, max(0, at - 24), at)
        if match:
            return match.group(1).casefold()
    return _inverted(text, start)


def _inverted(text: str, start: int) -> str:
    """The verb of a condition before the subject ("Had the minister admitted …, he would be gone");
    no question."""
    line = text.rfind("\n", 0, start) + 1
    match = _INVERTED.search(text, max(line, start - MAX_CHARACTERS_BEFORE), start)
    stop = _SENTENCE.search(text, start) if match else None
    asks = stop is not None and "?" in stop.group()
    return match.group(1).casefold() if match and not asks else ""


def _nobody(text: str, attribution: Attribution) -> str:
    if not attribution.source:
        return ""
    match = _NOBODY.match(text, attribution.source[0].start, attribution.source[0].end)
    return match.group().casefold() if match else ""


def _question(text: str, attribution: Attribution, said: str) -> str:
    """Why the words ask: every sentence of the content is a question, or the attribution itself
    stands in one."""
    bare = said.strip()
    tail = (
        text[attribution.content[-1].end : attribution.content[-1].end + 2]
        if attribution.content
        else ""
    )
    whole = bare + "".join(c for c in tail if c in '?!.”’"')
    ends = _ENDS.findall(whole) if "?" in whole else []
    if bare and ends and all("?" in mark for mark in ends):
        return "the content is a question"
    if ends and "?" in ends[-1] and _is_turn(text, attribution):
        return "the turn ends in a question"
    if attribution.cue and attribution.source and _asked(text, attribution):
        return "the sentence asks whether it was said"
    return ""


def _is_turn(text: str, attribution: Attribution) -> bool:
    """Whether nothing but a label attributes the words, as in a transcript."""
    return all(
        text[s:e].strip(" .:").casefold() in ("", "q", "question", "a", "answer")
        for s, e in attribution.cue
    )


def _asked(text: str, attribution: Attribution) -> bool:
    """Whether the attribution's own sentence begins with a verb or question word and ends in a
    question mark."""
    stop = _SENTENCE.search(text, max(e for _, e in attribution.cue))
    if not stop or "?" not in stop.group() or text[stop.start() - 1 : stop.start()] in '”"':
        return False
    start = min(s for s, _ in (*attribution.cue, *attribution.source))
    ends = [
        m.end() for m in _SENTENCE.finditer(text, max(0, start - MAX_SENTENCE_CHARACTERS), start)
    ]
    begin = max(
        ends[-1] if ends else max(0, start - MAX_SENTENCE_CHARACTERS),
        text.rfind("\n", 0, start) + 1,
    )
    head = text[begin:start].strip(_MARKS) or text[start : start + 12]
    return (
        bool(_ASKING.match(head))
        and '"' not in text[begin : stop.end()]
        and "“" not in text[begin : stop.end()]
    )
