"""Refusals: who was asked about something and would not say, and "to say" that belongs to the words
of refusing.

Needs the parse, and does nothing without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.detect.postprocess.layout import Page, changed, claim, span_of
from claims.detect.postprocess.parse import child_before, phrase
from claims.detect.postprocess.taken_words import Context
from claims.model import Attribution, Span
from claims.rules.lists import words
from claims.tokens import children, covering

if TYPE_CHECKING:
    from spacy.tokens import Token

ASKED = "Who was asked about it gave no answer."
TELLING = "What is not told, or asked to be told, is the content; the telling belongs to the cue."
BOUND = (("withholding", "telling"), ("wanting", "learning"))
"""Lists of the verbs whose cue takes in the verb behind "to", and of that verb."""
ASKING = ("asked", "questioned", "pressed")
OBJECTS = frozenset({"dobj", "ccomp"})


def asked(page: Page, verb: Token) -> Iterator[Attribution]:
    """ "Asked about the missing money, the treasurer would not comment": what was asked about is
    the content."""
    subject = child_before(verb, "nsubj")
    aux = child_before(verb, "aux")
    negated = any(c.dep_ == "neg" for c in children(verb))
    asking = next((c for c in children(verb) if c.lower_ in ASKING and c.i < verb.i), None)
    if subject is None or aux is None or asking is None or not negated:
        return
    about = _about(asking)
    in_order = asking.i < subject.i < aux.i
    if not in_order or about is None or about.right_edge.i >= subject.left_edge.i:
        return
    content = page.trim(span_of(about.nbor(), about.right_edge), " ,")
    source = page.trim(phrase(subject))
    if "\n" not in page.text[content.start : verb.idx]:
        yield claim([content], [span_of(aux, verb)], [source], why=ASKED)


def _about(asking: Token) -> Token | None:
    """The preposition of what was asked about; None where it brings nothing."""
    prepositions = (c for c in children(asking) if c.dep_ == "prep")
    about = next((c for c in prepositions if c.lower_ in ("about", "on", "over")), None)
    return None if about is None or about.right_edge.i == about.i else about


def telling(page: Page, attribution: Attribution, context: Context) -> Attribution:
    """ "Declined | to say who approved it": "to say" is no part of what was not said."""
    first = attribution.content[0]
    span = covering(page.doc, *first)
    if len(attribution.cue) != 1 or span is None or len(span) < 3 or span[0].lower_ != "to":
        return attribution
    verb, cue = span[1], attribution.cue[0]
    object_ = any(c.dep_ in OBJECTS and span[1].i < c.i < span.end for c in children(verb))
    last = page.words(cue).split()[-1].casefold()
    bound = any(last in words("shapes", a) and verb.lower_ in words("shapes", b) for a, b in BOUND)
    if not bound or not object_ or not 0 < span[0].idx - cue.end <= 1:
        return attribution
    content = (Span(span[2].idx, first.end), *attribution.content[1:])
    return changed(
        attribution, TELLING, cue=(Span(cue.start, verb.idx + len(verb)),), content=content
    )
