"""What is kept of addresses between two pulls."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select

from store.database.rows import chunks, insert_rows
from store.records import VisitRecord
from store.tables import VisitRow, now
from store.tables.columns import col, table_of


def visits(connection: Connection) -> dict[str, VisitRecord]:
    """Every visit, by its address."""
    rows = connection.execute(select(table_of(VisitRow))).mappings()
    return {
        row["address"]: VisitRecord(
            row["address"], row["etag"], row["modified"], row["mark"], row["held_until"]
        )
        for row in rows
    }


def keep_visits(connection: Connection, records: Sequence[VisitRecord]) -> None:
    """The visits in place of former ones of the same addresses."""
    latest = {record.address: record for record in records}
    for some in chunks(list(latest)):
        connection.execute(delete(VisitRow).where(col(VisitRow.address).in_(some)))
    at = now()
    insert_rows(
        connection,
        VisitRow,
        [
            {
                "address": record.address,
                "etag": record.etag,
                "modified": record.modified,
                "mark": record.mark,
                "at": at,
                "held_until": record.held_until,
            }
            for record in latest.values()
        ],
    )
