"""The keys under which a claim is looked up; which of them make a pair is said in blocking.py.

In a large store most pairs come about by accident: in ten years one speaker uses a rare word twice,
and two people the same two side by side. So one rare word of one voice, or two rare neighbours of
any, are enough within two to four weeks, and later only together with more: with so little in
common two claims are one by their nearness in time or not at all (agreement.json).

A store of many claims holds keys by the ten million, in their order. So what a key begins with, its
rarer stem or its voice, makes the first bits of its number: the keys of one claim then lie on half
as many pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from claims.corroborate.blocking import Keys, heavy, light, number
from claims.corroborate.matching.content import Content
from claims.corroborate.matching.rebuttals import rebuttal_near
from claims.corroborate.matching.same_speaker import last_names
from claims.corroborate.matching.segments import Segment
from claims.corroborate.matching.term_weights import weight
from claims.corroborate.model import StatedArticle, StatedClaim

Term = tuple[str, str]
"""What leads a key, and all that it stands for."""

PAIRED_STEMS = 4
"""Rarest stems of a sentence, which make keys two by two."""
VOICED_STEMS = 6
"""Rarest stems of a sentence, each of which makes a key together with a voice."""
MIN_TELLING_WEIGHT = 4.5
"""From which a stem is enough to compare two claims that one voice made about the same time."""
PERIOD_DAYS = 14
"""Within which two claims are surely of about the same time; later, so little in common is hardly
ever enough."""
TAIL_BITS = 36
"""Of a term's number, after those of what leads it."""
PERIOD_SHIFT, PERIOD_TAIL_SHIFT = 45, 15
"""Bits that a dated key keeps of its term below those of the period, and bits that it gives up for
them."""


def keys_of(claim: StatedClaim, article: StatedArticle, content: Content) -> Keys:
    """The numbers of the keys, in order."""
    voices = last_names(claim)
    terms = [_terms(segment, voices) for segment in content.segments]
    keys = {light(_led(term)) for always, _ in terms for term in always}
    keys.add(light(number("=" + " ".join(content.words))))
    near_in_time = {term for _, near in terms for term in near}
    keys.update(heavy(key) for term in near_in_time for key in _dated(term, content, "undated"))
    appraised = ((f"!{a.target}", f"!{a.kind} {a.target}") for a in content.appraisals)
    keys.update(heavy(key) for term in appraised for key in _dated(term, content, article.id))
    if rebuttal_near(claim, article.text):
        keys.add(heavy(number(f"?{article.id}")))
    return tuple(sorted(keys))


def _terms(segment: Segment, voices: frozenset[str]) -> tuple[set[Term], set[Term]]:
    """What counts at any time, and what is enough about the same time.

    At any time: pairs of rare stems, of neighbours, and of a voice and a rare stem. About the same
    time: rare neighbours, and a voice and a stem that tells something.
    """
    by_rarity = _rarest_first(segment.bag)
    rare, neighbours = set(combinations(by_rarity[:PAIRED_STEMS], 2)), set(_neighbours(segment))
    voiced = by_rarity[:VOICED_STEMS]
    telling = [stem for stem in voiced if weight(stem) >= MIN_TELLING_WEIGHT]
    return {*map(_pair, rare | neighbours), *_voiced(voices, voiced)}, {
        *map(_pair, rare & neighbours),
        *_voiced(voices, telling),
    }


def _neighbours(segment: Segment) -> Iterator[tuple[str, str]]:
    """Stems side by side, the rarer first."""
    for neighbours in pairwise([stem for stem in segment.aligned if stem]):
        rarer, other = _rarest_first(neighbours)
        yield rarer, other


def _pair(stems: tuple[str, str]) -> Term:
    return stems[0], " ".join(stems)


def _voiced(voices: frozenset[str], stems: list[str]) -> Iterator[Term]:
    return ((f"@{voice}", f"@{voice} {stem}") for voice in voices for stem in stems)


def _dated(term: Term, content: Content, otherwise: str) -> Iterator[int]:
    """The term in its period and in the next; the period leads, so that what is of one time lies
    side by side."""
    if content.said is None:
        yield _led((term[0], f"{term[1]} {otherwise}"))
        return
    period, rest = content.said.toordinal() // PERIOD_DAYS, _led(term) >> PERIOD_TAIL_SHIFT
    yield from (when << PERIOD_SHIFT | rest for when in (period, period + 1))


def _led(term: Term) -> int:
    """The number of a term, its first bits those of what leads it."""
    lead, whole = map(number, term)
    return lead >> TAIL_BITS << TAIL_BITS | whole & (1 << TAIL_BITS) - 1


def _rarest_first(stems: Iterable[str]) -> list[str]:
    return sorted(stems, key=lambda stem: (-weight(stem), stem))
