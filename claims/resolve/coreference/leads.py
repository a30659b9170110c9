"""Whom a lead brings in without a name, where the text names somebody soon after. Who has been named
before does not belong here."""

from __future__ import annotations

import re

from claims.resolve.coreference.person_descriptions import (
    LEAD_CHARACTERS,
    MENTIONS_AFTER,
    NAMELESS,
)
from claims.resolve.mentions.index import Index, Mention
from claims.resolve.mentions.traits import one_form
from claims.resolve.model import Guess
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

_SEVERAL = re.compile(rf"(?:{alternation(listed('descriptions', 'several'))})\b")
_OWNED = re.compile(r"(?:[Hh]is|[Hh]er|[A-ZÀ-Þ].{0,60}['’]s?) ")
_NEWCOMER = re.compile(r"an?\b|one\b", re.IGNORECASE)
_OPENING = re.compile(r"[.!?”\"]\s+(?:[A-Z]\w+ )?$")
_AGED = re.compile(r",? (?:\(?\d{1,3}\)?[,.]|aged \d|a \d{1,3}-year-old|who )")
NEWCOMER_CHARACTERS = 500
"""How far behind a lead whom it brings in is named with an age."""
LEAD_TO_NAME_CHARACTERS = 900
"""How far behind a lead the name of who speaks in it may stand."""
SOURCE_CHARACTERS = 60
"""How far before a name the source that ends in it may begin."""
OPENING_CHARACTERS = 20
"""How far before a name the end of the sentence before is looked for."""


def introduced(phrase: str, noun: str, index: Index, at: int, spoken: list[int]) -> Guess | None:
    """The named speaker whom a lead first brings in by office: "A former chairman says … Don Fowler
    told a paper"."""
    owned = _OWNED.match(phrase) and noun in words("titles", "occupations") | words(
        "nominals", "unnamed"
    )
    if (
        NAMELESS.search(phrase)
        or at > LEAD_CHARACTERS
        or not (owned or noun in words("titles", "offices"))
        or len(phrase.split()) < (2 if owned else 3)
        or _SEVERAL.match(phrase)
    ):
        return None
    seen = {m.name for m in index.before(at + len(phrase))}
    for mention in index.after(at + len(phrase), MENTIONS_AFTER):
        source = any(mention.start - SOURCE_CHARACTERS <= s <= mention.end for s in spoken)
        if (
            mention.kind == "person"
            and mention.name not in seen
            and " " in mention.name
            and source
            and _may_be(noun, mention, index)
            and mention.start - at < LEAD_TO_NAME_CHARACTERS
        ):
            reason = "The first speaker named after a lead that gives the office alone."
            return Guess(mention.name, "person", 0.55, reason)
    return None


def _may_be(noun: str, mention: Mention, index: Index) -> bool:
    """Whether nothing that the text says of a person speaks against what the lead calls them."""
    heads = {trait.head for trait in index.traits[mention.name] if trait.head}
    return not heads or one_form(noun) in heads


def newcomer(phrase: str, noun: str, index: Index, at: int) -> Guess | None:
    """Whom a lead brings in as one of many and the next sentences name with an age: "A teacher …
    Dora Klem, 41, …"."""
    if (
        at > LEAD_CHARACTERS
        or " " not in phrase
        or not _NEWCOMER.match(phrase)
        or noun in words("titles", "offices")
        or noun in words("nominals", "bodies", "documents")
    ):
        return None
    end = at + len(phrase)
    people = [
        m
        for m in index.after(end, MENTIONS_AFTER)
        if m.kind == "person" and m.start < end + NEWCOMER_CHARACTERS
    ]
    if not people or people[0].name in {m.name for m in index.before(end)}:
        return None
    if not _opens_with_age(people[0], index.text):
        return None
    reason = "The lead brings in one person, whom the text then names with an age."
    return Guess(people[0].name, "person", 0.62, reason)


def _opens_with_age(person: Mention, text: str) -> bool:
    """Whether a full name opens a sentence and an age follows it."""
    before = text[max(0, person.start - OPENING_CHARACTERS) : person.start]
    full = " " in text[person.start : person.end]
    return full and bool(_OPENING.search(before)) and bool(_AGED.match(text, person.end))
