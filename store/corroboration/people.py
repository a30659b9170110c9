"""What people decided, as weighing takes it: on pairs of claims, on speakers, on articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from claims.corroborate.decisions import PeopleDecisions, decisions_in_force
from store.decisions import log
from store.decisions.undo_stack import in_force_on
from store.records import DecisionRecord
from store.records.kinds import PAIRS
from store.tables import ArticleReviewRow, ArticleRow, DecisionRow, SpeakerPairRow, SpeakerRow
from store.tables.columns import col
from store.tables.plain import aliased

_A: Any = aliased(SpeakerRow)
_B: Any = aliased(SpeakerRow)
Names = dict[frozenset[str], str]
_ARTICLE_PARTS = {"outlet": "outlet", "wire": "agency"}


def decisions(connection: Connection) -> PeopleDecisions:
    """What people decided about propositions, origins and speakers, and did not take back."""
    pairs = log.in_force(connection, *PAIRS)
    one, two = _speakers(connection)
    of_claims = decisions_in_force(
        (row.kind, row.subject, row.after or "", whose(row)) for row in pairs
    )
    return replace(of_claims, one_speaker=one, two_speakers=two)


def whose(decision: DecisionRecord) -> str:
    """Who decided it and when, as a reason says it."""
    return f"by {decision.reviewer or 'a person'} on {decision.at[:10]}"


def put_right(connection: Connection, articles: Sequence[str]) -> dict[str, str]:
    """By article the sentence that says what people put right on it, of those where they did."""
    query = select(col(ArticleReviewRow.article_id), col(ArticleReviewRow.machine)).where(
        col(ArticleReviewRow.article_id).in_(articles)
    )
    replaced = {row.article_id: row.machine for row in connection.execute(query) if row.machine}
    if not replaced:
        return {}
    named = select(col(ArticleRow.id), col(ArticleRow.doc)).where(col(ArticleRow.id).in_(replaced))
    docs = {row.id: row.doc for row in connection.execute(named)}
    decided = in_force_on(connection, list(replaced))
    said: dict[str, str] = {}
    for id, doc in docs.items():
        last = {d.kind: d for d in decided.get(id, ()) if d.kind in _ARTICLE_PARTS}
        said[id] = " ".join(
            f"The {_ARTICLE_PARTS[kind]} of {doc} is as a person put it right: decided {whose(d)}."
            for kind, d in sorted(last.items())
        )
    return said


def _speakers(connection: Connection) -> tuple[Names, Names]:
    """Pairs of names that people joined, and that they parted."""
    query = (
        select(
            _A.name,
            _B.name,
            col(SpeakerPairRow.one),
            col(DecisionRow.reviewer),
            col(DecisionRow.at),
        )
        .select_from(SpeakerPairRow)
        .join(_A, _A.id == col(SpeakerPairRow.a))
        .join(_B, _B.id == col(SpeakerPairRow.b))
        .join(DecisionRow, col(DecisionRow.id) == col(SpeakerPairRow.decision))
    )
    one: Names = {}
    two: Names = {}
    for a, b, joined, reviewer, at in connection.execute(query):
        (one if joined else two)[frozenset((a, b))] = f"by {reviewer} on {at.date().isoformat()}"
    return one, two
