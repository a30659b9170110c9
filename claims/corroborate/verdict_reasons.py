"""The sentences that say why a proposition has its label; the label is found in verdict.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from claims.corroborate.matching.explain import enumerated, printed
from claims.corroborate.model import Origin, OriginPair, StatedArticle
from claims.rules.vocabulary import Label

UNNAMED = "No supporting claim names an origin."
UNSTATED = "Nobody states it: it is only asked, refused or left open"
MAX_NAMED = 3
"""Of those who ask, that a reason names."""


def reasons_of(
    label: Label,
    origins: Sequence[Origin],
    pairs: Sequence[OriginPair],
    copied: Iterable[StatedArticle],
    others: Sequence[str],
) -> tuple[str, ...]:
    """What the label rests on, the most telling first; copied are articles that others copy, others
    those who say something of the content where nobody states it."""
    described = {origin.key: origin.description for origin in origins}
    by = [f"{UNSTATED}, by {_named(others)}."] if others else []
    reasons = [
        *by,
        *_deciding(label, origins, pairs, described),
        *(f"Rests on {origin.description}." for origin in origins),
        *(
            f"{described[pair.a]} / {described[pair.b]}: {pair.relation}, because {pair.reason}."
            for pair in pairs
        ),
        *(
            f"Some of its articles are copies of {name} and add nothing."
            for name in sorted(set(map(printed, copied)))
        ),
    ]
    return tuple(reasons) or (UNNAMED,)


def _named(others: Sequence[str]) -> str:
    more = len(others) - MAX_NAMED
    return enumerated([*others[:MAX_NAMED], *([f"{more} more"] if more > 0 else [])])


def _deciding(
    label: Label,
    origins: Sequence[Origin],
    pairs: Sequence[OriginPair],
    described: Mapping[str, str],
) -> Iterator[str]:
    """Where two origins or more are spoken of: which ones, and why they are two or may be one."""
    if label in ("SINGLE", "UNSOURCED", "UNSTATED"):
        return
    relation = "different" if label == "CORROBORATED" else "undetermined"
    pair = next((pair for pair in pairs if pair.relation == relation), None)
    counted = next((origin for origin in origins if origin.count > 1), None)
    if pair is not None:
        stand = "are two origins" if relation == "different" else "may be one origin"
        yield f"{described[pair.a]} and {described[pair.b]} {stand}: {pair.reason}."
    elif counted is not None:
        yield f"{counted.description} may be one origin or {counted.count}."
