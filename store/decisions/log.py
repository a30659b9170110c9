"""People's judgements and the record of runs; decisions are only ever appended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Literal
from uuid import uuid4

from sqlalchemy import Connection, RowMapping, insert, select, update
from sqlmodel import col

from claims.model import Versions
from store.database.times import time_text
from store.records import DecisionRecord, RunRecord
from store.tables import DecisionRow, RunRow, now
from store.tables.columns import table_of


def list_decisions(connection: Connection, subject: str | None = None) -> list[DecisionRecord]:
    """Judgements, oldest first, on one subject or on all."""
    query = select(table_of(DecisionRow)).order_by(col(DecisionRow.id))
    if subject is not None:
        query = query.where(col(DecisionRow.subject) == subject)
    return [record(row) for row in connection.execute(query).mappings()]


def record(row: RowMapping) -> DecisionRecord:
    """A decision of its row."""
    values = {name: row[name] for name in row if name != "digest"}
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
        if str(d.id) not in undone and d.kind != UNDO and (not kinds or d.kind in kinds)
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
            }
        ],
    )
    return id


def finish_run(
    connection: Connection, id: str, counts: Mapping[str, int], failures: Iterable[object] = ()
) -> None:
    """Records how a command ended."""
    connection.execute(
        update(RunRow)
        .where(col(RunRow.id) == id)
        .values(
            finished=now(), counts=dict(counts), failures=[str(failure) for failure in failures]
        )
    )


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
        )
        for row in rows
    ]
