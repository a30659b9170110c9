"""What the exports of archives share: days and outlets as they write them, paragraphs of lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.outlet import outlets
from claims.outlet.dates import iso_date
from claims.outlet.patterns import MONTH
from claims.read.unwrap import paragraphs
from claims.rules.lists import listed
from claims.rules.patterns import BLANKS, alternation

MAX_DAY_CHARACTERS = 90
"""Of a line that is a day and what belongs to it."""
_WEEKDAY = rf"(?:{alternation(listed('dates', 'weekdays'))})"
_DAY = re.compile(
    rf"(?:{_WEEKDAY},?\s+)?((?i:{MONTH}) \d{{1,2}}, \d{{4}}|\d{{1,2}} (?i:{MONTH}),? \d{{4}}|\d{{4}}-\d\d-\d\d)"
    rf"(?:,?\s+{_WEEKDAY})?(?:\s+(\d{{1,2}}):(\d\d)(?::\d\d)?\s*([AP]M)?\s*(GMT|UTC)?)?(?![\w/])",
    re.IGNORECASE,
)
_PLACE = re.compile(rf"{BLANKS}[(\[][^()\[\]]{{2,60}}[)\]]\s*+$")


def plain(lines: Sequence[str]) -> list[str]:
    """The lines with blanks as they are typed."""
    return [line.replace("\xa0", " ").replace("\u202f", " ").rstrip() for line in lines]


def day(written: str) -> str | None:
    """ISO 8601 of a line that begins with a whole day; with its time where the line gives the zone."""
    match = _DAY.match(written.strip()[:MAX_DAY_CHARACTERS])
    if match is None:
        return None
    words, hour, minute, half, zone = match.groups()
    whole = iso_date(words)
    if whole is None or hour is None or zone is None:
        return whole
    number = int(hour) % 12 + 12 * (half.upper() == "PM") if half else int(hour)
    return f"{whole}T{number:02d}:{minute}:00+00:00" if number < 24 and int(minute) < 60 else whole


def is_day(line: str) -> bool:
    """Whether a line is a day, with at most its weekday, time and edition."""
    return len(line.strip()) <= MAX_DAY_CHARACTERS and day(line) is not None


def outlet(written: str) -> str | None:
    """An outlet's name without the place that an archive sets behind it."""
    name = " ".join(written.split()).strip(" ;,.")
    if outlets.is_outlet(name):
        return outlets.canonical(name)
    return outlets.canonical(_PLACE.sub("", name)) or None


def text(lines: Sequence[str], *, wrapped: bool) -> str:
    """The paragraphs of a text; wrapped: the file broke its lines to a width."""
    made = paragraphs(lines) if wrapped else [line.strip() for line in lines if line.strip()]
    return "\n\n".join(made)
