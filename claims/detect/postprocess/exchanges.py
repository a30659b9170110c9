"""Quotations in one paragraph, each with its own tag: the tag right behind a quotation is whose it
is."""

from __future__ import annotations

from dataclasses import replace

from claims.detect.postprocess.layout import Page, changed, claim, touches
from claims.detect.postprocess.taken import Placed
from claims.detect.quotations import Quotation
from claims.model import Attribution, Span
from claims.turns.tags import Tag, tag_at

TAGGED = "The words right behind the quotation say whose it is."
_ENDS = ".,!?…—–-"


def mended(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Every quotation with a tag of its own as that tag's claim, in lines that hold several."""
    placed = Placed(attributions)
    for line in page.lines:
        tagged = [
            (q, tag)
            for q in page.quoted_in(line)
            if (tag := _tag(page, q, line)) and not _goes_on(page, placed, q, tag)
        ]
        if len(tagged) > 1 or (tagged and _wrong(page, placed, *tagged[0])):
            for quotation, tag in tagged:
                _own(page, placed, quotation, tag)
    return placed.all()


def _tag(page: Page, quotation: Quotation, line: Span) -> Tag | None:
    """The tag right behind a closed quotation that ends as speech does."""
    inner = page.text[quotation.start : quotation.end - 1].rstrip()
    if not quotation.closed or not inner or inner[-1] not in _ENDS:
        return None
    tag = tag_at(page.text, quotation.end, line.end)
    return tag if tag and not page.quoted(tag.verb.start) and not page.skipped(tag.verb) else None


def _goes_on(page: Page, placed: Placed, quotation: Quotation, tag: Tag) -> bool:
    """Whether the quotation ends its sentence, and who is named behind it says something else: "“It stands.” The
    director says four years are possible"."""
    inner = page.text[quotation.start : quotation.end - 1].rstrip()
    return inner.endswith(".") and any(
        touches(a.cue, tag.verb)
        and touches(a.source, tag.who)
        and bool(a.content)
        and a.content[0].start >= tag.verb.end
        for a in placed.near(tag.who, tag.verb).values()
    )


def _wrong(page: Page, placed: Placed, quotation: Quotation, tag: Tag) -> bool:
    """Whether the claim that holds a quotation has another source than the tag, and the tag's verb or, behind
    a quotation that goes on to its tag with a comma, another verb."""
    inner = page.trim(Span(quotation.start, quotation.end))
    goes_on = page.text[quotation.start : quotation.end - 1].rstrip().endswith(",")
    holders = [a for a in placed.near(inner).values() if touches(a.content, inner)]
    return any(
        (goes_on or touches(a.cue, tag.verb)) and a.source and not touches(a.source, tag.who)
        for a in holders
    )


def _own(page: Page, placed: Placed, quotation: Quotation, tag: Tag) -> None:
    """Gives the quotation's claim the tag's cue and source, and nothing of another quotation that has its
    own; a claim that has the tag already, as that of the second half of a parted quotation, takes it in."""
    inner = page.trim(Span(quotation.start, quotation.end))
    here = placed.near(inner, tag.verb)
    tagged = [(n, a) for n, a in here.items() if touches(a.cue, tag.verb)]
    number, own = next(
        (x for x in tagged if touches(x[1].content, inner)),
        next((x for x in tagged if touches(x[1].source, tag.who)), (None, None)),
    )
    for other, attribution in here.items():
        if other != number:
            placed.put(other, _without(page, attribution, inner, tag))
    holds = own is not None and touches(own.content, inner)
    if own and holds and touches(own.source, tag.who) and len(own.cue) == 1:
        return
    new = claim([inner], [tag.verb], [tag.who], why=TAGGED)
    if own and number is not None:
        kept = tuple(s for s in own.content if s.start >= inner.start)
        kept = kept if touches(kept, inner) else (inner, *kept)
        new = changed(own, TAGGED, content=kept, cue=(tag.verb,), source=(tag.who,))
        placed.drop(number)
    placed.add(new)


def _without(page: Page, attribution: Attribution, inner: Span, tag: Tag) -> Attribution:
    """Another claim without this quotation and its tag."""
    content = tuple(s for s in attribution.content if not _within(s, inner))
    cue = tuple(s for s in attribution.cue if not touches((tag.verb,), s))
    if (content, cue) == (attribution.content, attribution.cue):
        return attribution
    if not cue and attribution.cue:
        return replace(attribution, content=())
    return changed(attribution, TAGGED, content=content, cue=cue)


def _within(span: Span, outer: Span) -> bool:
    return outer.start <= span.start and span.end <= outer.end + 1
