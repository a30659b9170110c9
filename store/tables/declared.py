"""Every table as its class declares it, with keys, indexes and what refers to what; statements take the plain
tables of plain.py."""

from __future__ import annotations

from sqlalchemy import MetaData
from sqlmodel import SQLModel

from store.tables import (
    claims,
    corroboration,
    counts,
    decisions,
    forgotten,
    queue,
    speakers,
    watching,
)

_MODULES = (claims, corroboration, counts, decisions, forgotten, queue, speakers, watching)
ROWS: list[type[SQLModel]] = [
    row
    for _, row in sorted({n: r for module in _MODULES for n, r in vars(module).items()}.items())
    if isinstance(row, type) and issubclass(row, SQLModel) and hasattr(row, "__table__")
]
METADATA: MetaData = SQLModel.metadata
