"""The parties that "the two sides", "both" or "each" stand for."""

from __future__ import annotations

import re

from claims.model import Speaker
from claims.resolve.mentions.index import Index
from claims.rules.lists import words

_PAIR = re.compile(
    r"\b([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*) and (?:the |[a-z]+ )?([A-Z][\w.’'-]+(?: (?:of )?[A-Z][\w.’'-]+)*)"
)

PAIR_CHARACTERS = 4000
"""How far back a pair that the text joins is looked for."""
PEOPLE_CHARACTERS = 900
"""How far back the only two people are a pair without being joined."""


def pair(index: Index, at: int, noun: str = "") -> Speaker:
    """The pair of named parties that the text joined by "and" most recently before a position."""
    members: tuple[str, ...] = ()
    fits = _kinds(noun)
    for match in _PAIR.finditer(index.text, max(0, at - PAIR_CHARACTERS), at):
        kinds = [index.full(written) for written in match.groups()]
        kinds = [
            (name, "organisation" if kind == "outlet" and "organisation" in fits else kind)
            for name, kind in kinds
        ]
        if all(kind in fits for _, kind in kinds) and kinds[0][1] == kinds[1][1]:
            mentioned = {m.name for m in index.inside(match.start(), match.end())}
            if all(name in mentioned for name, _ in kinds) and kinds[0][0] != kinds[1][0]:
                members = tuple(name for name, _ in kinds)
    members = members or (_people(index, at) if "person" in fits else ())
    if members:
        return Speaker(
            "joint",
            members=members,
            confidence=0.75,
            reasons=("The pair that the article joins before.",),
        )
    return Speaker(
        "joint", confidence=0.4, reasons=("Several speak; the article does not settle who.",)
    )


def _kinds(noun: str) -> tuple[str, ...]:
    if noun in words("nominals", "joint_people"):
        return ("person",)
    if noun in words("nominals", "joint_states"):
        return ("state",)
    if noun == "parties":
        return ("organisation", "person", "state")
    return ("organisation",) if noun in words("nominals", "joint_bodies") else ("person", "state")


def _people(index: Index, at: int) -> tuple[str, ...]:
    """The two people of the paragraphs before, where there are exactly two."""
    near = {
        m.name
        for m in index.before(at)
        if m.kind == "person"
        and at - m.start < PEOPLE_CHARACTERS
        and index.people.is_person(m.name)
    }
    return tuple(sorted(near)) if len(near) == 2 else ()
