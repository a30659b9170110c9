"""A person's name taken apart: titles, words, generation, nickname; comparing two stands in
person_pairs.py."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claims.folding import to_ascii
from claims.identity.name_word import Word, word
from claims.rules.lists import words

_QUOTED = re.compile(r"[\"“”«»„]([^\"“”«»„]+)[\"“”«»„]|(?<=\s)['‘]([^'’‘]+)['’](?=\s)")
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]?")
_PARTY = re.compile(r",?\s{0,60}\(?\b[A-Z]{1,3}-[A-Z][A-Za-z.]{1,60}\)?\s{0,60}$")
_MAX_WORDS = 12
"""Beyond which a string is no name but a clause; the rest is left out."""
_MAX_TITLE_WORDS = 3
"""Of one title, as the longest of the lists: "air chief marshal"."""
_MAX_TURNED_FAMILY_WORDS, _MAX_TURNED_GIVEN_WORDS = 3, 4
"""Before and after the comma of a name with its family name first; more words make a list."""
_NAMES_REMEMBERED = 4_096


@dataclass(frozen=True, slots=True)
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


@lru_cache(maxsize=_NAMES_REMEMBERED)
def parse(raw: str) -> PersonName:
    """Any string as a name; never raises, and gives a name without words where there is none."""
    nickname = next((m.group(1) or m.group(2) for m in _QUOTED.finditer(raw)), "")
    plain = _PARTY.sub("", _BRACKETS.sub(" ", _QUOTED.sub(" ", raw)))
    tokens = _initials_apart(_comma(plain).split())[: 2 * _MAX_WORDS]
    titles, tokens = _titles(tokens)
    generation, tokens = _generation(tokens)
    if not tokens:
        titles, tokens = (), _comma(plain).split()[:_MAX_WORDS]
    regnal = any(title in words("people", "regnal") for title in titles)
    return PersonName(
        _words(tokens)[:_MAX_WORDS], titles, generation, to_ascii(nickname).strip(), regnal
    )


def _comma(plain: str) -> str:
    """The words in spoken order: "Smith, John" turned round, marks after a comma left where they
    are."""
    before, _, after = plain.partition(",")
    family, rest = before.split(), after.replace(",", " ").split()
    as_written = plain.replace(",", " ")
    first = _letters(after.split()[0]) if after.split() else ""
    if not first or first in _marks() or not family:
        return as_written
    turned = len(family) <= _MAX_TURNED_FAMILY_WORDS and len(rest) <= _MAX_TURNED_GIVEN_WORDS
    return " ".join([*rest, *family]) if turned else as_written


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
    titles = []
    while len(tokens) > 1 and (size := _title_words(tokens)):
        titles.append(_key(tokens[:size]))
        tokens = tokens[size:]
        tokens = tokens[1:] if len(tokens) > 1 and tokens[0] == "of" else tokens
    return tuple(title for title in titles if title != "the"), tokens


def _title_words(tokens: list[str]) -> int:
    """How many words of a title the tokens begin with, the longest title first; 0 for none."""
    titles = words("people", "honorifics", "offices_before")
    for size in range(min(_MAX_TITLE_WORDS, len(tokens) - 1), 0, -1):
        if _key(tokens[:size]) in titles:
            return size
    first = _key(tokens[:1])
    return int(first == "the" or first in words("people", "regnal") or first.startswith("ex-"))


def _generation(tokens: list[str]) -> tuple[str, list[str]]:
    """The mark of a generation at the end in its one spelling, "" for none, and the tokens without
    such marks and without letters after the name."""
    generation = ""
    while len(tokens) > 1:
        mark, alone = _letters(tokens[-1]), len(tokens) == 2
        if mark in words("people", "generations") and (
            not alone or mark in words("people", "numbered")
        ):
            generation = generation or _one_spelling(mark)
        elif alone or mark not in words("people", "postnominals"):
            break
        tokens = tokens[:-1]
    return generation, tokens


def _one_spelling(mark: str) -> str:
    if mark in words("people", "younger"):
        return "jr"
    return "sr" if mark in words("people", "elder") else mark


def _letters(token: str) -> str:
    return re.sub(r"[^a-z]", "", to_ascii(token))


def _words(tokens: list[str]) -> tuple[Word, ...]:
    """The words of a name without titles and marks; a particle that ends or begins the name stays,
    for it may be the name: "Vo", "An", "Le"."""
    joined = _servants_joined(
        [part for token in tokens for part in re.split(r"[-‐‑–—/]+", token) if part]
    )
    named = []
    for place, raw in enumerate(joined):
        son_of = place > 0 and to_ascii(raw) in words("people", "son_of")
        if folded := word("bin" if son_of else raw):
            named.append(folded)
    particles, last = words("people", "particles"), len(named) - 1
    whole = [w for i, w in enumerate(named) if i in (0, last) or w.plain not in particles]
    return tuple(whole if len(whole) > 1 else named)


def _servants_joined(parts: list[str]) -> list[str]:
    """The parts with "Abdel Fattah" and "Abd al-Aziz" as one name each, as they are written as one
    word too."""
    joined: list[str] = []
    for part in parts:
        after_servant = bool(joined) and to_ascii(joined[-1]) in words("people", "servant")
        if after_servant and to_ascii(part) in words("people", "servant_articles"):
            continue
        joined = [*joined[:-1], "abdul" + to_ascii(part)] if after_servant else [*joined, part]
    return joined
