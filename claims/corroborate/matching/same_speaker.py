"""Whether two claims come out of one mouth, as far as names show; whether they say the same stands
in comparison.py."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.corroborate.model import StatedClaim
from claims.identity.lists import is_nickname
from claims.ids import name_key

NAME = re.compile(r"[A-Z][\w’'-]+")
TITLES = frozenset(
    ["mr", "mrs", "ms", "sen", "rep", "gov", "president", "senator", "representative", "governor"]
)
NAMED = frozenset(
    ["person", "organisation", "outlet", "state", "document", "joint", "group", "unnamed", "none"]
)

Voice = int
"""1 one speaker, 0 unknown, -1 two speakers."""


def same_voice(a: StatedClaim, b: StatedClaim) -> Voice:
    """1 where a name ties the two, -1 where two names part them, 0 where one has none or only
    passes words on."""
    one, other = _last_names(a), _last_names(b)
    if (
        a.speaker
        and b.speaker
        and a.speaker_kind == b.speaker_kind == "person"
        and _namesakes(a.speaker, b.speaker)
    ):
        return -1
    if one & other or _bodies(a) & _bodies(b):
        return 1
    if not one or not other or _relays(a, b) or _relays(b, a):
        return 0
    if {a.speaker_kind, b.speaker_kind} <= {"person"} and a.speaker and b.speaker:
        return -1
    return -1 if a.speaker and b.speaker and a.speaker_kind == b.speaker_kind else 0


@lru_cache(maxsize=100_000)
def _namesakes(name: str, other: str) -> bool:
    """Whether two whole names share the family name and have first names that are no forms of each
    other."""
    one, two = (name_key(whole).split() for whole in (name, other))
    if len(one) < 2 or len(two) < 2 or one[-1] != two[-1] or {one[0], two[0]} & TITLES:
        return False
    first, second = sorted((one[0], two[0]), key=len)
    return not second.startswith(first) and not is_nickname(first, second)


def _last_names(claim: StatedClaim) -> frozenset[str]:
    """The last word of every name that the claim gives its source."""
    if claim.speaker or claim.members:
        keys = [name_key(name).split() for name in (claim.speaker, *claim.members) if name]
        return frozenset(key[-1] for key in keys if key)
    found = [m[0] for m in NAME.finditer(claim.mention)]
    return frozenset(
        name_key(word) for word in found[-1:] if name_key(word) and name_key(word) not in TITLES
    )


def voice_keys(claim: StatedClaim) -> frozenset[str]:
    """Names under which an index finds the claims of one voice."""
    return _last_names(claim)


def _bodies(claim: StatedClaim) -> frozenset[str]:
    return frozenset(name_key(body) for body in (claim.principal,) if body)


def _relays(a: StatedClaim, b: StatedClaim) -> bool:
    """Whether a passes on, or may pass on, what b says."""
    return a.speaker_kind in ("outlet", "document") or any(
        name_key(link) == name_key(b.speaker or "") for link in a.chain
    )
