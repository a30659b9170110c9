"""A text's header and foot put together from its lines; the patterns stand in patterns.py.

Only the first and last lines are looked at, so that no sentence of the body is taken for furniture.
"""

from __future__ import annotations

import re

from claims.model import Dateline, Evidence, Header, Inferred, Span
from claims.outlet import outlets, patterns
from claims.outlet.dates import iso_date

HEAD_LINES, FOOT_LINES = 4, 4
_POST = re.compile(
    r"\b(?:writer|reporter|correspondent|editor|staff|bureau|desk|press|news|contributor)\b",
    re.IGNORECASE,
)
LINE = 140
"""Code points of the longest line that may be a by-line or a date and nothing else."""
FOOT_WIDTH = 600
"""Code points at the end of a line in which a credit may stand."""


def read_header(text: str, title: str | None = None) -> Header:
    """What the article's header and foot say; never raises."""
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\r\n]+", text) if m.group().strip()]
    furniture: list[Span] = []
    head = lines[:HEAD_LINES]
    short = [line for line in head if line.end - line.start <= LINE]
    dateline, credits = _head(text, head, furniture)
    dateline = _dated(text, short, dateline, furniture)
    byline, signed = _byline(text, short, furniture)
    own, helped = _foot(text, lines[-FOOT_LINES:], furniture)
    wires = credits + signed + own
    wire = wires[0] if wires else None
    return Header(wire, wire, byline, dateline, tuple(wires + helped), _merged(furniture))


def _evidence(text: str, start: int, end: int) -> Evidence:
    return Evidence(Span(start, end), text[start:end])


def _head(
    text: str, lines: list[Span], furniture: list[Span]
) -> tuple[Dateline | None, list[Inferred]]:
    for start, end in lines:
        for pattern in (patterns.DATELINE, patterns.AGENCY_LAST, patterns.AGENCY_FIRST):
            found = pattern.match(text, start, min(end, start + 160))
            if found is None or found.end() == start or not _is_dateline(found, pattern):
                continue
            if text[found.end() : end].isupper():
                continue  # a headline in capitals: the report behind a place line is not
            furniture.append(Span(start, found.end()))
            place = (
                re.sub(r"\s?[(\[][A-Z]\w+[)\]]$", "", found["place"].strip(" ,."))
                if found["place"]
                else None
            )
            date = iso_date(
                (found["date"] if "date" in found.groupdict() else None) or found["after"] or ""
            )
            line = Dateline(place, date, _evidence(text, start, found.end()))
            return line, _agencies(text, found)
    return None, []


def _dated(
    text: str, lines: list[Span], dateline: Dateline | None, furniture: list[Span]
) -> Dateline | None:
    """The place line with the date that stands in a line of its own, where it has none itself."""
    if dateline is not None and dateline.date:
        return dateline
    for start, end in lines:
        found = patterns.DATE_LINE.fullmatch(text, start, end)
        date = iso_date(found["date"]) if found else None
        if date is None:
            continue
        furniture.append(Span(start, end))
        seen = dateline.evidence.span if dateline else Span(start, end)
        place = dateline.place if dateline else None
        return Dateline(place, date, _evidence(text, min(start, seen.start), max(end, seen.end)))
    return dateline


def _is_dateline(found: re.Match[str], pattern: re.Pattern[str]) -> bool:
    place, agency = (found["place"] or "").strip(" ,."), _known(_named(found)[0])
    dated = bool(found["after"] or found.groupdict().get("date"))
    if pattern is not patterns.DATELINE:
        return agency is not None and bool(place or dated)
    if not found["mark"] or found["mark"] == ".":
        return agency is not None and bool(place or dated)
    if not place:
        return agency is not None and dated
    named = _named(found)[0]
    if named and not agency and not named[0].isupper():
        return False
    capitals = place.split(",")[0].isupper()
    return dated or bool(named) or capitals or found["mark"] in ("—", "–", "--")


def _known(name: str | None) -> str | None:
    """The table's name for an agency, also where a desk is written behind it ("dpa/tmn")."""
    for written in (name, (name or "").split("/")[0]):
        if written and outlets.is_agency(written):
            return outlets.canonical(written)
    return None


def _agencies(text: str, found: re.Match[str]) -> list[Inferred]:
    name, group = _named(found)
    if not name:
        return []
    return [
        Inferred(
            _known(name) or outlets.canonical(name.strip()), _evidence(text, *found.span(group))
        )
    ]


def _named(found: re.Match[str]) -> tuple[str | None, str]:
    """The name in the place of an agency, and the group that holds it."""
    group = "slashed" if found.groupdict().get("slashed") else "agency"
    return found[group], group


def _byline(
    text: str, lines: list[Span], furniture: list[Span]
) -> tuple[tuple[Inferred, ...], list[Inferred]]:
    """The writers, and the agency that they are signed with."""
    for start, end in lines:
        for pattern in (patterns.BYLINE, patterns.NAME_AND_AGENCY):
            found = pattern.fullmatch(text, start, end)
            if found is None:
                continue
            credit = _known((found["credit"] or "").strip(" )."))
            if pattern is patterns.NAME_AND_AGENCY and not credit:
                continue
            furniture.append(Span(start, end))
            names = re.split(r"\s*(?:,|\band\b|&)\s*", found["names"])
            kept = [
                n
                for n in names
                if n
                and n[0].isupper()
                and len(n.split()) > 1
                and not _known(n)
                and not _POST.search(n)
            ]
            at = text.index
            writers = tuple(
                Inferred(n, _evidence(text, at(n, start), at(n, start) + len(n))) for n in kept
            )
            signed = [Inferred(credit, _evidence(text, *found.span("credit")))] if credit else []
            signed += [
                Inferred(k, _evidence(text, *found.span("names")))
                for n in names
                if n and (k := _known(n))
            ]
            return writers, signed
    return (), []


def _foot(
    text: str, lines: list[Span], furniture: list[Span]
) -> tuple[list[Inferred], list[Inferred]]:
    """Agencies credited with the text itself, and those credited with help."""
    own: list[Inferred] = []
    helped: list[Inferred] = []
    for start, end in reversed(lines):
        for pattern in patterns.FOOT:
            found = pattern.search(text, max(start, end - FOOT_WIDTH), end)
            known = _known(found["name"]) if found and found["name"] else None
            if found is None or not (known or pattern in patterns.EXPLICIT):
                continue
            furniture.append(Span(found.start(), end))
            if known:
                credit = Inferred(known, _evidence(text, found.start(), found.end()))
                (helped if pattern in patterns.CONTRIBUTED else own).append(credit)
            break
        signed = patterns.HOUSE_STYLE.search(text, max(start, end - FOOT_WIDTH), end)
        if signed and not own:
            own.append(Inferred("Reuters", _evidence(text, *signed.span())))
    return own, helped


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(span.end, out[-1].end))
        else:
            out.append(span)
    return tuple(out)
