"""What speaks for a claim's having come through the medium of a claim beside it: an interview goes on, the lead tells
what the next sentence says to whom; how sure that makes it is weighed in via.py."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claims.model import Link
from claims.resolve.article.context import ArticleContext
from claims.resolve.mentions import outlets
from claims.resolve.provenance.told_claim import Told
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

Shown = dict[str, float]
Links = Mapping[int, tuple[Link, int]]
"""The link of a claim by its place in the order of the text, and over how many claims it was carried."""
BEFORE, AHEAD, DIFFERENT = 11, 4, 3
"""Among how many claims before and after one a medium is looked for, and how many media before it."""
FAR, BEYOND = 8.0, 4
"""How many count of what is counted, and paragraphs after which an interview seldom goes on."""
LEAST_ODDS, MOST_ODDS = -4.0, 8.0
_TALK = re.compile(rf"\b(?:interview|{alternation(listed('media', 'nouns', 'shows'))})\b")
_INTERVIEW = re.compile(r"\binterview", re.IGNORECASE)
_SMALL = words("function_words", "prepositions", "articles")


class Near(NamedTuple):
    """A claim nearby that came through a medium: its place, the link, over how many claims it was carried."""

    at: int
    link: Link
    over: int


def nearby(at: int, count: int, found: Links, own: Links) -> Iterator[Near]:
    """The claims whose medium may be that of the one at a place, the nearest of each medium: before it, and
    behind it those that say so themselves."""
    seen: set[str] = set()
    for i in range(at - 1, max(-1, at - 1 - BEFORE), -1):
        if i in found and found[i][0].intermediary not in seen and len(seen) < DIFFERENT:
            seen.add(found[i][0].intermediary)
            yield Near(i, *found[i])
    for i in range(at + 1, min(count, at + 1 + AHEAD)):
        if i in own and own[i][0].intermediary not in seen:
            seen.add(own[i][0].intermediary)
            yield Near(i, own[i][0], 0)


def goes_on(context: ArticleContext, told: Sequence[Told], at: int, near: Near) -> bool:
    """Whether an interview surely goes on: its speaker says more, in words that are spoken, soon."""
    one, other = told[at], told[near.at]
    between = context.text[other.anchor.start : one.anchor.start]
    return (
        near.at < at
        and one.speaker.name is not None
        and one.speaker.name == other.speaker.name
        and (one.goes_on(context) or one.is_quoted(context))
        and between.count("\n\n") <= BEYOND
    )


def elsewhere(one: Told) -> bool:
    """Whether a claim was said somewhere else, or by other means."""
    return bool(one.setting.venue or one.setting.channel)


def beside(
    context: ArticleContext, told: Sequence[Told], at: int, near: Near, odds: float
) -> Shown:
    """What speaks for the medium of a claim nearby, by name; odds are those of its place."""
    one, other = told[at], told[near.at]
    a, b = one.anchor.start, other.anchor.start
    between = context.text[min(a, b) : max(a, b)]
    paragraphs = min(FAR, between.count("\n\n") or between.count("\n"))
    shown = {
        "bias": 1.0,
        "goes on": goes_on(context, told, at, near),
        "far": paragraphs,
        "beyond": paragraphs > BEYOND,
        "ahead": b > a,
        "carried": min(FAR, near.over),
        "odds": max(LEAST_ODDS, min(MOST_ODDS, odds)),
        "interview there": bool(_INTERVIEW.search(context.text, *other.clause)),
        **_of_claim(context, one, near),
        **_of_order(told, at, near),
        **_of_both(context, told, at, near, paragraphs),
    }
    return {name: float(value) for name, value in shown.items()}


def _of_claim(context: ArticleContext, one: Told, near: Near) -> dict[str, float]:
    return {
        "spoken": one.goes_on(context),
        "quoted": one.is_quoted(context),
        "talk here": bool(_TALK.search(context.text, *one.clause)),
        "medium speaks": outlets.same(near.link.intermediary, one.speaker.name),
        "outlet speaks": one.speaker.kind == "outlet",
        "document": one.speaker.kind == "document",
    }


def _of_order(told: Sequence[Told], at: int, near: Near) -> dict[str, float]:
    """What stands between the two."""
    low, high = sorted((at, near.at))
    others = told[low + 1 : high]
    name = told[near.at].speaker.name
    strangers = [o for o in others if o.speaker.name != name and o.attribution.source]
    return {"claims between": math.log1p(len(others)), "strangers": math.log1p(len(strangers))}


def _of_both(
    context: ArticleContext, told: Sequence[Told], at: int, near: Near, paragraphs: float
) -> dict[str, float]:
    """Whether one speaker says both, by what is known of the speakers."""
    one, other = told[at], told[near.at]
    mine, theirs = one.speaker.name, other.speaker.name
    same = bool(mine) and mine == theirs
    adjacent, ahead = abs(at - near.at) == 1, near.at > at
    source = one.source(context)
    loose, unnamed = not source and adjacent and not ahead, mine is None and theirs is None
    one_sentence = one.clause == other.clause
    shared = {*source.split()} & {*other.source(context).split()} - _SMALL
    return {
        "same": same,
        "same, spoken": same and one.goes_on(context),
        "same, quoted": same and one.is_quoted(context),
        "same, adjacent": same and adjacent,
        "same, far": same * paragraphs,
        "same, ahead": same and ahead,
        "same, same sentence": same and one_sentence,
        "loose": loose,
        "loose, quoted": loose and one.is_quoted(context),
        "unnamed": unnamed and bool(source) and adjacent,
        "unnamed, shared": unnamed and bool(shared),
        "unnamed, far": (unnamed and bool(source)) * paragraphs,
        "pronoun, adjacent": one.is_pronoun(context) and adjacent and not ahead,
        "another": bool(mine) and bool(theirs) and not same,
        "another, same sentence": not same and bool(source) and one_sentence,
    }
