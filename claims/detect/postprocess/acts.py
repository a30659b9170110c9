"""Acts, which are nobody's claims: a verb of acting and a thing."""

from __future__ import annotations

from claims.detect.postprocess.layout import Page
from claims.model import Attribution, Span
from claims.rules.lists import words
from claims.tokens import covering


def dropped(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """The claims without acts."""
    return [a for a in attributions if not _act(page, a)]


def _act(page: Page, attribution: Attribution) -> bool:
    """Whether a verb of acting has a thing for its object: no clause, no quotation, no demand."""
    if len(attribution.cue) != 1 or not attribution.source:
        return False
    verb = page.words(attribution.cue[0]).casefold().split()
    if not verb or verb[-1] not in words("shapes", "acting"):
        return False
    behind = all(span.start >= attribution.cue[0].end for span in attribution.content)
    return behind and not any(_says(page, span) for span in attribution.content)


def _says(page: Page, span: Span) -> bool:
    tokens = covering(page.doc, *span)
    if tokens is None or page.quoted(span.start) or page.text[span.start] in '“"':
        return True
    return any(t.dep_.startswith("nsubj") or t.lower_ in ("that", "to") for t in tokens)
