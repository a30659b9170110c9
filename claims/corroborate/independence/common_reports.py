"""Which reports, studies and outlets the text around a claim leans on; what a common one means is
pairs.py's."""

from __future__ import annotations

import re

from claims.corroborate.model import StatedArticle, StatedClaim
from claims.ids import name_key

AROUND = 500
"""Characters on each side of a claim in which what it leans on is named."""
NAME = r"([A-Z][\w&’'.-]*(?: (?:of |and |& )?[A-Z][\w&.-]*){0,4})"
WORK = (
    r"(?:report|story|article|investigation|analysis|poll|survey|study|audit|findings|documents?|filing|records|"
    r"interview|editorial|transcript)s?"
)
NAMED = (
    re.compile(rf"\b{NAME}(?:[’']s?)? (?:[a-z-]+ ){{0,2}}{WORK}\b"),
    re.compile(rf"\b{WORK} (?:by|from|in|of) (?:the |The )?{NAME}"),
    re.compile(
        rf"\b(?:reported by|according to|citing|published (?:by|in)|obtained by) (?:the |The )?{NAME}"
    ),
    re.compile(rf"\b(?:[Tt]he ){NAME} (?:reported|wrote|published|revealed|obtained|found)\b"),
)


def grounds(claim: StatedClaim, article: StatedArticle) -> frozenset[str]:
    """Last words of the names of what the surrounding text leans on, folded: "times" for "a New
    York Times article"."""
    if not claim.content:
        return frozenset()
    start, end = claim.content[0].start, claim.content[-1].end
    around = article.text[max(0, start - AROUND) : end + AROUND]
    names = {name_key(m[1]) for pattern in NAMED for m in pattern.finditer(around)}
    own = name_key(article.outlet or "")
    return frozenset(name.split()[-1] for name in names if name and name != own)
