"""Counts of what people found right, wrong and missing; rates and intervals are
cli/jobs/quality.py's."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection, select

from store.queries.filters import conditions
from store.records import Filters, QualityCount
from store.tables import ArticleReviewRow, ArticleRow, ClaimRow, OutletRow, ReviewRow
from store.tables.columns import col


def counts(connection: Connection, filters: Filters) -> list[QualityCount]:
    """Reviewed claims and those of fully read articles, counted by kind, outlet and model version;
    raises UsageError on a value that a filter cannot have."""
    query = (
        select(
            col(ClaimRow.kind), col(ClaimRow.detector), col(OutletRow.name).label("outlet"),
            col(ArticleReviewRow.read_by),
            col(ReviewRow.status), col(ReviewRow.added), col(ReviewRow.machine), col(ReviewRow.found),
        )
        .select_from(ArticleRow)
        .join(ClaimRow, col(ClaimRow.article_id) == col(ArticleRow.id))
        .join(OutletRow, col(OutletRow.id) == col(ArticleRow.outlet_id), isouter=True)
        .join(ArticleReviewRow, col(ArticleReviewRow.article_id) == col(ArticleRow.id), isouter=True)
        .join(ReviewRow, col(ReviewRow.claim_id) == col(ClaimRow.id), isouter=True)
        .where(*conditions(filters, connection.dialect.name))
        .where(col(ReviewRow.claim_id).is_not(None) | col(ArticleReviewRow.read_by).is_not(None))
    )  # fmt: skip
    counted: Counter[tuple[object, ...]] = Counter()
    for row in connection.execute(query).mappings():
        machine = row["machine"] or {}
        wrong = tuple(sorted(part for part, columns in PARTS.items() if columns & set(machine)))
        # A claim that the run lost and a person holds to is one the machine misses now.
        missed = bool(row["added"]) or row["found"] is False
        key = (machine.get("kind") or row["kind"], row["detector"], row["outlet"], row["read_by"] is not None,
               row["status"] or "unreviewed", missed, wrong)  # fmt: skip
        counted[key] += 1
    return [QualityCount(*key, n) for key, n in counted.items()]  # type: ignore[arg-type,call-arg]


PARTS = {
    "speaker": {"speaker_id", "speaker_kind"},
    "spans": {"cue", "source", "content"},
    "stance": {"stance", "polarity"},
    "chain": {"chain"},
}
"""Which columns make each part of a claim that can be right or wrong."""
