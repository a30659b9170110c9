"""The days that filters ask for, as conditions on a column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_

from claims.errors import UsageError
from store.records import Filters


def period(value: str, word: str = "date") -> tuple[str, str]:
    """First day of a year, month or day and of the one after it; raises UsageError on anything
    else."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", value)
    try:
        if not match:
            raise ValueError
        year, month, day = (int(part) if part else None for part in match.groups())
        first = date(year or 0, month or 1, day or 1)
        if day:
            after = date.fromordinal(first.toordinal() + 1)
        else:
            after = (
                date(first.year + 1, 1, 1)
                if not month or month == 12
                else date(first.year, month + 1, 1)
            )
    except (ValueError, OverflowError) as error:
        raise UsageError(
            f"{word}: {value!r} is no date; write 2017, 2017-03 or 2017-03-27"
        ) from error
    return first.isoformat(), after.isoformat()


def days_asked(filters: Filters, day: Any) -> list[ColumnElement[bool]] | None:
    """What a column of days must meet, nothing where all may pass; None where a filter asks for anything else."""
    if replace(filters, since=None, until=None, unfinished=None) != Filters():
        return None
    return list(of_dates(filters, day))


def of_dates(filters: Filters, published: Any) -> Iterator[ColumnElement[bool]]:
    """What a column of days or sort keys must meet; raises UsageError on what is no date."""
    if filters.since:
        period(filters.since, "since")
        yield published >= filters.since
    if filters.until:
        yield and_(published < period(filters.until, "until")[1], published != "")
