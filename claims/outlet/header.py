"""A text's header and foot put together from its lines; the patterns stand in patterns.py.

Only the first and last lines are looked at, so that no sentence of the body is taken for furniture.
"""

from __future__ import annotations

import re

from claims.model import Dateline, Evidence, Header, Inferred, Span
from claims.outlet import outlets, patterns
from claims.outlet.dates import iso_date

HEAD_LINES, FOOT_LINES = 4, 4
FOOT_WIDTH = 300
"""Code points at the end of a line in which a credit may stand."""


def read_header(text: str, title: str | None = None) -> Header:
    """What the article's header and foot say; never raises."""
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\r\n]+", text) if m.group().strip()]
    furniture: list[Span] = []
    dateline, credits = _head(text, lines[:HEAD_LINES], furniture)
    byline = _byline(text, lines[:HEAD_LINES], furniture)
    own, helped = _foot(text, lines[-FOOT_LINES:], furniture)
    wires = credits + own
    wire = wires[0] if wires else None
    return Header(wire, wire, byline, dateline, tuple(wires + helped), _merged(furniture))


def _evidence(text: str, start: int, end: int) -> Evidence:
    return Evidence(Span(start, end), text[start:end])


def _head(text: str, lines: list[Span], furniture: list[Span]) -> tuple[Dateline | None, list[Inferred]]:
    for start, end in lines:
        found = patterns.DATELINE.match(text, start, min(end, start + 160))
        if found and _is_dateline(found):
            furniture.append(Span(start, found.end()))
            place = found["place"].strip(" ,") if found["place"] else None
            date = iso_date(found["date"] or found["after"] or "")
            line = Dateline(place, date, _evidence(text, start, found.end()))
            return line, _agencies(text, found, "agency")
    return None, []


def _is_dateline(found: re.Match[str]) -> bool:
    place = (found["place"] or "").strip(" ,")
    if not place:
        return False
    capitals = place.split(",")[0].isupper()
    return bool(found["date"] or found["agency"]) or capitals or (found["mark"].strip() in ("—", "–", "--"))


def _agencies(text: str, found: re.Match[str], group: str) -> list[Inferred]:
    name = found[group]
    if not name:
        return []
    return [Inferred(outlets.canonical(name.strip()), _evidence(text, *found.span(group)))]


def _byline(text: str, lines: list[Span], furniture: list[Span]) -> tuple[Inferred, ...]:
    for start, end in lines:
        found = patterns.BYLINE.fullmatch(text, start, end)
        if found and end - start < 140:
            furniture.append(Span(start, end))
            names = re.split(r"\s*(?:,|\band\b|&)\s*", found["names"])
            kept = [n for n in names if n and n[0].isupper() and len(n.split()) > 1]
            at = text.index
            return tuple(Inferred(n, _evidence(text, at(n, start), at(n, start) + len(n))) for n in kept)
    return ()


def _foot(text: str, lines: list[Span], furniture: list[Span]) -> tuple[list[Inferred], list[Inferred]]:
    """Agencies credited with the text itself, and those credited with help."""
    own: list[Inferred] = []
    helped: list[Inferred] = []
    for start, end in reversed(lines):
        for pattern in patterns.FOOT:
            found = pattern.search(text, max(start, end - FOOT_WIDTH), end)
            known = found is not None and found["name"] is not None and outlets.is_agency(found["name"])
            if found is None or not (known or pattern in patterns.EXPLICIT):
                continue
            furniture.append(Span(found.start(), end))
            if known:
                credit = Inferred(outlets.canonical(found["name"]), _evidence(text, found.start(), found.end()))
                (helped if pattern in patterns.CONTRIBUTED else own).append(credit)
            break
    return own, helped


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(span.end, out[-1].end))
        else:
            out.append(span)
    return tuple(out)
