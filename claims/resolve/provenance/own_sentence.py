"""What speaks for a claim's having come through a medium that its own sentence names; how sure that makes it is
weighed in via.py."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from claims.model import Attribution, Span
from claims.resolve.article.context import ArticleContext
from claims.resolve.mentions import outlets
from claims.resolve.provenance.chain import of_another
from claims.resolve.provenance.media_mentions import Medium
from claims.resolve.provenance.told_claim import Told
from claims.rules.lists import listed
from claims.rules.patterns import alternation

Shown = dict[str, float]
_REPORTING = re.compile(
    rf"(?:['’]s \w+)?,? (?:{alternation(listed('relays', 'news_reporting', 'quotes'))})\b"
)
_ACCORDING = re.compile(r"\b[Aa]ccording to (?:the |The )?$")
BESIDE = 60
"""How many characters before a place are looked at."""
CLOSE, STEP, FAR = 15, 50, 8.0
"""Characters behind a cue that are right behind it, those of a step, and how many steps count."""
MOST_ODDS = 8.0
FEW_LETTERS = 6
"""Letters of a source beside a medium that are no name: an article, a comma."""


class Place(NamedTuple):
    """A place where an article may name a medium, and the log odds that words came through it."""

    medium: Medium
    odds: float


def places_in(told: Told, places: Sequence[Place]) -> list[Place]:
    """Those of a claim's own sentence that are no part of what is claimed and do not speak."""
    first = bisect_left(places, told.clause.start, key=_start)
    last = bisect_left(places, told.clause.end, key=_start)
    found = _found(told, places[first:last])
    rule = told.by_rule.evidence if told.by_rule else None
    if told.by_rule is None or rule is None or any(_over(p.medium, rule.span) for p in found):
        return found
    start, end = rule.span
    return [*found, Place(Medium(start, end, told.by_rule.intermediary, "noun"), 0.0)]


def _over(medium: Medium, span: Span) -> bool:
    return span.start < medium.end and medium.start < span.end


def _found(told: Told, places: Sequence[Place]) -> list[Place]:
    return [
        place
        for place in places
        if not any(s.start <= place.medium.start < s.end for s in told.attribution.content)
        and not outlets.same(place.medium.name, told.speaker.name)
        and not _is_source(told.attribution, place.medium)
    ]


def _start(place: Place) -> int:
    return place.medium.start


def _is_source(attribution: Attribution, medium: Medium) -> bool:
    """Whether a source is no more than the medium."""
    length = medium.end - medium.start
    return any(
        s.start <= medium.start and medium.end <= s.end and s.end - s.start - length < FEW_LETTERS
        for s in attribution.source
    )


def in_sentence(context: ArticleContext, told: Told, place: Place, among: Sequence[Place]) -> Shown:
    """What a place of a claim's own sentence shows, by name; among are all of its places."""
    rule = told.by_rule.evidence if told.by_rule else None
    start, _, name, kind = place.medium
    ruled = bool(rule and _over(place.medium, rule.span))
    return {
        "bias": 1.0,
        "odds": max(-MOST_ODDS, min(MOST_ODDS, place.odds)),
        "likely": float(place.odds > 0),
        f"is {kind}": 1.0,
        "ruled": float(ruled),
        "ruled another": float(rule is not None and not ruled),
        "no rule, likely": float(rule is None and place.odds > 0),
        "best": float(place.odds >= max(p.odds for p in among)),
        "several": float(len(among) > 1),
        "listed": float(outlets.is_outlet(name)),
        "quoted": float(context.is_quoted(start)),
    } | {name: float(value) for name, value in _beside(context, told, place.medium)}


def _beside(context: ArticleContext, told: Told, medium: Medium) -> list[tuple[str, float]]:
    """Where it stands in the sentence, and what the claim is."""
    text, start, parts = context.text, medium.start, told.attribution
    held = context.enclosing_spans(start)
    reports = bool(_REPORTING.match(text, medium.end))
    return [
        ("of another", of_another(context, parts, start)),
        ("inside others", held > 0),
        ("speaks", _speaks(context, parts, start)),
        ("in source", _within(parts.source, start)),
        ("in cue", _within(parts.cue, start)),
        ("before", medium.end <= told.anchor.start),
        ("right behind cue", 0 <= start - told.anchor.end <= CLOSE),
        ("far", min(FAR, abs(start - told.anchor.start) / STEP)),
        ("reports", reports),
        ("reports, outside", reports and held <= 1),
        ("according", bool(_ACCORDING.search(text[max(0, start - BESIDE) : start]))),
        ("spoken", told.goes_on(context)),
        ("no cue", not parts.cue),
        ("no source", not parts.source),
        ("unnamed", told.speaker.name is None),
    ]


def _within(spans: Sequence[Span], at: int) -> bool:
    return any(s.start <= at < s.end for s in spans)


def _speaks(context: ArticleContext, attribution: Attribution, at: int) -> bool:
    """Whether a place is in the source of another claim."""
    i = bisect_right(context.sources, (at, len(context.text))) - 1
    if i < 0 or context.sources[i][1] <= at:
        return False
    return not any(s.start == context.sources[i][0] for s in attribution.source)
