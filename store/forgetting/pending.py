"""Whether pages wait to be scrubbed of what was forgotten: noted with the forgetting itself, so that
a run that was cut off is finished by the next."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from store.tables import MetaRow
from store.tables.columns import col

_KEY = "scrub"


def waits(connection: Connection) -> bool:
    """Whether anything was forgotten whose pages are not scrubbed yet."""
    query = select(col(MetaRow.value)).where(col(MetaRow.key) == _KEY)
    return bool(connection.execute(query).scalar())


def mark(connection: Connection) -> None:
    """Notes that pages wait."""
    _set(connection, 1)


def done(connection: Connection) -> None:
    """Notes that they do no more."""
    _set(connection, 0)


def _set(connection: Connection, value: int) -> None:
    this = update(MetaRow).where(col(MetaRow.key) == _KEY).values(value=value)
    if not connection.execute(this).rowcount:
        connection.execute(insert(MetaRow), [{"key": _KEY, "value": value}])
