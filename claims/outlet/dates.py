"""Dates of a date line to ISO 8601; a date without a year is one of the article's own, or stays unknown."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claims.outlet.patterns import MONTHS

_MONTHS = tuple(map(str.casefold, MONTHS))


def iso_date(words: str) -> str | None:
    """2026-03-17 for "2026-03-17", "March 17, 2026" or "17th March, 2026"; None for anything
    else."""
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    month = re.search(r"[A-Za-z]{3}", re.sub(r"(?<=\d)(?:st|nd|rd|th)", "", words))
    if re.fullmatch(r"\d{4}-\d\d-\d\d", words):
        parts = numbers
    elif month and len(numbers) == 2 and month.group().casefold() in _MONTHS:
        year, day = max(numbers), min(numbers)
        parts = [year, _MONTHS.index(month.group().casefold()) + 1, day]
    else:
        return None
    try:
        return date(*parts).isoformat()
    except ValueError:
        return None


MAX_DAYS_BEFORE = 60
"""Of a place line before the article appeared: one that is older is of another year."""


def day_of_year(words: str) -> str | None:
    """--05-04 for "May 4"; None where there is a year too, or no whole day."""
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    month = re.search(r"[A-Za-z]{3}", re.sub(r"(?<=\d)(?:st|nd|rd|th)", "", words))
    if month is None or len(numbers) != 1 or month.group().casefold() not in _MONTHS:
        return None
    try:
        day = date(2000, _MONTHS.index(month.group().casefold()) + 1, numbers[0])
    except ValueError:
        return None
    return f"--{day.month:02d}-{day.day:02d}"


def day_near(words: str, published: str | None) -> str | None:
    """The date of "May 4" that lies right before the day on which the article appeared; None without
    one."""
    day = day_of_year(words)
    try:
        appeared = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    for year in (appeared.year, appeared.year - 1, appeared.year + 1) if day else ():
        try:
            made = date.fromisoformat(f"{year}{(day or '')[1:]}")
        except ValueError:
            continue
        if timedelta(days=-1) <= appeared - made <= timedelta(days=MAX_DAYS_BEFORE):
            return made.isoformat()
    return None
