"""Bodies that the press calls by what they are: of one statement, "police" in two papers are one force
(one principal, one origin)."""

from __future__ import annotations

import re

from claims.corroborate.independence.origins import Source
from claims.folding import name_key
from claims.rules.lists import listed
from claims.rules.patterns import alternation

_BODIES = re.compile(rf"\b(?:{alternation(listed('origins', 'common_bodies'))})\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w'’-]{1,40}")


def one_body(a: Source, b: Source) -> str:
    """The body that both are, or speak for, by its common noun; "" where either is somebody else, several,
    or of another place by a name that stands with it."""
    if (a.names and b.names) or a.origin.count > 1 or b.origin.count > 1:
        return ""
    shared = _nouns(a) & _nouns(b)
    if not shared or not _one_place(_names_beside(a), _names_beside(b)):
        return ""
    return min(shared)


def _nouns(source: Source) -> frozenset[str]:
    told = [source.origin.description] if not source.names else [*source.names, *source.bodies]
    return frozenset(noun.casefold() for words in told for noun in _BODIES.findall(words))


def _names_beside(source: Source) -> frozenset[str]:
    """Words that tell which one it is, folded."""
    if source.names:
        told = " ".join([*source.names, *source.bodies])
    else:
        # The first word is large because a sentence begins.
        told = " ".join(_NAME.findall(source.origin.description.partition(" ")[2]))
    return frozenset(name_key(_BODIES.sub(" ", told)).split())


def _one_place(left: frozenset[str], right: frozenset[str]) -> bool:
    return not left or not right or bool(left & right)
