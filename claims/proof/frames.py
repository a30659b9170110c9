"""What a text does with words: says, denies, asks, plans or hedges them, or sets a condition; whether two
texts do the same. The words themselves are compared in changes.py."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from claims.model import Claim, Span
from claims.proof.model import Bearing, RecordedArticle, RecordedClaim
from claims.proof.places import Found
from claims.rules.lists import listed
from claims.rules.patterns import alternation
from claims.rules.vocabulary import Polarity, StanceName
from claims.sentences import sentences

_CONDITION = re.compile(rf"\b(?:{alternation(listed('proof', 'conditions'))})\b", re.IGNORECASE)
_HEDGE = re.compile(rf"\b(?:{alternation(listed('proof', 'hedges'))})\b", re.IGNORECASE)
_GOVERNING_HEDGE = re.compile(
    rf"\b({alternation(listed('proof', 'hedges'))})\s+(?:[\w’']+\s+){{0,3}}$", re.IGNORECASE
)
"""A hedge right before a passage, within its sentence."""
_BEARINGS: dict[StanceName, Bearing] = {"deny": "denied", "ask": "asked"}
_END = re.compile(r"[.!?]['’”\")\]]*(?:\s|$)")
_NEAR_CHARACTERS = 220
"""Around a passage, within its sentence, in which a condition stands that governs it."""


@dataclass(frozen=True)
class Frame:
    """What a text does with words, and the words that show it."""

    bearing: Bearing | None
    """None where they are simply said."""
    shown: str
    hedged: bool = False


INVERTED = re.compile(r"\b(?:[Hh]ad|[Ss]hould|[Ww]ere)\s+(?:he|she|it|they|we|I|you|the|that)\b")
"""A condition without a conjunction: had it been so."""


def of_draft(text: str, claim: Claim | None, span: Span) -> Frame:
    """What the draft does with a passage."""
    if claim is None:
        return Frame(None, "")
    cue = " … ".join(text[start:end] for start, end in claim.cue)
    s = claim.stance
    return _frame(s.stance, s.polarity, s.hedged, cue, text, span)


def of_record(found: Found, claim: RecordedClaim | None) -> Frame:
    """What the record does with the passage that corresponds."""
    text = found.article.stated.text
    if claim is None:
        return _frame("assert", "positive", False, "", text, found.span)
    s = claim.stated
    return _frame(s.stance, s.polarity, s.hedged, claim.cue_text, text, found.span)


def _frame(
    stance: StanceName, polarity: Polarity, hedged: bool, cue: str, text: str, span: Span
) -> Frame:
    bearing = _BEARINGS.get(stance) if polarity == "positive" else None
    if bearing:
        return Frame(bearing, cue, hedged)
    before, behind = around(text, span)
    inverted = INVERTED.search(before)
    condition = _CONDITION.search(before) or inverted or _CONDITION.search(behind)
    if condition:
        return Frame("conditional", condition[0], hedged)
    if hedge := _GOVERNING_HEDGE.search(before):
        return Frame("hedged", hedge[1], hedged)
    return Frame(None, cue, hedged)


def around(text: str, span: Span) -> tuple[str, str]:
    """What stands before and behind a passage within its sentence."""
    line = max(text.rfind("\n", 0, span.start) + 1, span.start - _NEAR_CHARACTERS)
    before = _END.split(text[line : span.start])[-1]
    stop = text.find("\n", span.end)
    behind = text[span.end : min(stop if stop >= 0 else len(text), span.end + _NEAR_CHARACTERS)]
    return before, _END.split(behind)[0]


def sentence_of(text: str, span: Span) -> Span:
    """The sentences that a passage stands in."""
    start = max(text.rfind("\n", 0, span.start) + 1, 0)
    end = text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)]
    cut = [Span(s + start, e + start) for s, e in sentences(line)]
    if not cut:
        return span
    first = max(0, bisect_right([s.start for s in cut], span.start) - 1)
    last = max(first, bisect_right([s.start for s in cut], max(span.start, span.end - 1)) - 1)
    return Span(cut[first].start, cut[last].end)


def departs(draft: Frame, record: Frame) -> Bearing | None:
    """What one of the two does with the words and the other does not; None where they agree."""
    if draft.bearing == record.bearing:
        return None
    return record.bearing or ("denied" if draft.bearing == "denied" else None)


def hedges_in(text: str) -> frozenset[str]:
    """The words by which a text leaves open whether it is so."""
    return frozenset(found[0].casefold() for found in _HEDGE.finditer(text))


def shows_hedge(article: RecordedArticle, span: Span) -> bool:
    """Whether the passage's sentence leaves it open."""
    whole = sentence_of(article.stated.text, span)
    return bool(hedges_in(article.stated.text[whole.start : whole.end]))
