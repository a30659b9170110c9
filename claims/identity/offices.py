"""Dated offices: who "the army chief" was on a day; where several fit, nobody is named."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claims.folding import to_ascii
from claims.identity import lists
from claims.identity.model import Office
from claims.rules.lists import words

_DEMONYM = 4
"""Letters by which a country and its adjective are known to be one: Velmora, Velmoran."""


def holder(mention: str, date: str | None, offices: Iterable[Office]) -> tuple[Office, str] | None:
    """The one holder on the date (ISO; "" or None unknown) of the office that the mention names,
    with the reason."""
    if not date or not (wanted := words_of(mention)):
        return None
    found = [
        office
        for office in offices
        if names_office(wanted, words_of(office.office)) and _holds(office, date)
    ]
    if len({office.speaker for office in found}) != 1:
        return None
    office = max(found, key=lambda one: len(one.office))
    term = f"{office.since or '…'} to {office.until or 'now'}"
    return office, f"“{mention}” on {date[:10]}: {office.office}, {term}, as entered by a person"


def words_of(phrase: str) -> tuple[str, ...]:
    """The folded words of an office or of a mention, without articles and possessives."""
    plain = re.sub(r"['’]s\b|['’](?=\s|$)", "", phrase)
    return tuple(
        w
        for w in re.findall(r"[a-z0-9-]+", to_ascii(plain))
        if w not in words("record", "office_small")
    )


def names_office(mention: tuple[str, ...], office: tuple[str, ...]) -> bool:
    """Whether the mention says the office or a shorter form of it, and nothing that the office does
    not say."""
    if not mention or not office or (set(mention) ^ set(office)) & words("record", "not_now"):
        return False
    if not all(any(_one(word, known) for known in office) for word in mention):
        return False
    # "the chief" alone is no "chief of the army".
    return (
        len(mention) == len(office)
        or len(mention) > 1
        or mention[0] not in words("record", "office_heads")
    )


def _one(word: str, known: str) -> bool:
    spell = lists.body_spellings()
    if spell.get(word, word) == spell.get(known, known):
        return True
    size = max(_DEMONYM, min(len(word), len(known)) - 2)
    return (
        min(len(word), len(known)) >= size
        and word[:size] == known[:size]
        and abs(len(word) - len(known)) <= 3
    )


def _holds(office: Office, date: str) -> bool:
    day = date[:10]
    starts = office.since is None or day >= office.since[: len(day)]
    # An end of 2016-11 holds to the last day of that month, one of 2016 to the last of the year.
    return starts and (office.until is None or day[: len(office.until)] <= office.until[: len(day)])
