"""Dates of a date line to ISO 8601; a date without a year stays unknown."""

from __future__ import annotations

import re
from datetime import date

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
