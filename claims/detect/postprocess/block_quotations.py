"""Words that stand apart from the line that attributes them: block quotations and bullet lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.detect.postprocess.layout import (
    Page,
    changed,
    claim,
    free,
    hull,
    parts,
    span_of,
    touches,
)
from claims.detect.postprocess.parse import phrase
from claims.detect.postprocess.speaker_labels import BULLET
from claims.detect.words import words_of
from claims.model import Attribution, Span
from claims.rules.lists import words
from claims.tokens import children, covering

_QUOTED_LINE = re.compile(r"[>|]\s*")
_BULLET = re.compile(BULLET)
_READS = re.compile(r"(?P<who>[A-ZÀ-Þ][^,;:.“”\"]{2,60}?)\s+(?P<verb>[a-z]+):")
BLOCK = "A block quotation under the line that announces it."
QUOTED = "Lines set apart as a quotation under the line that announces them."
LIST = "The items of a list under the line that announces them."


def mended(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Contents under a line that ends in a colon are taken whole, or added where the line's claim
    was missed."""
    out = list(attributions)
    for number, line in enumerate(page.lines[:-1]):
        if page.text[line.end - 1] != ":" or page.skipped(line):
            continue
        block, why = _below(page, number)
        set_apart = why == QUOTED
        if not block:
            continue
        begun = any(
            _announces(a, line) and touches(a.content, Span(block[0].start, block[0].start + 1))
            for a in out
        )
        if (
            set_apart
            or begun
            or not any(touches((*a.cue, *a.source), span) for a in out for span in block)
        ):
            out = _taken(page, out, line, block, why)
        elif (
            why == BLOCK
            and not any(_announces(a, line) for a in out)
            and all(_within(a, block) for a in out)
        ):
            out.extend(_reads(page, line, block))
    return out


def _below(page: Page, number: int) -> tuple[list[Span], str]:
    """The block under a line: quoted lines, bullets, else the one paragraph."""
    for pattern, why in ((_QUOTED_LINE, QUOTED), (_BULLET, LIST)):
        block = []
        for line in page.lines[number + 1 :]:
            match = pattern.match(page.text, *line)
            if not match:
                break
            block.append(page.trim(Span(match.end(), line.end)))
        if block:
            return [span for span in block if span.start < span.end], why
    line = page.lines[number + 1]
    return [page.trim(line)], BLOCK


def _announces(attribution: Attribution, line: Span) -> bool:
    return (
        bool(attribution.cue)
        and line.start <= attribution.cue[-1].start
        and attribution.cue[-1].end <= line.end
    )


def _taken(
    page: Page, attributions: list[Attribution], line: Span, block: list[Span], why: str
) -> list[Attribution]:
    announcing = [a for a in attributions if _announces(a, line)]
    begin = Span(block[0].start, block[0].start + 1)
    owner = next((a for a in announcing if touches(a.content, begin)), next(iter(announcing), None))
    holds = owner is not None and any(touches(owner.content, span) for span in block)
    if owner is not None and holds:
        before = [s for s in owner.content if not any(touches((s,), span) for span in block)]
        full = changed(owner, why, content=tuple(sorted((*before, *block))))
        return [full if a is owner else a for a in attributions]
    if owner is not None or not (why == QUOTED or free(attributions, *block)):
        return attributions
    new = _announced(page, line, block, why)
    return [*attributions, new] if new else attributions


def _within(attribution: Attribution, block: list[Span]) -> bool:
    """Whether a claim lies in one paragraph of a block, or in none of it."""
    whole = hull(attribution)
    return not touches(parts(attribution), Span(block[0].start, block[-1].end)) or any(
        span.start <= whole.start and whole.end <= span.end for span in block
    )


def _reads(page: Page, line: Span, block: list[Span]) -> Iterator[Attribution]:
    """A claim of a line that is "The ruling states:" and nothing more; claims in the block stand
    inside it."""
    match = _READS.fullmatch(page.text, *line)
    if (
        match
        and match["verb"] in words("shapes", "verbs")
        and not words("shapes", "nobody") & set(words_of(match["who"]))
    ):
        yield claim(block, [Span(*match.span("verb"))], [Span(*match.span("who"))], why=BLOCK)


def _announced(page: Page, line: Span, block: list[Span], why: str) -> Attribution | None:
    """A claim of a line such as "The inspector found three faults:"."""
    doc = covering(page.doc, *line)
    if doc is None or not page.doc.has_annotation("DEP"):
        return None
    for token in doc:
        subject = next((c for c in children(token) if c.dep_ == "nsubj"), None)
        if (
            token.lower_ in words("shapes", "verbs")
            and subject is not None
            and words_of(subject.text)
        ):
            source, cue = phrase(subject), span_of(token, token)
            return claim(block, [cue], [source], why=why) if source.end <= cue.start else None
    return None
