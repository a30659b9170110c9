"""Whom a question was put to is no part of it: "asked the minister when the line will open"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.detect.postprocess.layout import Page, changed
from claims.detect.postprocess.parse import SUBJECTS, child_behind
from claims.model import Attribution, Span
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.tokens import children, covering

if TYPE_CHECKING:
    from spacy.tokens import Token

_PUT = re.compile(rf"(?:{alternation(listed('shapes', 'putting_to'))})$", re.IGNORECASE)
_DETERMINERS = alternation(listed("function_words", "articles", "possessives"))
_TO = re.compile(
    rf"(?P<whom>(?:(?:{_DETERMINERS})\s)?[^\W\d_][^\s,.;:?!“”\"]*"
    r"(?:\s(?!(?:to|that|about)\b)[^\s,.;:?!“”\"]+){0,7}?)"
    rf"\s(?=(?:{alternation(listed('shapes', 'open_questions'))})\s)",
    re.IGNORECASE,
)
TOLD = "Who was told it is no part of it."
WHOM = "Whom the question was put to is no part of it."


def mended(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Contents of questions without the person asked."""
    return [_without_told(page, _without_addressee(page, a)) for a in attributions]


def _without_told(page: Page, attribution: Attribution) -> Attribution:
    """ "Told | the inquiry | the girders were sound": whom the clause behind is told."""
    if len(attribution.cue) != 1 or not attribution.content:
        return attribution
    cue, content = attribution.cue[0], attribution.content[0]
    verbs = [t for t in covering(page.doc, *cue) or () if t.lower_ in words("turns", "telling")]
    clause = child_behind(verbs[-1], "ccomp") if verbs else None
    whom = next((w for w in (_whom(verbs[-1]) if verbs else ())), None)
    if clause is None or whom is None or not cue.end <= content.start <= whom.idx < content.end:
        return attribution
    start = clause.left_edge.idx
    apart = whom.right_edge.i < clause.left_edge.i and content.start < start < content.end
    if not apart or not any(c.dep_ in SUBJECTS for c in children(clause)):
        return attribution
    return changed(attribution, TOLD, content=(Span(start, content.end), *attribution.content[1:]))


def _whom(verb: Token) -> list[Token]:
    return [c for c in children(verb) if c.dep_ in ("dobj", "dative") and c.i > verb.i]


def _without_addressee(page: Page, attribution: Attribution) -> Attribution:
    if len(attribution.cue) != 1 or len(attribution.content) != 1:
        return attribution
    cue, content = attribution.cue[0], attribution.content[0]
    near = cue.end <= content.start and not page.text[cue.end : content.start].strip()
    if not near or not _PUT.search(page.text, cue.start, cue.end):
        return attribution
    match = _TO.match(page.text, content.start, content.end)
    if not match or page.text[content.start : match.end()].split()[0].casefold() in _QUESTIONS:
        return attribution
    return changed(attribution, WHOM, content=(Span(match.end(), content.end),))


_QUESTIONS = frozenset(listed("shapes", "open_questions"))
