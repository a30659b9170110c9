"""Words for a day, a month or a year, counted from the article's own date. Without that date a
weekday stays unknown; beside a day of a month it counts for nothing, even where the two disagree."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claims.model import Evidence, Precision, SaidOn, Span
from claims.resolve.provenance.feasts import NAMES, feast, feast_of
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

MAX_WORDED_AGO = 12
"""The greatest number of days, weeks … ago that is read as a word."""
AHEAD_CHARACTERS = 30
"""How far before a date words tell that it is still to come."""
_WEEKDAYS = listed("dates", "weekdays")
_MONTH_OF = {
    form: number for number, row in enumerate(listed("dates", "months"), 1) for form in row.split()
}
_SHORT = {name[:n]: name for name in _WEEKDAYS for n in (5, 4, 3)}
"""Tues, Thurs, Fri: as agencies and headlines shorten them, behind "on"."""
_NUMBERS = {
    word: number
    for number, word in enumerate(listed("numbers", "from_two"), 2)
    if number <= MAX_WORDED_AGO
}
_NEXT_DAY, _DAY_BEFORE = listed("dates", "next_day"), listed("dates", "previous_day")
_MONTH = rf"(?:{alternation(_MONTH_OF)})"
_NTH = rf"(?:{alternation(listed('dates', 'ordinal_endings'))})?"
_SPAN = alternation(listed("dates", "spans"))
_WEEKDAY = rf"(?:{alternation(_WEEKDAYS)})"
_PART = rf"(?: (?:{alternation(listed('dates', 'day_parts'))}))?"
_OF_DAY = rf"(?:(?:[Ll]ast |[Tt]his )?{_WEEKDAY}{_PART}(?:,? | (?P<bracket>\())(?:the )?)?"
"""The weekday before a day of a month; read with it, so that it is never counted by itself."""
_A_WEEKDAY = rf"(?:, a {_WEEKDAY}| \({_WEEKDAY}\))?(?(bracket)\)?)"
"""The same behind the day."""
_PATTERN = re.compile(
    rf"\b(?:(?P<iso>\d{{4}}-\d\d-\d\d)"
    rf"|{_OF_DAY}(?:(?P<month>{_MONTH}) (?P<day>\d{{1,2}}){_NTH}\b(?:, (?P<year>\d{{4}}))?"
    rf"|(?P<day2>\d{{1,2}}){_NTH} (?:of )?(?P<month2>{_MONTH})(?:,? (?P<year2>\d{{4}}))?){_A_WEEKDAY}"
    rf"|(?P<feast>{alternation(NAMES)})(?:,? (?P<feast_year>(?:19|20)\d\d))?"
    rf"|(?P<last>[Ll]ast |[Tt]his )?(?P<weekday>{_WEEKDAY})(?!['’]s)"
    rf"(?P<of_week>,? (?:of )?(?:{alternation(listed('dates', 'week_before'))}))?"
    rf"|(?<=\b[Oo]n )(?P<short>{alternation(_SHORT)})(?=[\s,.;])(?! (?!{_MONTH})[A-Z])"
    rf"|(?:{alternation(listed('dates', 'occasion_openings'))}) (?P<occasion>{_WEEKDAY})['’]s"
    rf"|[Oo]n the (?P<nth>\d{{1,2}})(?:{alternation(listed('dates', 'ordinal_endings'))})(?=[,.;)]| (?:that|and)\b|$)"
    rf"|(?P<word>(?i:{alternation(listed('dates', 'two_days_before', 'same_day', 'day_before'))}))"
    rf"|(?P<ago>(?:\d+|{alternation(_NUMBERS)}) (?:days|(?:{_SPAN})s) ago|[Aa] (?:{_SPAN}|fortnight) ago)"
    rf"|(?P<from>(?i:(?:\d{{1,2}}|{alternation(_NUMBERS)}) (?:days|weeks)|an? (?:day|week)) (?:later|earlier)"
    rf"|(?i:{alternation((*_NEXT_DAY, *_DAY_BEFORE))}))"
    rf"|(?P<span>(?i:{alternation(listed('dates', 'span_openings'))}) (?:{_SPAN}))"
    rf"|(?:(?:in|In|since)(?: (?:early|mid|late)[ -]?)?|(?:end|start|beginning) of)\s?(?<=[\s-])"
    rf"(?P<lone>{_MONTH})(?: (?:of )?(?P<lone_year>\d{{4}}))?(?! \d)"
    r"|(?:in|In) (?P<only>(?:19|20)\d\d))(?:\b|(?<=\)))"
)

_FUTURE = re.compile(rf"\b(?:{alternation(listed('dates', 'ahead'))}) (?:\w+ )?(?:on )?$")


def said_on(
    text: str, span: Span, anchor: int, day: date | None, before: date | None = None
) -> SaidOn | None:
    """The date words nearest a cue in a stretch, as a date; None where they are missing, ahead or
    undated. before is the day of what was said before, from which "two days later" is counted."""
    written = [
        m
        for m in _PATTERN.finditer(text, *span)
        if not _FUTURE.search(text, max(0, m.start() - AHEAD_CHARACTERS), m.start())
    ]
    for match in sorted(written, key=lambda m: abs(m.start() - anchor)):
        if dated := _date(match, day, before):
            value, precision = dated
            return SaidOn(value, precision, Evidence(Span(*match.span()), match.group()))
    return None


def _date(
    match: re.Match[str], day: date | None, before: date | None
) -> tuple[str, Precision] | None:
    try:
        if match["from"]:
            counted = _counted_from(match["from"].casefold(), before) if before else None
            ahead = counted is None or (day is not None and counted > day)
            return None if counted is None or ahead else (counted.isoformat(), "day")
        if match["iso"]:
            return date.fromisoformat(match["iso"]).isoformat(), "day"
        if match["month"] or match["month2"]:
            return _calendar(match, day)
        if match["only"]:
            return match["only"], "year"
        if match["feast_year"]:
            return feast_of(match["feast"], int(match["feast_year"])).isoformat(), "day"
        if day is None:
            return _month(match, day) if match["lone"] and match["lone_year"] else None
        return _relative(match, day)
    except (ValueError, OverflowError):
        return None


def _counted_from(written: str, before: date) -> date:
    """ "Two days later", "a week earlier", "the next day"."""
    if written in _NEXT_DAY or written in _DAY_BEFORE:
        return before + timedelta(1 if written in _NEXT_DAY else -1)
    first, unit, way = written.split()
    days = int(first) if first.isdecimal() else _NUMBERS.get(first, 1)
    days *= 7 if unit.startswith("week") else 1
    return before + timedelta(days if way == "later" else -days)


def _calendar(match: re.Match[str], day: date | None) -> tuple[str, Precision] | None:
    month = _MONTH_OF[match["month"] or match["month2"]]
    number = int(match["day"] or match["day2"])
    year = match["year"] or match["year2"]
    if year:
        return date(int(year), month, number).isoformat(), "day"
    if day is None:
        return None
    this_year = date(day.year, month, number)
    latest = date(day.year - 1, month, number) if this_year > day else this_year
    return latest.isoformat(), "day"


def _relative(match: re.Match[str], day: date) -> tuple[str, Precision] | None:
    if match["feast"]:
        return feast(match["feast"], day).isoformat(), "day"
    if match["nth"]:
        return _nth(int(match["nth"]), day).isoformat(), "day"
    if name := match["weekday"] or match["occasion"] or _SHORT.get(match["short"] or ""):
        number = _WEEKDAYS.index(name)
        if match["of_week"]:
            return (day - timedelta(day.weekday() + 7 - number)).isoformat(), "day"
        back = (day.weekday() - number) % 7
        back += 7 if back == 0 and (match["last"] or "").casefold() == "last " else 0
        return (day - timedelta(back)).isoformat(), "day"
    if match["word"]:
        word = match["word"].casefold()
        back = 1 if word in words("dates", "day_before") else 0
        back = 2 if word in words("dates", "two_days_before") else back
        return (day - timedelta(back)).isoformat(), "day"
    if match["ago"]:
        return _ago(match["ago"], day)
    if match["span"]:
        return _span(match["span"], day)
    return _month(match, day)


def _nth(number: int, day: date) -> date:
    """The last day of a month with a number: "on the 3rd"."""
    this = day.replace(day=number) if number <= day.day else None
    return this or (day.replace(day=1) - timedelta(1)).replace(day=number)


def _ago(written: str, day: date) -> tuple[str, Precision]:
    first, unit = written.split()[:2]
    number = int(first) if first.isdecimal() else _NUMBERS.get(first, 1)
    if unit.startswith("day"):
        return (day - timedelta(number)).isoformat(), "day"
    if unit in ("fortnight", "week", "weeks"):
        return _week(day - timedelta((14 if unit == "fortnight" else 7) * number)), "week"
    if unit.startswith("month"):
        months = day.year * 12 + day.month - 1 - number
        return f"{months // 12:04}-{months % 12 + 1:02}", "month"
    return f"{day.year - number:04}", "year"


def _span(written: str, day: date) -> tuple[str, Precision]:
    back = 0 if "this" in written.casefold() else 1
    unit = written.split()[-1]
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
    month = _MONTH_OF[match["lone"]]
    if match["lone_year"]:
        return f"{match['lone_year']}-{month:02}", "month"
    assert day is not None  # the caller checks
    return f"{day.year - (month > day.month):04}-{month:02}", "month"
