"""Who is accused, asked or told says nothing: the subject of a passive verb is no source ("Mr. Orr is accused
of fraud", "Ms. Lund was asked whether"); who is quoted as saying does ("The pier is shut, Ms. Lund was quoted as
saying by the daily"). Needs the parse, and does nothing without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.detect.postprocess.layout import (
    MARKS,
    Page,
    changed,
    claim,
    free,
    parts,
    span_of,
    touches,
)
from claims.detect.postprocess.parse import child_before, phrase
from claims.detect.postprocess.taken import Placed
from claims.detect.quoted_sayings import MAX_TOKENS_TO_SAYING, said_before
from claims.model import Attribution, Span
from claims.rules.lists import words
from claims.tokens import children, covering, tokens_among

if TYPE_CHECKING:
    from spacy.tokens import Token

UNDERGONE = "The one who is accused, asked or told is not the one who says so."

QUOTED = "Who is quoted as saying something said it."


def added(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """The claims of those who are quoted as saying what stands before."""
    if not page.doc.has_annotation("DEP"):
        return attributions
    placed = Placed(attributions)
    for quoted in tokens_among(page.doc, words("shapes", "quote"), 0, len(page.text)):
        new = _quoted_as_saying(page, quoted)
        if new is None:
            continue
        for number, attribution in placed.near(*new.cue).items():
            if _misread(attribution, new):
                placed.drop(number)
        own = parts(new)
        if free(placed.near(*own).values(), *own) and not any(map(page.skipped, own)):
            placed.add(new)
    return placed.all()


def _quoted_as_saying(page: Page, quoted: Token) -> Attribution | None:
    helper, subject = child_before(quoted, "auxpass"), child_before(quoted, "nsubjpass")
    near = page.doc[quoted.i + 1 : quoted.i + 1 + MAX_TOKENS_TO_SAYING]
    saying = next((t for t in near if t.lower_ == "saying"), None)
    if helper is None or subject is None or saying is None or saying.nbor(-1).lower_ != "as":
        return None
    behind = page.doc[saying.i - 1 : saying.i + 1]
    source = phrase(subject)
    content = _in_marks(page, source) or [page.trim(s, " ,.\n") for s in said_before(quoted)]
    if saying.i - quoted.i > 2 and not page.quoted(content[0].start if content else 0):
        return None
    if not content or content[0].end > source.start or page.quoted(quoted.idx):
        return None
    cue = (span_of(helper, quoted), span_of(*behind))
    return claim(content, cue, (source,), why=QUOTED)


def _in_marks(page: Page, source: Span) -> list[Span]:
    """The quotation right before whoever is quoted."""
    line = page.lines[page.line_at(source.start)]
    before = [q for q in page.quoted_in(line) if q.closed and q.end <= source.start]
    if not before or page.text[before[-1].end : source.start].strip():
        return []
    return [page.trim(Span(before[-1].start, before[-1].end), MARKS + ",")]


def _misread(attribution: Attribution, new: Attribution) -> bool:
    """Whether a claim has the words of quoting, and another speaker or none of the content."""
    cue = any(touches(attribution.cue, span) for span in new.cue)
    same = any(touches(attribution.source, span) for span in new.source)
    return cue and not (same and any(touches(attribution.content, span) for span in new.content))


def mended(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Every claim whose source is the subject of a passive verb, without it; whom an accusation is about
    belongs to what is said, as in "Mr. Orr … of fraud"."""
    if not page.doc.has_annotation("DEP"):
        return attributions
    return [_without_subject(page, a) for a in attributions]


def _without_subject(page: Page, attribution: Attribution) -> Attribution:
    if len(attribution.cue) != 1 or len(attribution.source) != 1 or not attribution.content:
        return attribution
    cue, source = attribution.cue[0], attribution.source[0]
    for verb in covering(page.doc, *cue) or ():
        subject = _undergoing(verb)
        if subject is None or not source.start <= subject.idx < source.end:
            continue
        content = attribution.content
        if verb.lower_ in words("shapes", "blaming") and _has_words(subject):
            content = tuple(sorted((source, *content))) if source.end <= cue.start else content
        return changed(attribution, UNDERGONE, source=(), content=content)
    return attribution


def _undergoing(verb: Token) -> Token | None:
    """The subject of a verb in the passive voice, or of the one it is coordinated with."""
    if verb.lower_ not in words("shapes", "blaming") | words("shapes", "addressing"):
        return None
    heads = (verb, verb.head) if verb.dep_ == "conj" else (verb,)
    passive = next((h for h in heads if any(c.dep_ == "auxpass" for c in children(h))), None)
    return child_before(passive, "nsubjpass") if passive is not None else None


def _has_words(subject: Token) -> bool:
    """Whether a subject says whom it means: "who" does not."""
    return subject.lower_ not in words("pronouns", "relative")
