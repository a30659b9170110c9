"""Whether the day and the office that a draft gives fit the record; only where both say it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from claims.folding import name_key
from claims.model import Claim
from claims.proof.frames import sentence_of
from claims.proof.model import RecordedClaim, Voice
from claims.proof.places import Found
from claims.rules.lists import listed
from claims.rules.lists import words as listed_words
from claims.rules.patterns import alternation

_TITLES = alternation(listed("content", "offices"))
_PAST = alternation(listed("proof", "past_offices"))
_BEFORE = re.compile(
    rf"(?:\b(?i:({_PAST}))[\s-]+)?(?:\b[a-z]+\s+)?\b(?i:({_TITLES})),?\s+(?:[A-Z][\w.’'-]*\s+){{0,3}}$"
)
_BEHIND = re.compile(
    rf",\s+((?:{alternation(listed('proof', 'past_clauses'))})\s+)?((?:[\w’']+\s+){{0,3}}?)"
    rf"({_TITLES})\b([^.!?\n”\"]{{0,60}})",
    re.IGNORECASE,
)
_IN_PAST = re.compile(rf"\b(?:{_PAST})\b", re.IGNORECASE)
_UNTIL = re.compile(r"\bno longer\b|\buntil\s+(?:\w+\s+)?(?:19|20)\d\d")
PRINTED_AFTER_DAYS = 2
"""Within which news is printed that names no day."""
_DIGIT = re.compile(r"\d")
_NEAR_CHARACTERS = 80
_NAMES_REMEMBERED = 256
"""Surnames in texts, for a speaker whom a draft quotes again and again."""


def other_day(
    text: str, claim: Claim | None, recorded: Sequence[tuple[RecordedClaim, Found]]
) -> str:
    """The two days where the day that the draft's sentence gives fits none of the places; "" else."""
    said = _day_said(text, claim)
    told = [_day_told(*said, one, found) for one, found in recorded] if said else []
    return told[0] if told and all(told) else ""


def _day_said(text: str, claim: Claim | None) -> tuple[date, bool] | None:
    """The day that the draft gives, and whether by its date; else it names a weekday of any week. One that
    stands in another sentence may be that of something else."""
    said = claim.setting.said_on if claim else None
    if claim is None or said is None or said.precision != "day":
        return None
    at = said.evidence.span
    beside = (sentence_of(text, span) for span in (*claim.cue, *claim.content))
    if not any(start <= at.start < end for start, end in beside):
        return None
    return date.fromisoformat(said.date), bool(_DIGIT.search(said.evidence.text))


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


def other_office(draft_text: str, voice: Voice, found: Found) -> str:
    """The office that the record calls former and the draft does not; "" else."""
    name = name_key(voice.name or "").split()
    if voice.kind != "person" or not name:
        return ""
    ours, theirs = _offices(draft_text, name[-1]), _offices(found.article.stated.text, name[-1])
    past_ours, past_theirs = ({o for o, past in some if past} for some in (ours, theirs))
    plain_ours, plain_theirs = ({o for o, past in some if not past} for some in (ours, theirs))
    # Who is former in the draft alone may have left since: a draft is written after its record.
    wrong = (plain_ours & past_theirs) - plain_theirs - past_ours
    return f"{min(wrong)} in the draft, no longer in the record" if wrong else ""


@lru_cache(_NAMES_REMEMBERED)
def _offices(text: str, surname: str) -> frozenset[tuple[str, bool]]:
    """The offices that stand beside a surname, each with whether it is called past."""
    found: set[tuple[str, bool]] = set()
    for name in re.finditer(rf"\b{re.escape(surname)}\b", text, re.IGNORECASE):
        start = max(text.rfind("\n", 0, name.start()) + 1, name.start() - _NEAR_CHARACTERS)
        if before := _BEFORE.search(text[start : name.start()]):
            found.add((before[2].casefold(), bool(before[1])))
        behind = _BEHIND.match(text, name.end())
        if behind and listed_words("proof", "saying").isdisjoint(behind[2].casefold().split()):
            past = bool(behind[1] or _IN_PAST.search(behind[2]) or _UNTIL.search(behind[4]))
            found.add((behind[3].casefold(), past))
    return frozenset(found)
