"""How two affiliations stand to each other: do they speak for one bearer of a name, against it, or
neither."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from claims.identity.model import NamedSpeaker
from claims.identity.organisation_name import body
from claims.rules.lists import words

Fit = Literal["agree", "unknown", "differ"]

_RANKS: dict[Fit, int] = {"agree": 0, "unknown": 1, "differ": 2}
"""Of several bodies the pair that speaks most for one speaker counts."""
_PHRASES: dict[Fit, str] = {
    "agree": "same affiliation",
    "unknown": "affiliations that tell little",
    "differ": "different affiliations",
}
_BODIES_REMEMBERED = 4_096


def fit(a: NamedSpeaker, b: NamedSpeaker) -> tuple[Fit, str]:
    """Agree where a body of one is a body of the other, differ where each has its own, unknown
    where one has none."""
    of_a, of_b = _bodies(a), _bodies(b)
    if not of_a and not of_b:
        return "unknown", "no affiliation to compare"
    if not of_a or not of_b:
        return "unknown", "one of them without affiliation"
    compared = [(compare(left, right), f"{left} / {right}") for left in of_a for right in of_b]
    best, bodies = min(compared, key=lambda pair: _RANKS[pair[0]])
    return best, f"{_PHRASES[best]}: {bodies}"


@lru_cache(maxsize=_BODIES_REMEMBERED)
def compare(left: str, right: str) -> Fit:
    """Two bodies: one body, a part or a short form of it; two bodies; or words too general to
    tell."""
    a, b = body(left), body(right)
    if not a.words or not b.words:
        return "unknown"
    if a.key == b.key or a.acronyms & b.acronyms:
        return "agree"
    generic = words("bodies", "generic")
    telling_a, telling_b = set(a.words) - generic, set(b.words) - generic
    if not telling_a or not telling_b:
        return "agree" if _nested(set(a.words), set(b.words)) else "unknown"
    if _nested(telling_a, telling_b):
        # "Finance Ministry" and "Velmoran Finance Ministry" agree; those of two countries do not.
        return "agree"
    # A country, a party or a place alone goes together with any body.
    return "unknown" if (len(a.words) == 1) != (len(b.words) == 1) else "differ"


def _nested(left: set[str], right: set[str]) -> bool:
    return left <= right or right <= left


def _bodies(speaker: NamedSpeaker) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in (speaker.affiliation, speaker.principal) if name))
