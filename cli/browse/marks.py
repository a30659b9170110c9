"""An article's text with one claim marked, as lines of a width; pure, no widget."""

from __future__ import annotations

from itertools import pairwise

from rich.console import Console
from rich.text import Text

from claims.model import Spans
from cli.sanitise import clean
from store.records import ClaimRecord

CONTENT, CUE, SOURCE = "underline", "reverse", "bold"
LEGEND = Text.assemble(("«claim»", CONTENT), " ", ("[cue]", CUE), " ", ("{source}", SOURCE))


def marked(body: str, claim: ClaimRecord | None) -> Text:
    """The whole text; content, cue and source differ by mark and by style, never by colour."""
    parts = _parts(claim) if claim else []
    edges = (edge for spans, *_ in parts for span in spans for edge in span)
    cuts = sorted({0, len(body), *(edge for edge in edges if 0 <= edge <= len(body))})
    out = Text()
    for at, until in pairwise(cuts):
        for spans, _, close, style in reversed(parts):
            if any(end == at for _, end in spans):
                out.append(close, style)
        for spans, opening, _, style in parts:
            if any(start == at for start, _ in spans):
                out.append(opening, style)
        inside = [style for spans, _, _, style in parts if any(start <= at < end for start, end in spans)]
        out.append(clean(body[at:until]), " ".join(inside))
    for spans, _, close, style in reversed(parts):
        if any(end == len(body) for _, end in spans):
            out.append(close, style)
    return out


def _parts(claim: ClaimRecord) -> list[tuple[Spans, str, str, str]]:
    return [(claim.content, "«", "»", CONTENT), (claim.cue, "[", "]", CUE), (claim.source, "{", "}", SOURCE)]


def lines(body: str, claim: ClaimRecord | None, console: Console, width: int) -> tuple[list[Text], int]:
    """The wrapped lines and the first one that holds a mark."""
    wrapped = list(marked(body, claim).wrap(console, max(10, width)))
    at = next((i for i, line in enumerate(wrapped) if any(str(span.style) for span in line.spans)), 0)
    return wrapped, at
