"""Refusals: who was asked about something and would not say, and "to say" that belongs to the words
of refusing.

Needs the parse, and does nothing without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.detect.postprocess.layout import Page, changed, claim, span_of
from claims.detect.postprocess.taken_words import Context
from claims.model import Attribution, Span
from claims.rules.lists import words
from claims.tokens import covering

if TYPE_CHECKING:
    from spacy.tokens import Token

ASKED = "Who was asked about it gave no answer."
TELLING = "What is not told, or asked to be told, is the content; the telling belongs to the cue."
BOUND = (("withholding", "telling"), ("wanting", "learning"))
"""Lists of the verbs whose cue takes in the verb behind "to", and of that verb."""
OBJECTS = frozenset({"dobj", "ccomp"})


def asked(page: Page, verb: Token) -> Iterator[Attribution]:
    """ "Asked about the missing money, the treasurer would not comment": what was asked about is
    the content."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    aux = next((c for c in verb.children if c.dep_ == "aux" and c.i < verb.i), None)
    negated = any(c.dep_ == "neg" for c in verb.children)
    ask = next(
        (
            c
            for c in verb.children
            if c.lower_ in ("asked", "questioned", "pressed") and c.i < verb.i
        ),
        None,
    )
    if (
        subject is None
        or aux is None
        or ask is None
        or not negated
        or not ask.i < subject.i < aux.i
    ):
        return
    about = next(
        (c for c in ask.children if c.dep_ == "prep" and c.lower_ in ("about", "on", "over")), None
    )
    if about is None or about.right_edge.i == about.i or about.right_edge.i >= subject.left_edge.i:
        return
    content = page.trim(span_of(about.nbor(), about.right_edge), " ,")
    source = page.trim(span_of(subject.left_edge, subject.right_edge))
    if "\n" not in page.text[content.start : verb.idx]:
        yield claim([content], [span_of(aux, verb)], [source], why=ASKED)


def telling(page: Page, found: Attribution, context: Context) -> Attribution:
    """ "Declined | to say who approved it": "to say" is no part of what was not said."""
    first = found.content[0]
    span = covering(page.doc, *first)
    if len(found.cue) != 1 or span is None or len(span) < 3 or span[0].lower_ != "to":
        return found
    verb, cue = span[1], found.cue[0]
    object_ = any(c.dep_ in OBJECTS and span[1].i < c.i < span.end for c in verb.children)
    last = page.words(cue).split()[-1].casefold()
    bound = any(last in words("shapes", a) and verb.lower_ in words("shapes", b) for a, b in BOUND)
    if not bound or not object_ or not 0 < span[0].idx - cue.end <= 1:
        return found
    content = (Span(span[2].idx, first.end), *found.content[1:])
    return changed(found, TELLING, cue=(Span(cue.start, verb.idx + len(verb)),), content=content)
