"""Says in a verdict's reasons what people decided on its claims; weighs nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.corroborate.model import StatedArticle, StatedClaim, Verdict
from claims.folding import name_key

SHOWN = 8
"""Characters of an id that name a claim in a reason."""


def own_up(verdict: Verdict, group: Sequence[tuple[StatedArticle, StatedClaim]]) -> Verdict:
    """The verdict on a group of claims, with a reason for each that rests on a person's values."""
    said = [_put_right(claim) for _, claim in group if claim.reviewed]
    words = {name_key(claim.quote) for _, claim in group}
    articles = {article.id: article for article, _ in group}
    said += [
        _left(c)
        for article in articles.values()
        for c in article.left_out
        if name_key(c.quote) in words
    ]
    return replace(verdict, reasons=(*verdict.reasons, *said)) if said else verdict


def _put_right(claim: StatedClaim) -> str:
    return f"Claim {claim.id[:SHOWN]} counts as a person left it: {claim.reviewed}."


def _left(claim: StatedClaim) -> str:
    return f"Claim {claim.id[:SHOWN]} in the same words does not count: {claim.reviewed}."
