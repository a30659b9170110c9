"""A text's header and foot put together from its lines; the patterns stand in patterns.py.

Only the first and last lines are looked at, so that no sentence of the body is taken for furniture.
"""

from __future__ import annotations

import re

from claims.model import Dateline, Evidence, Header, Inferred, Span
from claims.outlet import outlets, patterns
from claims.outlet.dates import iso_date
from claims.rules.lists import listed
from claims.rules.patterns import alternation

HEAD_LINES, FOOT_LINES = 4, 4
_POST = re.compile(rf"\b(?:{alternation(listed('header', 'posts'))})\b", re.IGNORECASE)
MAX_LINE_CHARACTERS = 140
"""Of a line that may be a by-line or a date and nothing else."""
MAX_DATELINE_CHARACTERS = 160
"""From a line's start to the end of its place line."""
MAX_CREDIT_CHARACTERS = 600
"""At the end of a line in which a credit may stand."""


def read_header(text: str, title: str | None = None) -> Header:
    """What the article's header and foot say; never raises."""
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\r\n]+", text) if m.group().strip()]
    furniture: list[Span] = []
    head = lines[:HEAD_LINES]
    short = [line for line in head if line.end - line.start <= MAX_LINE_CHARACTERS]
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
            opening = pattern.match(text, start, min(end, start + MAX_DATELINE_CHARACTERS))
            if opening is None or opening.end() == start or not _is_dateline(opening, pattern):
                continue
            if text[opening.end() : end].isupper():
                continue  # a headline in capitals: the report behind a place line is not
            furniture.append(Span(start, opening.end()))
            place = (
                re.sub(r"\s?[(\[][A-Z]\w+[)\]]$", "", opening["place"].strip(" ,."))
                if opening["place"]
                else None
            )
            date = iso_date(
                (opening["date"] if "date" in opening.groupdict() else None)
                or opening["after"]
                or ""
            )
            line = Dateline(place, date, _evidence(text, start, opening.end()))
            return line, _agencies(text, opening)
    return None, []


def _dated(
    text: str, lines: list[Span], dateline: Dateline | None, furniture: list[Span]
) -> Dateline | None:
    """The place line with the date that stands in a line of its own, where it has none itself."""
    if dateline is not None and dateline.date:
        return dateline
    for start, end in lines:
        dated = patterns.DATE_LINE.fullmatch(text, start, end)
        date = iso_date(dated["date"]) if dated else None
        if date is None:
            continue
        furniture.append(Span(start, end))
        seen = dateline.evidence.span if dateline else Span(start, end)
        place = dateline.place if dateline else None
        return Dateline(place, date, _evidence(text, min(start, seen.start), max(end, seen.end)))
    return dateline


def _is_dateline(opening: re.Match[str], pattern: re.Pattern[str]) -> bool:
    place, agency = (opening["place"] or "").strip(" ,."), _known(_named(opening)[0])
    dated = bool(opening["after"] or opening.groupdict().get("date"))
    if pattern is not patterns.DATELINE:
        return agency is not None and bool(place or dated)
    if not opening["mark"] or opening["mark"] == ".":
        return agency is not None and bool(place or dated)
    if not place:
        return agency is not None and dated
    named = _named(opening)[0]
    if named and not agency and not named[0].isupper():
        return False
    capitals = place.split(",")[0].isupper()
    return dated or bool(named) or capitals or opening["mark"] in ("—", "–", "--")


def _known(name: str | None) -> str | None:
    """The table's name for an agency, also where a desk is written behind it ("dpa/tmn")."""
    for written in (name, (name or "").split("/")[0]):
        if written and outlets.is_agency(written):
            return outlets.canonical(written)
    return None


def _agencies(text: str, opening: re.Match[str]) -> list[Inferred]:
    name, group = _named(opening)
    if not name:
        return []
    return [
        Inferred(
            _known(name) or outlets.canonical(name.strip()), _evidence(text, *opening.span(group))
        )
    ]


def _named(opening: re.Match[str]) -> tuple[str | None, str]:
    """The name in the place of an agency, and the group that holds it."""
    group = "slashed" if opening.groupdict().get("slashed") else "agency"
    return opening[group], group


def _byline(
    text: str, lines: list[Span], furniture: list[Span]
) -> tuple[tuple[Inferred, ...], list[Inferred]]:
    """The writers, and the agencies that they are signed with."""
    for start, end in lines:
        for pattern in (patterns.BYLINE, patterns.NAME_AND_AGENCY):
            line = pattern.fullmatch(text, start, end)
            if line is None:
                continue
            credit = _known((line["credit"] or "").strip(" )."))
            if credit or pattern is patterns.BYLINE:
                furniture.append(Span(start, end))
                names = re.split(r"\s*(?:,|\band\b|&)\s*", line["names"])
                return _writers(text, start, names), _signed(text, line, names, credit)
    return (), []


def _writers(text: str, start: int, names: list[str]) -> tuple[Inferred, ...]:
    """The names of a by-line that are a person's, from where its line starts."""
    writers = [
        name
        for name in names
        if name[:1].isupper()
        and len(name.split()) > 1
        and not _known(name)
        and not _POST.search(name)
    ]
    places = [text.index(name, start) for name in writers]
    return tuple(
        Inferred(name, _evidence(text, at, at + len(name)))
        for name, at in zip(writers, places, strict=True)
    )


def _signed(text: str, line: re.Match[str], names: list[str], credit: str | None) -> list[Inferred]:
    """The agencies of a by-line: the one behind it, then those among its names."""
    signed = [Inferred(credit, _evidence(text, *line.span("credit")))] if credit else []
    among = filter(None, map(_known, names))
    return signed + [Inferred(agency, _evidence(text, *line.span("names"))) for agency in among]


def _foot(
    text: str, lines: list[Span], furniture: list[Span]
) -> tuple[list[Inferred], list[Inferred]]:
    """Agencies credited with the text itself, and those credited with help."""
    own: list[Inferred] = []
    helped: list[Inferred] = []
    for start, end in reversed(lines):
        for pattern in patterns.FOOT:
            credit_line = pattern.search(text, max(start, end - MAX_CREDIT_CHARACTERS), end)
            agency = _known(credit_line["name"]) if credit_line and credit_line["name"] else None
            if credit_line is None or not (agency or pattern in patterns.EXPLICIT):
                continue
            furniture.append(Span(credit_line.start(), end))
            if agency:
                credit = Inferred(agency, _evidence(text, credit_line.start(), credit_line.end()))
                (helped if pattern in patterns.CONTRIBUTED else own).append(credit)
            break
        signed = patterns.HOUSE_STYLE.search(text, max(start, end - MAX_CREDIT_CHARACTERS), end)
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
