"""The one way a judgement comes in: written, then put into effect in every table that is derived
from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from claims.errors import UsageError
from store.decisions import (
    context,
    log,
    missed_claims,
    on_articles,
    on_claims,
    on_speakers,
    undo_stack,
)
from store.decisions.before import with_before
from store.records import DecisionRecord, Move
from store.records.kinds import DECISIONS, kind_of

Act = list[DecisionRecord]
Done = tuple[str, str, str | None]


def decide(connection: Connection, reviewer: str, moves: Sequence[Move], note: str = "") -> None:
    """Writes decisions that belong together, one act, and puts them into effect; raises UsageError
    on a kind that there is none of."""
    for move in moves:
        if move.kind not in DECISIONS:
            raise UsageError(f"decision: {move.kind!r} is none of {', '.join(DECISIONS)}")
    moves = context.with_aliases(connection, moves)
    undo_stack.write(connection, reviewer, [with_before(connection, move) for move in moves], note)
    done: list[Done] = [(move.kind, move.subject, move.after) for move in moves]
    _put_into_effect(connection, done + context.undone_by(connection, moves))


def add_claim(
    connection: Connection, reviewer: str, claim: Mapping[str, object], note: str = ""
) -> str:
    """Enters a claim that the machine missed and gives its id; raises UsageError on spans outside
    the article."""
    id = missed_claims.enter_claim(connection, claim)
    moves = [Move("add", id, missed_claims.as_text(claim))]
    speaker = claim.get("speaker")
    if isinstance(speaker, str) and speaker:
        moves.append(Move("speaker", id, speaker))
    undo_stack.write(connection, reviewer, moves, note)
    on_claims.refresh(connection, [id])
    return id


def undo(connection: Connection, reviewer: str) -> Act:
    """Takes back the reviewer's latest act of review, in this session or an earlier one; empty
    where there is none."""
    act = undo_stack.to_undo(connection, reviewer)
    _reverse(connection, reviewer, act, act)
    return act


def redo(connection: Connection, reviewer: str) -> Act:
    """Brings back what was taken back last; empty where something was decided since."""
    act, undone = undo_stack.to_redo(connection, reviewer)
    _reverse(connection, reviewer, undone, act)
    return act


def take_back(connection: Connection, reviewer: str, id: int | None = None, note: str = "") -> Act:
    """Takes back a decision, or the last one in force whoever made it, with all of its act; raises
    UsageError.

    What was decided together stands or falls together: other words of a claim without the kind
    that follows from them, or an alias without the speaker it was learned from, is nothing that
    anybody decided.
    """
    standing = log.in_force(connection)
    meant = [decision for decision in standing if id is None or decision.id == id]
    if not meant:
        raise UsageError(
            "no decision is in force; there is nothing to undo"
            if id is None
            else f"decision {id} is not in force; see `onrecord undo --list`"
        )
    together = undo_stack.decided_with(connection, meant[-1])
    act = [decision for decision in standing if decision.id in together]
    decide(connection, reviewer, [Move(log.UNDO, str(d.id), None) for d in act], note)
    return act


def _reverse(
    connection: Connection,
    reviewer: str,
    rows: Sequence[DecisionRecord],
    act: Sequence[DecisionRecord],
) -> None:
    """Takes back rows, which are an act or its undo, and puts what stands then into effect."""
    if rows:
        undo_stack.take_back(connection, reviewer, list(rows))
        _put_into_effect(
            connection, [(decision.kind, decision.subject, decision.after) for decision in act]
        )


def _put_into_effect(connection: Connection, done: Sequence[Done]) -> None:
    subjects: dict[str, set[str]] = defaultdict(set)
    for name, subject, _ in done:
        subjects[kind_of(name).subject].add(subject)
    on_claims.refresh(connection, sorted(subjects["claim"]))
    on_articles.refresh_articles(connection, sorted(subjects["article"]))
    if subjects["speaker"]:
        on_speakers.apply(connection)
