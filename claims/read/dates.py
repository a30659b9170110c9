"""A date as metadata write it to ISO 8601 with the precision and the zone that are written; what could be
two days, or is not whole, stays unknown."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from claims.outlet.dates import iso_date

_DIGIT = re.compile(r"\d")
_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d{1,9})?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?"
)
_SLASHED = re.compile(r"(\d{4})[/.](\d\d?)[/.](\d\d?)(?:\s.*)?", re.DOTALL)
_DAY_FIRST_OR_NOT = re.compile(
    r"(?:[A-Z][a-z]{2},? )?(\d\d?)/(\d\d?)/(\d{4})(?:\s{0,3}(?:-|,|at)?\s{0,3}\d{1,2}:\d\d.{0,12})?"
)
"""Of which only one reading may be a day."""
_DOTTED = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})(?:\s{0,3}(?:-|,|at)?\s{0,3}\d{1,2}:\d\d.{0,12})?")
"""Where dots part them, the day stands first everywhere."""
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)(Z|[+-]\d{4})?)?")
_SENT = re.compile(r"(?:[A-Z][a-z]{2}, ?)?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d")
_IN_URL = re.compile(r"/((?:19|20)\d\d)(?:[/-]|/[A-Za-z-]{2,20}/)(\d\d)[/-](\d\d)(?=[/-])")


def published(words: str | None) -> str | None:
    """ISO 8601 of a date or time that is whole and has one meaning; None for any other."""
    text = (words or "").strip()
    if len(text) > 80 or not _DIGIT.search(text):
        return None
    return _iso(text) or _ordered(text) or _mailed(text) or _spelt(text)


def in_address(url: str | None) -> str | None:
    """The day that an address holds as /2026/05/04/ or /2026/harbour/05/04/; None without one."""
    match = _IN_URL.search(url or "")
    return _day(*match.groups()) if match else None


def _iso(text: str) -> str | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day, time, zone = match.groups()
    whole = _day(year, month, day)
    if whole is None or time is None:
        return whole
    if zone in ("UTC", "GMT", "Z"):
        zone = "+00:00"
    elif zone and ":" not in zone:
        zone = zone[:3] + ":" + (zone[3:] or "00")
    made = f"{whole}T{time}{zone or ''}"
    try:
        datetime.fromisoformat(made)
    except ValueError:
        return whole
    return made


def _ordered(text: str) -> str | None:
    match = _SLASHED.fullmatch(text)
    if match:
        return _day(*match.groups())
    if slashed := _DAY_FIRST_OR_NOT.fullmatch(text):
        first, second, year = slashed.groups()
        days = {day for day in (_day(year, first, second), _day(year, second, first)) if day}
        return next(iter(days)) if len(days) == 1 else None
    if dotted := _DOTTED.fullmatch(text):
        return _day(*reversed(dotted.groups()))
    compact = _COMPACT.fullmatch(text)
    if compact is None:
        return None
    year, month, day, hour, minute, second, zone = compact.groups()
    written = f"{year}-{month}-{day}"
    return _iso(f"{written}T{hour}:{minute}:{second}{zone or ''}") if hour else _iso(written)


def _mailed(text: str) -> str | None:
    if not _SENT.match(text):
        return None
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _spelt(text: str) -> str | None:
    plain = re.sub(
        r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+",
        "",
        text,
        flags=re.I,
    )
    plain = re.sub(r"(\d{4}),?(?:\s+(?:at\s+)?\d{1,2}[:.]\d\d.*)$", r"\1", plain, flags=re.DOTALL)
    if not re.fullmatch(
        r"[A-Za-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9}\.?,? \d{4}",
        plain,
    ):
        return None
    return iso_date(plain)


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
