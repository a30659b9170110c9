"""Takes content out of the log of decisions for good; which decisions, and why, is store/forgetting's.

The row stays with its digest, which the next one follows, and with a seal of what is left; its salt
goes, so that nobody can try names against the digest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select, update

from store.decisions.chain import new_salt, seal_of
from store.decisions.undo_stack import write
from store.records import Move
from store.records.kinds import FORGET, FORGOTTEN
from store.tables import DecisionRow
from store.tables.columns import col, table_of

Redactions = dict[int, Mapping[str, str | None] | None]
"""By number of a decision the columns that change; None where nothing of it stays."""
_DECISIONS = table_of(DecisionRow)
_NOTHING = {
    "reviewer": "", "kind": FORGOTTEN, "subject": "", "before": None, "after": None, "note": "", "salt": "",
}  # fmt: skip


def redact(connection: Connection, redactions: Redactions) -> dict[int, str]:
    """Changes the rows and gives the seal of each; end with note_forgetting()."""
    seals: dict[int, str] = {}
    for number, changes in redactions.items():
        this = col(DecisionRow.id) == number
        row = dict(connection.execute(select(_DECISIONS).where(this)).mappings().one())
        values: dict[str, Any] = dict(_NOTHING) if changes is None else {**changes}
        if changes is not None:
            values["salt"] = new_salt()
        seals[number] = seal_of(row | values)
        connection.execute(update(_DECISIONS).where(this).values(**values, seal=seals[number]))
    return seals


def note_forgetting(connection: Connection, reviewer: str, seals: Mapping[int, str]) -> None:
    """Appends the decision to forget these, which names no content; nothing where there are none."""
    if seals:
        named = json.dumps({str(number): seal for number, seal in sorted(seals.items())})
        write(connection, reviewer, [Move(FORGET, "", named)], "")
