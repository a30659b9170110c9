"""Lists of feeds by name; asking them is another room's."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from claims.errors import UsageError
from store.database.times import time_text
from store.records import WatchRecord
from store.tables import WatchRow, now
from store.tables.columns import col, table_of


def watched(connection: Connection, name: str | None = None) -> list[WatchRecord]:
    """The feeds of a list, or of all, by list and in the order in which they came."""
    table = table_of(WatchRow)
    query = select(table).order_by(table.c.name, table.c.added, table.c.address)
    if name is not None:
        query = query.where(table.c.name == name)
    return [
        WatchRecord(row["name"], row["address"], time_text(row["added"]) or "")
        for row in connection.execute(query).mappings()
    ]


def watch(connection: Connection, name: str, addresses: Sequence[str]) -> int:
    """Puts feeds on a list, which is made with the first; how many are new on it."""
    there = {record.address for record in watched(connection, name)}
    new = [address for address in dict.fromkeys(addresses) if address not in there]
    if new:
        rows = [{"name": name, "address": address, "added": now()} for address in new]
        connection.execute(insert(WatchRow), rows)
    return len(new)


def unwatch(connection: Connection, name: str, addresses: Sequence[str] = ()) -> int:
    """Takes feeds off a list, or all of them; how many there were. Raises UsageError where there is no
    such list, or a feed is not on it."""
    there = {record.address for record in watched(connection, name)}
    if not there:
        raise UsageError(f"no list {name!r} is watched; `onrecord watch` names them")
    missing = next((address for address in addresses if address not in there), None)
    if missing is not None:
        raise UsageError(f"not on the list {name!r}; `onrecord watch {name}` names its feeds")
    query = delete(WatchRow).where(col(WatchRow.name) == name)
    if addresses:
        query = query.where(col(WatchRow.address).in_(list(addresses)))
    connection.execute(query)
    return len(addresses) or len(there)
