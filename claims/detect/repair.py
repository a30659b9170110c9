"""Small rules that mend what the tagger is known to get wrong, each with its reason; nothing is
added but by them.

Every rule takes and gives one attribution; None drops it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.detect.postprocess.layout import touches
from claims.detect.postprocess.parse import SUBJECTS
from claims.detect.quoted_sayings import quoted_as_saying
from claims.model import Attribution, Span, Spans
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.tokens import covering, text_of, tokens_among

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

EDGE = " \t\r\n\u00a0\"“”„‟«»'‘’`,.;:–—-()[]"
DANGLING = re.compile(
    rf"(?<![\s,;(–—-])[\s,;(–—-]+(?:{alternation(listed('shapes', 'dangling'))})$", re.IGNORECASE
)
"""An article or conjunction left over where the tagger stopped too late."""
NEGATED = {"not", "n't", "n’t", "never"}
MAX_GAP_WORDS = 7
"""Between two pieces of one content, which are no real gap."""
MAX_CIRCUMSTANCE_CHARACTERS = 12
"""Between a cue and the words that say when."""


def repair(doc: Doc, attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions with every rule applied, in order of their first span."""
    out: list[Attribution] = []
    text = text_of(doc)
    for attribution in attributions:
        repaired: Attribution | None = attribution
        for rule in RULES:
            repaired = rule(doc, text, repaired) if repaired else None
        if repaired:
            out.append(repaired)
    return sorted(out, key=lambda a: min(a.cue + a.source + a.content))


def trailing_circumstance(doc: Doc, text: str, attribution: Attribution) -> Attribution | None:
    """In "P, X reported as Y met Z" the clause behind the cue says when the outlet wrote, not what
    was reported."""
    if len(attribution.content) < 2 or not attribution.cue:
        return attribution
    cue = tuple(
        span
        for span in (_without_conjunction(text, s) for s in attribution.cue)
        if span.start < span.end
    )
    if not cue:
        return attribution
    after = max(e for _, e in cue)
    content = tuple(s for s in attribution.content if not _circumstance(text, after, s))
    before = any(s.end <= after for s in content)
    return (
        replace(attribution, cue=cue, content=content)
        if before and len(content) < len(attribution.content)
        else attribution
    )


def _without_conjunction(text: str, cue: Span) -> Span:
    written = text[cue.start : cue.end].rstrip()
    *before, last = written.split() or [""]
    if before and last.casefold() in words("shapes", "circumstances"):
        return Span(cue.start, cue.start + len(written[: -len(last)].rstrip()))
    return cue


def _circumstance(text: str, after: int, content: Span) -> bool:
    """Whether the content begins right behind the cue with a word such as "as" or "after"."""
    first = next(iter(text[after : content.end].split(maxsplit=1)), "")
    near = 0 <= content.start - after <= MAX_CIRCUMSTANCE_CHARACTERS
    return near and first.casefold() in words("shapes", "circumstances")


def heal(doc: Doc, text: str, attribution: Attribution) -> Attribution | None:
    """Pieces of one content with a few words of its own sentence between them, none of them cue or
    source, are one."""
    out = list[Span]()
    taken = attribution.cue + attribution.source
    for span in sorted(attribution.content):
        if (
            out
            and _gap(text[out[-1].end : span.start])
            and not touches(taken, Span(out[-1].end, span.start))
        ):
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return replace(attribution, content=tuple(out))


def _gap(between: str) -> bool:
    return (
        "\n" not in between
        and len(between.split()) <= MAX_GAP_WORDS
        and not any(c in between for c in ".!?")
    )


def trimmed(doc: Doc, text: str, attribution: Attribution) -> Attribution | None:
    """Marks and blanks at the edges belong to no part; a part of marks alone stays as a cue only (a
    colon)."""
    content = _trim(text, attribution.content)
    if not content:
        return None
    source = _trim(text, attribution.source)
    cue = _trim(text, attribution.cue) or attribution.cue
    same = (cue, source, content) == (attribution.cue, attribution.source, attribution.content)
    return attribution if same else replace(attribution, content=content, source=source, cue=cue)


def _trim(text: str, spans: Spans) -> Spans:
    out = []
    for start, end in spans:
        while start < end and text[start] in EDGE and text[start] not in "([":
            start += 1
        while end > start and text[end - 1] in EDGE and text[end - 1] not in ")]":
            end -= 1
        dangling = DANGLING.search(text, start, end)
        if dangling:
            end = dangling.start()
        if any(c.isalnum() for c in text[start:end]):
            out.append(Span(start, end))
    return tuple(out)


def visit(doc: Doc, text: str, attribution: Attribution) -> Attribution | None:
    """Somebody who calls on, meets or discusses with somebody has not been reported to say
    anything."""
    visits = words("shapes", "visits")
    if not any(True for s, e in attribution.cue for _ in tokens_among(doc, visits, s, e)):
        return attribution
    if not _meets([t for s, e in attribution.cue for t in covering(doc, s, e) or ()]):
        return attribution
    inside = [t for s, e in attribution.content for t in covering(doc, s, e) or ()]
    demand = any(t.lower_ == "to" or t.dep_ in SUBJECTS for t in inside)
    quoted = any(
        mark in text[max(0, s - 1) : e + 1] for s, e in attribution.content for mark in '“"'
    )
    return attribution if demand or quoted else None


def _meets(cue: list[Token]) -> bool:
    """Whether the verb of a cue is one of meeting; "would not discuss it" is a refusal."""
    if any(t.lower_ in NEGATED for t in cue):
        return False
    helpers = words("shapes", "helpers")
    verb = next((t for t in cue if t.lower_ not in helpers and not t.lower_.endswith("ly")), None)
    if verb is None or verb.lower_ not in words("shapes", "visits"):
        return False
    return not verb.lower_.startswith("call") or any(t.lower_ == "on" for t in cue)


def bare_relative(doc: Doc, text: str, attribution: Attribution) -> Attribution | None:
    """In "what they said:" the relative word stands for words that follow elsewhere; alone it says
    nothing."""
    said = [
        word.strip(EDGE).casefold() for s, e in attribution.content for word in text[s:e].split()
    ]
    alone = bool(said) and words("shapes", "relatives").issuperset(said)
    return None if alone else attribution


Rule = Callable[["Doc", str, Attribution], Attribution | None]
RULES: tuple[Rule, ...] = (
    quoted_as_saying,
    trailing_circumstance,
    heal,
    visit,
    bare_relative,
    trimmed,
)
