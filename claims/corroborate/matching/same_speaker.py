"""Whether two claims come out of one mouth, as far as names show; whether they say the same stands
in comparison.py."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from claims.corroborate.model import StatedClaim
from claims.folding import name_key
from claims.identity.lists import is_nickname
from claims.rules.lists import words

CAPITALISED = re.compile(r"[A-Z][\w’'-]{1,60}")
TITLES = words("origins", "titles")
NAMES_REMEMBERED = 4_096
"""Pairs of names whose judgement is kept for the process."""

Voice = Literal[1, 0, -1]
"""1 one speaker, 0 unknown, -1 two speakers."""


def same_voice(a: StatedClaim, b: StatedClaim) -> Voice:
    """1 where a name ties the two, -1 where two names part them, 0 where one has none or only
    passes words on."""
    left, right = last_names(a), last_names(b)
    both_named = bool(a.speaker and b.speaker and a.speaker_kind == b.speaker_kind)
    both_people = both_named and a.speaker_kind == "person"
    if both_people and _namesakes(a.speaker or "", b.speaker or ""):
        return -1
    if left & right or _bodies(a) & _bodies(b):
        return 1
    if not left or not right or _relays(a, b) or _relays(b, a):
        return 0
    return -1 if both_named else 0


def last_names(claim: StatedClaim) -> frozenset[str]:
    """The last word of every name that the claim gives its source, folded; an index finds the
    claims of one voice under them."""
    if claim.speaker or claim.members:
        keys = [name_key(name).split() for name in (claim.speaker, *claim.members) if name]
        return frozenset(key[-1] for key in keys if key)
    capitalised = [match[0] for match in CAPITALISED.finditer(claim.mention)]
    return frozenset(name_key(word) for word in capitalised[-1:]) - {""} - TITLES


@lru_cache(maxsize=NAMES_REMEMBERED)
def _namesakes(left: str, right: str) -> bool:
    """Whether two whole names share the family name and have first names that are no forms of each
    other."""
    a, b = name_key(left).split(), name_key(right).split()
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-1] or {a[0], b[0]} & TITLES:
        return False
    shorter, longer = sorted((a[0], b[0]), key=len)
    return not longer.startswith(shorter) and not is_nickname(shorter, longer)


def _bodies(claim: StatedClaim) -> frozenset[str]:
    return frozenset(name_key(body) for body in (claim.principal,) if body)


def _relays(a: StatedClaim, b: StatedClaim) -> bool:
    """Whether a passes on, or may pass on, what b says."""
    return a.speaker_kind in ("outlet", "document") or any(
        name_key(link) == name_key(b.speaker or "") for link in a.chain
    )
