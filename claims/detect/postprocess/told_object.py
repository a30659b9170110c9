""" "His superior, he said, told him that P": the verb behind the cue is his superior's, and all of
it is what he said.

Needs the parse for whose verb it is, and does nothing without it.
"""

from __future__ import annotations

from claims.detect.postprocess.layout import Page, changed, letters
from claims.detect.postprocess.sentences import END
from claims.model import Attribution, Span
from claims.tokens import covering

INNER = "The verb's subject is what stands before the words that attribute the sentence."
OUTER = "The subject before the cue has its verb and what that brings behind it."


def mended(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Both claims with what is theirs, wherever a verb's claim was given the speaker of the one
    around it."""
    out = list(attributions) if page.doc.has_annotation("DEP") else []
    for i, outer in enumerate(out):
        if not _waits(outer):
            continue
        j = next(
            (j for j, inner in enumerate(out) if j != i and _belongs(page, outer, inner)), None
        )
        if j is not None:
            inner, subject = out[j], outer.content[0]
            rest = Span(inner.cue[0].start, inner.content[-1].end)
            out[j] = changed(inner, INNER, source=(subject,))
            out[i] = changed(outer, OUTER, content=(subject, rest))
    return out or attributions


def _waits(outer: Attribution) -> bool:
    """Whether a content stands whole before the one cue and its speaker, so that its verb may
    follow."""
    if not len(outer.content) == len(outer.cue) == 1 or not outer.source:
        return False
    return outer.content[0].end <= min(outer.cue[0].start, outer.source[0].start)


def _belongs(page: Page, outer: Attribution, inner: Attribution) -> bool:
    """Whether the inner cue is the verb of the outer content, right behind the outer cue."""
    if (
        len(inner.cue) != 1
        or outer.source != inner.source
        or inner.content[0].start < inner.cue[0].end
    ):
        return False
    subject, cue, verb = outer.content[0], outer.cue[0], inner.cue[0]
    end = max(cue.end, outer.source[0].end)
    between = Span(end, verb.start)
    if not end <= verb.start or letters(page.text, between):
        return False
    words, verbal = covering(page.doc, *subject), covering(page.doc, *verb)
    ends = END.search(page.text, subject.start, inner.content[0].start)
    if words is None or verbal is None or ends:
        return False
    return words.root.dep_ == "nsubj" and verbal.start <= words.root.head.i < verbal.end
