"""Which reports, studies and outlets the text around a claim leans on; what a common one means is
decided in pairs.py."""

from __future__ import annotations

import re

from claims.corroborate.model import StatedArticle, StatedClaim
from claims.folding import name_key
from claims.rules.lists import listed
from claims.rules.patterns import alternation

GROUND_CHARACTERS = 500
"""On each side of a claim, in which what it leans on is named: two or three paragraphs."""
NAME = r"([A-Z][\w&’'.-]{0,40}(?: (?:of |and |& )?[A-Z][\w&.-]{0,40}){0,4})"
"""Words of bounded length: in a run such as "A.A.A." each letter may begin a name."""
WORK = f"(?:{alternation(listed('origins', 'works'))})s?"
LEANING_ON = f"(?:{alternation(listed('origins', 'leaning_on'))})"
REPORTING = f"(?:{alternation(listed('origins', 'reporting'))})"
GROUND_PATTERNS = (
    re.compile(rf"\b{NAME}(?:[’']s?)? (?:[a-z-]+ ){{0,2}}{WORK}\b"),
    re.compile(rf"\b{WORK} (?:by|from|in|of) (?:the |The )?{NAME}"),
    re.compile(rf"\b{LEANING_ON} (?:the |The )?{NAME}"),
    re.compile(rf"\b(?:[Tt]he ){NAME} {REPORTING}\b"),
)


def grounds(claim: StatedClaim, article: StatedArticle) -> frozenset[str]:
    """Last words of the names of what the surrounding text leans on, folded: "courier" for "a
    Velmora Courier article"."""
    if not claim.content:
        return frozenset()
    start, end = claim.content[0].start, claim.content[-1].end
    around = article.text[max(0, start - GROUND_CHARACTERS) : end + GROUND_CHARACTERS]
    names = {
        name_key(match[1]) for pattern in GROUND_PATTERNS for match in pattern.finditer(around)
    }
    own = name_key(article.outlet or "")
    return frozenset(name.split()[-1] for name in names if name and name != own)
