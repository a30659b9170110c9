"""Says in a verdict's reasons what people decided on its claims; weighs nothing itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claims.corroborate.model import StatedArticle, StatedClaim, Verdict
from claims.ids import name_key

SHOWN = 8
"""Characters of an id that name a claim in a reason."""


def own_up(verdicts: Iterable[Verdict], articles: Sequence[StatedArticle]) -> Iterator[Verdict]:
    """The verdicts, those that rest on a person's values with a reason that says so."""
    reviewed = {claim.id: claim for article in articles for claim in article.claims if claim.reviewed}
    left_out: dict[str, list[StatedClaim]] = defaultdict(list)
    for article in articles:
        for claim in article.left_out:
            left_out[name_key(claim.quote)].append(claim)
    words = _words(articles) if left_out else {}
    for verdict in verdicts:
        said = [_put_right(reviewed[m.claim_id]) for m in verdict.members if m.claim_id in reviewed]
        keys = dict.fromkeys(words.get(member.claim_id, "") for member in verdict.members) if left_out else {}
        said += [_left(claim) for key in keys for claim in left_out.get(key, ())]
        yield replace(verdict, reasons=(*verdict.reasons, *said)) if said else verdict


def _words(articles: Sequence[StatedArticle]) -> dict[str, str]:
    return {claim.id: name_key(claim.quote) for article in articles for claim in article.claims}


def _put_right(claim: StatedClaim) -> str:
    return f"Claim {claim.id[:SHOWN]} counts as a person left it: {claim.reviewed}."


def _left(claim: StatedClaim) -> str:
    return f"Claim {claim.id[:SHOWN]} in the same words does not count: {claim.reviewed}."
