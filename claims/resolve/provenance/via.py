"""Through whom each claim of an article came: the likeliest medium of its own sentence, else the one through which
a claim beside it came, by two fitted figures.

The weights are trained on labelled claims (training/via.py); what they weigh stands in own_sentence.py and
carrying.py.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from claims.model import Evidence, Link, Span
from claims.resolve.article.context import ArticleContext
from claims.resolve.provenance.carrying import Links, beside, elsewhere, goes_on, nearby
from claims.resolve.provenance.own_sentence import Place, in_sentence, places_in
from claims.resolve.provenance.passing_on import places
from claims.resolve.provenance.told_claim import Told
from claims.rules.lists import listed, load
from claims.rules.patterns import alternation

_BY = re.compile(rf"\s(?:{alternation(listed('function_words', 'behind_saying'))})\s")
BY_CHARACTERS = 60
"""Within which the medium stands that somebody was quoted by."""


def links(context: ArticleContext, told: Sequence[Told]) -> list[tuple[Link, ...]]:
    """The chain of each claim; claims in the order of the text."""
    return by_weights(context, told, places(context), load("via_weights"))


def by_weights(
    context: ArticleContext, told: Sequence[Told], named: Sequence[Place], table: Mapping[str, Any]
) -> list[tuple[Link, ...]]:
    """The chain of each claim by given weights; places in order."""
    own = {
        at: (link, 0)
        for at, one in enumerate(told)
        if (link := _own(context, one, named, table["own"], table["own_cutoff"]))
    }
    odds = {place.medium.start: place.odds for place in named}
    found = _carried(context, told, own, odds, table)
    return [(found[at][0],) if at in found else () for at in range(len(told))]


def _own(
    context: ArticleContext,
    one: Told,
    named: Sequence[Place],
    weights: Mapping[str, float],
    cutoff: float,
) -> Link | None:
    """What the sentence of a claim says; who is a medium speaks for itself."""
    if quoting := _quoting(context, one):
        return quoting
    among = places_in(one, named) if one.speaker.kind != "outlet" else []
    worth = [
        (weighed(weights, in_sentence(context, one, p, among)), i) for i, p in enumerate(among)
    ]
    best, which = max(worth, default=(-math.inf, 0))
    return link_at(context, one, among[which]) if best >= cutoff else None


def _quoting(context: ArticleContext, one: Told) -> Link | None:
    """The medium that quotes, behind "was quoted as saying by": no weighing is needed."""
    rule = one.by_rule.evidence if one.by_rule else None
    behind = one.anchor.end
    if rule is None or not context.text[one.anchor.start : behind].endswith("saying"):
        return None
    near = _BY.match(context.text, behind) and 0 < rule.span.start - behind < BY_CHARACTERS
    return one.by_rule if near else None


def link_at(context: ArticleContext, one: Told, place: Place) -> Link:
    """The medium of a place as a link; a rule knows whole names and programmes."""
    start, end, name, _ = place.medium
    rule = one.by_rule.evidence if one.by_rule else None
    longer = place.medium.kind == "run" and rule and end > rule.span.end
    if one.by_rule and rule and rule.span.start < end and start < rule.span.end and not longer:
        return one.by_rule
    return Link(name, Evidence(Span(start, end), context.text[start:end]))


def _carried(
    context: ArticleContext,
    told: Sequence[Told],
    own: Links,
    odds: Mapping[int, float],
    table: Mapping[str, Any],
) -> dict[int, tuple[Link, int]]:
    """The links of the claims' own sentences, and those that others have of claims beside them."""
    found = dict(own)
    for at, one in enumerate(told):
        if at in own or elsewhere(one):
            continue
        worth = [
            (
                goes_on(context, told, at, near),
                weighed(
                    table["carried"], beside(context, told, at, near, odds_of(odds, near.link))
                ),
                -near.at,
                near,
            )
            for near in nearby(at, len(told), found, own)
        ]
        if not worth:
            continue
        sure, best, _, near = max(worth, key=lambda row: row[:3])
        if sure or best >= table["carried_cutoff"]:
            found[at] = (replace(near.link, inferred=True), near.over + 1)
    return found


def odds_of(odds: Mapping[int, float], link: Link) -> float:
    """The log odds of the place that a link was found at."""
    return odds.get(link.evidence.span.start, 0.0) if link.evidence else 0.0


def weighed(weights: Mapping[str, float], shown: Mapping[str, float]) -> float:
    """The log odds of what is shown."""
    return math.fsum(weights.get(name, 0.0) * value for name, value in shown.items())
