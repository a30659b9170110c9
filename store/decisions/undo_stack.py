"""Deciding, undo and redo: what is written together is taken back together; what it amounts to
stands in on_claims.py."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from store.database.rows import chunks
from store.database.times import exact_time
from store.decisions.chain import digest_of, last_digest, new_salt
from store.decisions.log import UNDO, record
from store.queue.queue import touch_decided
from store.records import DecisionRecord, Move
from store.records.kinds import REVIEW
from store.tables import DecisionRow, now
from store.tables.columns import col, table_of

_DECISIONS = table_of(DecisionRow)
Act = list[DecisionRecord]


def write(connection: Connection, reviewer: str, moves: Sequence[Move], note: str) -> None:
    """Appends decisions as one act: they share one time."""
    at, last = now(), last_digest(connection)
    rows = []
    for m in moves:
        row = {"at": at, "reviewer": reviewer, "note": note, "salt": new_salt()} | asdict(m)
        last = digest_of(last, row)
        rows.append(row | {"digest": last})
    connection.execute(insert(DecisionRow), rows)
    for move in moves:
        touch_decided(connection, move.kind, move.subject, move.after)


def to_undo(connection: Connection, reviewer: str) -> Act:
    """The latest act of a reviewer that stands; empty where there is none."""
    done, _ = _stacks(connection, reviewer)
    return done[-1] if done else []


def to_redo(connection: Connection, reviewer: str) -> tuple[Act, Act]:
    """The act that was taken back last, and the undo to take back; empty where something was
    decided since."""
    _, undone = _stacks(connection, reviewer)
    return undone[-1] if undone else ([], [])


def decided_with(connection: Connection, decision: DecisionRecord) -> set[int]:
    """Numbers of the decisions of the same act, this one among them."""
    at = select(col(DecisionRow.at)).where(col(DecisionRow.id) == decision.id).scalar_subquery()
    same = select(col(DecisionRow.id)).where(
        col(DecisionRow.reviewer) == decision.reviewer, col(DecisionRow.at) == at
    )
    return {int(id) for id in connection.execute(same).scalars() if id is not None}


def take_back(connection: Connection, reviewer: str, act: Act) -> None:
    """Appends the undo of every row of an act."""
    write(connection, reviewer, [Move(UNDO, str(decision.id), None) for decision in act], "")


def _stacks(connection: Connection, reviewer: str) -> tuple[list[Act], list[tuple[Act, Act]]]:
    query = (
        select(_DECISIONS)
        .where(col(DecisionRow.reviewer) == reviewer, col(DecisionRow.kind).in_([*REVIEW, UNDO]))
        .order_by(col(DecisionRow.id))
    )
    acts: list[Act] = []
    times: list[Any] = []
    place: dict[str, int] = {}
    for row in connection.execute(query).mappings():
        if not times or times[-1] != row["at"]:
            times.append(row["at"])
            acts.append([])
        acts[-1].append(record(row))
        place[str(row["id"])] = len(acts) - 1
    done, undone = dict[int, None](), dict[int, int]()
    for i, act in enumerate(acts):
        target = place.get(act[0].subject) if act[0].kind == UNDO else None
        if act[0].kind != UNDO:
            done[i] = None
            undone.clear()
        elif target is not None and target in done:
            del done[target]
            undone[i] = target
        elif target is not None and target in undone:
            done[undone.pop(target)] = None
    return [acts[i] for i in done], [
        (acts[original], acts[undo]) for undo, original in undone.items()
    ]


def in_force_on(
    connection: Connection, subjects: Collection[str]
) -> dict[str, list[DecisionRecord]]:
    """Decisions on each subject that no later one takes back, oldest first; their times are
    exact."""
    decisions: list[DecisionRecord] = []
    for some in chunks(subjects):
        decisions += [
            replace(record(row), at=exact_time(row["at"]))
            for row in connection.execute(_on(some)).mappings()
        ]
    undos, level = list[DecisionRecord](), [str(decision.id) for decision in decisions]
    while level:
        taken = [
            record(row)
            for some in chunks(level)
            for row in connection.execute(_on(some).where(col(DecisionRow.kind) == UNDO)).mappings()
        ]
        undos += taken
        level = [str(decision.id) for decision in taken]
    undone: set[str] = set()
    for undo in sorted(undos, key=lambda decision: -decision.id):
        if str(undo.id) not in undone:
            undone.add(undo.subject)
    force: dict[str, list[DecisionRecord]] = defaultdict(list)
    for decision in sorted(decisions, key=lambda decision: decision.id):
        if str(decision.id) not in undone and decision.kind != UNDO:
            force[decision.subject].append(decision)
    return force


def _on(subjects: Sequence[str]) -> Select[Any]:
    return select(_DECISIONS).where(col(DecisionRow.subject).in_(subjects))
