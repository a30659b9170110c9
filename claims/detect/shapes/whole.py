"""Contents and sources made whole: a clause cut short is read to its end, words of another sentence are left out.

Needs the parse for what a clause holds, and does nothing without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.detect.lists import words
from claims.detect.shapes.page import Page, changed, letters, parts, touches
from claims.detect.shapes.sentences import END, sentence
from claims.model import Attribution, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

ALONE = "A word such as “that” or “there” by itself says nothing."
OTHER = "Words of another sentence without marks are not what was said there."
OTHERS = "Words of an earlier paragraph are somebody else's."
QUOTED = "A sentence before the quotation is not part of it."
CUT = "The clause goes on behind where the detector stopped."
REST = "The sentence goes on behind the words that attribute it."
WHO = "The clause that says who the source is goes on."
TURNED_DOWN = "Who was asked gave no answer."
SUBJECT = "The subject of the cue's verb."
COMPLEMENTS = frozenset({"pobj", "pcomp", "dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "agent", "prt"})
"""Labels of the parse for what a verb or preposition cannot do without."""
REACH = 160
"""Code points that a source or a content can grow by."""
_LATE = re.compile(r"(?<=[.!?])\s+(?=[“\"„«])")
_MARKED = re.compile('["“”„«»]')
_REFUSED = re.compile(
    r",\s+(?P<who>[^,.;“”\"\r\n]{2,60}?)\s+(?P<cue>(?:(?:would|did|could) not|(?:has |had )?(?:declined|refused) to) "
    r"(?:comment|answer|reply|respond|say|elaborate))\b"
)
_RELATIVE = re.compile(r",\s*(?:who|whose|whom|which|where)\b")
_LEAD = re.compile(r"(?:too|also|however|though|then|meanwhile),?\s+(?=that\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Context:
    """Which code points any attribution holds, and which lie in two contents; 1 a code point."""

    taken: bytearray
    shared: bytearray


def mended(page: Page, found: list[Attribution]) -> list[Attribution]:
    """Every attribution with the rules of this module applied; none grows into another's words."""
    if not page.doc.has_annotation("DEP"):
        return found
    context = _context(page, found)
    out = []
    for attribution in found:
        for rule in RULES:
            attribution = rule(page, attribution, context)
        out.append(attribution)
    return out


def _context(page: Page, found: list[Attribution]) -> Context:
    taken, shared, held = (bytearray(len(page.text)) for _ in range(3))
    for attribution in found:
        for start, end in parts(attribution):
            taken[start:end] = b"\x01" * (end - start)
        for start, end in attribution.content:
            shared[start:end] = held[start:end]
            held[start:end] = b"\x01" * (end - start)
    return Context(taken, shared)


def _substance(page: Page, found: Attribution, context: Context) -> Attribution:
    """Leaves out pieces that hold function words alone, where a piece with substance stays."""
    kept = tuple(s for s in found.content if not _hollow(page, s))
    found = changed(found, ALONE, content=kept) if kept and len(kept) < len(found.content) else found
    first = found.content[0]
    lead = _LEAD.match(page.text, *first)
    return changed(found, ALONE, content=(Span(lead.end(), first.end), *found.content[1:])) if lead else found


def _hollow(page: Page, span: Span) -> bool:
    return all(word.casefold() in words("hollow") for word in page.words(span).split())


def _own_sentence(page: Page, found: Attribution, context: Context) -> Attribution:
    """Leaves out unquoted pieces of another sentence than the cue's where a quotation is what was said."""
    if not found.cue or len(found.content) < 2 or not any(page.quoted(s.start) for s in found.content):
        return found
    own = sentence(page, found.cue[0].start)
    kept = tuple(s for s in found.content if page.quoted(s.start) or touches((s,), own))
    return changed(found, OTHER, content=kept) if kept and len(kept) < len(found.content) else found


def _own_lines(page: Page, found: Attribution, context: Context) -> Attribution:
    """Leaves out a quotation of an earlier line that is another's, where the cue's own line holds what was said."""
    if not found.cue or len(found.content) < 2:
        return found
    own = page.lines[page.line_at(found.cue[0].start)]
    number = page.line_at(own.start)
    goes_on = number > 0 and page.opens_quoted(own) and page.left_open(number - 1)
    foreign = [s for s in found.content if s.end <= own.start and not goes_on and _foreign(page, s, context)]
    kept = tuple(s for s in found.content if s not in foreign)
    return changed(found, OTHERS, content=kept) if foreign and touches(kept, own) else found


def _foreign(page: Page, span: Span, context: Context) -> bool:
    """Whether another claim holds the words, or they go on with a quotation that the line before left open."""
    number = page.line_at(span.start)
    carried = number > 0 and page.left_open(number - 1) and page.opens_quoted(span)
    return carried or context.shared.find(1, *span) >= 0


def _late_quotation(page: Page, found: Attribution, context: Context) -> Attribution:
    """Begins a content at its quotation where only another sentence stands before that."""
    for i, (start, end) in enumerate(found.content):
        late = _LATE.search(page.text, start, end)
        if late and not page.quoted(start) and not _MARKED.search(page.text, start, late.start()):
            span = page.trim(Span(late.end(), end))
            if letters(page.text, span):
                return changed(found, QUOTED, content=(*found.content[:i], span, *found.content[i + 1 :]))
    return found


def _clause(page: Page, found: Attribution, context: Context) -> Attribution:
    """Reads the last piece to the end of a clause that it breaks off, in its sentence and up to another's words."""
    last = found.content[-1]
    span = page.doc.char_span(*last, alignment_mode="expand")
    edge = _broken_off(span) if span is not None and not page.quoted(last.end - 1) else None
    end = _grown(page, last.end, edge.idx + len(edge), context) if edge is not None else 0
    if end <= last.end:
        return found
    return changed(found, CUT, content=(*found.content[:-1], page.trim(Span(last.start, end), " ,.;:")))


def _broken_off(span: Words) -> Token | None:
    """The last word of what the words behind the span complete: an object, or what the span's last word belongs to."""
    last, following = span[-1], span.doc[span.end] if span.end < len(span.doc) else None
    if following is None or following.is_space or _MARKED.search(following.text):
        return None
    if last.head.i >= span.end and last.dep_ not in ("punct", "ROOT"):
        return last.head.right_edge
    top = following
    while top.head.i >= span.end and top.head.i != top.i:
        top = top.head
    completes = top.dep_ in COMPLEMENTS or (top.dep_ == "prep" and top.lower_ == "of")
    return top.right_edge if completes and span.start <= top.head.i < span.end else None


def _grown(page: Page, end: int, edge: int, context: Context) -> int:
    """How far words from an end up to an edge are free and in one sentence."""
    stop = END.search(page.text, end, edge)
    edge = min(edge, stop.start() if stop else edge, end + REACH)
    used = context.taken.find(1, end, edge)
    quoted = _MARKED.search(page.text, end, edge)
    return end if used >= 0 or quoted else edge


def _rest(page: Page, found: Attribution, context: Context) -> Attribution:
    """ "The quay, he said, is still closed": the subject before the cue has its verb behind it."""
    if len(found.content) != 1 or not found.cue or not found.source:
        return found
    end = max(e for _, e in (*found.cue, *found.source))
    only = found.content[0]
    span = page.doc.char_span(*only, alignment_mode="expand")
    if span is None or only.end > min(s for s, _ in (*found.cue, *found.source)) or page.quoted(only.start):
        return found
    gap = re.compile(r",\s+(?=[a-zà-ÿ])").match(page.text, end)
    stop = END.search(page.text, gap.end()) if gap else None
    if not gap or not stop or _has_subject(span) or context.taken.find(1, gap.end(), stop.start()) >= 0:
        return found
    rest = page.trim(Span(gap.end(), stop.start()), " ,.")
    verbal = page.doc.char_span(*rest, alignment_mode="expand")
    finite = verbal is not None and span.root.head.i >= verbal.start and span.root.dep_ in ("nsubj", "nsubjpass")
    return changed(found, REST, content=(only, rest)) if finite else found


def _has_subject(span: Words) -> bool:
    return any(t.dep_ in ("nsubj", "nsubjpass", "expl") and t.head.i < span.end for t in span)


def _whole_source(page: Page, found: Attribution, context: Context) -> Attribution:
    """Reads "the ministry, whose permission a sale would need," to the end of its relative clause."""
    if len(found.source) != 1 or not found.cue or not _RELATIVE.search(page.text, *found.source[0]):
        return found
    source, cue = found.source[0], found.cue[0]
    between = page.text[source.end : cue.start] if 0 < cue.start - source.end <= REACH else ""
    if letters(between, Span(0, len(between))) < 2 or END.search(between) or _MARKED.search(between):
        return found
    if context.taken.find(1, source.end, cue.start) >= 0:
        return found
    return changed(found, WHO, source=(page.trim(Span(source.start, cue.start), " ,"),))


def _asked_about(page: Page, found: Attribution, context: Context) -> Attribution:
    """ "Asked about the money, the treasurer would not comment": the refusal is what the treasurer did."""
    end = found.content[-1].end
    match = _REFUSED.match(page.text, end) if not found.source and len(found.cue) == 1 else None
    if not match or not page.words(found.cue[0]).casefold().startswith("asked"):
        return found
    if context.taken.find(1, match.start("who"), match.end()) >= 0 or found.cue[0].start > found.content[0].start:
        return found
    return changed(found, TURNED_DOWN, cue=(Span(*match.span("cue")),), source=(Span(*match.span("who")),))


def _subject(page: Page, found: Attribution, context: Context) -> Attribution:
    """Takes the subject of the cue's verb for the source where none was found."""
    if found.source or not found.cue:
        return found
    tokens = [t for s in found.cue for t in page.doc.char_span(*s, alignment_mode="expand") or ()]
    if any(t.dep_ == "auxpass" for t in tokens):
        return found
    subject = next((s for t in tokens if (s := _subject_of(t)) is not None), None)
    if subject is None or subject.lower_ in words("nobody"):
        return found
    span = page.trim(Span(subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge)), " ,")
    free = context.taken.find(1, *span) < 0 and "\n" not in page.text[span.start : found.cue[0].start]
    return changed(found, SUBJECT, source=(span,)) if free and letters(page.text, span) > 1 else found


def _subject_of(verb: Token) -> Token | None:
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if own is None and verb.dep_ == "conj":
        own = next((c for c in verb.head.children if c.dep_ == "nsubj"), None)
    return own


Rule = Callable[[Page, Attribution, Context], Attribution]
RULES: tuple[Rule, ...] = (
    _substance,
    _own_lines,
    _own_sentence,
    _late_quotation,
    _clause,
    _rest,
    _whole_source,
    _asked_about,
    _subject,
)
