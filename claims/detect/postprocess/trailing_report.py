""" "P, X reported as Q": what is reported stands before the source, and what follows the cue only
says when.

The network gives P to the verb in P ("China plans to …, official media reported as …") and Q to the
cue.
"""

from __future__ import annotations

import re

from claims.detect.postprocess.layout import Page, changed, letters
from claims.detect.postprocess.sentences import sentence
from claims.model import Attribution, Span

BEFORE = "What is reported stands before its source; what follows says when."
_WHEN = re.compile(r"\s*(?:as|after|while|when|amid|before|during)\b")


def mended(page: Page, found: list[Attribution]) -> list[Attribution]:
    """One claim for two that share their source, wherever that is so."""
    out = list(found)
    for late in found:
        early = next((one for one in out if _before(page, one, late)), None)
        if early is not None:
            out[out.index(late)] = changed(late, BEFORE, content=(_stated(early),))
            out.remove(early)
    return out


def _stated(found: Attribution) -> Span:
    """From the first to the last word of cue and content."""
    spans = (*found.cue, *found.content)
    return Span(min(s for s, _ in spans), max(e for _, e in spans))


def _before(page: Page, early: Attribution, late: Attribution) -> bool:
    """Whether the early one's cue and content stand before the source that it shares with the late
    one's."""
    if not early.cue or not late.cue or not late.source or early.source != late.source:
        return False
    source, cue, said = late.source[0], late.cue[-1], late.content[0]
    when = _WHEN.match(page.text, cue.end, said.end)
    if (
        when is None
        or min(late.content) != said
        or letters(page.text, Span(cue.end, max(said.start, cue.end))) > 6
    ):
        return False
    stated = _stated(early)
    same = sentence(page, stated.start) == sentence(page, cue.start)
    return same and stated.end <= source.start < cue.start
