"""Verbs of reporting that the detector missed, with their subject and what they bring; needs the
parse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from claims.detect.postprocess import refusals
from claims.detect.postprocess.imagined import never_said, supposed
from claims.detect.postprocess.layout import Page, claim, span_of, touches
from claims.detect.postprocess.parse import (
    AUXILIARIES,
    SUBJECTS,
    child_behind,
    phrase,
    subject_of,
)
from claims.detect.postprocess.sentences import END
from claims.model import Attribution, Span
from claims.rules.lists import words
from claims.tokens import children

if TYPE_CHECKING:
    from spacy.tokens import Token

REPORTED = "A verb of reporting with a clause."
UNSAID = "Somebody is reported not to have said or denied it."
UNANSWERED = "Somebody is reported to have given no answer."
BINDING = "A verb of promising, refusing or threatening with what is to be done."
AGAINST = "A verb of advice against something."
_THAT = re.compile(r",?\s+(?:[a-z]+,\s+)?(?P<that>that)\s+")
ESTIMATE = "Somebody puts a number on something."


@cache
def verbs() -> frozenset[str]:
    """The verbs that this module knows."""
    return frozenset().union(
        *(
            words("shapes", name)
            for name in ("verbs", "bare", "unanswered", "binding", "against", "putting")
        )
    )


def of_verb(page: Page, verb: Token) -> Iterator[Attribution]:
    """The claims of one verb, none within quotation marks."""
    low = verb.lower_
    subject = _subject(verb) if low in verbs() and not page.quoted(verb.idx) else None
    if subject is None or never_said(verb) or supposed(verb, (phrase(subject),)):
        return
    helpers = _helpers(verb)
    negated = any(c.dep_ == "neg" or c.lower_ == "neither" for c in helpers)
    if negated and (low in words("shapes", "bare") or low in words("shapes", "verbs")):
        yield from _unsaid(page, verb, subject, [*helpers, verb])
    elif low in words("shapes", "verbs"):
        yield from _clause(page, verb, subject, [verb], REPORTED)
    if low in words("shapes", "unanswered") and negated:
        yield from _unanswered(page, verb, subject)
        yield from refusals.asked(page, verb)
    if low in words("shapes", "binding"):
        yield from _infinitive(page, verb, subject)
    if low in words("shapes", "putting") and not negated:
        yield from _estimate(page, verb, subject)
    if low in words("shapes", "against"):
        yield from _against(page, verb, subject)


def _subject(verb: Token) -> Token | None:
    """The verb's subject before it, or that of the verb it is coordinated with ("neither confirmed
    nor denied")."""
    own = subject_of(verb)
    if own is None and verb.dep_ == "acl" and verb.head.dep_ == "ROOT":
        own = verb.head  # "The rebels offered to …", read as "the rebels who were offered"
    return own if own is not None and own.i < verb.i else None


def _helpers(verb: Token) -> list[Token]:
    """Auxiliaries and negations before the verb; "neither" stands before the verb that it is
    coordinated with."""
    verbs = [verb, verb.head] if verb.dep_ == "conj" else [verb]
    near = [c for v in verbs for c in children(v) if c.i < verb.i]
    return [
        c for c in near if c.lower_ == "neither" or (c.head.i == verb.i and c.dep_ in AUXILIARIES)
    ]


def _clause(
    page: Page, verb: Token, subject: Token, cue: list[Token], why: str
) -> Iterator[Attribution]:
    """A that-clause behind the verb."""
    clause = child_behind(verb, "ccomp")
    if clause is None or not (clause.left_edge.lower_ == "that" or _bare(verb, clause)):
        return
    content = page.trim(phrase(clause), " ,.")
    yield from _made(page, subject, span_of(min(cue, key=lambda t: t.i), verb), content, why)


def _bare(verb: Token, clause: Token) -> bool:
    """Whether a clause right behind a verb of saying goes without "that" ("She says the river would
    be back")."""
    own = any(c.dep_ in (*SUBJECTS, "expl") and c.i < clause.i for c in children(clause))
    return own and verb.lower_ in words("shapes", "saying") and clause.left_edge.i == verb.i + 1


def _unsaid(page: Page, verb: Token, subject: Token, cue: list[Token]) -> Iterator[Attribution]:
    """ "Did not deny, however, that …", "did not rule out a strike"; words in between may mislead
    the parse."""
    first, out = (
        min(cue, key=lambda t: t.i),
        next((c for c in children(verb) if c.dep_ == "prt"), None),
    )
    last = out if out is not None and out.i == verb.i + 1 else verb
    thing = child_behind(verb, "dobj")
    that = _THAT.match(page.text, last.idx + len(last))
    stop = END.search(page.text, that.end()) if that else None
    if that and stop:
        content = page.trim(Span(that.start("that"), stop.start()), " ,.")
    elif thing is not None and thing.left_edge.i == last.i + 1:
        content = page.trim(phrase(thing), " ,.")
    else:
        return
    yield from _made(page, subject, span_of(first, last), content, UNSAID)


def _infinitive(page: Page, verb: Token, subject: Token) -> Iterator[Attribution]:
    """ "They offered to hand over their weapons"."""
    act = child_behind(verb, "xcomp")
    if act is None or act.left_edge.lower_ != "to" or act.left_edge.i != verb.i + 1:
        return
    content = page.trim(phrase(act), " ,.")
    yield from _made(page, subject, span_of(verb, verb), content, BINDING)


def _against(page: Page, verb: Token, subject: Token) -> Iterator[Attribution]:
    """ "The auditor advised against new houses"."""
    against = next(
        (c for c in children(verb) if c.dep_ == "prep" and c.lower_ == "against" and c.i > verb.i),
        None,
    )
    if against is not None and against.right_edge.i > against.i:
        content = page.trim(span_of(against, against.right_edge), " ,.")
        yield from _made(page, subject, span_of(verb, verb), content, AGAINST)


def _estimate(page: Page, verb: Token, subject: Token) -> Iterator[Attribution]:
    """ "Two officials put the sum at three million crowns"."""
    thing = child_behind(verb, "dobj")
    near = [
        c
        for t in (verb, thing)
        if t is not None
        for c in children(t)
        if c.dep_ == "prep" and c.lower_ == "at"
    ]
    at = next((c for c in near if c.i > verb.i), None)
    counted = at is not None and any(t.like_num or t.is_currency for t in at.subtree)
    if (
        thing is not None
        and at is not None
        and counted
        and thing.left_edge.i == verb.i + 1
        and thing.i < at.i
    ):
        content = page.trim(span_of(thing.left_edge, at.right_edge), " ,.")
        yield from _made(page, subject, span_of(verb, verb), content, ESTIMATE)


def _unanswered(page: Page, verb: Token, subject: Token) -> Iterator[Attribution]:
    """ "The bank did not respond to a request for comment"."""
    to = child_behind(verb, "prep")
    aux = next((c for c in children(verb) if c.dep_ == "aux"), None)
    if to is not None and aux is not None and to.right_edge.i > to.i and subject.i < aux.i:
        content = page.trim(span_of(to.nbor(), to.right_edge), " ,.")
        yield from _made(page, subject, span_of(aux, to), content, UNANSWERED)


def _made(page: Page, subject: Token, cue: Span, content: Span, why: str) -> Iterator[Attribution]:
    """The claim, where its parts stand in one line and apart."""
    source = page.trim(phrase(subject))
    if source.end > cue.start:
        source = span_of(subject.left_edge, subject)
    apart = (
        source.end <= cue.start and not touches((content,), cue) and not touches((content,), source)
    )
    if apart and "\n" not in page.text[source.start : content.end]:
        yield claim([content], [cue], [source], why=why)
