"""Columns that several tables have, and the time for a row."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, Column, Text
from sqlmodel import Field


def json_column() -> Any:
    return Field(sa_column=Column(JSON, nullable=False))


def text_column(nullable: bool = False) -> Any:
    return Field(sa_column=Column(Text, nullable=nullable))


def now() -> datetime:
    """The time for a row, UTC."""
    return datetime.now(UTC)
