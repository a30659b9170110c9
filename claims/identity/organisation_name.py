"""A body's name taken apart: words without "the" and legal form, acronyms; comparing two stands in
organisation_pairs.py."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from claims.folding import name_key, to_ascii
from claims.identity import lists
from claims.rules.lists import words

_BRACKETED = re.compile(r"\(\s*(?:the\s+)?([A-Z][A-Za-z&.-]{1,9})\s*\)")
_TICKER = re.compile(r"\((?:[A-Z][A-Za-z]+):\s*([A-Z]{2,5})\)")
"""A share by its exchange, which may be the body's acronym and may not: "(NYSE: QPD)"."""
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,8}(?:-[A-Z])?")
_MAX_WORDS = 16
"""Beyond which a string is no name but a clause; the rest is left out."""
_NAMES_REMEMBERED = 4_096
_INITIALS = re.compile(r"(?<=\b[a-z])\.(?=[a-z]\b)")


@dataclass(frozen=True, slots=True)
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


@lru_cache(maxsize=_NAMES_REMEMBERED)
def body(raw: str) -> BodyName:
    """Any string as a body's name; never raises."""
    bracketed = {_letters(short) for short in _BRACKETED.findall(raw) if short.isupper()}
    plain = _TICKER.sub(" ", _BRACKETED.sub(" ", raw)).strip()
    bare = re.sub(r"^(?:the|The|THE)\s+", "", plain).strip(" .,;:")
    is_acronym = bool(_ACRONYM.fullmatch(bare)) and len(_letters(bare)) > 1
    words = tuple(_words(bare))
    key = _key(words)
    own = {_letters(bare)} if is_acronym else set()
    own |= {ticker for ticker in _TICKER.findall(raw) if ticker == _initials(" ".join(words))}
    listed = {short for short, name in _listed().items() if name == key and not is_acronym}
    return BodyName(words, key, frozenset(own | bracketed | listed), _initials(bare), is_acronym)


def _words(bare: str) -> list[str]:
    spellings = lists.body_spellings()
    plain = to_ascii(re.sub(r"['’]s\b", "", bare).replace("&", " and "))
    written = re.findall(r"[a-z0-9]+", _INITIALS.sub("", plain))
    every = _states_short([spellings.get(word, word) for word in written])
    telling = [word for word in every if word not in words("bodies", "small")] or every
    while len(telling) > 1 and telling[-1] in words("bodies", "legal_forms"):
        telling.pop()
    if (
        len(telling) > 2
        and telling[-2] == "police"
        and telling[-1] in words("bodies", "police_forms")
    ):
        telling.pop()
    return telling[:_MAX_WORDS]


def _states_short(written: list[str]) -> list[str]:
    """The words with states by their letters: "United States" as "us"."""
    joined = f" {' '.join(written)} "
    for short, *full in map(str.split, words("bodies", "states_spelt_out")):
        joined = joined.replace(f" {' '.join(full)} ", f" {short} ")
    return joined.split()


def acronyms_of(name: str, forms: Iterable[str]) -> frozenset[str]:
    """Acronyms that stand for a body by its name or by another form in which articles name it."""
    own = body(name)
    defined = (body(form) for form in forms if defines_acronym(form))
    return own.acronyms.union(*(form.acronyms for form in defined if form.key == own.key))


def defines_acronym(form: str) -> bool:
    """Whether a form gives an acronym in brackets: "Tarn Harbour Board (THB)"."""
    return "(" in form and bool(body(form).acronyms)


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
    telling = [
        word
        for word in re.split(r"[\s-]+", bare)
        if word[:1].isalpha() and to_ascii(word) not in words("bodies", "small")
    ]
    return to_ascii("".join(word[0] for word in telling)).upper() if len(telling) > 1 else ""


def _letters(raw: str) -> str:
    return re.sub(r"[^A-Z]", "", raw.upper())


@lru_cache(maxsize=1)
def _listed() -> dict[str, str]:
    return {_letters(short): _key(tuple(_words(name))) for short, name in lists.acronyms().items()}
