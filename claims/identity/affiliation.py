"""How two affiliations stand to each other: do they speak for one bearer of a name, against it, or
neither."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from claims.identity.model import Known
from claims.identity.organisation_name import body
from claims.rules.lists import words

Fit = Literal["agree", "unknown", "differ"]


def fit(a: Known, b: Known) -> tuple[Fit, str]:
    """Agree where a body of one is a body of the other, differ where each has its own, unknown
    where one has none."""
    ones, others = _bodies(a), _bodies(b)
    if not ones or not others:
        return "unknown", "no affiliation to compare" if not (
            ones or others
        ) else "one of them without affiliation"
    found: list[tuple[Fit, str]] = [
        (compare(one, other), f"{one} / {other}") for one in ones for other in others
    ]
    for outcome in ("agree", "unknown", "differ"):
        for kind, shown in found:
            if kind == outcome:
                return kind, {
                    "agree": "same affiliation: ",
                    "differ": "different affiliations: ",
                }.get(kind, "affiliations that tell little: ") + shown
    return "unknown", "no affiliation to compare"


@lru_cache(maxsize=50_000)
def compare(one: str, other: str) -> Fit:
    """Two bodies: one body, a part or a short form of it; two bodies; or words too general to
    tell."""
    left, right = body(one), body(other)
    if not left.words or not right.words:
        return "unknown"
    if left.key == right.key or left.acronyms & right.acronyms:
        return "agree"
    generic = words("bodies", "generic")
    first, second = set(left.words) - generic, set(right.words) - generic
    if first and second and (first <= second or second <= first):
        # "Finance Ministry" and "Velmoran Finance Ministry" agree; those of two countries do not.
        return "agree"
    if not first or not second:
        return (
            "agree"
            if set(left.words) <= set(right.words) or set(right.words) <= set(left.words)
            else "unknown"
        )
    # A country, a party or a place alone goes together with any body.
    return "unknown" if (len(left.words) == 1) != (len(right.words) == 1) else "differ"


def _bodies(known: Known) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in (known.affiliation, known.principal) if name))
