"""The keys under which a claim is looked up; which of them make a pair is said in candidates.py.

In a large store most pairs come about by accident: one speaker uses a rare word twice in ten years. So one rare word of
one voice is enough within a month or two, and later only together with more: with so little in common two claims are
one by their nearness in time or not at all (agreement.json).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from claims.corroborate.candidates import Keys, heavy, light, number
from claims.corroborate.content import Content, Segment
from claims.corroborate.model import StatedArticle, StatedClaim
from claims.corroborate.rebuttals import rebuttal_near
from claims.corroborate.voices import voice_keys
from claims.corroborate.words import weight

RAREST = 4
"""Stems of a sentence that make keys in pairs."""
SPOKEN = 6
"""Stems of a sentence that make keys together with a voice."""
TELLING = 4.5
"""Weight from which a stem is enough to compare two claims that one voice made about the same time."""
MONTH = 31
"""Days within which two claims are surely of about the same time."""


def keys_of(claim: StatedClaim, article: StatedArticle, content: Content) -> Keys:
    """The numbers of the keys, in order."""
    segments, voices = content.segments, voice_keys(claim)
    terms = {term for segment in segments for term in _terms(segment, voices)}
    terms.add("=" + " ".join(content.words))
    keys = {light(number(term)) for term in terms}
    appraised = (f"!{appraisal.what} {appraisal.target}" for appraisal in content.appraisals)
    keys.update(heavy(key) for term in appraised for key in _dated(term, content, article.id))
    told = {term for segment in segments for term in _enough(segment, voices)}
    keys.update(heavy(key) for term in told for key in _dated(term, content, "undated"))
    if rebuttal_near(claim, article.text):
        keys.add(heavy(number(f"?{article.id}")))
    return tuple(sorted(keys))


def _terms(segment: Segment, voices: frozenset[str]) -> Iterator[str]:
    """Pairs of rare stems, of a voice and a stem, and of neighbours."""
    rarest = _rarest(segment)
    yield from (f"{min(pair)} {max(pair)}" for pair in combinations(rarest[:RAREST], 2))
    yield from (f"@{voice} {stem}" for voice in voices for stem in rarest[:SPOKEN])
    yield from (f"+{one} {other}" for one, other in pairwise([stem for stem in segment.aligned if stem]))


def _enough(segment: Segment, voices: frozenset[str]) -> Iterator[str]:
    """A voice and a rare stem, which are enough about the same time."""
    some = [stem for stem in _rarest(segment)[:SPOKEN] if weight(stem) >= TELLING]
    return (f"@{voice} {stem}" for voice in voices for stem in some)


def _dated(term: str, content: Content, otherwise: str) -> Iterator[int]:
    """The term in its month and in the next; the month leads, so that what is of one time lies side by side."""
    if content.said is None:
        yield number(f"{term} {otherwise}")
        return
    month, rest = content.said.toordinal() // MONTH, number(term) >> 15
    yield from (when << 45 | rest for when in (month, month + 1))


def _rarest(segment: Segment) -> list[str]:
    return sorted(segment.bag, key=lambda stem: (-weight(stem), stem))
