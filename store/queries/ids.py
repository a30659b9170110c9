"""Ids by their beginnings, as people write them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, literal_column, select

from claims.errors import SeveralError, UsageError


def ids_with_prefix(connection: Connection, column: Any, prefix: str, limit: int = 6) -> list[str]:
    """Ids that begin with the prefix, at most the limit."""
    start = prefix.strip().lower()
    if not start or any(c not in "0123456789abcdef" for c in start):
        return []
    query = (
        select(column).where(column >= start, column < start + "g").order_by(column).limit(limit)
    )
    return [str(id) for id in connection.execute(query).scalars()]


def one_id(connection: Connection, column: Any, prefix: str, named: str) -> str:
    """The one id with the prefix; raises UsageError on none and, with a list, SeveralError on
    several."""
    ids = ids_with_prefix(connection, column, prefix)
    if not ids:
        raise UsageError(f"no {named} {prefix}; ids are listed by `onrecord list`")
    if len(ids) > 1:
        listed = ", ".join(ids[:5]) + (" …" if len(ids) > 5 else "")
        raise SeveralError(
            f"{prefix} is the beginning of several {named}s: {listed}; write more of the id"
        )
    return ids[0]


_HEX_DIGITS = 15
"""Of an id: 60 bits, by which no two of a store's outlets or speakers are the same."""


def number_of(id: str) -> int:
    """The number that stands for an outlet or a speaker; `beginning_of` it begins the id."""
    return int(id[:_HEX_DIGITS], 16)


def beginning_of(number: int) -> str:
    """How an id begins."""
    return f"{number:0{_HEX_DIGITS}x}"


def number_in_server(table: str) -> Any:
    """The number of the id of a row of a server's table; of speakers from an index, which has it letter by letter."""
    return literal_column(f"(('x' || left({table}.id, {_HEX_DIGITS}))::bit(60))::bigint")
