"""What weighing a few articles at a time needs from whoever keeps them: the store, and cli.jobs
connects the two."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from claims.corroborate.blocking import KeyIndex
from claims.corroborate.decisions import PeopleDecisions
from claims.corroborate.model import (
    ClaimPair,
    Conflict,
    CopyLink,
    CopyPair,
    StatedArticle,
    StatedClaim,
    Verdict,
)

Kept = TypeVar("Kept", CopyPair, ClaimPair)


class Pairs(Protocol[Kept]):
    """Kept pairs of articles or of claims, looked up by the number of either end."""

    def of(self, numbers: Collection[int]) -> Iterable[Kept]:
        """Every pair with an end among these, once."""

    def replace(self, gone: Collection[int], dropped: Iterable[Kept], new: Iterable[Kept]) -> None:
        """Forgets every pair with an end among the gone and the dropped ones, then keeps the new
        ones."""


class Shelf(Protocol):
    """Articles and claims as they are now, and what weighing left about them, inside one
    transaction."""

    @property
    def article_keys(self) -> KeyIndex:
        """Fingerprints of texts."""

    @property
    def claim_keys(self) -> KeyIndex:
        """Keys of claims."""

    @property
    def article_pairs(self) -> Pairs[CopyPair]:
        """Articles of one text."""

    @property
    def claim_pairs(self) -> Pairs[ClaimPair]:
        """Claims that say the same or contradict each other."""

    def decisions(self) -> PeopleDecisions:
        """What people decided about propositions and origins, and did not take back."""

    def take(self, limit: int) -> Sequence[str]:
        """Ids of articles that changed since they were weighed, at most the limit; they wait no
        more."""

    def articles(self, ids: Collection[str]) -> Mapping[str, StatedArticle]:
        """Those of the articles that are current, without their claims."""

    def claims_of(self, ids: Collection[str]) -> Sequence[StatedClaim]:
        """The claims of current articles that still stand in them."""

    def claims(self, ids: Collection[str]) -> Mapping[str, StatedClaim]:
        """Claims by id."""

    def enter(self, articles: Mapping[int, str], claims: Mapping[int, tuple[str, str]]) -> None:
        """Notes which ids numbers stand for: of an article, and of a claim with its article."""

    def entered(self, articles: Collection[str]) -> Mapping[int, str]:
        """Numbers and ids of the claims entered under these articles."""

    def article_ids(self, numbers: Collection[int]) -> Mapping[int, str]:
        """Ids of entered articles."""

    def claim_ids(self, numbers: Collection[int]) -> Mapping[int, str]:
        """Ids of entered claims."""

    def roots(self, articles: Collection[str]) -> Mapping[str, str]:
        """The earliest article of the same text, for those that are copies."""

    def save_copies(self, articles: Collection[str], links: Iterable[CopyLink]) -> None:
        """Forgets of which articles these are copies, then keeps the links."""

    def propositions_of(self, claims: Collection[str]) -> Mapping[str, str]:
        """The proposition in which each claim stands."""

    def opponents(self, claims: Collection[str]) -> Sequence[str]:
        """Claims of the propositions that contradict those in which these claims stand."""

    def save_verdicts(
        self, claims: Collection[str], verdicts: Sequence[Verdict], conflicts: Iterable[Conflict]
    ) -> None:
        """Forgets the propositions of these claims, then keeps the verdicts with their
        conflicts."""
