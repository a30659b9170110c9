"""Claims inside another claim's content: "she said that the board had told her …". The outer one
stays as it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claims.detect.postprocess.layout import Page, claim, letters, parts, span_of
from claims.detect.postprocess.parse import child_before, child_behind, phrase
from claims.model import Attribution, Span
from claims.rules.lists import words
from claims.tokens import children, tokens_among

if TYPE_CHECKING:
    from spacy.tokens import Token

INNER = "A verb of reporting within what somebody else says."
MIN_CONTENT_LETTERS = 7


def added(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """The claims that stand inside the contents; nothing without the parse."""
    if not page.doc.has_annotation("DEP"):
        return attributions
    taken = bytearray(len(page.text))
    for start, end in (span for a in attributions for span in (*a.cue, *a.source)):
        taken[start:end] = b"\x01" * (end - start)
    outer = _outermost(span for a in attributions for span in a.content)
    starts = [span.start for span in outer]
    out = list(attributions)
    for token in tokens_among(page.doc, words("shapes", "verbs")):
        number = bisect_right(starts, token.idx) - 1
        if number >= 0 and token.idx < outer[number].end:
            out.extend(c for c in _told(page, token) if _fits(page, c, outer[number], taken))
    return out


def _outermost(spans: Iterable[Span]) -> list[Span]:
    """The spans that no other holds, in order."""
    out: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not out or span.end > out[-1].end:
            out.append(span)
    return out


def _fits(page: Page, inner: Attribution, outer: Span, taken: bytearray) -> bool:
    """Whether a claim lies within the outer content and is nobody else's."""
    within = all(outer.start <= s and e <= outer.end for s, e in parts(inner))
    free = not any(any(taken[s:e]) for s, e in (*inner.cue, *inner.source))
    return within and free and letters(page.text, inner.content[0]) >= MIN_CONTENT_LETTERS


def _told(page: Page, verb: Token) -> Iterator[Attribution]:
    subject = child_before(verb, "nsubj")
    clause = child_behind(verb, "ccomp")
    if subject is None or clause is None or subject.lower_ in words("shapes", "own_voice"):
        return
    content = page.trim(phrase(clause), ' ,.;“”"')
    source = phrase(subject)
    helpers = [
        c
        for c in children(verb)
        if c.dep_ in ("aux", "neg") and subject.right_edge.i < c.i < verb.i
    ]
    if any(c.lower_ == "to" for c in helpers):
        return
    cue = span_of(min([verb, *helpers], key=lambda t: t.i), verb)
    if (
        source.end <= cue.start
        and "\n" not in page.text[source.start : content.end]
        and content.start >= cue.end
    ):
        yield claim([content], [cue], [source], why=INNER)
