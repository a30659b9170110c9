"""Where a quotation ends whose closing mark is missing: before a tag inside it, or where the paper tells of its
speaker by name."""

from __future__ import annotations

import re
from itertools import takewhile

from claims.detect.postprocess.layout import Page, changed, claim, hull, touches
from claims.detect.postprocess.parse import AUXILIARIES, SUBJECTS
from claims.detect.quotations import Quotation
from claims.model import Attribution, Span
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.tokens import covering
from claims.turns.tags import Tag, tag_at

_COMMA = re.compile(r",(?=\s)")
_BESIDE = rf"(?:(?i:{alternation(listed('titles', 'address_men', 'address_women'))})\.? )?"
TAGGED = "A mark that closes the quotation is missing before the words that say whose it is."
TOLD = "A sentence that names the speaker is the paper's: the mark before it is missing."


def mended(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Quotations that run over the paper's own words, cut before these."""
    out = [_before_own_name(page, a, attributions) for a in attributions]
    for quotation in page.quotations:
        found = None if quotation.closed else _tag(page, quotation)
        if found:
            out = _apart(page, out, quotation, *found)
    return out


def _before_own_name(
    page: Page, attribution: Attribution, others: list[Attribution]
) -> Attribution:
    """A claim without the sentences of an open quotation from that on which has its source's surname for its
    subject; a quotation that goes on in the next line holds all of them."""
    surname = _surname(page, attribution) if attribution.cue else ""
    if not surname:
        return attribution
    again = re.compile(rf"[.?!…] (?={_BESIDE}(?P<name>{re.escape(surname)})\b)")
    for number, (start, end) in enumerate(attribution.content):
        line = page.line_at(start)
        quoted = page.quoted_in(page.lines[line])
        inside = quoted and not quoted[-1].closed and quoted[-1].start <= start
        if not inside:
            continue
        found = again.finditer(page.text, start, end)
        stop = next((m for m in found if _acts(page, Span(*m.span("name")))), None)
        if stop and not _goes_on(page, line, others):
            kept = (*attribution.content[:number], Span(start, stop.start() + 1))
            return changed(attribution, TOLD, content=kept)
    return attribution


def _surname(page: Page, attribution: Attribution) -> str:
    """The last word of the person's name in a source, "" where it has none."""
    tokens = [t for span in attribution.source for t in covering(page.doc, *span) or ()]
    first = next((n for n, token in enumerate(tokens) if token.ent_type_ == "PERSON"), len(tokens))
    name = takewhile(lambda token: token.ent_type_ == "PERSON", tokens[first:])
    words_of = [token.text for token in name if token.text[0].isupper()]
    return words_of[-1] if words_of else ""


def _goes_on(page: Page, number: int, attributions: list[Attribution]) -> bool:
    """Whether the next line begins with a mark, as each paragraph of a long quotation does, and has no tag of its
    own."""
    if number + 1 == len(page.lines) or not page.opens_quoted(page.lines[number + 1]):
        return False
    return not any(touches(a.cue, page.lines[number + 1]) for a in attributions)


def _acts(page: Page, name: Span) -> bool:
    """Whether a verb with a name as its subject stands right behind it: not in "Holm Island", "Orr’s law"."""
    tokens = covering(page.doc, *name)
    subject = tokens[-1] if tokens is not None and len(tokens) else None
    if subject is None or subject.dep_ not in SUBJECTS or subject.head.i <= subject.i:
        return False
    between = page.doc[subject.i + 1 : subject.head.i]
    return all(token.dep_ in AUXILIARIES | {"advmod"} for token in between)


def _tag(page: Page, quotation: Quotation) -> tuple[int, Tag] | None:
    """The first comma of an open quotation behind which a whole name and a verb of saying end its sentence, or
    have somebody told."""
    for comma in _COMMA.finditer(page.text, quotation.start, quotation.end):
        tag = tag_at(page.text, comma.end(), quotation.end)
        if tag is None or page.skipped(tag.verb):
            continue
        capitals = [w for w in page.words(tag.who).split() if w[0].isupper()]
        told = page.words(tag.verb) in words("turns", "telling")
        ends = page.text[tag.end : tag.end + 1] in (".", "")
        if len(capitals) > 1 and (told or ends):
            return comma.start(), tag
    return None


def _apart(
    page: Page, attributions: list[Attribution], quotation: Quotation, end: int, tag: Tag
) -> list[Attribution]:
    """The tag's claim up to the comma, the next paragraph where it is an open quotation alone, and of other
    claims what lies in neither."""
    new = [claim([page.trim(Span(quotation.start, end))], [tag.verb], [tag.who], why=TAGGED)]
    taken = [Span(quotation.start, quotation.end)]
    number = page.line_at(quotation.start) + 1
    line = page.lines[number] if number < len(page.lines) else None
    if line and page.left_open(number) and page.quoted_in(line)[0].start == line.start:
        new.append(claim([page.trim(line)], why=TAGGED, same_as=(tag.who,)))
        taken.append(line)
    kept = []
    for attribution in attributions:
        rest = tuple(s for s in attribution.content for s in _outside(page, s, taken))
        own = touches((*attribution.cue, *attribution.source), taken[0])
        if rest and not own:
            same = rest == attribution.content
            kept.append(attribution if same else changed(attribution, TAGGED, content=rest))
    return kept + [a for a in new if hull(a).start < hull(a).end]


def _outside(page: Page, span: Span, taken: list[Span]) -> list[Span]:
    """What of a span lies in none of the stretches."""
    out = [span]
    for stretch in taken:
        sides = [
            (Span(s.start, min(s.end, stretch.start)), Span(max(s.start, stretch.end), s.end))
            for s in out
        ]
        out = [page.trim(side) for pair in sides for side in pair if side.start < side.end]
    return [s for s in out if s.end - s.start > 1]
