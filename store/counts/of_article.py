"""What an article gives to the counts: its claims that stand, by speaker, stance, kind, saying and label."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, select

from store.counts.of_claim import WORDS, Standing
from store.tables import ArticleCountRow, ClaimRow, PropositionClaimRow, PropositionRow
from store.tables.columns import col

Counts = dict[str, dict[str, int]]


class Given(NamedTuple):
    """What one article gives: its outlet, its day, and the number of its claims by word and value."""

    outlet_id: str | None
    published_key: str
    counts: Counts


def given(claims: Iterable[Standing]) -> dict[str, Given]:
    """What articles give now, those without claims left out; by id."""
    found: dict[str, Given] = {}
    for claim in claims:
        place = Given(claim.outlet_id, claim.published_key, {"speaker": {}})
        counts = found.setdefault(claim.article_id, place).counts
        values = [(word, getattr(claim, word)) for word in WORDS]
        values += [("label", label) for label in claim.labels]
        if claim.speaker_id:
            values.append(("speaker", claim.speaker_id))
        for word, value in values:
            of_word = counts.setdefault(word, {})
            of_word[value] = of_word.get(value, 0) + 1
    return found


def labels() -> Select[Any]:
    """Each article's claims by the label of the proposition in which they stand."""
    article: Any = col(ClaimRow.article_id)
    label: Any = col(PropositionRow.label)
    proposition = col(PropositionRow.id) == col(PropositionClaimRow.proposition_id)
    return (
        select(article, label, func.count())
        .select_from(ClaimRow)
        .join(PropositionClaimRow, col(PropositionClaimRow.claim_id) == col(ClaimRow.id))
        .join(PropositionRow, proposition)
        .where(col(ClaimRow.vanished).is_(False))
        .group_by(article, label)
    )


def stored(connection: Connection, articles: Sequence[str]) -> dict[str, Given]:
    """What they gave when they were counted last; by id."""
    row: Any = ArticleCountRow
    query = select(row.article_id, row.outlet_id, row.published_key, row.counts)
    rows = connection.execute(query.where(row.article_id.in_(articles)))
    return {id: Given(*values) for id, *values in rows}
