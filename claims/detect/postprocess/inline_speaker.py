"""A quotation with a speaker and a verb right behind it, in any style of marks, where the detector
found nothing."""

from __future__ import annotations

import re

from claims.detect.postprocess.layout import CAPITAL, Page, claim, free
from claims.model import Attribution, Span
from claims.rules.lists import words

TAGGED = "A quotation with its speaker and a verb of reporting right behind it."
MIN_QUOTED_WORDS = 3
"""Words of a quotation that is something said and no name."""
_NAME = (
    rf"(?:(?:[Tt]he |[Aa]n? )?{CAPITAL}(?:\s{CAPITAL}){{0,4}}?|[Hh]e|[Ss]he|[Tt]hey"
    r"|[Tt]he (?:[a-z-]+ ){0,3}?[a-z-]+)"
)
_TAILS = tuple(
    re.compile(rf"\s*{order}(?=[.,;]|\s*$)")
    for order in (rf"(?P<who>{_NAME})\s+(?P<verb>[a-z]+)", rf"(?P<verb>[a-z]+)\s+(?P<who>{_NAME})")
)
_PAUSE = re.compile(r"[,?!…][^\w\s]{1,2}$")
"""What a quotation ends in when its sentence goes on behind it."""


def added(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """The claims of such quotations where nothing was found."""
    out = list(attributions)
    for line in page.lines:
        for quotation in page.quoted_in(line):
            span = page.trim(Span(quotation.start, quotation.end))
            said = quotation.closed and _PAUSE.search(page.text, quotation.start, quotation.end)
            if (
                said
                and len(page.words(span).split()) >= MIN_QUOTED_WORDS
                and not page.skipped(span)
            ):
                out.extend(_tagged(page, out, span, Span(quotation.end, line.end)))
    return out


def _tagged(
    page: Page, attributions: list[Attribution], content: Span, behind: Span
) -> list[Attribution]:
    for tail in _TAILS:
        match = tail.match(page.text, *behind)
        if (
            match
            and match["verb"] in words("shapes", "verbs") | words("shapes", "chain")
            and free(attributions, content, Span(*match.span()))
        ):
            return [
                claim(
                    [content], [Span(*match.span("verb"))], [Span(*match.span("who"))], why=TAGGED
                )
            ]
    return []
