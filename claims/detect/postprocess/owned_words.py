"""Whose a claim is that stands behind a noun for what somebody said, with its owner: "the Mercury carried Ada Holm's
charge that P" is Ada Holm's. Needs the parse, and does nothing without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.detect.postprocess.layout import Page, changed, touches
from claims.detect.postprocess.parse import child_before, phrase
from claims.model import Attribution, Span
from claims.rules.lists import words
from claims.tokens import covering

if TYPE_CHECKING:
    from spacy.tokens import Token

OWNER = "What stands behind a noun for somebody's words is its owner's."
REACH_CHARACTERS = 3
"""Before a content, in which the noun ends."""


def mended(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Every claim behind such a noun, with the owner for its source, where the paper that has it was taken for
    that."""
    if not page.doc.has_annotation("DEP"):
        return attributions
    return [_owned(page, a) for a in attributions]


def _owned(page: Page, attribution: Attribution) -> Attribution:
    noun = _noun(page, attribution)
    owner = child_before(noun, "poss") if noun is not None else None
    if noun is None or owner is None or not owner.text[:1].isupper():
        return attribution
    if owner.text in words("dates", "weekdays") or owner.ent_type_ == "DATE":
        return attribution
    whole = phrase(owner)
    source = Span(whole.start, owner.idx + len(owner))
    if touches(attribution.source, source) or touches(attribution.content, source):
        return attribution
    return changed(
        attribution, OWNER, source=(source,), cue=(Span(noun.idx, noun.idx + len(noun)),)
    )


def _noun(page: Page, attribution: Attribution) -> Token | None:
    """The noun right before what is said, where nobody but a paper does anything with it."""
    if (
        len(attribution.cue) != 1
        or not attribution.content
        or page.quoted(attribution.cue[0].start)
    ):
        return None
    first = attribution.content[0].start
    before = covering(page.doc, max(0, first - REACH_CHARACTERS), first)
    noun = next((t for t in reversed(before or ()) if t.is_alpha), None)
    if noun is None or noun.lower_ not in words("shapes", "said_things", "nouns"):
        return None
    cue = covering(page.doc, *attribution.cue[0]) or ()
    presents = any(t.i == noun.i or t.lower_ in words("shapes", "presenting") for t in cue)
    return noun if presents else None
