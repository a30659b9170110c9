"""Who unnamed sources are, where a person asked to hand it on: beside the article's words, and
counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from cli import diagnostics
from store.records import ClaimRecord


class PrivateNames:
    """Those that one command lets out, none unless asked."""

    def __init__(self, *, asked: bool) -> None:
        self.asked, self.count = asked, 0

    def counted(self, claims: Iterable[ClaimRecord]) -> Iterator[ClaimRecord]:
        """The claims, their private names counted."""
        for claim in claims:
            self.count += claim.private_speaker is not None
            yield claim

    def row(self, claim: ClaimRecord) -> dict[str, Any]:
        """A claim's row, with its private name where that was asked for."""
        from cli.rows.claims import claim_row
        from cli.rows.lists import PRIVATE

        beside = {PRIVATE: claim.private_speaker} if self.asked else {}
        return claim_row(claim) | beside

    def say(self) -> None:
        """How many were let out, where that was asked for."""
        if self.asked:
            number = "1 private name" if self.count == 1 else f"{self.count:,} private names"
            diagnostics.note(f"{number} of unnamed sources let out (--with-private)")
