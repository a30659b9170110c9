"""Claims that contradict what stands shortly before them without repeating it: "She made that up",
"He denied it".

Contradictions that repeat words are told in constraints.py.
"""

from __future__ import annotations

import re

from claims.corroborate.matching.content import Content
from claims.corroborate.matching.same_speaker import same_voice
from claims.corroborate.model import StatedClaim
from claims.folding import name_key
from claims.rules.lists import listed
from claims.rules.patterns import alternation
from claims.rules.vocabulary import role_of

MAX_CHARACTERS_APART = 600
"""Between a claim and what rebuts it: a paragraph or two, beyond which "it" is something else."""
MAX_CHARACTERS_TO_THE_NEXT = 120
"""Between a claim and a bare denial of it that names nobody: what "it" stands for in the sentence
after."""
CUE_CHARACTERS = 60
"""Characters before a content in which its cue stands."""
REBUTTING = re.compile(rf"\b(?:{alternation(listed('appraisals', 'rebutting'))})\b", re.IGNORECASE)
BARE_DENIAL = re.compile(
    r"^\W*(?:(?:all|any|both|each) (?:of )?)?"
    rf"(?:it|that|this|them|(?:{alternation(listed('appraisals', 'rebutted_before'))})\s+"
    rf"(?:[\w'’-]{{1,60}}\s+){{0,2}}(?:{alternation(listed('appraisals', 'rebutted'))}))"
    r"\W*$",
    re.IGNORECASE,
)
"""A content that says nothing but what is denied: "it", "these allegations"."""


def rebuttal_near(claim: StatedClaim, text: str) -> bool:
    """Whether words that rebut stand in the claim or shortly after it."""
    if not claim.content:
        return False
    start = max(0, claim.content[0].start - CUE_CHARACTERS)
    return REBUTTING.search(text, start, claim.content[-1].end + MAX_CHARACTERS_APART) is not None


def rebutted(a: StatedClaim, x: Content, b: StatedClaim, y: Content) -> str:
    """Why one rebuts the other, "" where neither does; x is the content of a, y of b."""
    if x.article[0] != y.article[0] or not a.content or not b.content or same_voice(a, b) == 1:
        return ""
    first, later, content = (a, b, y) if a.content[0].start < b.content[0].start else (b, a, x)
    if not 0 <= later.content[0].start - first.content[-1].end <= MAX_CHARACTERS_APART:
        return ""
    if first.stance in ("ask", "decline", "deny"):
        return ""
    untrue = next(
        (appraisal for appraisal in content.appraisals if appraisal.kind == "untrue"), None
    )
    if untrue and name_key(first.speaker or first.mention).split()[-1:] == [untrue.target]:
        return f"one calls untrue what the other said: “{untrue.words}”"
    if later.stance != "deny" or not BARE_DENIAL.match(later.quote):
        return ""
    if _names_speaker(first, later):
        return f"one denies what was said of him: “{later.quote.strip()}”"
    return _next_denies(first, later)


def _next_denies(first: StatedClaim, later: StatedClaim) -> str:
    """Why the words right behind a claim deny it, though they name nobody in it: "The minister denies
    that"."""
    apart = later.content[0].start - first.content[-1].end
    spoken = role_of(first.stance, first.polarity) == "supports" and later.polarity == "positive"
    if apart > MAX_CHARACTERS_TO_THE_NEXT or not spoken:
        return ""
    return f"the words right behind deny it: “{later.quote.strip()}”"


def _names_speaker(claim: StatedClaim, of: StatedClaim) -> bool:
    """Whether a claim's content names who speaks in the other."""
    last = name_key(of.speaker or "").split()[-1:]
    return bool(last) and last[0] in name_key(claim.quote).split()
