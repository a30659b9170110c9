"""Which words at the head of a line are a label, by the forms that houses use; whether a text is a
transcript at all is decided in turns.py."""

from __future__ import annotations

import re

from claims.folding import fold_mention
from claims.model import Span
from claims.resolve.mentions.names import strip_title
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.turns.model import Label
from claims.turns.names import is_name, is_role

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ’'-]+"
_CAP = r"[A-ZÀ-Þ][\w.’'-]{0,60}"
_COLON = re.compile(
    r"(?:(?:Question |Q)?\d{1,3}[.:)][ ])?(?P<label>[^:\r\n“”\"?!]{1,90}?)[ ]?(?P<mark>:)(?=[ \t]|$|[\r\n])"
)
_NOTE = re.compile(r"(?P<head>[^()\[\]]+?) ?[(\[](?P<note>[^()\[\]]{1,60})[)\]]")
_NUMBER = re.compile(r"\d{1,3}\.[ ]")
_RECORD = re.compile(
    rf"(?P<who>(?:{alternation(listed('turns', 'record_titles'))})\.? {_CAPITALS}(?: {_CAPITALS}){{0,3}})"
    rf"(?: of {_CAP}(?: {_CAP}){{0,2}})?(?: \([^()\r\n]{{1,60}}\))?\. (?=[A-ZÀ-Þ“\"])"
)
"""Mr. HOLLANDER of Norwell (during the reading). Madam Chair, …"""
_STOPPED = re.compile(
    rf"(?P<who>(?:[A-Z][A-Za-z]{{0,8}}\.? ){{0,2}}(?:[A-Z]\.[ ]?){{0,3}}{_CAPITALS}"
    rf"(?: (?:[A-Z]\.[ ]?){{0,3}}{_CAPITALS}){{0,3}})"
    r"(?: \([^()\r\n]{1,60}\))?\.[ ]?[-–—]{1,2}[ ]?(?=[A-ZÀ-Þ“\"])"
)
"""HON. A. L. NAKAVU.- Can the Minister …"""
_ADDRESSED = re.compile(
    rf"(?:The |(?i:{alternation(t for t in listed('turns', 'record_titles') if t != 'The')})(?:\.[ ]?| )|[A-Z]\. )[A-Z]"
)
"""A dateline ("LONDON. - ") and a rubric ("THE WEATHER. - ") have neither form of address nor initials."""
_DASHED = re.compile(
    rf"(?P<who>{_CAP}(?: {_CAP}|(?: (?:{alternation(listed('names', 'inner_particles'))}))){{0,4}})"
    r"(?: (?:--|—|–|-) [^.?!:\r\n]{2,80}){1,3}$"
)
"""Rosalie Quint -- Chief Executive Officer"""
_OFFICE = re.compile(rf"(?P<who>{_CAP}(?: {_CAP}){{1,4}}), [^.?!:;\r\n“”\"]{{3,60}}$")
"""Lotte Krag, harbour master"""
_LETTER = re.compile(r"(?P<who>(?:Q(?:uestion|UESTION)?|A(?:nswer|NSWER)?)[.:])[ ]+(?=\S)")
MAX_ROLE_WORDS = 7
"""Of an office in a line of its own."""


def colon(text: str, line: Span) -> Label | None:
    """MARGIT SY, ANCHOR: | The Minister for Transport (Mr Joris Vael): | PELL:"""
    match = _COLON.match(text, line.start, line.end)
    if not match:
        return None
    start, written = match.start("label"), match["label"]
    bracket = _NOTE.fullmatch(written)
    head = bracket["head"] if bracket else written
    name, *offices = head.split(",")
    if bracket and _names_holder(head, bracket["note"]):
        who = Span(start + bracket.start("note"), start + bracket.end("note"))
    elif (is_name(name) or is_role(name)) and all(map(_is_office, offices)):
        who = Span(start + (3 if name.startswith("BY ") else 0), start + len(name))
    else:
        return None
    capitals = name.isupper() and sum(map(str.isalpha, name)) > 1
    titled, bare = strip_title(name)
    given = len(bare.split()) > 1 and fold_mention(bare.split()[0]) in _first_names()
    personal = bool(bracket or offices or capitals or titled or given) or is_role(name)
    mark = Span(*match.span("mark"))
    return Label(Span(line.start, mark.end), who, mark, personal, alone=mark.end == line.end)


def letter(text: str, line: Span) -> Label | None:
    """Q. | A. | Question:"""
    match = _LETTER.match(text, line.start, line.end)
    if not match:
        return None
    who = Span(*match.span("who"))
    return Label(Span(line.start, match.end()), who, None, True, alone=False, letter=True)


def _first_names() -> frozenset[str]:
    return words("names", "male", "female", "either")


def _names_holder(head: str, note: str) -> bool:
    """Whether the brackets name who holds the office before them: "The Minister (Mr Vael)"."""
    titled, name = strip_title(note)
    office = head.startswith("The ") or fold_mention(head.split()[-1]) in words("titles", "offices")
    return office and is_name(note) and bool(titled or len(name.split()) > 1)


def _is_office(part: str) -> bool:
    return 0 < len(part.split()) <= MAX_ROLE_WORDS and not re.search(r"[.;]\s", part)


def record(text: str, line: Span) -> Label | None:
    """Mr. HOLLANDER (during the reading). | The CHAIR. | HON. A. MATEWAI.- | Mr. SMITH.—"""
    match = _RECORD.match(text, line.start, line.end) or _stopped(text, line)
    if not match:
        return None
    return Label(Span(line.start, match.end()), Span(*match.span("who")), None, True, alone=False)


def _stopped(text: str, line: Span) -> re.Match[str] | None:
    """A stop and a dash behind somebody's name or part."""
    match = _STOPPED.match(text, line.start, line.end)
    return match if match and (_ADDRESSED.match(match["who"]) or is_role(match["who"])) else None


def in_own_line(text: str, line: Span) -> Label | None:
    """Minh Arden -- Larchmont Securities -- Analyst | Lotte Krag, harbour master | Operator"""
    for pattern in (_DASHED, _OFFICE):
        match = pattern.match(text, line.start, line.end)
        if match and is_name(match["who"]):
            return Label(line, Span(*match.span("who")), None, True, alone=True)
    return (
        Label(line, line, None, True, alone=True) if is_role(text[line.start : line.end]) else None
    )


def over_office(text: str, line: Span, below: Span) -> Label | None:
    """A name, and in the line below it what its bearer is."""
    name, office = text[line.start : line.end], text[below.start : below.end]
    parts = name.split()
    apart = text.count("\n", line.end, below.start) > 1
    if apart or not 2 <= len(parts) <= 5 or not is_name(name) or name[-1] in ".:,;?!":
        return None
    fits = len(office.split()) <= MAX_ROLE_WORDS and office[-1].isalnum() and office[0].isalpha()
    return Label(Span(line.start, below.end), line, None, True, alone=True) if fits else None
