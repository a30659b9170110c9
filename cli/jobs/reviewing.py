"""What `review`, `history`, `quality` and `redetect` share: subjects, the next claim, and rows of
results."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from claims.errors import UsageError
from cli.rows.claims import claim_row
from store.records import ArticleRecord, ClaimRecord, Filters

if TYPE_CHECKING:
    from cli.jobs.quality import Quality, Rate
    from cli.jobs.redetect import Change
    from store import Store


def subject(store: Store, id: str) -> str:
    """The whole id of a claim, else of an article; raises UsageError."""
    try:
        return store.claims.get(id).id
    except UsageError as error:
        if "several" in str(error):
            raise
        try:
            return store.articles.get(id).id
        except UsageError:
            raise error from None


def article_of(store: Store, id: str) -> ArticleRecord:
    """The article of an id or doc, or the one that a claim stands in; raises UsageError."""
    try:
        return store.articles.get(id)
    except UsageError as error:
        try:
            return store.articles.get(store.claims.get(id).article_id)
        except UsageError:
            raise error from None


def next_unreviewed(
    store: Store, filters: Filters, skipped: Collection[str] = ()
) -> ClaimRecord | None:
    """The first claim that passes and nobody has looked at; None where all are reviewed."""
    wanted = replace(filters, status=("unreviewed",))
    for claim in store.claims.select(wanted, limit=len(skipped) + 1):
        if claim.id not in skipped:
            return claim
    return None


def quality_row(quality: Quality) -> dict[str, Any]:
    """One group of claims with its rates."""
    return {
        "group": quality.group,
        "value": quality.value or None,
        "reviewed": quality.reviewed,
        "unsure": quality.unsure,
        "precision": rate_row(quality.precision),
        "exact": rate_row(quality.exact),
        **{part: rate_row(rate) for part, rate in quality.parts.items()},
        "recall": rate_row(quality.recall),
    }


def rate_row(rate: Rate) -> dict[str, Any] | None:
    """A share with its interval; None where nothing was counted."""
    if rate.value is None:
        return None
    low, high = rate.interval
    shown = {"value": round(rate.value, 4), "low": round(low, 4), "high": round(high, 4)}
    return {**shown, "hits": rate.hits, "of": rate.of}


def change_row(change: Change) -> dict[str, Any]:
    """One claim that a new reading changed."""
    return {"change": change.outcome, "was": change.was or None, **claim_row(change.claim)}
