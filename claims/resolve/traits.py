"""What a text says about the people it names: titles, appositions, parties, kin. Who is meant is decided elsewhere."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claims.resolve.lexicon import words
from claims.resolve.names import fold

_WORD = re.compile(r"[A-Za-zÀ-ÿ][\w-]*")
_AFTER = re.compile(
    r"(?:, | -- | — | – |, who (?:is|was|has been) |, now |, then )"
    r"((?:an?|the|his|her|their|its|former|one of|who (?:is|was)|[a-z][\w-]*|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*['’]s)"
    r"\b[^,.;:“”\"\n—]{1,90})(?=[,.;\n]| --| —|$)"
)
_COPULA = re.compile(
    r" (?:is|was|became|remains|serves as|served as|works as|has been)(?: now| also)? "
    r"((?:an?|the)\b[^,.;:“”\"\n]{2,80})"
)
_BEFORE = re.compile(
    r"(?:^|[.“”\"\n—:]\s?|, |\b(?:by|to|and|with|said|says|that|from|but|while|as) )"
    r"((?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne of|[A-Z][\w.-]*(?: [A-Z][\w.-]*)*['’]s)\b[^,.;:“”\"\n]{2,90}),? $"
)
_PARTY = re.compile(r"(?: \(|, )([DR])[-–][A-Z]")
_LEFT = re.compile(r"((?:[\w.’'/-]+ ){1,6})$")
_STOP = frozenset(
    "the a an of for to in on at by with from and or that as his her their its who is was he she it s "
    "said says told this".split()
)
_BREAK = frozenset("of for to in on at by with from and or that as is was said says told asked but when while if".split())


class Trait(NamedTuple):
    """A description: its head noun and all its words, folded and brought to one form for synonyms."""

    head: str
    words: frozenset[str]


@cache
def _same() -> dict[str, str]:
    return {w: row.split()[0] for row in words("nominals", "synonyms") for w in row.split()}


def one_form(word: str) -> str:
    """The word that stands for all its synonyms: "nominee" and "contender" are "candidate"."""
    bare = fold(word)
    return _same().get(bare) or _same().get(bare.removesuffix("s")) or bare


def trait_of(phrase: str) -> Trait | None:
    """A phrase as a trait; None where it holds no word that describes."""
    cut = re.split(r" (?:of|for|in|on|from|to|at|by|with|who|that|which|whose)\b", phrase)[0]
    found = [one_form(w) for w in _WORD.findall(re.sub(r"['’]s\b", "", phrase))]
    heads = [one_form(w) for w in _WORD.findall(re.sub(r"['’]s\b", "", cut)) if fold(w) not in _STOP]
    kept = frozenset(w for w in found if w not in _STOP)
    return Trait(heads[-1] if heads else "", kept) if kept else None


def around(text: str, start: int, end: int, title: str) -> list[Trait]:
    """The traits that stand around one mention of a person; title is what is written before the name in it."""
    said = [title, _left(text, start)]
    after = text[end : end + 130]
    if party := _PARTY.match(after):
        said.append("Democrat" if party[1] == "D" else "Republican")
        after = re.sub(r"^(?: \([^)]*\)|, [DR]-[A-Z][a-z]*\.?)", "", after)
    for pattern in (_AFTER, _COPULA):
        if found := pattern.match(after):
            said.append(found[1])
    if found := _BEFORE.search(text, max(0, start - 130), start):
        said.append(found[1])
    return [t for phrase in said if phrase and (t := trait_of(phrase))]


def _left(text: str, start: int) -> str:
    line = text.rfind("\n", 0, start) + 1
    found = _LEFT.search(text, max(line, start - 70), start)
    kept: list[str] = []
    for word in reversed(found[1].split() if found else []):
        if fold(word) in _BREAK or word.endswith((",", ".", "ed")) and "." not in word[:-1] and len(word) > 4:
            break
        if fold(word) in {"the", "a", "an", "his", "her", "their"} or word.endswith(("'s", "’s")):
            break
        kept.append(word)
    return " ".join(reversed(kept))
