"""The user's own error rate: precision from reviewed claims, recall from articles read wholly, each
with an interval.

Intervals are Wilson's (E. B. Wilson, Probable Inference, the Law of Succession, and Statistical
Inference, Journal of the American Statistical Association 22, 1927, 209-212; recommended by L. D.
Brown, T. T. Cai and A. DasGupta, Statistical Science 16, 2001, 101-133). They hold where the
reviewed claims were not picked for being right or wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from store.records import QualityCount

NORMAL_QUANTILE = 1.959963984540054
"""Two-sided 95 %."""
PARTS = ("speaker", "spans", "stance", "chain")
GROUPS = ("kind", "outlet", "model")


@dataclass(frozen=True)
class Rate:
    """So many of so many, with the interval of 95 %; value is None where nothing was counted."""

    hits: int
    of: int

    @property
    def value(self) -> float | None:
        """The share."""
        return self.hits / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's score interval; everything is possible where nothing was counted."""
        return wilson(self.hits, self.of)


@dataclass(frozen=True)
class Quality:
    """What review says of a group of claims."""

    group: str
    value: str
    reviewed: int
    unsure: int
    precision: Rate
    """Claims that are claims at all, corrected ones included."""
    exact: Rate
    """Claims with nothing to put right."""
    parts: dict[str, Rate]
    """How often each part of a real claim was right."""
    recall: Rate
    """Of the claims of articles read wholly, those that the machine found."""


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The score interval of a share, 95 %."""
    if not of:
        return 0.0, 1.0
    z = NORMAL_QUANTILE
    share, square = hits / of, z * z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = z / (1 + square / of) * sqrt(share * (1 - share) / of + square / (4 * of * of))
    return max(0.0, middle - half), min(1.0, middle + half)


def qualities(counts: Sequence[QualityCount]) -> list[Quality]:
    """The whole, then by kind, outlet and model version."""
    groups = [_quality("all", "", counts)]
    for group in GROUPS:
        names = sorted({_name(row, group) for row in counts})
        groups += [
            _quality(group, name, [row for row in counts if _name(row, group) == name])
            for name in names
        ]
    return groups


def _name(row: QualityCount, group: str) -> str:
    named = {
        "kind": row.kind,
        "outlet": row.outlet,
        "model": "a person" if row.missed else row.detector,
    }[group]
    return named or ("came with the article" if group == "model" else "(unknown)")


def _quality(group: str, value: str, rows: Iterable[QualityCount]) -> Quality:
    listed = list(rows)
    judged = [r for r in listed if not r.missed and r.status in ("correct", "corrected", "wrong")]
    real = [r for r in judged if r.status != "wrong"]
    whole = [r for r in listed if r.read and r.status not in ("wrong", "unsure")]
    parts = {part: Rate(_sum(r for r in real if part not in r.wrong), _sum(real)) for part in PARTS}
    return Quality(
        group=group,
        value=value,
        reviewed=_sum(judged),
        unsure=_sum(r for r in listed if r.status == "unsure"),
        precision=Rate(_sum(real), _sum(judged)),
        exact=Rate(_sum(r for r in judged if r.status == "correct"), _sum(judged)),
        parts=parts,
        recall=Rate(_sum(r for r in whole if not r.missed), _sum(whole)),
    )


def _sum(rows: Iterable[QualityCount]) -> int:
    return sum(row.count for row in rows)
