"""What an article gives to the counts: its claims that stand, by speaker, stance, kind, saying and label."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, select

from store.speakers.bearer import EFFECTIVE_SPEAKER
from store.tables import (
    ArticleCountRow,
    ArticleRow,
    ClaimRow,
    PropositionClaimRow,
    PropositionRow,
    SpeakerRow,
)
from store.tables.columns import col

WORDS = ("stance", "kind", "saying")
"""Filter words whose values are columns of a claim."""
Counts = dict[str, dict[str, int]]


class Given(NamedTuple):
    """What one article gives: its outlet, its day, and the number of its claims by word and value."""

    outlet_id: str | None
    published_key: str
    counts: Counts


def given(connection: Connection, articles: Sequence[str]) -> dict[str, Given]:
    """What articles give now, those without claims left out; by id."""
    found: dict[str, Given] = {}
    query = (
        select(
            col(ArticleRow.id), col(ArticleRow.outlet_id), col(ArticleRow.published_key),
            col(SpeakerRow.canonical_id).label("speaker"),
            *(col(getattr(ClaimRow, word)) for word in WORDS),
        )
        .select_from(ClaimRow)
        .join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
        .join(SpeakerRow, col(SpeakerRow.id) == EFFECTIVE_SPEAKER, isouter=True)
        .where(col(ClaimRow.article_id).in_(articles), col(ClaimRow.vanished).is_(False))
    )  # fmt: skip
    for id, outlet, day, speaker, *values in connection.execute(query):
        counts = found.setdefault(id, Given(outlet, day, {"speaker": {}})).counts
        if speaker:
            counts["speaker"][speaker] = counts["speaker"].get(speaker, 0) + 1
        for word, value in zip(WORDS, values, strict=True):
            of_word = counts.setdefault(word, {})
            of_word[value] = of_word.get(value, 0) + 1
    for id, label, n in connection.execute(labels().where(col(ClaimRow.article_id).in_(articles))):
        if id in found:  # whose article is there
            found[id].counts.setdefault("label", {})[label] = n
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
