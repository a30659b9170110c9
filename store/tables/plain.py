"""The tables without keys, indexes and checks: what statements need, without what SQLModel costs to load and
set up, more than a short command's own work. The classes beside declare them; a test holds both to be the same."""

from __future__ import annotations

from ast import literal_eval
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Alias,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

from store.tables.plain_columns import COLUMNS


class UtcTime(TypeDecorator[datetime]):
    """A time with its zone, which SQLite keeps without."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Raises ValueError on a time without a zone."""
        if value is not None and value.utcoffset() is None:
            raise ValueError("a time for a row needs its zone, such as datetime.now(UTC)")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The same time in UTC."""
        if value is None or value.utcoffset() is not None:
            return value and value.astimezone(UTC)
        return value.replace(tzinfo=UTC)


_KINDS: dict[str, Any] = {
    "str": String(),
    "text": Text(),
    "bool": Boolean(),
    "int": Integer(),
    "bigint": BigInteger().with_variant(Integer(), "sqlite"),
    "float": Float(),
    "json": JSON(),
    "json0": JSON(none_as_null=True),
    "time": UtcTime(),
    "bytes": LargeBinary(),
}
METADATA = MetaData()


class PlainRow(type):
    """A class whose attributes are the columns of its table, as those of a SQLModel class are in a statement."""

    __table__: Table | Alias

    def __clause_element__(cls) -> Table | Alias:
        return cls.__table__


def plain_row(name: str) -> PlainRow:
    """The table of a class by the class's name."""
    columns = [_column(told) for told in COLUMNS.get(name, "").split()]
    return _row(name, Table(name.removesuffix("Row").lower(), METADATA, *columns))


def aliased(row: Any) -> Any:
    """The same table once more in a statement, under another name."""
    return _row(row.__name__, row.__table__.alias())


def _row(name: str, table: Table | Alias) -> PlainRow:
    return PlainRow(
        name, (), {"__table__": table, "__tablename__": table.name, **dict(table.columns)}
    )


def _column(told: str) -> Column[Any]:
    word, given, default = told.partition("=")
    name, _, kind = word.partition(":")
    key = kind.count("!")
    auto: Any = {"autoincrement": False} if key == 2 else {}
    return Column(
        name,
        _KINDS[kind.rstrip("!?")],
        primary_key=bool(key),
        nullable=kind.endswith("?"),
        default=literal_eval(default) if given else None,
        **auto,
    )
