"""Whether one content says more than another: both taken whole; sentences are compared in
comparison.py."""

from __future__ import annotations

from collections.abc import Set

from claims.corroborate.matching.agreement import Whole
from claims.corroborate.matching.content import Content
from claims.corroborate.matching.term_weights import mass, weight


def compare_whole(x: Content, y: Content) -> Whole:
    """What the two contents have in common and what either has alone."""
    left, right = x.bag - y.bag, y.bag - x.bag
    heavier = max(mass(x.bag), mass(y.bag))
    less, more = sorted((mass(left), mass(right)))
    shorter, longer = sorted((len(x.words), len(y.words)))
    return Whole(
        covered=mass(x.bag & y.bag) / heavier if heavier else 0.0,
        unshared=(less, more),
        rarest_unshared=max(map(weight, left | right), default=0.0),
        words=_overlap(x.word_set, y.word_set),
        letters=_overlap(x.letters, y.letters),
        length=shorter / longer if longer else 0.0,
        figures=_apart(x.figures - y.figures, y.figures - x.figures),
        dates=_apart(x.dates - y.dates, y.dates - x.dates),
        names=_apart(x.names - y.bag, y.names - x.bag),
    )


def _overlap(left: Set[str], right: Set[str]) -> float:
    either = len(left | right)
    return len(left & right) / either if either else 0.0


def _apart(left: Set[str], right: Set[str]) -> tuple[bool, bool]:
    """Whether one of the two alone has something of its own, and whether both have."""
    return bool(left) != bool(right), bool(left and right)
