"""Sentences that begin "According to X, who …,": what X is reported to say begins behind the clause
about X.

By the marks alone, for the parse takes the clause and the sentence behind it for one.
"""

from __future__ import annotations

import re

from claims.detect.postprocess.layout import Page, changed, claim, letters, parts, touches
from claims.detect.postprocess.sentences import sentence
from claims.model import Attribution, Span

ACCORDING = "“According to” attributes its sentence."
ABOUT = "The clause about the source ends here; the sentence is a claim of its own."
_OPENING = re.compile(
    r"(?<![^\s])(?P<cue>According to) (?P<who>[^,;:.!?\r\n“”\"]{2,80}), "
    r"(?P<aside>(?:who|which|whose) [^,;:.!?\r\n“”\"]{2,120}), "
)
MIN_CONTENT_LETTERS = 8
"""Letters that a content holds."""


def added(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """The claims of such sentences where the cue was not seen; a claim about the source keeps to
    its clause."""
    out = list(attributions)
    for match in _OPENING.finditer(page.text):
        said = page.trim(
            Span(match.end(), max(sentence(page, match.start()).end, match.end())), " ,.!?"
        )
        new = claim([said], [Span(*match.span("cue"))], [Span(*match.span("who"))], why=ACCORDING)
        aside, whole = Span(*match.span("aside")), Span(match.start(), said.end)
        touching = [a for a in out if any(touches((span,), whole) for span in parts(a))]
        if (
            letters(page.text, said) < MIN_CONTENT_LETTERS
            or page.skipped(whole)
            or page.quoted(match.start())
        ):
            continue
        if all(_about(a, aside) for a in touching):
            out = [_cut(page, a, aside) if a in touching else a for a in out] + [new]
    return out


def _about(attribution: Attribution, aside: Span) -> bool:
    """Whether a claim begins in the clause about the source, whatever its content runs on to."""
    inside = all(
        aside.start <= s and e <= aside.end for s, e in (*attribution.cue, *attribution.source)
    )
    return inside and any(aside.start <= s < aside.end for s, _ in attribution.content)


def _cut(page: Page, attribution: Attribution, aside: Span) -> Attribution:
    spans = [
        page.trim(Span(s, min(e, aside.end)), " ,") for s, e in attribution.content if s < aside.end
    ]
    return (
        attribution
        if tuple(spans) == attribution.content
        else changed(attribution, ABOUT, content=tuple(spans))
    )
