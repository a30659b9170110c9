"""Whether the office that a draft gives fits the record; only where both say it. Days stand in days.py."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.folding import name_key
from claims.model import Span
from claims.proof.frames import around
from claims.proof.model import Voice
from claims.proof.places import Found
from claims.rules.lists import listed
from claims.rules.lists import words as listed_words
from claims.rules.patterns import alternation

_OFFICES = (*listed("content", "offices"), *listed("proof", "more_offices"))
_TITLES = alternation(sorted(_OFFICES, key=len, reverse=True))
_PAST = alternation(listed("proof", "past_offices"))
_BEFORE = re.compile(
    rf"(?:\b(?i:({_PAST}))[\s-]+)?(?:\b[a-z]+\s+)?\b(?i:({_TITLES})),?\s+(?:[A-Z][\w.’'-]*\s+){{0,3}}$"
)
_BEHIND = re.compile(
    rf",\s+((?:{alternation(listed('proof', 'past_clauses'))})\s+)?((?:[\w’']+\s+){{0,3}}?)"
    rf"({_TITLES})\b([^.!?\n”\"]{{0,60}})",
    re.IGNORECASE,
)
_IN_PAST = re.compile(rf"\b(?:{_PAST})\b", re.IGNORECASE)
_UNTIL = re.compile(
    rf"\b(?:{alternation(listed('proof', 'behind_past'))})\b|\buntil\s+(?:\w+\s+)?(?:19|20)\d\d"
)
_GONE = re.compile(rf"\b(?:{alternation(listed('proof', 'gone'))})\b", re.IGNORECASE)
_DEPARTURE = re.compile(rf"\b(?:{alternation(listed('proof', 'departures'))})\b", re.IGNORECASE)
_FORMER = re.compile(rf"\b(?i:{_PAST})[\s-]+(?:[\w’']+\s+){{0,2}}?(?i:({_TITLES}))\b")
_SUCCEEDING = alternation(listed("proof", "succeeding"))
_HOLDING = alternation(listed("proof", "holding"))
_DEPUTY = re.compile(
    rf"\bthen\s(?:still\s)?(?:[\w’']+\s){{0,2}}?(?:{alternation(listed('proof', 'deputies'))})\b",
    re.IGNORECASE,
)
_NEAR_CHARACTERS = 80
_NAMES_REMEMBERED = 256
"""Surnames in texts, for a speaker whom a draft quotes again and again."""


def other_office(text: str, span: Span, voice: Voice, found: Found) -> str:
    """The office that the record calls former and the draft does not, or the other way round; "" else."""
    name = name_key(voice.name or "").split()
    if voice.kind != "person" or not name:
        return ""
    record = found.article.stated.text
    if wrong := _no_longer_held(text, record, name[-1]):
        return f"{min(wrong)} in the draft, no longer in the record"
    return _deputy(text, span, record, name[-1])


def _no_longer_held(text: str, record: str, surname: str) -> set[str]:
    """The offices that somebody holds in the draft and held once in the record."""
    ours = _offices(text, surname)
    held = {office for office, past in ours if not past} - {o for o, past in ours if past}
    if not held:
        return set()
    theirs = _offices(record, surname)
    # Who is former in the draft alone may have left since: a draft is written after its record.
    past = {o for o, past in theirs if past} | _left(record, surname)
    return (held & past) - {o for o, past in theirs if not past}


def said_too_late(text: str, span: Span, record: Voice, found: Found) -> str:
    """Why who says it in the draft after leaving office had not left it in the record; "" where he may have."""
    said = next(filter(None, map(_GONE.search, around(text, span))), None)
    name = name_key(record.name or record.mention).split()[-1:]
    if said is None or not name:
        return ""
    held = found.article.stated.text
    near = (
        held[max(0, place.start() - _NEAR_CHARACTERS) : place.end() + _NEAR_CHARACTERS]
        for place in re.finditer(rf"\b{re.escape(name[0])}\b", held, re.IGNORECASE)
    )
    if any(map(_DEPARTURE.search, near)):
        return ""
    return f"{said[0]} in the draft, still in office in the record"


def _deputy(text: str, span: Span, record: str, surname: str) -> str:
    """Why who was a deputy then in the draft was in office by then; "" else."""
    said = _DEPUTY.search(around(text, span)[0])
    if said is None:
        return ""
    acting = alternation(listed("proof", "acting"))
    name = f"(?i:{re.escape(surname)})"
    beside = rf"(?i:\b(?:{acting})\s(?:[\w’'-]+\s){{1,4}})(?:[A-Z][\w.’'-]*\s){{0,2}}{name}\b"
    behind = rf"\b{name},\s(?:[\w’']+\s){{0,2}}?(?i:{acting})\s"
    if not re.search(f"{beside}|{behind}", record):
        return ""
    return f"{said[0]} in the draft, in office in the record"


def _left(text: str, surname: str) -> set[str]:
    """The offices that a text calls former without a name, where it says that somebody holds his no more."""
    name = f"(?i:{re.escape(surname)})"
    gone = rf"\b(?:{_SUCCEEDING})\s(?:[\w.]+\s){{0,2}}?{name}\b|\b{name},\s(?:{_HOLDING})\b"
    if not re.search(gone, text):
        return set()
    return {found[1].casefold() for found in _FORMER.finditer(text)}


_CAP = r"(?<![\w’'-])[A-Z][\w’'-]{1,60}"
_HELD = re.compile(
    rf"\b(?i:({_TITLES})),?\s(?:[A-Z][\w.’'-]{{0,60}}\s){{0,3}}?{_CAP}"
    rf"|{_CAP},\s(?:[a-z]{{1,60}}\s){{0,3}}?(?i:({_TITLES}))\b"
)
_LAST_OFFICE = re.compile(rf"\bthe\s(?:[\w’'-]+\s){{0,3}}?({_TITLES})$", re.IGNORECASE)


def is_held_by_another(described: str, name: str, text: str) -> bool:
    """Whether a text names somebody in the office by which another text calls a speaker, and not who is named."""
    office, surname = _LAST_OFFICE.search(described), name_key(name).split()[-1:]
    if (
        office is None
        or not surname
        or office[1].casefold() in (o for o, _ in _offices(text, *surname))
    ):
        return False
    held = ((found[1] or found[2], found[0]) for found in _HELD.finditer(text))
    return any(
        what.casefold() == office[1].casefold() and surname[0] not in name_key(who).split()
        for what, who in held
    )


_DESCRIPTION = re.compile(
    r"^(?:[Tt]he\s|[\w’'.-]+['’]s?\s)(?:[\w-]+\s){0,3}?([a-z][a-z-]{2,30})"
    rf"(?=$|,|\s(?:{alternation(listed('function_words', 'prepositions', 'clause_openers'))})\b)"
)
"""The noun of a description of one person whom a text knows: "Softlane's counsel", "the judge in the case"."""
_NEAR_WORDS = 14
"""Around a name, in which a text may say what somebody is."""


def is_called_otherwise(described: str, name: str, text: str) -> bool:
    """Whether a text has the noun by which another text calls a speaker for somebody, and never near who is named."""
    noun, surname = _DESCRIPTION.match(described), name_key(name).split()[-1:]
    if noun is None or not surname or noun[1] not in _callings():
        return False
    said = _folded(text)
    named = [at for at, word in enumerate(said) if word == surname[0]]
    near = {word for at in named for word in said[max(0, at - _NEAR_WORDS) : at + _NEAR_WORDS + 1]}
    if any(word.startswith(noun[1]) for word in near):
        return False  # who "chairs" it is its chair
    others = (said[at - 1] for at, word in enumerate(said) if word == noun[1] and at)
    return any(before not in listed_words("proof", "of_anybody") for before in others)


@lru_cache(4)
def _folded(text: str) -> list[str]:
    return name_key(text).split()


@lru_cache(1)
def _callings() -> frozenset[str]:
    """Nouns that say what one person is, beside those that may be said of anybody."""
    return (
        listed_words("titles", "occupations", "offices", "titles")
        | listed_words("proof", "called_so")
    ) - listed_words("nominals", "anybody")


@lru_cache(_NAMES_REMEMBERED)
def _offices(text: str, surname: str) -> frozenset[tuple[str, bool]]:
    """The offices that stand beside a surname, each with whether it is called past."""
    found: set[tuple[str, bool]] = set()
    for name in re.finditer(rf"\b{re.escape(surname)}\b", text, re.IGNORECASE):
        start = max(text.rfind("\n", 0, name.start()) + 1, name.start() - _NEAR_CHARACTERS)
        if before := _BEFORE.search(text[start : name.start()]):
            found.add((before[2].casefold(), bool(before[1])))
        behind = _BEHIND.match(text, name.end())
        if behind and listed_words("proof", "saying").isdisjoint(behind[2].casefold().split()):
            past = bool(behind[1] or _IN_PAST.search(behind[2]) or _UNTIL.search(behind[4]))
            found.add((behind[3].casefold(), past))
    return frozenset(found)
