"""Who is accused, asked or told says nothing: the subject of a passive verb is no source ("Mr. Orr is accused
of fraud", "Ms. Lund was asked whether"). Needs the parse, and does nothing without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.detect.postprocess.layout import Page, changed
from claims.detect.postprocess.parse import child_before
from claims.model import Attribution
from claims.rules.lists import words
from claims.tokens import children, covering

if TYPE_CHECKING:
    from spacy.tokens import Token

UNDERGONE = "The one who is accused, asked or told is not the one who says so."


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
