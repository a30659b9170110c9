"""Dated offices: who "the army chief" was on a day; where several fit, nobody is named."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claims.folding import to_ascii
from claims.identity import lists
from claims.identity.model import Office
from claims.rules.lists import words

_MIN_STEM_LETTERS = 4
"""By which a country and its adjective are told to be one: Velmora, Velmoran."""
_MAX_ENDING_LETTERS = 3
"""By which the longer of two such words may exceed the other."""


def holder(mention: str, date: str | None, offices: Iterable[Office]) -> tuple[Office, str] | None:
    """The one holder on the date (ISO; "" or None unknown) of the office that the mention names,
    with the reason."""
    if not date or not (wanted := words_of(mention)):
        return None
    fitting = [
        office
        for office in offices
        if names_office(wanted, words_of(office.office)) and _holds(office, date)
    ]
    if len({office.speaker for office in fitting}) != 1:
        return None
    office = max(fitting, key=lambda office: len(office.office))
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
    if not all(any(_one_word(word, entered) for entered in office) for word in mention):
        return False
    # "the chief" alone is no "chief of the army".
    return (
        len(mention) == len(office)
        or len(mention) > 1
        or mention[0] not in words("record", "office_heads")
    )


def _one_word(word: str, entered: str) -> bool:
    """Whether two words are spellings of one, or a country and its adjective."""
    spelling_of = lists.body_spellings()
    if spelling_of.get(word, word) == spelling_of.get(entered, entered):
        return True
    shorter, longer = sorted((len(word), len(entered)))
    stem = max(_MIN_STEM_LETTERS, shorter - 2)
    return (
        shorter >= stem
        and word[:stem] == entered[:stem]
        and longer - shorter <= _MAX_ENDING_LETTERS
    )


def _holds(office: Office, date: str) -> bool:
    day = date[:10]
    starts = office.since is None or day >= office.since[: len(day)]
    # An end of 2016-11 holds to the last day of that month, one of 2016 to the last of the year.
    return starts and (office.until is None or day[: len(office.until)] <= office.until[: len(day)])
