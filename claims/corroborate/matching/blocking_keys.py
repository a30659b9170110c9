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
from claims.corroborate.matching.content import Content, Segment
from claims.corroborate.matching.rebuttals import rebuttal_near
from claims.corroborate.matching.same_speaker import voice_keys
from claims.corroborate.matching.term_weights import weight
from claims.corroborate.model import StatedArticle, StatedClaim

Term = tuple[str, str]
"""What leads a key, and all that it stands for."""

RAREST = 4
"""Stems of a sentence that make keys in pairs."""
SPOKEN = 6
"""Stems of a sentence that make keys together with a voice."""
TELLING = 4.5
"""Weight from which a stem is enough to compare two claims that one voice made about the same
time."""
PERIOD = 14
"""Days within which two claims are surely of about the same time; later, so little in common is
hardly ever enough."""
LED = 36
"""Bits of a number after those of what leads it."""


def keys_of(claim: StatedClaim, article: StatedArticle, content: Content) -> Keys:
    """The numbers of the keys, in order."""
    voices = voice_keys(claim)
    found = [_terms(segment, voices) for segment in content.segments]
    keys = {light(_led(term)) for always, _ in found for term in always}
    keys.add(light(number("=" + " ".join(content.words))))
    told = {term for _, near in found for term in near}
    keys.update(heavy(key) for term in told for key in _dated(term, content, "undated"))
    appraised = ((f"!{one.target}", f"!{one.what} {one.target}") for one in content.appraisals)
    keys.update(heavy(key) for term in appraised for key in _dated(term, content, article.id))
    if rebuttal_near(claim, article.text):
        keys.add(heavy(number(f"?{article.id}")))
    return tuple(sorted(keys))


def _terms(segment: Segment, voices: frozenset[str]) -> tuple[set[Term], set[Term]]:
    """What counts at any time, and what is enough about the same time.

    The one: pairs of rare stems, of neighbours, and of a voice and a rare stem. The other: rare
    neighbours, and a voice and a stem that tells something.
    """
    rarest = _rarest(segment.bag)
    rare, near = set(combinations(rarest[:RAREST], 2)), set(_neighbours(segment))
    spoken = rarest[:SPOKEN]
    telling = [stem for stem in spoken if weight(stem) >= TELLING]
    return {*map(_pair, rare | near), *_voiced(voices, spoken)}, {
        *map(_pair, rare & near),
        *_voiced(voices, telling),
    }


def _neighbours(segment: Segment) -> Iterator[tuple[str, str]]:
    """Stems side by side, the rarer first."""
    for one, other in pairwise([stem for stem in segment.aligned if stem]):
        first, second = _rarest((one, other))
        yield first, second


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
    period, rest = content.said.toordinal() // PERIOD, _led(term) >> 15
    yield from (when << 45 | rest for when in (period, period + 1))


def _led(term: Term) -> int:
    """The number of a term, its first bits those of what leads it."""
    lead, whole = map(number, term)
    return lead >> LED << LED | whole & (1 << LED) - 1


def _rarest(stems: Iterable[str]) -> list[str]:
    return sorted(stems, key=lambda stem: (-weight(stem), stem))
