"""The part of weighing that needs nothing but the texts and claims it is about, so that any process may do it: keys of
each, and two claims compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from claims.corroborate.blocking import Keys
from claims.corroborate.copies.copies import Text
from claims.corroborate.matching.propositions import Statement, compare_claims
from claims.corroborate.model import ClaimPair

Couple = tuple[Statement, Statement]


class Work(Protocol):
    """Who does it; what comes out is the same whoever does."""

    def keys(self, items: Sequence[Statement] | Sequence[Text]) -> Sequence[Keys]:
        """The keys of each."""

    def compare(self, couples: Sequence[Couple]) -> Sequence[ClaimPair | None]:
        """What the two of each couple are to each other."""


class _Here:
    """Does it in this process."""

    def keys(self, items: Sequence[Statement] | Sequence[Text]) -> Sequence[Keys]:
        """The keys of each."""
        return [item.keys for item in items]

    def compare(self, couples: Sequence[Couple]) -> Sequence[ClaimPair | None]:
        """What the two of each couple are to each other."""
        return [compare_claims(*couple) for couple in couples]


HERE: Work = _Here()
