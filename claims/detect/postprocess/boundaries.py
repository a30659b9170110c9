"""Contents made whole: a clause cut short is read to its end, words of another sentence are left
out.

Needs the parse for what a clause holds, and does nothing without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from claims.detect.postprocess import neighbouring_pieces, refusals, source_boundaries
from claims.detect.postprocess.layout import Page, changed, letters, touches
from claims.detect.postprocess.sentences import END, sentence
from claims.detect.postprocess.taken_words import REACH, Context, context_of
from claims.model import Attribution, Span
from claims.rules.lists import words
from claims.tokens import covering

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

ALONE = "A word such as “that” or “there” by itself says nothing."
QUOTED = "A sentence before the quotation is not part of it."
CUT = "The clause goes on behind where the detector stopped."
OPENED = "The clause that opens the sentence belongs to what is said in it."
REST = "The sentence goes on behind the words that attribute it."
OPENING = 25
"""Words of a clause that opens a sentence."""
COMPLEMENTS = frozenset(
    {"pobj", "pcomp", "dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "agent", "prt"}
)
"""Labels of the parse for what a verb or preposition cannot do without."""
_LATE = re.compile(r"(?<=[.!?])\s+(?=[“\"„«])")
_MARKED = re.compile('["“”„«»]')
_LEAD = re.compile(r"(?:too|also|however|though|then|meanwhile),?\s+(?=that\b)", re.IGNORECASE)


def mended(page: Page, found: list[Attribution]) -> list[Attribution]:
    """Every attribution with the rules of this module applied; none grows into another's words."""
    if not page.doc.has_annotation("DEP"):
        return found
    context = context_of(page, found)
    out = []
    for attribution in found:
        for rule in RULES:
            attribution = rule(page, attribution, context)
        out.append(attribution)
    return out


def _substance(page: Page, found: Attribution, context: Context) -> Attribution:
    """Leaves out pieces that hold function words alone, where a piece with substance stays."""
    kept = tuple(s for s in found.content if not _hollow(page, s))
    found = (
        changed(found, ALONE, content=kept) if kept and len(kept) < len(found.content) else found
    )
    first = found.content[0]
    lead = _LEAD.match(page.text, *first)
    return (
        changed(found, ALONE, content=(Span(lead.end(), first.end), *found.content[1:]))
        if lead
        else found
    )


def _opened(page: Page, found: Attribution, context: Context) -> Attribution:
    """In "As P, Q, X said" the clause that opens the sentence belongs to the content that the cue
    closes."""
    first = min(found.content)
    if not found.cue or min(found.cue).start < first.end:
        return found
    opening = Span(sentence(page, first.start).start, first.start)
    said = page.text[opening.start : opening.end].split()
    clause = (
        bool(said)
        and said[0].casefold() in words("shapes", "subordinators")
        and said[-1].endswith(",")
    )
    if (
        not clause
        or len(said) > OPENING
        or touches(found.source, opening)
        or _MARKED.search(" ".join(said))
    ):
        return found
    whole = Span(page.trim(opening).start, first.end)
    return changed(
        found, OPENED, content=(whole, *(span for span in found.content if span != first))
    )


def _hollow(page: Page, span: Span) -> bool:
    return all(word.casefold() in words("shapes", "hollow") for word in page.words(span).split())


def _own_sentence(page: Page, found: Attribution, context: Context) -> Attribution:
    """Leaves out unquoted pieces of another sentence than the cue's where a quotation is what was
    said."""
    if (
        not found.cue
        or len(found.content) < 2
        or not any(page.quoted(s.start) for s in found.content)
    ):
        return found
    own = sentence(page, found.cue[0].start)
    kept = tuple(s for s in found.content if page.quoted(s.start) or touches((s,), own))
    return (
        changed(found, neighbouring_pieces.OTHER, content=kept)
        if kept and len(kept) < len(found.content)
        else found
    )


def _late_quotation(page: Page, found: Attribution, context: Context) -> Attribution:
    """Begins a content at its quotation where only another sentence stands before that."""
    for i, (start, end) in enumerate(found.content):
        late = _LATE.search(page.text, start, end)
        if late and not page.quoted(start) and not _MARKED.search(page.text, start, late.start()):
            span = page.trim(Span(late.end(), end))
            if letters(page.text, span):
                return changed(
                    found, QUOTED, content=(*found.content[:i], span, *found.content[i + 1 :])
                )
    return found


def _clause(page: Page, found: Attribution, context: Context) -> Attribution:
    """Reads the last piece to the end of a clause that it breaks off, in its sentence and up to
    another's words."""
    last = found.content[-1]
    span = covering(page.doc, *last)
    edge = _broken_off(span) if span is not None and not page.quoted(last.end - 1) else None
    end = _grown(page, last.end, edge.idx + len(edge), context) if edge is not None else 0
    if end <= last.end:
        return found
    return changed(
        found, CUT, content=(*found.content[:-1], page.trim(Span(last.start, end), " ,.;:"))
    )


def _broken_off(span: Words) -> Token | None:
    """The last word of what the words behind the span complete: an object, or what the span's last
    word belongs to."""
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
    span = covering(page.doc, *only)
    if (
        span is None
        or only.end > min(s for s, _ in (*found.cue, *found.source))
        or page.quoted(only.start)
    ):
        return found
    gap = re.compile(r",\s+(?=[a-zà-ÿ])").match(page.text, end)
    stop = END.search(page.text, gap.end()) if gap else None
    if not gap or not stop or context.taken.find(1, gap.end(), stop.start()) >= 0:
        return found
    rest = page.trim(Span(gap.end(), stop.start()), " ,.")
    behind = covering(page.doc, *rest)
    goes_on = behind is not None and (
        _quantity(span, behind) if _has_subject(span) else _finite(span, behind)
    )
    return changed(found, REST, content=(only, rest)) if goes_on else found


def _finite(subject: Words, behind: Words) -> bool:
    """Whether the verb of a subject stands in the words behind."""
    return subject.root.head.i >= behind.start and subject.root.dep_ in ("nsubj", "nsubjpass")


def _quantity(clause: Words, behind: Words) -> bool:
    """ "The fund lost, she said, nearly a third": a verb that ends its clause has an amount behind,
    which is nobody."""
    amount = any(t.dep_ in ("quantmod", "nummod") and t.head.i > t.i for t in behind[:2])
    return clause[-1].i == clause.root.i and amount and not _has_subject(behind)


def _has_subject(span: Words) -> bool:
    return any(t.dep_ in ("nsubj", "nsubjpass", "expl") and t.head.i < span.end for t in span)


Rule = Callable[[Page, Attribution, Context], Attribution]
RULES: tuple[Rule, ...] = (
    _substance,
    _opened,
    _own_sentence,
    neighbouring_pieces.neighbours,
    _late_quotation,
    _clause,
    _rest,
    source_boundaries.whole_source,
    source_boundaries.whole_noun,
    source_boundaries.subject,
    source_boundaries.own_subject,
    refusals.telling,
)
