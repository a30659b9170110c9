"""Words for a day, a month or a year, counted from the article's own date. Without that date a
weekday stays unknown."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claims.model import Evidence, Precision, SaidOn, Span

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_PATTERN = re.compile(
    rf"\b(?:(?P<iso>\d{{4}}-\d\d-\d\d)|(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:, (?P<year>\d{{4}}))?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?P<month2>{_MONTH})(?:,? (?P<year2>\d{{4}}))?"
    rf"|(?P<next>next )?(?P<last>last |this )?(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
    rf"|Sunday)(?!['’]s)"
    r"|(?P<word>today|yesterday|last night|this morning|this afternoon|this evening|tonight|earlier in the day)"
    r"|(?P<ago>(?:\d+|two|three|four|five|six|seven) (?:days|weeks|months|years) ago|a (?:week|month|year) ago)"
    rf"|(?P<span>(?:last|this|earlier this|late last|early last) (?:week|month|year))"
    rf"|(?:in|In|since) (?P<lone>{_MONTH})(?: (?:of )?(?P<lone_year>\d{{4}}))?(?! \d)|(?:in|In) (?P<only>(?:19"
    rf"|20)\d\d))\b"
)
_NUMBERS = {"a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_FUTURE = re.compile(
    r"\b(?:will|would|until|by|before|next|scheduled for|set for|due|on or before|starting) (?:\w+ )?(?:on )?$"
)


def said_on(text: str, span: Span, anchor: int, day: date | None) -> SaidOn | None:
    """The date words nearest a cue in a stretch, as a date; None where they are missing, ahead or
    undated."""
    found = [
        m
        for m in _PATTERN.finditer(text, *span)
        if not m["next"] and not _FUTURE.search(text, max(0, m.start() - 30), m.start())
    ]
    for match in sorted(found, key=lambda m: abs(m.start() - anchor)):
        if dated := _date(match, day):
            value, precision = dated
            return SaidOn(value, precision, Evidence(Span(*match.span()), match.group()))
    return None


def _date(match: re.Match[str], day: date | None) -> tuple[str, Precision] | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"]).isoformat(), "day"
        if match["month"] or match["month2"]:
            return _calendar(match, day)
        if match["only"]:
            return match["only"], "year"
        if day is None:
            return _month(match, day) if match["lone"] and match["lone_year"] else None
        return _relative(match, day)
    except (ValueError, OverflowError):
        return None


def _calendar(match: re.Match[str], day: date | None) -> tuple[str, Precision] | None:
    month = _MONTHS.index((match["month"] or match["month2"])[:3].casefold()) + 1
    number = int(match["day"] or match["day2"])
    year = match["year"] or match["year2"]
    if year:
        return date(int(year), month, number).isoformat(), "day"
    if day is None:
        return None
    found = date(day.year, month, number)
    if found > day:
        found = date(day.year - 1, month, number)
    return found.isoformat(), "day"


def _relative(match: re.Match[str], day: date) -> tuple[str, Precision] | None:
    if match["weekday"]:
        back = (day.weekday() - _DAYS.index(match["weekday"].casefold())) % 7
        back += 7 if back == 0 and match["last"] == "last " else 0
        return (day - timedelta(back)).isoformat(), "day"
    if match["word"]:
        back = 1 if match["word"] in ("yesterday", "last night") else 0
        return (day - timedelta(back)).isoformat(), "day"
    if match["ago"]:
        return _ago(match["ago"], day)
    if match["span"]:
        return _span(match["span"], day)
    return _month(match, day)


def _ago(words: str, day: date) -> tuple[str, Precision]:
    first, unit = words.split()[:2]
    number = int(first) if first.isdigit() else _NUMBERS[first]
    if unit.startswith("day"):
        return (day - timedelta(number)).isoformat(), "day"
    if unit.startswith("week"):
        return _week(day - timedelta(7 * number)), "week"
    if unit.startswith("month"):
        months = day.year * 12 + day.month - 1 - number
        return f"{months // 12:04}-{months % 12 + 1:02}", "month"
    return f"{day.year - number:04}", "year"


def _span(words: str, day: date) -> tuple[str, Precision]:
    back = 0 if "this" in words else 1
    unit = words.split()[-1]
    if unit == "week":
        return _week(day - timedelta(7 * back)), "week"
    if unit == "month":
        months = day.year * 12 + day.month - 1 - back
        return f"{months // 12:04}-{months % 12 + 1:02}", "month"
    return f"{day.year - back:04}", "year"


def _week(day: date) -> str:
    """A week by its Monday."""
    return (day - timedelta(day.weekday())).isoformat()


def _month(match: re.Match[str], day: date | None) -> tuple[str, Precision] | None:
    month = _MONTHS.index(match["lone"][:3].casefold()) + 1
    if match["lone_year"]:
        return f"{match['lone_year']}-{month:02}", "month"
    assert day is not None  # the caller checks
    return f"{day.year - (month > day.month):04}-{month:02}", "month"
