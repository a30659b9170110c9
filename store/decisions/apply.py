"""The one way a judgement comes in: written, then put into effect in every table that is derived
from it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from store.decisions import context, on_articles, on_claims, on_speakers, undo
from store.decisions.outcome import ON_ARTICLES, ON_CLAIMS
from store.records import DecisionRecord, Move

Done = tuple[str, str, str | None]


def decide(connection: Connection, name: str, moves: Sequence[Move], note: str) -> None:
    """Writes judgements that belong together, and puts them into effect."""
    moves = context.with_aliases(connection, moves)
    undo.write(connection, name, [context.with_old(connection, move) for move in moves], note)
    done: list[Done] = [(move.kind, move.subject, move.after) for move in moves]
    _put_into_effect(connection, done + context.undone_by(connection, moves))


def reverse(
    connection: Connection, name: str, rows: Sequence[DecisionRecord], act: Sequence[DecisionRecord]
) -> None:
    """Takes back rows, which are an act or its undo, and puts what stands then into effect."""
    if rows:
        undo.take_back(connection, name, list(rows))
        _put_into_effect(
            connection, [(decision.kind, decision.subject, decision.after) for decision in act]
        )


def _put_into_effect(connection: Connection, done: Sequence[Done]) -> None:
    on_claims.refresh(
        connection, sorted({subject for what, subject, _ in done if what in ON_CLAIMS})
    )
    on_articles.refresh_articles(
        connection, sorted({subject for what, subject, _ in done if what in ON_ARTICLES})
    )
    if any(what in on_speakers.WHAT for what, *_ in done):
        on_speakers.apply(connection)
