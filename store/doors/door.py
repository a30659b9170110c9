"""How a door is made: a function that takes a connection becomes a method that opens one.

A method keeps its function's words, parameters and types; it adds the transaction, and at the end of one that
writes brings the counts up to date.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine

from store.database.again import in_transaction
from store.database.session import reading

P = ParamSpec("P")
T = TypeVar("T")
Asked = Callable[Concatenate[Connection, P], T]


class Door:
    """One subject of an open store; every method raises StoreError where the database fails."""

    def __init__(self, engine: Engine, location: str) -> None:
        self._engine, self._location = engine, location


Begun = Callable[[Engine, str], AbstractContextManager[Connection]]


def reads(query: Asked[P, T], begun: Begun = reading) -> Callable[Concatenate[Door, P], T]:
    """A method that answers from one connection; the answer must be whole, not a stream. begun: opens it."""

    @wraps(query)
    def method(self: Door, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with begun(self._engine, self._location) as connection:
            return query(connection, *args, **kwargs)

    return _with_signature(method, query)


def streams(query: Asked[P, Iterator[T]]) -> Callable[Concatenate[Door, P], Iterator[T]]:
    """A method that streams from one snapshot, which stands open until the end of the stream."""

    @wraps(query)
    def method(self: Door, /, *args: P.args, **kwargs: P.kwargs) -> Iterator[T]:
        with reading(self._engine, self._location) as connection:
            yield from query(connection, *args, **kwargs)

    return _with_signature(method, query)


def writes(change: Asked[P, T]) -> Callable[Concatenate[Door, P], T]:
    """A method that writes in one transaction, all of it or nothing; begun anew where a server broke it off."""

    @wraps(change)
    def method(self: Door, /, *args: P.args, **kwargs: P.kwargs) -> T:
        from store.counts.keep import settle

        def counted(connection: Connection) -> T:
            result = change(connection, *args, **kwargs)
            settle(connection)
            return result

        return in_transaction(self._engine, self._location, counted)

    return _with_signature(method, change)


def _with_signature(
    method: Callable[Concatenate[Door, P], T], asked: Asked[P, T]
) -> Callable[Concatenate[Door, P], T]:
    """The method as help() shows it: with self where the function takes a connection."""
    connection, *others = inspect.signature(asked).parameters.values()
    itself = connection.replace(name="self", annotation=inspect.Parameter.empty)
    shown = inspect.signature(asked).replace(parameters=[itself, *others])
    vars(method)["__signature__"] = shown
    return method
