"""A text's header and foot put together from its lines; the patterns stand in patterns.py.

Only the first and last lines are looked at, so that no sentence of the body is taken for furniture.
"""

from __future__ import annotations

import re

from claims.model import Dateline, Evidence, Header, Inferred, Span
from claims.outlet import outlets, patterns
from claims.outlet.credits import read_credits
from claims.outlet.dates import day_near, day_of_year, iso_date
from claims.turns import turns_of

HEAD_LINES, FOOT_LINES = 4, 4
BYLINE_LINES = 7
"""Lines at the top in which a by-line or a day may stand, below slugs, headline and bullets; in those behind
HEAD_LINES a place line is known by its capitals and its dash."""
MAX_LINE_CHARACTERS = 140
"""Of a line that may be a date and nothing else."""
MAX_DATELINE_CHARACTERS = 160
"""From a line's start to the end of its place line."""
MAX_SENTENCE_CHARACTERS = 400
"""Of the first sentence behind a place line, in which "here" may stand."""
MAX_CREDIT_CHARACTERS = 600
"""At the end of a line in which a credit may stand."""


def read_header(text: str, title: str | None = None, published: str | None = None) -> Header:
    """What the article's header and foot say; never raises. published gives the year that a place line
    leaves out."""
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\r\n]+", text) if m.group().strip()]
    furniture: list[Span] = []
    head = lines[:BYLINE_LINES]
    short = _short(lines[:BYLINE_LINES])
    labels = {turn.label.line.start for turn in turns_of(text)}
    dateline, credits = _head(
        text, [line for line in head if line.start not in labels], furniture, published
    )
    dateline = _dated(text, short, dateline, furniture)
    own, helped = _foot(text, lines[-FOOT_LINES:], furniture)
    people = read_credits(text, lines[:BYLINE_LINES], lines[-FOOT_LINES:])
    furniture += people.lines
    wires = credits + ([people.agency] if people.agency else []) + own
    wire = wires[0] if wires else None
    return Header(
        people.outlet or wire, wire, tuple(people.writers), dateline, tuple(wires + helped),
        _merged(furniture), tuple(people.contributors), tuple(people.editors),
    )  # fmt: skip


def _short(lines: list[Span]) -> list[Span]:
    return [line for line in lines if line.end - line.start <= MAX_LINE_CHARACTERS]


def _evidence(text: str, start: int, end: int) -> Evidence:
    return Evidence(Span(start, end), text[start:end])


def _head(
    text: str, lines: list[Span], furniture: list[Span], published: str | None
) -> tuple[Dateline | None, list[Inferred]]:
    for number, (start, end) in enumerate(lines):
        for pattern in (patterns.DATELINE, patterns.AGENCY_LAST, patterns.AGENCY_FIRST):
            opening = pattern.match(text, start, min(end, start + MAX_DATELINE_CHARACTERS))
            if opening is None or opening.end() == start or not _is_dateline(opening, pattern):
                continue
            if number >= HEAD_LINES and not _by_capitals(opening):
                continue
            if text[opening.end() : end].isupper():
                continue  # a headline in capitals: the report behind a place line is not
            furniture.append(Span(start, opening.end()))
            given = opening.groupdict().get("date") or opening["after"] or ""
            date = iso_date(given) or day_near(given, published)
            evidence = _evidence(text, start, opening.end())
            line = Dateline(_place(opening["place"]), date, evidence, day_of_year(given))
            return line, _agencies(text, opening)
    return None, []


def _by_capitals(opening: re.Match[str]) -> bool:
    """Whether a place line is one wherever it stands: "HOLLIS CREEK, Mont. (AP) —"."""
    place = (opening["place"] or "").split(",")[0]
    return place.isupper() and opening.groupdict().get("mark") in ("—", "–", "--", "-")


def _place(written: str | None) -> str | None:
    """A place line's place, whose state may be cut short: "GREEN BAY, Wis."."""
    if not written:
        return None
    place = re.sub(r"\s?[(\[][A-Z]\w+[)\]]$", "", written.strip(" ,"))
    return place if patterns.CUT_SHORT.search(place) else place.strip(" ,.")


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
    if patterns.GREETING.match(opening.string, opening.start()):
        return False
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
    capitals = place.split(",")[0].isupper() or _written_here(opening)
    return dated or bool(named) or capitals or opening["mark"] in ("—", "–", "--")


def _written_here(opening: re.Match[str]) -> bool:
    """Whether the first sentence says that it was written in the place: "Perumbala: …, the minister
    said here"."""
    sentence = opening.string[opening.end() : opening.end() + MAX_SENTENCE_CHARACTERS]
    return opening["mark"] == ":" and bool(re.match(r"[^.\r\n]*\bhere\b", sentence))


def _known(name: str | None) -> str | None:
    """The table's name for an agency, also where a desk is written behind it ("dpa/tmn")."""
    for written in (name, *re.split(r"[/,]", name or "")[:1]):
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
