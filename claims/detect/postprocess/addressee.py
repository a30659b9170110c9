"""Whom a question was put to is no part of it: "asked the minister when the line will open"."""

from __future__ import annotations

import re

from claims.detect.postprocess.layout import Page, changed
from claims.model import Attribution, Span
from claims.rules.lists import listed
from claims.rules.patterns import alternation

_PUT = re.compile(rf"(?:{alternation(listed('shapes', 'putting_to'))})$", re.IGNORECASE)
_DETERMINERS = alternation(listed("function_words", "articles", "possessives"))
_TO = re.compile(
    rf"(?P<whom>(?:(?:{_DETERMINERS})\s)?[^\W\d_][^\s,.;:?!“”\"]*"
    r"(?:\s(?!(?:to|that|about)\b)[^\s,.;:?!“”\"]+){0,7}?)"
    rf"\s(?=(?:{alternation(listed('shapes', 'open_questions'))})\s)",
    re.IGNORECASE,
)
WHOM = "Whom the question was put to is no part of it."


def mended(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Contents of questions without the person asked."""
    return [_without_addressee(page, a) for a in attributions]


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
