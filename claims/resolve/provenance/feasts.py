"""Days that go by a name: Christmas Eve, Good Friday, Thanksgiving."""

from __future__ import annotations

from datetime import date, timedelta

from claims.rules.lists import listed

_FIXED = dict(row.split(": ") for row in listed("dates", "feasts"))
_BY_EASTER = dict(row.split(": ") for row in listed("dates", "feasts_by_easter"))
NAMES = (*_FIXED, *_BY_EASTER)


def feast(name: str, day: date) -> date:
    """The latest day of a name that is no later than a day; raises ValueError for a day that a year lacks and
    KeyError for a name that is none."""
    return next(
        found for year in (day.year, day.year - 1) if (found := feast_of(name, year)) <= day
    )


def feast_of(name: str, year: int) -> date:
    """The day of a name in a year; raises ValueError for one that the year lacks and KeyError for a name that is
    none."""
    if name in _BY_EASTER:
        return easter(year) + timedelta(int(_BY_EASTER[name]))
    month, number = map(int, _FIXED[name].split("-"))
    return date(year, month, number)


def easter(year: int) -> date:
    """Easter Sunday of a year of the Gregorian calendar, by Gauss's rule as Butcher wrote it."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, number = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, number + 1)
