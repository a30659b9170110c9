"""Who speaks where a medium quotes: "the daily quoted X as saying that Y", "X was quoted by the daily as
saying"; what was said may stand before it ("Y, X was quoted as saying by the daily")."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import repeat
from typing import TYPE_CHECKING

from claims.detect.postprocess.parse import phrase
from claims.model import Attribution, Span, Spans
from claims.rules.lists import words
from claims.tokens import children, covering, text_of, tokens_among

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENING = re.compile(r"[^.;:\n“”\"]{0,80}?(?:\bthat\s|:\s|,? (?=[“\"]))")
"""What stands between "as saying" and the words that are quoted."""
MAX_TOKENS_TO_SAYING = 13
"""Behind "quoted"."""
MAX_CHARACTERS_TO_CONTENT = 60
"""Behind "saying", left out of what was said."""


def quoted_as_saying(doc: Doc, text: str, attribution: Attribution) -> Attribution | None:
    """In "the daily quoted X as saying that Y" the speaker is X, whom the tagger leaves in the cue
    or the content."""
    for start, end in map(_with_quoting, repeat(doc), attribution.cue):
        quoted = next(tokens_among(doc, words("shapes", "quote"), start, end), None)
        saying = None if quoted is None else _saying(doc, quoted)
        if quoted is None or saying is None:
            continue
        if _passive(quoted):
            return _passively(doc, quoted, saying, attribution)
        tail_at = saying.i - 1 if doc[saying.i - 1].lower_ == "as" else saying.i
        if tail_at <= quoted.i + 1:
            continue
        tail = Span(doc[tail_at].idx, saying.idx + len(saying))
        content = _behind(text, tail, attribution) or _before(quoted, attribution)
        if content:
            source = Span(doc[quoted.i + 1].idx, doc[tail_at - 1].idx + len(doc[tail_at - 1]))
            cue = Span(quoted.idx, quoted.idx + len(quoted))
            return replace(attribution, cue=(cue, tail), source=(source,), content=content)
    return attribution


def _with_quoting(doc: Doc, cue: Span) -> Span:
    """A cue that is no more than "saying", from the verb on that quotes somebody "as saying"."""
    tokens = covering(doc, *cue)
    if tokens is None or not len(tokens) or tokens[-1].lower_ != "saying" or tokens[-1].i < 2:
        return cue
    prepositions = tokens[-1].nbor(-1)
    quoted = prepositions.head
    if prepositions.lower_ != "as" or quoted.lower_ not in words("shapes", "quote"):
        return cue
    return Span(min(quoted.idx, cue.start), cue.end)


def _saying(doc: Doc, quoted: Token) -> Token | None:
    near = doc[quoted.i + 1 : quoted.i + 1 + MAX_TOKENS_TO_SAYING]
    return next((t for t in near if t.text.casefold() == "saying"), None)


def _behind(text: str, tail: Span, attribution: Attribution) -> Spans:
    """The content behind "as saying", from its first word on."""
    content = sorted(Span(max(s, tail.end), e) for s, e in attribution.content if e > tail.end)
    if content:
        between = text[tail.end : content[0].start]
        near = len(between) < MAX_CHARACTERS_TO_CONTENT
        if near and "\n" not in between and "." not in between:
            content[0] = Span(_after_that(text, tail.end), content[0].end)
    return tuple(sorted(content))


def _before(edge: Token, attribution: Attribution) -> Spans:
    """What was said before the words of quoting: what the tagger found there, else the clause."""
    found = tuple(s for s in attribution.content if s.end <= edge.idx)
    return found or said_before(edge if edge.dep_ != "nsubjpass" else edge.head)


def said_before(quoted: Token) -> Spans:
    """The clause before a verb of quoting that is what was said, behind a place line."""
    clause = next((c for c in children(quoted) if c.dep_ == "ccomp" and c.i < quoted.i), None)
    if clause is None:
        return ()
    start, end = phrase(clause)
    for line in quoted.doc._.onrecord_furniture:
        start = line.end if line.start <= start < line.end else start
    return (Span(start, end),) if start < end else ()


def _passively(doc: Doc, quoted: Token, saying: Token, attribution: Attribution) -> Attribution:
    """In "X was quoted by the daily as saying that Y" the speaker is the subject."""
    subject = next((c for c in children(quoted) if c.dep_ == "nsubjpass"), None)
    if (
        subject is None
        or subject.lower_ in words("shapes", "relatives")
        or doc[saying.i - 1].lower_ != "as"
    ):
        return attribution
    source = phrase(subject)
    first = min(
        [quoted, *(c for c in children(quoted) if c.dep_ in ("aux", "auxpass"))], key=lambda t: t.i
    )
    tail = Span(doc[saying.i - 1].idx, saying.idx + len(saying))
    content = tuple(Span(max(s, tail.end), e) for s, e in attribution.content if e > tail.end)
    if saying.i + 1 < len(doc) and doc[saying.i + 1].lower_ in words(
        "function_words", "behind_saying"
    ):
        content = _before(subject, attribution) or _begun(doc, tail.end, content)
    cue = (Span(first.idx, quoted.idx + len(quoted)), tail)
    return (
        replace(attribution, cue=cue, source=(source,), content=content)
        if content and source.end <= first.idx
        else attribution
    )


def _begun(doc: Doc, at: int, content: Spans) -> Spans:
    """The content from where it begins behind the words that say by whom, where or when it was said."""
    opening = _OPENING.match(text_of(doc), at)
    start = opening.end() if opening and not _brings_a_thing(doc, opening) else at
    return tuple(Span(max(s, start), e) for s, e in content if e > start)


def _brings_a_thing(doc: Doc, opening: re.Match[str]) -> bool:
    """Whether the "that" which ends an opening says which thing is meant: "the bridge that collapsed"."""
    last = list(covering(doc, *opening.span()) or ())[-1:]
    return any(t.lower_ == "that" and t.dep_ != "mark" for t in last)


def _passive(verb: Token) -> bool:
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in children(verb))


def _after_that(text: str, at: int) -> int:
    rest = text[at:]
    bare = rest.lstrip()
    if bare.casefold().startswith("that "):
        return at + len(rest) - len(bare) + 5
    return at + len(rest) - len(bare)
