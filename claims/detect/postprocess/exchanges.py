"""Quotations in one paragraph, each with its own tag: the tag right behind a quotation is whose it
is."""

from __future__ import annotations

from dataclasses import replace

from claims.detect.postprocess.layout import Page, changed, claim, touches
from claims.detect.postprocess.replies import untagged
from claims.detect.postprocess.taken import Placed
from claims.detect.quotations import Quotation
from claims.model import Attribution, Span
from claims.sentences import STOP
from claims.turns.tags import Tag, tag_at

REPLY = "Between the quotations of two who speak by turns: the words of whom spoke before the last."
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
        for quotation, tag in tagged:
            _second(page, placed, quotation, tag)
        if len(tagged) > 1 or (tagged and _wrong(page, placed, *tagged[0])):
            for quotation, tag in tagged:
                _own(page, placed, quotation, tag)
            for quotation, same_as in untagged(page.text, page.quoted_in(line), tagged):
                _bare(page, placed, quotation, same_as)
    return placed.all()


def _second(page: Page, placed: Placed, quotation: Quotation, tag: Tag) -> None:
    """What ends the line right behind the tag's sentence is that speaker's, and no part of a claim whose words
    of saying stand in a later paragraph."""
    line = page.lines[page.line_at(quotation.start)]
    last = page.quoted_in(line)[-1]
    between, behind = page.text[tag.end : last.start], page.text[last.end : line.end]
    if last.start < tag.end or between.strip() != "." or behind.strip() or not last.closed:
        return
    inner = page.trim(Span(last.start, last.end))
    near = placed.near(inner, Span(quotation.start, tag.end)).items()
    own = next(
        (n for n, a in near if touches(a.cue, tag.verb) and touches(a.source, tag.who)), None
    )
    far = [
        (n, a) for n, a in near if touches(a.content, inner) and a.cue and a.cue[0].start > line.end
    ]
    if own is None or not far:
        return
    for number, attribution in far:
        kept = tuple(s for s in attribution.content if not touches((s,), inner))
        placed.put(number, changed(attribution, TAGGED, content=kept))
    before = placed.near(tag.verb)[own]
    placed.drop(own)
    placed.add(changed(before, TAGGED, content=(*before.content, inner)))


def _bare(page: Page, placed: Placed, quotation: Quotation, same_as: Span | None) -> None:
    """A quotation without a tag as its own claim, and no part of another."""
    inner = page.trim(Span(quotation.start, quotation.end))
    for number, attribution in placed.near(inner).items():
        kept = [s for span in attribution.content for s in _outside(page, span, inner)]
        placed.put(number, replace(attribution, content=tuple(kept)))
    placed.add(claim([inner], why=REPLY, same_as=(same_as,) if same_as else ()))


def _outside(page: Page, span: Span, inner: Span) -> list[Span]:
    """What of a span stands before and behind a quotation."""
    if not touches((span,), inner):
        return [span]
    sides = (Span(span.start, inner.start), Span(inner.end, span.end))
    return [s for s in map(page.trim, sides) if s.end - s.start > 1]


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
            placed.put(other, _behind(page, _without(page, attribution, inner, tag), tag))
    holds = own is not None and touches(own.content, inner)
    ran_on = own is not None and _behind(page, own, tag) is not own
    if own and holds and touches(own.source, tag.who) and len(own.cue) == 1 and not ran_on:
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


def _behind(page: Page, attribution: Attribution, tag: Tag) -> Attribution:
    """A claim whose source runs on from the tag into the next sentence, with the source of that alone."""
    for span in attribution.source:
        stop = STOP.search(page.text, tag.end, span.end) if tag.who.end < span.end else None
        if stop and span.start < tag.end and stop.start() <= tag.end + 1:
            return changed(attribution, TAGGED, source=(Span(stop.end(), span.end),))
    return attribution


def _within(span: Span, outer: Span) -> bool:
    return outer.start <= span.start and span.end <= outer.end + 1
