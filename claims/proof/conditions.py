"""Whether a text says words under a condition alone: "if the wind falls", "one more night of rain, and"."""

from __future__ import annotations

import re

from claims.rules.lists import listed
from claims.rules.patterns import alternation

_CONDITION = re.compile(
    rf"\b(?:{alternation(sorted(listed('proof', 'conditions'), key=len, reverse=True))})\b",
    re.IGNORECASE,
)
_PROVIDED = re.compile(r"[,;–—]\s(provided|providing)\s(?!(?:by|for|with)\b)", re.IGNORECASE)
"""Without "that", behind what it limits: ", provided the port gives us a lease"."""
_NO_CONDITION = re.compile(
    rf"\b(?:{alternation(listed('proof', 'before_no_condition'))})\s$", re.IGNORECASE
)
TURN = re.compile(rf";|,?\s(?:{alternation(listed('proof', 'turns'))})\s", re.IGNORECASE)
_AND_THEN = re.compile(
    rf"(?:^|[“\"‘'«:])\s*({alternation(listed('proof', 'once_again'))})\b[^.!?;:“”]{{1,120}},?\sand\s+[“\"‘'«]*$",
    re.IGNORECASE,
)
"""What will do, before what follows from it: "one more failing, in any kitchen, and"."""
_ASKED_FOR = re.compile(
    rf"(?:^|[“\"‘'«])\s*((?:you\s(?!(?:{alternation(listed('proof', 'no_deed'))})\b)|"
    rf"(?:{alternation(listed('proof', 'orders'))})\b)[^.!?;:“”]{{1,120}}),?\sand\s+$",
    re.IGNORECASE,
)
"""What somebody would have to do for what follows: "you shut this down and"."""
_UNTIL = re.compile(
    rf"^[^.!?;:“”]{{0,40}}?\b(until\s(?:(?:{alternation(listed('proof', 'until_subjects'))})\b|"
    rf"(?:{alternation(listed('proof', 'before_nouns'))})\s[^.!?;:,“”]{{1,60}}?"
    rf"\b(?:{alternation(listed('proof', 'auxiliaries'))}|otherwise)\b))"
)
"""A proviso right behind words, and no date."""
_ANOTHERS = re.compile(r",\s(?:and|but|so),?\s(?=if\b(?!\sand\s))", re.IGNORECASE)
_EITHER = re.compile(r"(?:^|[“\"‘'«:])\s*either\s+[“\"‘'«]*$", re.IGNORECASE)
_JOINED_OR = re.compile(r"\bor\b")
_COMMA = re.compile(r",(?!\d)")
_NAMELESS = re.compile(
    rf"[^.!?]{{0,60}}?\b(?:{alternation(listed('proof', 'nameless'))})", re.IGNORECASE
)
"""Behind a condition that is only about a source's name."""
_INVERTED = re.compile(
    rf"\b(?:{alternation(listed('proof', 'inverted'))})\s+(?:{alternation(listed('proof', 'clause_subjects'))})\b"
)
_CLAUSE_START = re.compile(r"(?:^|[,;:—–(“\"‘']|\b(?:and|but|or))\s*$")
"""What stands before a verb that sets a condition by standing before its subject; "who had the key" sets none."""
_BEFORE_CLAUSE = 8
"""Characters in which that is looked for."""
_MODAL = re.compile(rf"\b(?:{alternation(listed('proof', 'conditional_modals'))})\b", re.IGNORECASE)


def condition_of(before: str, behind: str) -> str:
    """The words that set a condition in what stands before a passage, or behind it; "" where none do."""
    found = _condition(before) or _condition(_own_clause(behind)) or _AND_THEN.search(before)
    if not found and _JOINED_OR.search(behind):
        found = _EITHER.search(before)
    return found[0].strip(" “\"‘'«:") if found else ""


def _own_clause(behind: str) -> str:
    """What stands behind words up to another clause with a condition of its own: "…, and if it rains"."""
    return _ANOTHERS.split(behind)[0]


def proviso_of(before: str, behind: str) -> str:
    """What must be done first, or until when alone words hold, by what stands right beside them in somebody's own
    mouth; "" where nothing does."""
    found = _ASKED_FOR.search(before) or _UNTIL.search(behind)
    return found[1] if found else ""


def _condition(words: str) -> re.Match[str] | None:
    """Where a condition is set, None where none is."""
    for found in _CONDITION.finditer(words):
        plain = _NO_CONDITION.search(words[: found.start()]) or _NAMELESS.match(words, found.end())
        if not plain:
            return found
    if provided := _PROVIDED.search(words):
        return provided
    modal = _MODAL.search(words)
    return next((m for m in _INVERTED.finditer(words) if modal or _opens(words, m.start())), None)


def _opens(words: str, at: int) -> bool:
    """Whether a clause begins at a position."""
    before = words[max(0, at - _BEFORE_CLAUSE) : at]
    return _CLAUSE_START.search(before) is not None and (
        at < _BEFORE_CLAUSE or bool(before.strip())
    )


def condition_words(sentence: str) -> str:
    """The clause of a sentence that a condition's word opens, up to a comma or the sentence's end."""
    last = TURN.split(sentence)[-1]
    opening = _condition(last)
    return _COMMA.split(last[opening.end() :])[0] if opening else ""
