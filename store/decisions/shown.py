"""Decisions as they are handed out: the log's own functions, without names and notes of private
ones unless the store was opened to show them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Concatenate, ParamSpec

from sqlalchemy import Connection

from store.decisions import apply, context, log
from store.decisions.private import as_shown
from store.records import DecisionRecord

P = ParamSpec("P")
Query = Callable[Concatenate[Connection, P], list[DecisionRecord]]


def _shown(query: Query[P]) -> Query[P]:
    @wraps(query)
    def answer(
        connection: Connection, /, *args: P.args, **kwargs: P.kwargs
    ) -> list[DecisionRecord]:
        return as_shown(connection, query(connection, *args, **kwargs))

    return answer


select = _shown(log.list_decisions)
in_force = _shown(log.in_force)
latest = _shown(context.latest)
undo = _shown(apply.undo)
redo = _shown(apply.redo)
take_back = _shown(apply.take_back)


def history(connection: Connection, subjects: Sequence[str]) -> list[tuple[DecisionRecord, bool]]:
    """Judgements on the subjects, oldest first, each with whether it stands."""
    decisions = context.history(connection, subjects)
    records = as_shown(connection, [decision for decision, _ in decisions])
    return list(zip(records, [stands for _, stands in decisions], strict=True))
