"""The plain tables that statements are made over are those that the classes declare."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import create_engine, insert, select

import store.tables
from store.tables.columns import col
from store.tables.declared import ROWS
from store.tables.plain import aliased
from tests.plain_tables import FILE, script


def test_the_columns_are_those_of_the_classes() -> None:
    """`python -m tests.plain_tables` writes them anew."""
    assert FILE.read_text(encoding="utf-8") == script()


def test_every_class_has_its_plain_table() -> None:
    """By the same names."""
    assert {row.__name__ for row in ROWS} | {"now"} == set(store.tables.__all__)
    for row in ROWS:
        plain = getattr(store.tables, row.__name__)
        assert plain.__table__.name == row.__tablename__
        assert set(row.model_fields) == {column.name for column in plain.__table__.columns}


def test_a_time_keeps_its_moment_and_needs_a_zone() -> None:
    """SQLite keeps no zone, so what has none is refused, as by SQLModel's own type."""
    engine, row = create_engine("sqlite://"), store.tables.VisitRow
    row.__table__.create(engine)  # type: ignore[attr-defined]
    at = datetime(2026, 5, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    with engine.begin() as connection:
        connection.execute(insert(row).values(address="a", at=at))
        assert connection.execute(select(col(row.at))).scalar_one() == at.astimezone(UTC)
        assert connection.execute(select(col(row.mark), col(row.held_until))).one() == ("", None)
        with pytest.raises(Exception, match="zone"):
            connection.execute(insert(row).values(address="b", at=at.replace(tzinfo=None)))


def test_a_table_can_stand_twice_in_a_statement() -> None:
    """Under names of their own."""
    other = aliased(store.tables.SpeakerRow)
    asked = select(other.name, store.tables.SpeakerRow.name)
    assert str(asked).count("speaker_1") == 2
