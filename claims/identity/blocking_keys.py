"""Which speakers are worth comparing: keys to look up in an index, so that never all pairs are
compared."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from claims.identity import lists
from claims.identity.model import Known
from claims.identity.name_word import Word
from claims.identity.organisation_name import body
from claims.identity.person_name import PersonName, parse
from claims.rules.lists import words


@lru_cache(maxsize=50_000)
def join_keys(known: Known) -> frozenset[str]:
    """Two speakers that judge() joins share one of these; few others do."""
    if known.is_person:
        return frozenset(_person_joins(parse(known.name), known))
    name = body(known.name)
    return (
        frozenset({f"b:{name.key}"} | {f"b:{short}" for short in name.acronyms})
        if name.words
        else frozenset()
    )


def likeness_keys(known: Known) -> frozenset[str]:
    """Two speakers that judge() proposes share one of these, as do many others."""
    if known.is_person:
        return frozenset(_person_likeness(parse(known.name)))
    name = body(known.name)
    found = {f"i:{short}" for short in name.acronyms} | (
        {f"i:{name.initials}"} if len(name.initials) > 1 else set()
    )
    found |= {f"w:{word}" for word in set(name.words) - words("bodies", "generic")}
    # General words tell something two by two: "Central Bank", "State Department".
    return frozenset(found | {f"w:{one} {other}" for one, other in pairwise(name.words)})


def _person_joins(name: PersonName, known: Known) -> set[str]:
    if not name.is_whole:
        return set()
    first, last = name.words[0], name.words[-1]
    found = {f"j:{a}|{b}" for a in first.forms for b in last.forms}
    found.add("c:" + "".join(w.plain for w in name.words))
    ends = {first.plain, last.plain}
    if len(name.words) > 1 and ends & words("people", "family_first"):
        turned = ((*name.words[1:], first), (last, *name.words[:-1]))
        found |= {f"j:{a}|{b}" for words in turned for a in words[0].forms for b in words[-1].forms}
    bodies = {
        word for name in (known.affiliation, known.principal) if name for word in body(name).words
    }
    bodies |= {
        short
        for name in (known.affiliation, known.principal)
        if name
        for short in body(name).acronyms
    }
    letters = _letters(first)
    return found | {
        f"a:{f}|{word}|{a}"
        for w in name.words[1:]
        for f in w.forms
        for word in bodies
        for a in letters
    }


def _person_likeness(name: PersonName) -> set[str]:
    if not name.words:
        return set()
    found = {f"s:{form}" for w in (name.words[0], name.words[-1]) for form in w.forms}
    if not name.is_whole:
        return found
    letters = _letters(name.words[0])
    for last in name.words[1:]:
        ends = {last.sound, last.sound[:_BEGINNING], *last.forms}
        ends |= lists.spellings(alike=True).get(last.plain, frozenset())
        found |= {f"q:{end}|{letter}" for end in ends for letter in letters if len(last.plain) > 1}
    return found | {"t:" + " ".join(sorted(w.plain for w in name.words))}


_BEGINNING = 4
"""Letters of a family name's sound that a misspelt one still has."""


def _letters(first: Word) -> set[str]:
    """First letters of a first name, of its sound and of the names that it may be short for."""
    alike = (key.removeprefix("=") for key in lists.spellings(alike=True).get(first.plain, ()))
    return {w[0] for w in (first.plain, first.sound, *alike, *lists.full_names(first.plain)) if w}
