"""Who wrote, who helped and who edited, as the lines above and below a text say; agencies and place lines
stand in header.py."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from claims.model import Evidence, Inferred, Span
from claims.outlet import outlets
from claims.outlet.patterns import BYLINE, MONTH, OUTLET_NAME, POST
from claims.rules.lists import listed
from claims.rules.patterns import BLANKS, alternation

MAX_LINE_CHARACTERS = 200
"""Of a by-line."""
MAX_NAME_WORDS = 5
MAX_BARE_CHARACTERS = 80
MAX_BARE_NAME_WORDS = 3
"""Of a by-line without "By", and of its first name."""
MAX_FOOT_CHARACTERS = 600
"""At the end of a line in which a credit may stand."""
MAX_HOUSE_WORDS = 3
_WEEKDAYS = alternation(listed("dates", "weekdays"))
_PARTS = alternation(listed("header", "name_parts"))
_CAPITAL = r"[A-ZÀ-Þ][\w.’'-]{0,60}"
NAME = rf"{_CAPITAL}(?: (?:(?:{_PARTS}) ){{0,2}}{_CAPITAL}){{1,4}}(?:,? (?:Jr|Sr|II|III)\.?)?"
_LEAD = re.compile(
    rf"\s*(?:(?:{alternation(listed('header', 'written'))})\s+)?(?:by|BY|By)\s*:?\s+"
    rf"|\s*(?:{alternation(listed('header', 'byline_labels'))})\s*:\s*"
    r"|\s*(?:From|FROM)\s+(?=[^\n,]{3,80}\s(?:in|IN)\s[A-ZÀ-Þ])"
)
"""From Sam Orr in Port Ellery: without a place it is as often an agency or a book."""
_ACCOUNT = re.compile(r"(?<!\s)\s*+[(]?@\w{1,40}[)]?")
_SPLIT = re.compile(
    rf"(?:(?<!\s)\s++on(?=\s+(?:\d|{MONTH}\s*\d|{_WEEKDAYS}))|{BLANKS}(?:[,;|/•·–—]|\b(?:[Aa]nd|AND|[Ww]ith|WITH)\b|&)|(?<!\s)\s++-\s)\s*+"
)
_PLACED = re.compile(r"(?:^|(?<!\s)\s++)(?i:in|at|for|from)\s++(?=[A-ZÀ-Þ]|the\b).*$")
_DATED = re.compile(
    rf"{MONTH}\s*\d|\d{{1,2}}\s*{MONTH}|\d{{4}}|\d:\d\d|^(?:Published|Updated|Posted)\b"
)
_REPORTS = re.compile(
    rf"\s*(?:[A-Z][\w .]{{1,40}}[’']s? )?(?P<names>{NAME}(?: and {NAME})?) reports?\b"
    rf"(?: (?:from|for) [\w .,’'-]{{2,60}})?[.:]?\s*"
)
_ROLE = alternation(listed("header", "credit_roles"))
_CLAUSE = re.compile(
    rf"\s*(?P<more>additional |with |further )?(?P<role>{_ROLE})(?: and [a-z]+)?"
    r" (?:was |contributed )?by:?\s+(?P<names>.+)",
    re.IGNORECASE,
)
_HELPED = re.compile(
    rf"\s*\(?(?P<names>[A-ZÀ-Þ].{{2,200}}?) (?:also )?contributed(?: reporting)?(?: (?:to|for) this "
    rf"{'(?:' + alternation(listed('header', 'texts')) + ')'})?(?: (?:from|in) .{{2,80}})?\.?\)?\s*"
)
_FROM = re.compile(rf"(?P<name>{NAME}),? (?:reported )?from (?=[A-ZÀ-Þ])")
_REPORTED = re.compile(rf"{NAME} reported from [A-ZÀ-Þ][^;]{{1,300}}\.")
"""Sam Orr reported from Port Ellery, and Ann Bell from Merriden."""
_CLAUSES = re.compile(
    rf"{BLANKS};\s*+|(?<=[a-z]{{2}})\.\s++|(?<!\s)\s++(?=(?:Editing|Writing) by\b)"
)
_NOBODY = alternation(listed("header", "no_given_names"))
_NAME_AND_POST = re.compile(
    rf"(?!(?i:{_NOBODY}) )(?P<name>{_CAPITAL} {_CAPITAL}) (?:{_CAPITAL} ){{0,2}}"
    rf"(?i:{alternation(listed('header', 'no_writers'))})"
)
_BEFORE_NAME = re.compile(rf"^.*\b(?:{alternation(listed('header', 'no_writers'))})\s+(?=[A-ZÀ-Þ])")


@dataclass
class Credits:
    """What lines say of people and of the outlet."""

    writers: list[Inferred] = field(default_factory=list)
    contributors: list[Inferred] = field(default_factory=list)
    editors: list[Inferred] = field(default_factory=list)
    outlet: Inferred | None = None
    agency: Inferred | None = None
    lines: list[Span] = field(default_factory=list)
    """Those that say so, which are no part of the text."""


def read_credits(text: str, head: Sequence[Span], foot: Sequence[Span]) -> Credits:
    """The credits of the lines above and below a text."""
    found = Credits()
    for start, end in head:
        if end - start <= MAX_LINE_CHARACTERS and not found.writers:
            _head_line(text, start, end, found)
    above = {item.value.casefold() for item in found.writers}
    for start, end in foot:
        _foot_line(text, start, end, found, signed=bool(above))
    found.contributors = [c for c in found.contributors if c.value.casefold() not in above]
    return found


def _head_line(text: str, start: int, end: int, found: Credits) -> None:
    line = text[start:end]
    if reports := _REPORTS.fullmatch(line):
        found.writers += _inferred(text, start, _people(reports["names"]))
        found.lines += [Span(start, end)] if found.writers else []
        return
    lead = _LEAD.match(line)
    parts = _SPLIT.split(_ACCOUNT.sub("", line[lead.end() :] if lead else line))
    segments = [part for s in parts for part in _with_house(s.strip())]
    if lead and (posted := _NAME_AND_POST.fullmatch(segments[0])):
        segments[0] = posted["name"]
    kinds = _kinds(segments)
    shaped = BYLINE.fullmatch(line)
    if shaped and any(kind == "other" for kind, _ in kinds):
        kinds = _kinds(_SPLIT.split(shaped["names"]))
    if not _is_byline([kind for kind, _ in kinds], led=lead is not None):
        found.lines += [Span(start, end)] if shaped else []  # "By Our Special Correspondent"
        return
    if lead is None and not _is_bare_byline(line, kinds):
        return
    found.lines.append(Span(start, end))
    names = (_PLACED.sub("", s) for kind, s in kinds if kind == "name")
    found.writers += _inferred(text, start, names)
    named = dict(reversed(kinds))
    found.agency = _canonical(text, start, named.get("agency"))
    found.outlet = _canonical(text, start, named.get("outlet"))


def _kinds(segments: Iterable[str]) -> list[tuple[str, str]]:
    """The parts of a by-line, each with what it is."""
    kinds = [(_kind(segment), segment) for segment in segments if segment]
    # A place behind a name is often set in capitals: "By Sam Orr, PORT ELLERY".
    low = bool(kinds) and not kinds[0][1].isupper()
    return [
        ("place" if low and kind == "name" and part.isupper() else kind, part)
        for kind, part in kinds
    ]


def _with_house(segment: str) -> list[str]:
    """A segment, parted where a name in capitals runs into its agency or outlet: "SAM ORR Associated Press"."""
    words = segment.split()
    for size in range(1, min(MAX_HOUSE_WORDS, len(words) - 2) + 1):
        name, house = " ".join(words[:-size]), " ".join(words[-size:])
        if name.isupper() and not house.isupper() and outlets.is_outlet(house):
            return [name, house]
    return [segment]


def _is_byline(kinds: list[str], *, led: bool) -> bool:
    """Whether a line of such parts is one; without "By" a name alone may be a headline."""
    if not kinds or "other" in kinds:
        return False
    if kinds[0] == "name":
        return led or not {"post", "agency", "outlet"}.isdisjoint(kinds[1:])
    return led and kinds[0] == "agency"


def _is_bare_byline(line: str, kinds: list[tuple[str, str]]) -> bool:
    """Whether a line without "By" is one and no headline: short, no sentence, a post at its end."""
    if len(line) > MAX_BARE_CHARACTERS or re.search(r"[a-z]{3}[.!?:]\s*$", line):
        return False
    posts = [part for kind, part in kinds if kind == "post"]
    short = len(kinds[0][1].split()) <= MAX_BARE_NAME_WORDS
    return short and all(POST.fullmatch(part.split()[-1]) for part in posts)


def _canonical(text: str, start: int, part: str | None) -> Inferred | None:
    """The agency or outlet that a part of a by-line names."""
    if part is None:
        return None
    at = text.index(part, start)
    name = re.sub(r"^(?:for|of) ", "", part)
    known = outlets.canonical(name if outlets.is_outlet(name) else _bare(name))
    return Inferred(known, Evidence(Span(at, at + len(part)), part))


def _bare(name: str) -> str:
    """An agency's or outlet's name without article and staff."""
    return re.sub(r"^(?:[Tt]he) | (?:[Ss]taff|STAFF)$", "", name)


def _kind(segment: str) -> str:
    """What a part of a by-line is: a name, a post, an agency, an outlet, a place or day, or something
    else, which no by-line holds."""
    bare = _PLACED.sub("", segment).strip()
    if not bare or _DATED.search(segment):
        return "place"
    name = _bare(bare)
    if outlets.is_agency(bare) or outlets.is_agency(name):
        return "agency"
    named = " " in bare and OUTLET_NAME.search(bare)
    if named or outlets.is_outlet(bare) or outlets.is_outlet(name):
        return "outlet"
    if POST.search(bare):
        return "post"
    if re.fullmatch(NAME, bare) and len(bare.split()) <= MAX_NAME_WORDS:
        return "name"
    return "place" if re.fullmatch(rf"{_CAPITAL}(?: {_CAPITAL}){{0,2}}", bare) else "other"


def _foot_line(text: str, start: int, end: int, found: Credits, *, signed: bool) -> None:
    at = max(start, end - MAX_FOOT_CHARACTERS)
    line = text[at:end]
    helped = _HELPED.fullmatch(line)
    reports = _REPORTS.fullmatch(line)
    written = helped["names"] if helped else reports["names"] if reports else ""
    people = _inferred(text, at, _people(_BEFORE_NAME.sub("", written)))
    found.lines += [Span(start, end)] if people else []
    if helped:
        found.contributors += people
    elif not signed:
        found.writers += people
    if _REPORTED.fullmatch(line.strip()):
        reported = _inferred(text, at, (match["name"] for match in _FROM.finditer(line)))
        (found.contributors if signed else found.writers).extend(reported)
        found.lines.append(Span(start, end))
    for clause in _CLAUSES.split(line.strip().strip("()[]* ").rstrip(".)]")):
        match = _CLAUSE.fullmatch(clause.strip(" ()"))
        if match is not None:
            named = _inferred(text, at, _people(match["names"]))
            _by_role(match, named, found, signed=signed)


def _by_role(clause: re.Match[str], named: list[Inferred], found: Credits, *, signed: bool) -> None:
    """The people of a clause where its role puts them; whoever reported for a signed text helped."""
    role = clause["role"].lower()
    if role.startswith(("edit", "translat")):
        found.editors += named
    elif clause["more"] or (signed and role.startswith("report")):
        found.contributors += named
    elif not signed:
        found.writers += named


def _people(names: str) -> Iterator[str]:
    """The names of a list, without the places where they wrote."""
    for part in _SPLIT.split(names):
        name = _PLACED.sub("", part).strip(" .()")
        if _kind(name) == "name":
            yield name


def _inferred(text: str, start: int, names: Iterable[str]) -> list[Inferred]:
    """Each name once, with where it stands."""
    found: dict[str, Inferred] = {}
    for name in names:
        at = text.find(name, start)
        if at >= 0 and name.casefold() not in found:
            found[name.casefold()] = Inferred(name, Evidence(Span(at, at + len(name)), name))
    return list(found.values())
