"""How a table is declared: its class, and columns that several tables have."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Index, Integer, LargeBinary, Text
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel, col


class TableRow(SQLModel):
    """A row of a table, which is called like its class without the ending."""

    @declared_attr.directive
    def __tablename__(cls) -> str:  # noqa: N805
        return cls.__name__.removesuffix("Row").lower()


def json_column() -> Any:
    return Field(sa_column=Column(JSON, nullable=False))


def nullable_json_column() -> Any:
    return Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))


def text_column(nullable: bool = False, primary_key: bool = False) -> Any:
    return Field(sa_column=Column(Text, nullable=nullable, primary_key=primary_key))


def bytes_column() -> Any:
    return Field(sa_column=Column(LargeBinary, nullable=False))


def number_column(primary_key: bool = False) -> Any:
    """A number that servers would cut off at two thousand million; SQLite's have no such end."""
    kind = BigInteger().with_variant(Integer, "sqlite")
    return Field(
        default=None if primary_key else ...,
        sa_column=Column(kind, primary_key=primary_key, nullable=False),
    )


def given_number_column() -> Any:
    """The key of a row that belongs to one of another table, whose number it has."""
    kind = BigInteger().with_variant(Integer, "sqlite")
    return Field(sa_column=Column(kind, primary_key=True, autoincrement=False, nullable=False))


def nullable_number_column() -> Any:
    return Field(
        default=None,
        sa_column=Column(BigInteger().with_variant(Integer, "sqlite"), nullable=True),
    )


def index(name: str, *columns: Any) -> Index:
    """An index over columns of one table."""
    return Index(name, *map(col, columns))
