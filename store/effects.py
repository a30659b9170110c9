"""The one way a judgement comes in: written, then put into effect in every table that is derived from it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from store import acts, articles, review, standing, who
from store.fold import ON_ARTICLES, ON_CLAIMS
from store.records import DecisionRecord, Move

Done = tuple[str, str, str | None]


def decide(connection: Connection, name: str, moves: Sequence[Move], note: str) -> None:
    """Writes judgements that belong together, and puts them into effect."""
    moves = standing.with_aliases(connection, moves)
    acts.write(connection, name, [standing.with_old(connection, move) for move in moves], note)
    done: list[Done] = [(move.what, move.subject, move.new) for move in moves]
    _put_into_effect(connection, done + standing.undone_by(connection, moves))


def reverse(connection: Connection, name: str, rows: Sequence[DecisionRecord], act: Sequence[DecisionRecord]) -> None:
    """Takes back rows, which are an act or its undo, and puts what stands then into effect."""
    if rows:
        acts.take_back(connection, name, list(rows))
        _put_into_effect(connection, [(decision.what, decision.subject, decision.new) for decision in act])


def _put_into_effect(connection: Connection, done: Sequence[Done]) -> None:
    review.refresh(connection, sorted({subject for what, subject, _ in done if what in ON_CLAIMS}))
    articles.refresh_articles(connection, sorted({subject for what, subject, _ in done if what in ON_ARTICLES}))
    if any(what in who.WHAT for what, *_ in done):
        who.apply(connection)
