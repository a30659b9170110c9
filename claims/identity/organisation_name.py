"""A body's name taken apart: words without "the" and legal form, acronyms; comparing two stands in
organisation_pairs.py."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claims.folding import name_key, to_ascii
from claims.identity import lists
from claims.rules.lists import words

_BRACKETED = re.compile(r"\(\s*(?:the\s+)?([A-Z][A-Za-z&.-]{1,9})\s*\)")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,8}(?:-[A-Z])?")
_MANY = 16


@dataclass(frozen=True)
class BodyName:
    """The parts of a body's name that matter for telling bodies apart."""

    words: tuple[str, ...]
    """Folded words in order, without small words and legal forms."""
    key: str
    """Equal for names that are surely one: word order of "Ministry of X" and "X Ministry" does not
    matter."""
    acronyms: frozenset[str] = frozenset()
    """Acronyms that surely stand for it: itself, the one in brackets, the one of the list."""
    initials: str = ""
    """The first letters of its words, upper case."""
    is_acronym: bool = False


@lru_cache(maxsize=100_000)
def body(raw: str) -> BodyName:
    """Any string as a body's name; never raises."""
    bracketed = {_letters(found) for found in _BRACKETED.findall(raw) if found.isupper()}
    plain = _BRACKETED.sub(" ", raw).strip()
    bare = re.sub(r"^(?:the|The|THE)\s+", "", plain).strip(" .,;:")
    is_acronym = bool(_ACRONYM.fullmatch(bare)) and len(_letters(bare)) > 1
    words = tuple(_words(bare))
    key = _key(words)
    own = {_letters(bare)} if is_acronym else set()
    listed = {short for short, name in _listed().items() if name == key and not is_acronym}
    return BodyName(words, key, frozenset(own | bracketed | listed), _initials(bare), is_acronym)


def _words(bare: str) -> list[str]:
    spellings = lists.body_spellings()
    plain = to_ascii(re.sub(r"['’]s\b", "", bare).replace("&", " and "))
    found = [
        spellings.get(w, w)
        for w in re.findall(r"[a-z0-9]+", re.sub(r"(?<=\b[a-z])\.(?=[a-z]\b)", "", plain))
    ]
    drop = words("bodies", "small")
    kept = [w for w in found if w not in drop] or found
    while len(kept) > 1 and kept[-1] in words("bodies", "legal_forms"):
        kept.pop()
    return kept[:_MANY]


def is_generic(name: str) -> bool:
    """Whether a word of the name is one that bodies alone bear, such as "ministry"."""
    return bool(set(name_key(name).split()) & words("bodies", "generic"))


def _key(name: tuple[str, ...]) -> str:
    inverted = words("bodies", "inverted")
    if len(name) > 1 and (name[0] in inverted) != (name[-1] in inverted):
        head = name[0] if name[0] in inverted else name[-1]
        rest = name[1:] if name[0] in inverted else name[:-1]
        return " ".join([*rest, head])
    return " ".join(name)


def _initials(bare: str) -> str:
    kept = [
        w
        for w in re.split(r"[\s-]+", bare)
        if w[:1].isalpha() and to_ascii(w) not in words("bodies", "small")
    ]
    return to_ascii("".join(w[0] for w in kept)).upper() if len(kept) > 1 else ""


def _letters(raw: str) -> str:
    return re.sub(r"[^A-Z]", "", raw.upper())


@lru_cache(maxsize=1)
def _listed() -> dict[str, str]:
    return {_letters(short): _key(tuple(_words(name))) for short, name in lists.acronyms().items()}
