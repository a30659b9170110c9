"""What a text does with words: says, denies, asks, plans or hedges them, or sets a condition; whether two
texts do the same. The words themselves are compared in changes.py."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.model import Claim, Span
from claims.proof.conditions import TURN, condition_of, proviso_of
from claims.proof.disowned import called_untrue, disowning
from claims.proof.model import Bearing, RecordedClaim
from claims.proof.places import Found
from claims.rules.lists import listed
from claims.rules.lists import words as listed_words
from claims.rules.patterns import alternation
from claims.rules.vocabulary import Polarity, StanceName
from claims.sentences import DOT, sentences

_GOVERNING_HEDGE = re.compile(
    rf"\b({alternation(listed('proof', 'governing_hedges'))}),?\s+(?:[\w’']+,?\s+){{0,3}}[“\"‘'«]*$",
    re.IGNORECASE,
)
"""A hedge right before a passage, within its sentence."""
_GOVERNING_PLAN = re.compile(
    rf"\b((?:{alternation(listed('proof', 'governing_plans'))})\sto"
    rf"(?:\s(?:{alternation(listed('proof', 'bringing_about'))}))?"
    rf"|{alternation(listed('proof', 'thinking_of'))})\s[“\"‘'«]*$",
    re.IGNORECASE,
)
"""Likewise what somebody only means to do, or thinks of."""
_OPEN_QUESTION = re.compile(
    r"\b(?:whether|ask(?:s|ed|ing)?\s(?:[\w’']+\s){0,2}?if)\s+[“\"‘'«]*$|\b(?:whether|ask(?:s|ed|ing)?\s(?:[\w’']+\s){0,2}?if)\s+(?:[\w’']+\s+){1,6}[“\"‘'«]+$",
    re.IGNORECASE,
)
"""A question that leads into words."""
_UNKNOWN = re.compile(
    rf"\b((?:{alternation(listed('proof', 'auxiliaries'))})(?:\s?not|n['’]t)\s(?:know|say|tell)\s(?:if|whether))"
    r"\s[“\"‘'«]*$",
    re.IGNORECASE,
)
"""That somebody does not know what follows: "I don't know if"."""
_NO = re.compile(rf"\b(?:{alternation(listed('proof', 'answering_no'))})\b", re.IGNORECASE)
_HEDGED_BEHIND = re.compile(rf"^,?\s({alternation(listed('proof', 'hedging_behind'))})\b")
_GOVERNED = re.compile(r"\b(?:that|whether|if)\s+(?:[\w’']+\s+){0,4}[“\"‘'«]+$", re.IGNORECASE)
"""Before words in marks that go on with a reporter's clause, and so are denied or asked as it is."""
_UNGOVERNED = re.compile(r"(?:[–—;:]|\s-|\bas\s(?:[\w’']+\s){0,2})\s*[“\"‘'«]+$")
"""Before words in marks that begin a statement of their own, or that somebody calls what he denies: "dismissed the
report as “…”"."""
_ASKS = re.compile(r"[^.!?\n”\"]{0,200}\?")
_JOINING = ("and", "but", "or")
"""A passage that begins so goes on with a clause of its own, which no modal before it governs."""
_QUESTION = re.compile(rf"(?:{alternation(listed('proof', 'questions'))})\b", re.IGNORECASE)
_BEARINGS: dict[StanceName, Bearing] = {"deny": "denied", "ask": "asked"}
_SAYING = alternation(listed("proof", "saying"))
_NAME = r"(?:[A-Z][\w’'.-]{1,60}\s){0,2}[A-Z][\w’'.-]{1,60}"
_WHO = rf"(?:(?:(?i:{alternation(listed('proof', 'subjects'))})|{_NAME})\s)?"
_OWN_SAYING = re.compile(
    rf",\s(?:and|but)\s{_WHO}(?:{_SAYING})(?:\sthat)?[,:]?\s?[“\"‘'«]?(?:[\w’']+\s){{0,4}}[“\"‘'«]*$"
)
"""Words right before a passage that begin another thing that somebody says: what stands before them in the
sentence does not bear on it."""
_OTHER_SAYING = re.compile(rf",\s(?:and|but)\s{_WHO}(?:{_SAYING})\b")
"""Where a sentence goes on to another thing that somebody says."""
_END = re.compile(rf"{DOT}(?:\s|$)")
LINES_REMEMBERED = 512
_NEAR_CHARACTERS = 220
"""Around a passage, within its sentence, in which a condition stands that governs it."""


@dataclass(frozen=True)
class Frame:
    """What a text does with words, and the words that show it."""

    bearing: Bearing | None
    """None where they are simply said."""
    shown: str


def of_draft(text: str, claim: Claim | None, span: Span, *, whole: bool = False) -> Frame:
    """What the draft does with a passage; whole: also within it, as in indirect speech."""
    lead = around(text, span)[0]
    if claim is None:
        stance = "assert" if whole else _of_words(text, span)
        return _frame(stance, "positive", "", _outside(text, span, whole), lead=lead)
    cue = " … ".join(text[start:end] for start, end in claim.cue)
    said = text[claim.content[0].start : claim.content[-1].end] if claim.content else ""
    if whole and claim.stance.stance == "decline" and _QUESTION.match(said):
        return Frame("asked", cue)
    stance = _stance(text, span, claim.kind, claim.stance.stance)
    told = _frame(stance, claim.stance.polarity, cue, _outside(text, span, whole), lead=lead)
    who = claim.speaker
    if not whole and told.bearing is None and who.name is None and is_plan(who.mention):
        return Frame("planned", who.mention)
    return told


def of_record(found: Found, claim: RecordedClaim | None) -> Frame:
    """What the record does with the passage that corresponds."""
    outside = _outside(found.article.stated.text, found.span, False)
    goes_on = found.article.words[min(found.held)].key in _JOINING
    text = found.article.stated.text
    if claim is None:
        stance = _of_words(text, found.span) if found.in_marks else "assert"
        return _frame(stance, "positive", "", outside, goes_on)
    stated, own = claim.stated, around(text, found.span)
    stance = _stance(text, found.span, stated.kind, stated.stance)
    if stance == "ask" and claim.cue_text.casefold() in listed_words("proof", "requesting"):
        stance = "assert"
    told = _frame(stance, stated.polarity, claim.cue_text, outside, goes_on)
    if told.bearing is None and stated.speaker is None and is_plan(stated.mention):
        return Frame("planned", stated.mention)
    if told.bearing is None and found.in_marks and (proviso := proviso_of(*own)):
        return Frame("conditional", proviso)
    return told


def is_plan(mention: str) -> bool:
    """Whether what says it is a document of what is only meant to be."""
    return bool({*mention.casefold().split()} & listed_words("proof", "plans"))


def _stance(text: str, span: Span, kind: str, stance: StanceName) -> StanceName:
    """What is done with words: those in marks alone do it themselves, but where a clause leads into them."""
    before = around(text, span)[0]
    own = kind == "direct" or (stance == "deny" and _UNGOVERNED.search(before))
    if not own or _GOVERNED.search(before):
        return stance
    return _of_words(text, span)


def _of_words(text: str, span: Span) -> StanceName:
    """What a speaker's own words do: they ask where their sentence does, whatever the verb before them."""
    return "ask" if _ASKS.match(text, span.end) or "?" in text[span.start : span.end] else "assert"


def frame_of(claim: RecordedClaim, text: str, sentence: Span) -> Frame:
    """What the record does with a claim's sentence."""
    outside = (text[sentence.start : sentence.end], "")
    stance = claim.stated.stance
    if stance == "decline" and _QUESTION.match(claim.stated.quote):
        return Frame("asked", claim.cue_text)
    if (
        stance == "ask"
        and not _QUESTION.match(claim.stated.quote)
        and "?" not in claim.stated.quote
    ):
        stance = "assert"
    lead = text[sentence.start : claim.stated.content[0].start]
    return _frame(stance, claim.stated.polarity, claim.cue_text, outside, lead=lead)


def _outside(text: str, span: Span, whole: bool) -> tuple[str, str]:
    before, behind = around(text, span)
    if whole:
        return before + text[span.start : span.end] + behind, ""
    own = _OWN_SAYING.search(before)
    return before[own.start() :] if own else before, _OTHER_SAYING.split(behind)[0]


def _frame(
    stance: StanceName,
    polarity: Polarity,
    cue: str,
    outside: tuple[str, str],
    goes_on: bool = False,
    lead: str | None = None,
) -> Frame:
    """lead: what stands before the words, where that is not the first part of what is outside."""
    before, behind = TURN.split(outside[0])[-1], TURN.split(outside[1])[0]
    bearing = _BEARINGS.get(stance) if polarity == "positive" else None
    if bearing:
        answered = bearing == "asked" and lead is None and _NO.search(behind)
        return Frame("denied" if answered else bearing, cue)
    led = before if lead is None else TURN.split(lead)[-1]
    if disowned := disowning(led) or called_untrue(led, behind):
        return Frame("denied", disowned)
    if asked := _OPEN_QUESTION.search(before):
        denied = lead is None and _NO.search(behind)
        return Frame("denied" if denied else "asked", asked[0].rstrip(" “\"‘'«"))
    if condition := condition_of(before, behind):
        return Frame("conditional", condition)
    if unknown := _UNKNOWN.search(before):
        return Frame("hedged", unknown[1])
    hedge = None if goes_on else _GOVERNING_HEDGE.search(before) or _HEDGED_BEHIND.search(behind)
    if hedge:
        return Frame("hedged", hedge[1])
    if plan := _GOVERNING_PLAN.search(before):
        return Frame("planned", plan[1])
    return Frame(None, cue)


def around(text: str, span: Span) -> tuple[str, str]:
    """What stands before and behind a passage within its sentence."""
    line = max(text.rfind("\n", 0, span.start) + 1, span.start - _NEAR_CHARACTERS)
    before = _END.split(text[line : span.start])[-1]
    stop = text.find("\n", span.end)
    behind = text[span.end : min(stop if stop >= 0 else len(text), span.end + _NEAR_CHARACTERS)]
    return before, _END.split(behind)[0]


_KEEPING: dict[Bearing, tuple[str, ...]] = {
    "hedged": ("hedges", "hopes"), "planned": ("intentions",),
}  # fmt: skip
"""Lists whose words, elsewhere in a passage's sentence, keep what the record does with it."""


def keeps(text: str, span: Span, bearing: Bearing) -> bool:
    """Whether a draft says in its own words what its quotation leaves out: "it may be, he says, that “…”"."""
    words = " ".join(_outside(text, span, False))
    if bearing == "conditional":
        return bool(condition_of(words, "")) or "until" in words.split()
    lists = _KEEPING.get(bearing, ())
    return any(
        re.search(rf"\b(?:{alternation(listed('proof', name))})\b", words, re.I) for name in lists
    )


def sentence_of(text: str, span: Span) -> Span:
    """The sentences that a passage stands in."""
    start = max(text.rfind("\n", 0, span.start) + 1, 0)
    end = text.find("\n", span.end)
    cut = _cut(text[start : end if end >= 0 else len(text)])
    if not cut:
        return span
    starts = [one.start + start for one in cut]
    first = max(0, bisect_right(starts, span.start) - 1)
    last = max(first, bisect_right(starts, max(span.start, span.end - 1)) - 1)
    return Span(starts[first], cut[last].end + start)


@lru_cache(LINES_REMEMBERED)
def _cut(line: str) -> tuple[Span, ...]:
    """The sentences of a line, for the claims of one that are looked at one after another."""
    return (*sentences(line),)


def departs(
    draft: Frame, record: Frame, *, alone: Sequence[Bearing] = ("denied", "hedged")
) -> Bearing | None:
    """What one of the two does with the words and the other does not; alone: what counts in the draft."""
    if draft.bearing == record.bearing:
        return None
    return record.bearing or (draft.bearing if draft.bearing in alone else None)
