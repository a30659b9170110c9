"""Whether the time that a draft gives for words fits the record; only where both say it, or the record was printed
before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from claims.model import Claim, SaidOn, Span
from claims.proof.frames import sentence_of
from claims.proof.model import RecordedClaim
from claims.proof.places import Found
from claims.rules.lists import listed
from claims.rules.patterns import alternation

PRINTED_AFTER_DAYS = 2
"""Within which news is printed that names no day."""
LOOSE_DAYS = 4
"""Which a week or a month may be told beside its days."""
SEASON_BEFORE_DAYS, SEASON_DAYS = 45, 500
"""How long before an article its "last autumn" ended at least, and began at most."""
BESIDE_WORDS = 3
"""Between a week or a month and the words that it is of, or their verb."""
_CLAUSE = re.compile(rf"[,;.!?–—]|\b(?:{alternation(listed('proof', 'clause_breaks'))})\b")
_DIGIT = re.compile(r"\d")
_SEASON = re.compile(rf"\b[Ll]ast\s(?:{alternation(listed('proof', 'seasons'))})\b")


class Stretch(NamedTuple):
    """First day and last."""

    first: date
    last: date

    def apart(self, other: Stretch) -> bool:
        """Whether they share no day."""
        return self.last < other.first or other.last < self.first


def other_day(
    text: str, claim: Claim | None, recorded: Sequence[tuple[RecordedClaim, Found]]
) -> str:
    """The two times where the one that the draft's sentence gives fits none of the places; "" else."""
    said = _said(text, claim)
    if said is None or claim is None:
        return ""
    if said.precision != "day":
        if not _is_of_saying(text, claim, said.evidence.span):
            return ""
        told = [_time_told(said, one, found) for one, found in recorded]
    else:
        day, dated = date.fromisoformat(said.date), bool(_DIGIT.search(said.evidence.text))
        told = [_day_told(day, dated, one, found) for one, found in recorded]
    return told[0] if told and all(told) else ""


def _said(text: str, claim: Claim | None) -> SaidOn | None:
    """The time that the draft gives; one that stands in another sentence may be that of something else."""
    said = claim.setting.said_on if claim else None
    if claim is None or said is None:
        return None
    at = said.evidence.span
    beside = (sentence_of(text, span) for span in (*claim.cue, *claim.content))
    return said if any(start <= at.start < end for start, end in beside) else None


def _is_of_saying(text: str, claim: Claim, time: Span) -> bool:
    """Whether a week or a month begins the sentence or stands beside the words or what gives them, with no other clause
    between: what a sentence goes on to tell has a time of its own."""
    if not text[sentence_of(text, time).start : time.start].strip():
        return True
    parts = (*claim.cue, *claim.content)
    gaps = (
        text[part.end : time.start] if part.end <= time.start else text[time.end : part.start]
        for part in parts
    )
    return any(len(gap.split()) <= BESIDE_WORDS and not _CLAUSE.search(gap) for gap in gaps)


def _day_told(said: date, dated: bool, claim: RecordedClaim, found: Found) -> str:
    """Why it cannot have been said on that day; "" where it can."""
    days = _days(claim, found)
    printed = _printed(found)
    if dated and days:
        return "" if said in days else f"the draft says {said}, the record {min(days)}"
    if dated:
        late = printed is not None and said > printed
        return f"the draft says {said}, but it was printed on {printed}" if late else ""
    if days:
        fits = said.weekday() in {day.weekday() for day in days}
        return "" if fits else f"the draft says {said:%A}, the record {min(days):%A} {min(days)}"
    if printed is None or (printed - said).days % 7 <= PRINTED_AFTER_DAYS:
        return ""
    return f"the draft says {said:%A}, but it was printed on {printed:%A} {printed}"


def _time_told(said: SaidOn, claim: RecordedClaim, found: Found) -> str:
    """Why it cannot have been said in that week, month or year; "" where it can."""
    text, printed = found.article.stated.text, _printed(found)
    ours = stretch_of(said.date, said.precision)
    if ours is None or printed is None or _names(text, said.evidence.text):
        return ""
    theirs = Stretch(printed - timedelta(PRINTED_AFTER_DAYS), printed)
    if claim.said_on and claim.said_on_precision:
        theirs = stretch_of(claim.said_on, claim.said_on_precision) or theirs
    elif _SEASON.search(text, *sentence_of(text, found.span)):
        first, last = (printed - timedelta(n) for n in (SEASON_DAYS, SEASON_BEFORE_DAYS))
        theirs = Stretch(first, last)
    if not ours.apart(theirs):
        return ""
    return f"the draft says {said.evidence.text}, but it was printed on {printed}"


def _names(text: str, time: str) -> bool:
    """Whether an article names the month or the year of a draft itself, of which anything may be told."""
    last = time.split()[-1]
    return last[:1].isupper() and re.search(rf"\b{re.escape(last[:3])}", text) is not None


def stretch_of(written: str, precision: str) -> Stretch | None:
    """The days of a week, told by its Monday, of a month or of a year."""
    parts = [int(part) for part in written.split("-")]
    if precision == "day":
        return Stretch(date(*parts), date(*parts))
    if precision == "week":
        first = date(*parts)
        loose = timedelta(LOOSE_DAYS)
        return Stretch(first - loose, first + timedelta(6) + loose)
    if precision == "month":
        behind = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return Stretch(date(parts[0], parts[1], 1), behind - timedelta(1))
    return None


def _printed(found: Found) -> date | None:
    try:
        return date.fromisoformat((found.article.stated.published or "")[:10])
    except ValueError:
        return None


def _days(claim: RecordedClaim, found: Found) -> set[date]:
    """The days of saying that the article gives for the claim, else for what else its speaker says."""
    if claim.said_on and claim.said_on_precision == "day":
        return {date.fromisoformat(claim.said_on)}
    days = {
        date.fromisoformat(other.said_on)
        for other in found.article.claims
        if other.said_on
        and other.said_on_precision == "day"
        and other.stated.speaker == claim.stated.speaker is not None
    }
    return days if len(days) == 1 else set()
