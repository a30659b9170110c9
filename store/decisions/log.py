"""People's judgements and the record of runs; decisions are only ever appended."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, fields
from typing import Literal
from uuid import uuid4

from sqlalchemy import Connection, RowMapping, insert, select, update

from claims.model import Versions
from store.database.times import time_text
from store.records import DecisionRecord, RunRecord
from store.records.kinds import FORGET, FORGOTTEN
from store.tables import DecisionRow, RunRow, now
from store.tables.columns import col, table_of


def list_decisions(connection: Connection, subject: str | None = None) -> list[DecisionRecord]:
    """Judgements, oldest first, on one subject or on all; what was forgotten is none."""
    query = select(table_of(DecisionRow)).where(col(DecisionRow.kind) != FORGOTTEN)
    query = query.order_by(col(DecisionRow.id))
    if subject is not None:
        query = query.where(col(DecisionRow.subject) == subject)
    return [record(row) for row in connection.execute(query).mappings()]


def record(row: RowMapping) -> DecisionRecord:
    """A decision of its row."""
    values = {field.name: row[field.name] for field in fields(DecisionRecord) if field.name in row}
    return DecisionRecord(**(values | {"at": time_text(row["at"]) or ""}))


UNDO: Literal["undo"] = "undo"
"""A decision that takes back another one, whose id is its subject."""


def in_force(connection: Connection, *kinds: str) -> list[DecisionRecord]:
    """Judgements that no later one takes back, oldest first, of the kinds named or of all; an undo
    can be undone."""
    every = list_decisions(connection)
    undone: set[str] = set()
    for decision in reversed(every):
        if decision.kind == UNDO and str(decision.id) not in undone:
            undone.add(decision.subject)
    return [
        d
        for d in every
        if str(d.id) not in undone
        and d.kind not in (UNDO, FORGET)
        and (not kinds or d.kind in kinds)
    ]


def start_run(
    connection: Connection, versions: Versions | Mapping[str, str] | None, command: str
) -> str:
    """Records that a command begins and gives the run's id."""
    named = asdict(versions) if isinstance(versions, Versions) else dict(versions or {})
    id = uuid4().hex
    connection.execute(
        insert(RunRow),
        [
            {
                "id": id,
                "command": command,
                "started": now(),
                "finished": None,
                "versions": named,
                "counts": {},
                "failures": [],
                "unread": [],
            }
        ],
    )
    return id


def finish_run(
    connection: Connection,
    id: str,
    counts: Mapping[str, int],
    failures: Iterable[object] = (),
    unread: Iterable[Mapping[str, str]] = (),
) -> None:
    """Records how a command ended, and which files it could not read, each with its "named" and its
    "at"."""
    connection.execute(
        update(RunRow)
        .where(col(RunRow.id) == id)
        .values(
            finished=now(),
            counts=dict(counts),
            failures=[str(failure) for failure in failures],
            unread=[dict(file) for file in unread],
        )
    )


def read_again(connection: Connection, places: Collection[str]) -> None:
    """Takes the files at these places from what earlier runs could not read: they are read again."""
    rows = connection.execute(select(col(RunRow.id), col(RunRow.unread))).all()
    for id, unread in rows:
        left = [file for file in unread if file["at"] not in places]
        if len(left) < len(unread):
            connection.execute(update(RunRow).where(col(RunRow.id) == id).values(unread=left))


def list_runs(connection: Connection) -> list[RunRecord]:
    """Runs, newest first; one that was cut off has no end."""
    rows = connection.execute(
        select(table_of(RunRow)).order_by(col(RunRow.started).desc(), col(RunRow.id))
    ).mappings()
    return [
        RunRecord(
            id=row["id"],
            command=row["command"],
            started=time_text(row["started"]) or "",
            finished=time_text(row["finished"]),
            versions=row["versions"],
            counts=row["counts"],
            failures=tuple(row["failures"]),
            unread=tuple(row["unread"]),
        )
        for row in rows
    ]
