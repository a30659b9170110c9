"""What stands behind the words that attribute, in their sentence: the rest of what was said, or the writer's
own. Needs the parse, which boundaries.py asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.detect.postprocess.layout import Page, changed
from claims.detect.postprocess.parse import AUXILIARIES, SUBJECTS
from claims.detect.postprocess.sentences import END
from claims.detect.postprocess.taken_words import Context
from claims.model import Attribution, Span
from claims.rules.lists import listed
from claims.rules.patterns import alternation
from claims.tokens import children, covering

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

REST = "The sentence goes on behind the words that attribute it."
ASIDE = "What is set against the words behind their speaker is the writer's."
_SET_AGAINST = re.compile(rf"(?:{alternation(listed('shapes', 'set_against'))})\b")
_SET_AGAINST_BEHIND = re.compile(rf"\b(?:{alternation(listed('shapes', 'set_against'))}) $")


def rest(page: Page, attribution: Attribution, context: Context) -> Attribution:
    """ "The quay, he said, is still closed": the subject before the cue has its verb behind it."""
    if len(attribution.content) != 1 or not attribution.cue or not attribution.source:
        return attribution
    end = max(e for _, e in (*attribution.cue, *attribution.source))
    only = attribution.content[0]
    span = covering(page.doc, *only)
    if (
        span is None
        or only.end > min(s for s, _ in (*attribution.cue, *attribution.source))
        or page.quoted(only.start)
    ):
        return attribution
    gap = re.compile(r",\s+(?=[a-zà-ÿ])").match(page.text, end)
    stop = END.search(page.text, gap.end()) if gap else None
    if not gap or not stop or context.taken.find(1, gap.end(), stop.start()) >= 0:
        return attribution
    rest = page.trim(Span(gap.end(), stop.start()), " ,.")
    behind = covering(page.doc, *rest)
    goes_on = behind is not None and (
        _quantity(span, behind) if _has_subject(span) else _finite(span, behind)
    )
    return changed(attribution, REST, content=(only, rest)) if goes_on else attribution


def aside(page: Page, attribution: Attribution, context: Context) -> Attribution:
    """ "The drains were new, the mayor said, though the lids are dated 1990": a clause that stands whole before
    its speaker does not go on behind him with what is set against it, nor with what is so now."""
    said = (*attribution.cue, *attribution.source)
    if len(attribution.content) != 2 or not attribution.cue or not attribution.source:
        return attribution
    first, second = sorted(attribution.content)
    if first.end > min(s for s, _ in said) or second.start < max(e for _, e in said):
        return attribution
    if page.quoted(first.start) or page.quoted(second.start):
        return attribution
    whole, behind = covering(page.doc, *first), covering(page.doc, *second)
    if whole is None or behind is None or not _has_subject(whole) or not _has_subject(behind):
        return attribution
    between = page.text[max(e for _, e in said) : second.start]
    if not (_SET_AGAINST.match(page.text, *second) or _SET_AGAINST_BEHIND.search(between)):
        goes_on = (
            page.text[second.start - 4 : second.start] == "and " or page.words(second)[:4] == "and "
        )
        if not (goes_on and _past(whole) and _present(behind)):
            return attribution
    return changed(attribution, ASIDE, content=(first,))


def _past(clause: Words) -> bool:
    return any(t.tag_ == "VBD" for t in _finite_of(clause))


def _present(clause: Words) -> bool:
    """Whether a clause tells of the day of the text: "and the bakers are bracing for worse"."""
    return any(t.tag_ in ("VBZ", "VBP") for t in _finite_of(clause))


def _finite_of(clause: Words) -> list[Token]:
    """The verb of a clause's first subject, and its helpers."""
    verb = next((t.head for t in clause if t.dep_ in SUBJECTS), clause.root)
    return [verb, *(t for t in children(verb) if t.dep_ in AUXILIARIES)]


def _finite(subject: Words, behind: Words) -> bool:
    """Whether the verb of a subject stands in the words behind."""
    return subject.root.head.i >= behind.start and subject.root.dep_ in SUBJECTS


def _quantity(clause: Words, behind: Words) -> bool:
    """ "The fund lost, she said, nearly a third": a verb that ends its clause has an amount behind,
    which is nobody."""
    amount = any(t.dep_ in ("quantmod", "nummod") and t.head.i > t.i for t in behind[:2])
    return clause[-1].i == clause.root.i and amount and not _has_subject(behind)


def _has_subject(span: Words) -> bool:
    return any(t.dep_ in (*SUBJECTS, "expl") and t.head.i < span.end for t in span)
