"""Which speakers are worth comparing: keys to look up in an index, so that never all pairs are
compared."""

from __future__ import annotations

from itertools import pairwise

from claims.identity import lists
from claims.identity.model import NamedSpeaker
from claims.identity.name_word import Word
from claims.identity.organisation_name import acronyms_of, body
from claims.identity.person_name import PersonName, parse
from claims.rules.lists import words

SOUND_BEGINNING_LETTERS = 4
"""Of a family name's sound, which a misspelt one still has."""


def join_keys(speaker: NamedSpeaker) -> frozenset[str]:
    """Two speakers that judge() joins share one of these; few others do."""
    if speaker.is_person:
        return frozenset(_person_joins(parse(speaker.name), speaker))
    name = body(speaker.name)
    if not name.words:
        return frozenset()
    acronyms = acronyms_of(speaker.name, speaker.names)
    return frozenset({f"b:{name.key}"} | {f"b:{short}" for short in acronyms})


def likeness_keys(speaker: NamedSpeaker) -> frozenset[str]:
    """Two speakers that judge() proposes share one of these, as do many others."""
    if speaker.is_person:
        return frozenset(_person_likeness(parse(speaker.name)))
    name = body(speaker.name)
    keys = {f"i:{short}" for short in name.acronyms}
    keys |= {f"i:{name.initials}"} if len(name.initials) > 1 else set()
    keys |= {f"w:{word}" for word in set(name.words) - words("bodies", "generic")}
    # General words tell something two by two: "Central Bank", "State Department".
    return frozenset(keys | {f"w:{left} {right}" for left, right in pairwise(name.words)})


def _person_joins(name: PersonName, speaker: NamedSpeaker) -> set[str]:
    if not name.is_whole:
        return set()
    first, last = name.words[0], name.words[-1]
    keys = _ends(first, last) | {"c:" + "".join(word.plain for word in name.words)}
    if len(name.words) > 1 and {first.plain, last.plain} & words("people", "family_first"):
        keys |= _ends(name.words[1], first) | _ends(last, name.words[-2])
    letters, bodies = _letters(first), _body_keys(speaker)
    return keys | {
        f"a:{form}|{body_key}|{letter}"
        for word in name.words[1:]
        for form in word.forms
        for body_key in bodies
        for letter in letters
    }


def _ends(first: Word, last: Word) -> set[str]:
    """Keys of a first and a last word, in every form."""
    return {f"j:{a}|{b}" for a in first.forms for b in last.forms}


def _body_keys(speaker: NamedSpeaker) -> set[str]:
    """Words and acronyms of the bodies that a person belongs to or speaks for."""
    bodies = [body(name) for name in (speaker.affiliation, speaker.principal) if name]
    return {key for name in bodies for key in (*name.words, *name.acronyms)}


def _person_likeness(name: PersonName) -> set[str]:
    if not name.words:
        return set()
    keys = {f"s:{form}" for word in (name.words[0], name.words[-1]) for form in word.forms}
    if not name.is_whole:
        return keys
    letters = _letters(name.words[0])
    for last in name.words[1:]:
        if len(last.plain) > 1:
            ends = {last.sound, last.sound[:SOUND_BEGINNING_LETTERS], *last.forms}
            ends |= lists.spellings(alike=True).get(last.plain, frozenset())
            keys |= {f"q:{end}|{letter}" for end in ends for letter in letters}
    return keys | {"t:" + " ".join(sorted(word.plain for word in name.words))}


def _letters(first: Word) -> set[str]:
    """First letters of a first name, of its sound and of the names that it may be short for."""
    alike = (key.removeprefix("=") for key in lists.spellings(alike=True).get(first.plain, ()))
    names = (first.plain, first.sound, *alike, *lists.full_names(first.plain))
    return {name[0] for name in names if name}
