"""Whether the day and the office that a draft gives fit the record; only where both say it."""

from __future__ import annotations

import re

from claims.folding import name_key
from claims.model import Claim
from claims.proof.model import RecordedClaim, Voice
from claims.proof.places import Found
from claims.rules.lists import listed
from claims.rules.patterns import alternation

_PAST = alternation(listed("proof", "past_offices"))
_NEAR_CHARACTERS = 60


def other_day(claim: Claim | None, recorded: RecordedClaim | None) -> str:
    """The two days where both texts name the day of saying and they differ; "" else."""
    said = claim.setting.said_on if claim else None
    if said is None or said.precision != "day" or recorded is None or not recorded.said_on:
        return ""
    if recorded.said_on_precision != "day" or said.date == recorded.said_on:
        return ""
    return f"the draft says {said.date}, the record {recorded.said_on}"


def other_office(draft_text: str, voice: Voice, found: Found) -> str:
    """The office that one of the two calls former and the other does not; "" else."""
    name = name_key(voice.name or "").split()
    if voice.kind != "person" or not name:
        return ""
    ours, theirs = _offices(draft_text, name[-1]), _offices(found.article.stated.text, name[-1])
    past_ours, past_theirs = ({o for o, past in some if past} for some in (ours, theirs))
    plain_ours, plain_theirs = ({o for o, past in some if not past} for some in (ours, theirs))
    if wrong := (plain_ours & past_theirs) - plain_theirs - past_ours:
        return f"{min(wrong)} in the draft, no longer in the record"
    if wrong := (past_ours & plain_theirs) - past_theirs - plain_ours:
        return f"former {min(wrong)} in the draft, in office in the record"
    return ""


def _offices(text: str, surname: str) -> set[tuple[str, bool]]:
    """The offices that stand beside a surname, each with whether it is called past."""
    found: set[tuple[str, bool]] = set()
    titles = alternation(listed("content", "offices"))
    office = re.compile(rf"\b(?:({_PAST})[\s-]+)?(?:[a-z]+\s+){{0,2}}?({titles})\b", re.IGNORECASE)
    for name in re.finditer(rf"\b{re.escape(surname)}\b", text, re.IGNORECASE):
        start = max(text.rfind("\n", 0, name.start()) + 1, name.start() - _NEAR_CHARACTERS)
        before = text[start : name.start()]
        before = re.split(r"[.!?;”\"]\s", before)[-1]
        behind = re.match(r",\s[^.!?\n”\"]{0,60}", text[name.end() : name.end() + _NEAR_CHARACTERS])
        for part in (before, behind[0] if behind else ""):
            found |= {(m[2].casefold(), bool(m[1])) for m in office.finditer(part)}
    return found
