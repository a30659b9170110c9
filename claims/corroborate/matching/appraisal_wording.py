"""How a rejection, a charge of untruth and one of unfitness are worded, as patterns over lists; what
they say of whom is read in appraisals.py."""

from __future__ import annotations

import re

from claims.rules.lists import listed, words
from claims.rules.patterns import alternation


def _any(*groups: str) -> str:
    """The words of some lists of appraisals.json, as one part of a pattern."""
    return f"(?:{alternation(listed('appraisals', *groups))})"


def _whole_words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})(?!\w)", re.IGNORECASE)


_NOT = r"(?:not|n['’]t) (?:\w+ )?"
_IS = r"(?: is|['’]s|['’]re| are| was| were)"

ACT = _whole_words(_any("acts"))
"""What somebody said, proposed or decided."""
SAID = _whole_words(rf"(?:what|than) (?:[\w.'’-]{{1,60}} ){{1,3}}{_any('saying')}")
"""A clause that stands for what somebody said."""
OFFICE = _whole_words(_any("office"))
OWN_ACT = re.compile(rf"\b(?:my|our) (?:[\w-]{{1,60}} ){{0,2}}{_any('own_acts')}\b", re.IGNORECASE)
REJECTING = _whole_words(_any("rejecting_qualities", "rejecting_verbs"))
REJECTING_VERBS = words("appraisals", "rejecting_verbs")
UNTRUE = _whole_words(
    r"(?:made|making|makes) (?:it|that|this|things) up"
    rf"|(?:{_any('pointing')}{_IS}|{_any('contested_acts')}(?: is| are| was| were)?)"
    rf" (?:{_any('stressing')} )?{_any('untrue')}"
)
UNFIT = _whole_words(rf"{_any('unfit')}|{_NOT}{_any('fit')}")
UNTEMPERED = _whole_words(
    rf"temperamentally (?:\w+ )?{_any('unsuited')}|unfit temperamentally"
    rf"|(?:{_any('lacking')}|{_NOT}{_any('having')}) the (?:\w+ )?temperament"
)
NEGATED = re.compile(r"(?:\b(?:not|never|no|hardly)|n['’]t)(?:\s+\w+){0,2}\s*$", re.IGNORECASE)
"""The end of what stands before a word that a negation turns."""
PASSED_ON = re.compile(rf"\b{_any('passing_on')}\b", re.IGNORECASE)
"""Words after which a judgement of a person is another's."""
TOLD = re.compile(rf"\b([A-Z][\w’-]{{1,60}}) {_any('telling')}\b")
"""A name and a verb that says who made a statement."""
POSSESSED = re.compile(
    rf"([A-Z][\w-]{{1,60}})[’'‘]s (?:[\w-]{{1,60}} ){{0,3}}?{_any('acts')}\b"
    r"|(?:what|than) (?:\w+\. )?([A-Z][\w-]{1,60}) (?:said|says|is saying|did)\b"
)
"""A name with an act of its own: "Hale's latest proposal", "what Hale said"."""
FULL_NAME = re.compile(r"\b[A-Z][\w’'-]{0,60}\.? (?:[A-Z]\. )?([A-Z][a-z][\w’-]{1,60})")
"""Its group is the last name."""
