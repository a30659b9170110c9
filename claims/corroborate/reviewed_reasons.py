"""Says in a verdict's reasons what people decided on its claims; weighs nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.corroborate.model import StatedArticle, StatedClaim, Verdict
from claims.folding import name_key

SHOWN_ID_CHARACTERS = 8
"""Of an id that names a claim in a reason."""


def own_up(verdict: Verdict, group: Sequence[tuple[StatedArticle, StatedClaim]]) -> Verdict:
    """The verdict on a group of claims, with a reason for each that rests on a person's values."""
    reasons = [_put_right(claim) for _, claim in group if claim.reviewed]
    quotes = {name_key(claim.quote) for _, claim in group}
    articles = {article.id: article for article, _ in group}
    reasons += [
        _left_out(claim)
        for article in articles.values()
        for claim in article.left_out
        if name_key(claim.quote) in quotes
    ]
    return replace(verdict, reasons=(*verdict.reasons, *reasons)) if reasons else verdict


def _put_right(claim: StatedClaim) -> str:
    return f"Claim {_short_id(claim)} counts as a person left it: {claim.reviewed}."


def _left_out(claim: StatedClaim) -> str:
    return f"Claim {_short_id(claim)} in the same words does not count: {claim.reviewed}."


def _short_id(claim: StatedClaim) -> str:
    return claim.id[:SHOWN_ID_CHARACTERS]
