"""A person's name taken apart: titles, words, generation, nickname; comparing two stands in
person_pairs.py."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claims.identity.fold import Word, to_ascii, word
from claims.rules.lists import words

_QUOTED = re.compile(r"[\"“”«»„]([^\"“”«»„]+)[\"“”«»„]|(?<=\s)['‘]([^'’‘]+)['’](?=\s)")
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]?")
_SERVANT = frozenset(["abd", "abdul", "abdel", "abdal", "abdoul"])
_ARTICLES = frozenset(["al", "el", "ul", "ur", "ar", "ad", "as", "ash"])
_PARTY = re.compile(r",?\s*\(?\b[A-Z]{1,3}-[A-Z][A-Za-z.]+\)?\s*$")
_SON = frozenset(["bin", "ibn", "ben", "binti", "bint", "ould", "oglu"])
_MANY = 12
"""Words beyond which a string is no name but a clause; the rest is left out."""


@dataclass(frozen=True)
class PersonName:
    """The parts of a person's name that matter for telling people apart."""

    words: tuple[Word, ...]
    """First and family names in the order written; particles, titles and marks left out."""
    titles: tuple[str, ...] = ()
    generation: str = ""
    """jr, sr, ii … in one spelling each, "" where the name has none."""
    nickname: str = ""
    regnal: bool = False

    @property
    def is_whole(self) -> bool:
        """True where the name can stand for a person by itself, as "Pope Clement"; "de Blasio" is a
        surname alone."""
        bare = len(self.words) == 2 and self.words[0].plain in words("people", "particles")
        return (
            (len(self.words) > 1 or self.regnal)
            and not bare
            and any(not w.is_initial for w in self.words)
        )

    @property
    def family(self) -> Word | None:
        """The last word."""
        return self.words[-1] if self.words else None

    @property
    def given(self) -> tuple[Word, ...]:
        """All words but the last."""
        return self.words[:-1]


@lru_cache(maxsize=100_000)
def parse(raw: str) -> PersonName:
    """Any string as a name; never raises, and gives a name without words where there is none."""
    nickname = next((m.group(1) or m.group(2) for m in _QUOTED.finditer(raw)), "")
    plain = _PARTY.sub("", _BRACKETS.sub(" ", _QUOTED.sub(" ", raw)))
    tokens = _initials_apart(_comma(plain).split())[: 2 * _MANY]
    titles, tokens = _titles(tokens)
    generation, tokens = _generation(tokens)
    if not tokens:
        titles, tokens = (), _comma(plain).split()[:_MANY]
    regnal = any(title in words("people", "regnal") for title in titles)
    return PersonName(
        _words(tokens)[:_MANY], titles, generation, to_ascii(nickname).strip(), regnal
    )


def _comma(plain: str) -> str:
    """The words in spoken order: "Smith, John" turned round, marks after a comma left where they
    are."""
    before, comma, after = plain.partition(",")
    first = re.sub(r"[^a-z]", "", to_ascii(after.split()[0])) if after.split() else ""
    if not comma or not first or first in _marks() or not before.split():
        return plain.replace(",", " ")
    rest = after.replace(",", " ")
    return (
        f"{rest} {before}"
        if len(before.split()) <= 3 and len(rest.split()) <= 4
        else plain.replace(",", " ")
    )


def _marks() -> frozenset[str]:
    return words("people", "generations") | words("people", "postnominals")


def _initials_apart(tokens: list[str]) -> list[str]:
    """ "M.K." as two tokens, "JK" and "St." as one."""
    out: list[str] = []
    for token in tokens:
        letters = [part for part in token.split(".") if part]
        short = len(letters) > 1 and all(len(part) == 1 or "-" in part[:2] for part in letters)
        out += letters if short else [token]
    return out


def _key(tokens: list[str]) -> str:
    return " ".join(re.sub(r"[^a-z0-9 -]", "", to_ascii(token)) for token in tokens)


def _titles(tokens: list[str]) -> tuple[tuple[str, ...], list[str]]:
    known = words("people", "honorifics") | words("people", "offices_before")
    regnal, found = words("people", "regnal"), []
    while len(tokens) > 1:
        size = next((n for n in (3, 2, 1) if len(tokens) > n and _key(tokens[:n]) in known), 0)
        if not size and _key(tokens[:1]) in regnal | {"the"}:
            size = 1
        if not size and _key(tokens[:1]).startswith("ex-"):
            size = 1
        if not size:
            break
        found.append(_key(tokens[:size]))
        tokens = tokens[size:]
        tokens = tokens[1:] if len(tokens) > 1 and tokens[0] == "of" else tokens
    return tuple(title for title in found if title != "the"), tokens


_SAME_GENERATION = {"jnr": "jr", "junior": "jr", "filho": "jr", "fils": "jr", "hijo": "jr", "snr": "sr", "senior": "sr",
                    "pere": "sr", "padre": "sr"}  # fmt: skip


def _generation(tokens: list[str]) -> tuple[str, list[str]]:
    found = ""
    while len(tokens) > 1:
        bare = re.sub(r"[^a-z]", "", to_ascii(tokens[-1]))
        if bare in words("people", "generations") and (
            len(tokens) > 2 or bare in ("jr", "sr", "ii", "iii")
        ):
            found = found or _SAME_GENERATION.get(bare, bare)
        elif not (len(tokens) > 2 and bare in words("people", "postnominals")):
            break
        tokens = tokens[:-1]
    return found, tokens


def _words(tokens: list[str]) -> tuple[Word, ...]:
    split = [part for token in tokens for part in re.split(r"[-‐‑–—/]+", token) if part]
    joined: list[str] = []
    for raw in split:
        servant = bool(joined) and to_ascii(joined[-1]) in _SERVANT
        if servant and to_ascii(raw) in _ARTICLES:
            continue
        # "Abdel Fattah" and "Abd al-Aziz" are one name each, and written as one word too.
        joined = [*joined[:-1], "abdul" + to_ascii(raw)] if servant else [*joined, raw]
    named = [
        w
        for raw in joined
        if (w := word("bin" if to_ascii(raw) in _SON and raw is not joined[0] else raw))
    ]
    particles = words("people", "particles")
    # A particle that ends or begins the name may be the name: "Vo", "An", "Le".
    kept = [w for i, w in enumerate(named) if i in (0, len(named) - 1) or w.plain not in particles]
    return tuple(kept if len(kept) > 1 else named)
