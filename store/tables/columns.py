"""Columns and tables as statements name them, and the time for a row."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Table

if TYPE_CHECKING:
    from sqlmodel import SQLModel, col
else:

    def col(column: Any) -> Any:
        """The column itself; SQLModel's function, which loads SQLModel, tells type checkers more."""
        return column


__all__ = ["col", "now", "table_of"]


def table_of(model: type[SQLModel]) -> Table:
    """The table behind a class, which type checkers are not told of."""
    return cast("Table", model.__table__)  # type: ignore[attr-defined]


def now() -> datetime:
    """The time for a row, UTC."""
    return datetime.now(UTC)
