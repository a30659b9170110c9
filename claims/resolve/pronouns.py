"""Whom a pronoun stands for. Names and descriptions do not belong here."""

from __future__ import annotations

import re

from claims.resolve.mentions import Index, Mention

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
THING = frozenset({"it", "its", "itself"})
FIRST = frozenset({"i", "me", "my", "myself", "mine"})
MANY = frozenset(
    {
        "they",
        "their",
        "them",
        "we",
        "us",
        "our",
        "you",
        "your",
        "some",
        "many",
        "others",
        "all",
        "everyone",
        "nobody",
        "someone",
        "somebody",
        "one",
        "anyone",
        "few",
        "several",
        "most",
        "these",
        "those",
    }
)
JOINT = frozenset({"each", "both", "they both", "they all"})
RELATIVE = frozenset({"who", "that", "which", "whom", "whose"})
PRONOUNS = MALE | FEMALE | THING | FIRST | MANY | JOINT | RELATIVE
REACH = 700
"""Code points back that a pronoun looks for its antecedent."""


def antecedent(index: Index, at: int, word: str, last: tuple[str, int] | None, quoted: bytearray) -> str | None:
    """The person (or body, for "it") that a third-person pronoun at a position stands for."""
    thing = word in THING
    want = "m" if word in MALE else "f" if word in FEMALE else None
    scores: dict[str, float] = {}
    for mention in index.before(at):
        if at - mention.start > REACH and scores:
            break
        if (mention.kind == "person") == thing or (want and index.gender.get(mention.name) not in (None, want)):
            continue
        if mention.kind == "person" and not index.known_person(mention.name):
            continue
        value = _value(index.text, mention, at, quoted)
        if want and index.gender.get(mention.name) == want:
            value += 0.5
        scores[mention.name] = max(scores.get(mention.name, -9.0), value)
    if last and not (want and index.gender.get(last[0]) not in (None, want)) and (not thing or last[0] in scores):
        breaks = index.text.count("\n\n", last[1], at)
        scores[last[0]] = max(scores.get(last[0], -9.0), 2.4 - 0.5 * breaks)
    return max(scores, key=lambda n: scores[n]) if scores else None


def _value(text: str, mention: Mention, at: int, quoted: bytearray) -> float:
    value = 1.5 if mention.subject else 0.0
    value -= (at - mention.start) / 250
    value -= 0.6 if mention.possessive else 0.0
    value -= 0.5 * text.count("\n\n", mention.end, at)
    value -= 2.0 if mention.start < len(quoted) and quoted[mention.start] else 0.0
    return value


def in_quotes(text: str) -> bytearray:
    """1 for each code point within quotation marks; a paragraph ends a quotation."""
    out = bytearray(len(text))
    for match in re.finditer(r"“[^“”\n]{1,2000}”?|\"[^\"\n]{1,2000}\"", text):
        out[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    return out
