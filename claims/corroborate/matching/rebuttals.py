"""Claims that contradict what stands shortly before them without repeating it: "She made that up",
"He denied it".

Contradictions that repeat words are told in constraints.py.
"""

from __future__ import annotations

import re

from claims.corroborate.matching.content import Content
from claims.corroborate.matching.same_speaker import same_voice
from claims.corroborate.model import StatedClaim
from claims.ids import name_key

NEAR = 600
"""Characters between a claim and what rebuts it."""
CUE = 60
WORDS = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed)?|disput(?:es|ed)|made (?:it|that|this) up|false|untrue|not true|"
    r"a lie|lies|nonsense|baseless|bogus|fabricated|hoax|fiction)\b",
    re.IGNORECASE,
)
BARE = re.compile(
    r"^\W*(?:(?:all|any|both|each) (?:of )?)?"
    r"(?:it|that|this|them|(?:the|those|these|that|this|his|her|their|any|all|such)\s+"
    r"(?:[\w'’-]+\s+){0,2}(?:claims?|allegations?|accusations?|charges?|reports?|assertions?|suggestions?|story|stories))"
    r"\W*$",
    re.IGNORECASE,
)


def rebuttal_near(claim: StatedClaim, text: str) -> bool:
    """Whether words that rebut stand in the claim or shortly after it."""
    if not claim.content:
        return False
    return (
        WORDS.search(text, max(0, claim.content[0].start - CUE), claim.content[-1].end + NEAR)
        is not None
    )


def rebutted(a: StatedClaim, x: Content, b: StatedClaim, y: Content) -> str:
    """Why one rebuts the other, "" where neither does."""
    if x.article[0] != y.article[0] or not a.content or not b.content or same_voice(a, b) == 1:
        return ""
    first, later, content = (a, b, y) if a.content[0].start < b.content[0].start else (b, a, x)
    if not 0 <= later.content[0].start - first.content[-1].end <= NEAR or first.stance in (
        "ask",
        "decline",
        "deny",
    ):
        return ""
    untrue = next(
        (appraisal for appraisal in content.appraisals if appraisal.what == "untrue"), None
    )
    if untrue and name_key(first.speaker or first.mention).split()[-1:] == [untrue.target]:
        return f"one calls untrue what the other said: “{untrue.words}”"
    if later.stance == "deny" and BARE.match(later.quote) and _speaks_of(first, later):
        return f"one denies what was said of him: “{later.quote.strip()}”"
    return ""


def _speaks_of(claim: StatedClaim, of: StatedClaim) -> bool:
    """Whether a claim's content names who speaks in the other."""
    last = name_key(of.speaker or "").split()[-1:]
    return bool(last) and last[0] in name_key(claim.quote).split()
