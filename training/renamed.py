"""Labelled articles with other people in them: every person's name by another of any press, so that a
reader of names learns shapes and surroundings, not the names of one country's news."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from functools import cache

from claims.folding import fold_mention
from claims.rules.lists import listed, words

Spans = list[tuple[int, int, str]]
SYLLABLES = (
    "ba", "bel", "cha", "da", "dor", "el", "fa", "ga", "gor", "ha", "hun", "is", "ja", "ka", "kor", "la",
    "lin", "ma", "mer", "na", "nko", "o", "pa", "qui", "ra", "ros", "sa", "shi", "sun", "ta", "tho", "u",
    "va", "wen", "xi", "ya", "zhu", "zi",
)  # fmt: skip
_WORD = re.compile(r"[^\s]+")
_SUFFIX = ("Jr.", "Sr.", "III", "II")
_NICKS = ("Feathers", "Doc", "Red", "Bishop", "Tiny", "Ace", "Chief", "Duke")
_LETTERS = "ABCDEFGHIKLMNOPRSTUVW"
_PLAIN = (
    "Promise", "Harvest", "Northern", "Summit", "Atlas", "Beacon", "Liberty", "Compass", "Insider", "Valley",
    "Frontier", "Unity", "Pioneer", "Mariners", "Hawks", "Rangers", "Falcons", "Comets", "Chieftains", "Blue",
    "Central", "Metro", "Pacific", "Royal", "Rocket", "Lantern", "Anchor", "Iron", "Silver", "Sentinel",
)  # fmt: skip
KEPT = 0.4
"""Share of the words of bodies and places that stay as they are where others change."""
TITLED, WIDENED, INVENTED = 0.12, 0.45, 0.45
"""Shares of names that get a title before them, of full names that get another shape, and of surnames
that are made up of syllables."""


@cache
def _body_words() -> frozenset[str]:
    return words("nominals", "bodies", "body_words", "media", "outlets", "groups")


class Namer:
    """One article's new names: the same word is always the same new word."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._words: dict[str, str] = {}

    def word(self, old: str, *, last: bool) -> str:
        """The new word for one of a name, with the marks of the old one."""
        bare = old.strip(".,'’“”\"()")
        if not bare or len(bare) == 1 or old in _SUFFIX or bare.islower() or old.endswith("."):
            return old
        if bare not in self._words:
            self._words[bare] = self._family() if last else self._given()
        new = self._words[bare]
        return old.replace(bare, new.upper() if bare.isupper() and len(bare) > 3 else new)

    def _given(self) -> str:
        lists = ("male", "female", "either")
        name = self._chance.choice(listed("names", self._chance.choice(lists))).title()
        return f"{name}-{self._chance.choice(SYLLABLES)}" if self._chance.random() < 0.06 else name

    def _family(self) -> str:
        if self._chance.random() > INVENTED:
            return self._chance.choice(listed("people", "common_family")).title()
        made = "".join(self._chance.choices(SYLLABLES, k=self._chance.choice((2, 2, 3))))
        before = self._chance.choice(("", "", "", "", "Mc", "O’", "al-", "Ben-", "D'"))
        double = f"-{self._family()}" if self._chance.random() < 0.06 else ""
        return f"{before}{made.capitalize()}{double}"

    def name(self, old: str) -> str:
        """The new name for a written one; a full name may get another shape."""
        parts = _WORD.findall(old)
        new = [self.word(part, last=i == len(parts) - 1) for i, part in enumerate(parts)]
        if len(new) == 2 and self._chance.random() < WIDENED:
            return self._widened(*new)
        return " ".join(new)

    def _widened(self, given: str, family: str) -> str:
        initial = self._chance.choice("ABCDEFGHIJKLMNOPRSTVW")
        shapes = (
            f"{given} {initial}. {family}", f"{initial}. {self._chance.choice('KRSTV')}. {family}",
            f"{initial}.{self._chance.choice('KRSTV')}. {family}", f"{initial}. {family}",
            f"{self._chance.choice(('Ts', 'Ch', 'Kh', 'Th'))}. {family}", f"{family} {given} {self._given()}",
            f"{family} {given}-{self._chance.choice(SYLLABLES)}", f"{given} {self._given()} {family}",
            f"{given} {self._chance.choice(('bin', 'ibn', 'bint', 'van der', 'de la', 'von', 'da', 'al-'))} "
            f"{family}".replace("al- ", "al-"),
            f"Abd al-{given} {family}", f"{given} {family} {self._chance.choice(_SUFFIX)}",
            f"{given} “{self._chance.choice(_NICKS)}” {family}", f"{given} '{self._chance.choice(_NICKS)}' {family}",
            f"{given} {self._given()} {self._given()} {family}",
        )  # fmt: skip
        return self._chance.choice(shapes)

    def body(self, old: str) -> str:
        """The new name for a body's written one: words that say what it is stay."""
        parts = old.split(" ")
        return " ".join(
            part if self._says_what(part, alone=len(parts) == 1) else self._of_body(part)
            for part in parts
        )

    def _says_what(self, word: str, *, alone: bool) -> bool:
        bare = fold_mention(word.strip(".,'’“”\"()"))
        small = not any(map(str.isupper, word)) or not word.strip(".,&-’'")
        return small or (not alone and bare in _body_words())

    def _of_body(self, old: str) -> str:
        bare = old.strip(".,'’“”\"()")
        if bare not in self._words:
            kept = self._chance.random() < KEPT
            self._words[bare] = bare if kept else self._new_of_body(bare)
        return old.replace(bare, self._words[bare])

    def _new_of_body(self, old: str) -> str:
        if old.isupper() and 1 < len(old) <= 5:
            return "".join(self._chance.choices(_LETTERS, k=self._chance.choice((2, 3, 3, 4, 5))))
        makers = (self._plain, self._plain, self._made, self._made, self._camel)
        return self._chance.choice(makers)()

    def place(self, old: str) -> str:
        """The new name for a place's or people's."""
        return " ".join(self._of_place(part) for part in old.split(" "))

    def _of_place(self, old: str) -> str:
        bare = old.strip(".,'’“”\"()")
        if not bare[:1].isupper() or old.endswith("."):
            return old
        if bare not in self._words:
            kept = self._chance.random() < KEPT
            self._words[bare] = bare if kept else self._made()
        return old.replace(bare, self._words[bare])

    def _made(self) -> str:
        syllables = self._chance.choices(SYLLABLES, k=self._chance.choice((2, 3, 3)))
        return "".join(syllables).capitalize() + self._chance.choice(("", "", "", "n", "s", "ia"))

    def _camel(self) -> str:
        return self._made() + self._chance.choice(("Net", "soft", "One", "Works", "tech", "X"))

    def _plain(self) -> str:
        return self._chance.choice(_PLAIN)

    def title(self) -> str:
        """A title before a name, or nothing."""
        if self._chance.random() > TITLED:
            return ""
        title = self._chance.choice((*listed("titles", "honorifics"), *listed("titles", "offices")))
        return f"{title.title()}{self._chance.choice(('', '.'))} "


def renamed(
    text: str,
    names: Iterable[tuple[int, int, str]],
    chance: random.Random,
    bodies: bool = False,
) -> tuple[str, Spans]:
    """The text with other people, or with other bodies too, and where the names stand now."""
    namer, out, spans, at, length = Namer(chance), [], [], 0, 0

    def put(piece: str) -> None:
        nonlocal length
        out.append(piece)
        length += len(piece)

    for start, end, letter in sorted(names):
        put(text[at:start])
        new = text[start:end]
        if letter == "P":
            put(namer.title() if " " in new and not text.endswith(". ", 0, start) else "")
            new = namer.name(new)
        elif bodies:
            new = namer.body(new) if letter == "O" else namer.place(new)
        spans.append((length, length + len(new), letter))
        put(new)
        at = end
    put(text[at:])
    return "".join(out), spans


def copies_of(
    labelled: Iterable[tuple[str, str, Spans]], copies: int
) -> Iterator[tuple[str, str, Spans]]:
    """Name, text and spans of each article so many times with other people; every second time with other
    bodies, places and peoples too."""
    for name, text, spans in labelled:
        for copy in range(copies):
            made = renamed(text, spans, random.Random(f"{name} {copy}"), bodies=copy % 2 == 1)
            yield name, *made
