"""People's names that the reader found in one place and missed in another, told by the surname. Nothing
about who is meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claims.folding import fold_mention
from claims.resolve.mentions.names import clean, generation, strip_title
from claims.resolve.mentions.spot import Spot
from claims.rules.lists import words
from claims.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PERSON = re.compile(r"[A-ZÀ-Þ][\w’'-]{1,60}")
_BEFORE = re.compile(r"(?:^|[^\w’'.&-]|\n)$")
_NO_CAPITAL_BEFORE = re.compile(r"(?<![\w’'])[A-ZÀ-Þ][\w’'-]{0,60} $")
_BEHIND = re.compile(r"(?![\w-]| [A-ZÀ-Þ])")
WORD_CHARACTERS = 60
"""How far before a name the word before it may begin."""


def repeated(doc: Doc, entities: Sequence[Spot]) -> Iterator[Spot]:
    """The surnames of people whose whole names the text has, wherever one stands alone and nothing was
    found."""
    text = text_of(doc)
    taken = sorted((ent.start_char, ent.end_char) for ent in doc.ents)
    for name in _surnames(text, entities):
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            if _alone(text, at, end) and not _covered(taken, at, end):
                yield Spot(at, end, "person")
            at = text.find(name, end)


def _surnames(text: str, entities: Sequence[Spot]) -> list[str]:
    """Those that are nobody else's name, a body's or a place's."""
    found = {_surname(text[s.start : s.end]): None for s in entities if s.kind == "person"}
    others = {clean(text[s.start : s.end]) for s in entities if s.kind != "person"}
    return [name for name in found if name and name not in others]


def _surname(written: str) -> str | None:
    name = strip_title(clean(written))[1]
    name = name.rpartition(" ")[0] if generation(name) else name
    last = name.split()[-1] if " " in name else ""
    usual = fold_mention(last) in words("names", "not_names") or len(last) < 2
    return last if _PERSON.fullmatch(last) and not usual else None


def _alone(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - WORD_CHARACTERS) : start]
    return bool(
        _BEFORE.search(before[-1:])
        and not _NO_CAPITAL_BEFORE.search(before)
        and _BEHIND.match(text, end)
    )


def _covered(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(taken, (end,))
    return at > 0 and taken[at - 1][1] > start
