"""Changes that a server broke off through no fault of their own, and which are begun anew; one transaction
by itself stands in session.py."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, OperationalError

from claims.errors import StoreError
from store.database.session import writing

T = TypeVar("T")

WAITS_S = (0.02, 0.1, 0.5, 1.0, 2.0, 4.0)
"""Seconds before each new beginning: in all, what a server takes to be there again."""
_LOST_THE_RACE = {"40001", "40P01"}
"""SQLSTATE of what may be tried for as long as others get on: it fits in no order, or each waits for the other."""
_SOMEBODY_WAS_FASTER = "23505"
"""The row is there by now; who looks again finds it."""
_AFTER_FASTER = 2
_GOES_DOWN = ("08", "57P0")
"""How the SQLSTATE of a server begins that goes down, or comes up."""


def in_transaction(engine: Engine, location: str, change: Callable[[Connection], T]) -> T:
    """What a change gives, in one transaction that writes; it is called again where a server broke it off.
    Raises StoreError."""
    for tried, wait in enumerate(WAITS_S):
        done = False
        try:
            with writing(engine, location) as connection:
                result = change(connection)
                done = True
            return result
        except StoreError as error:
            if engine.dialect.name != "postgresql" or not _passes(error, tried, done):
                raise
        time.sleep(wait)
    with writing(engine, location) as connection:
        return change(connection)


def _passes(error: StoreError, tried: int, done: bool) -> bool:
    """Whether a new beginning may end otherwise; where a connection was lost while it was told to keep a
    change, nobody knows whether the change is kept."""
    cause = error.__cause__
    if not isinstance(cause, DBAPIError):
        return False
    state = str(getattr(cause.orig, "sqlstate", None) or "")
    if state == _SOMEBODY_WAS_FASTER:
        return tried < _AFTER_FASTER
    # Who is refused before there is a session is told in no code.
    refused = isinstance(cause, OperationalError) and not state
    gone = cause.connection_invalidated or refused or state.startswith(_GOES_DOWN)
    return state in _LOST_THE_RACE or (gone and not done)
