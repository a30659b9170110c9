"""A whole text folded into one line, and its words with their places where they are looked at: of a long article a
draft is compared with a few sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise, repeat
from typing import overload

from claims.proof.figures import MONEY, begins_figure, figures, goes_on
from claims.proof.remembered import Remembered
from claims.proof.words import EITHER_MAY, OF_RUNS, RUN, Word, may_at, words_of

PIECE_CHARACTERS = 400
"""Of a text whose words are folded together when one of them is looked at."""
_BEGINS, _GOES_ON, _SIGN = "\x01", "\x02", "\x03"
"""Before a key at which a number may begin, and before one with which it may go on; behind that of a sign of money."""
_MARKS = (_BEGINS, _GOES_ON)
_FIGURES = re.compile("\x01[^ \x01\x02]+ (?:[\x01\x02][^ \x01\x02]+ )*+")


class FoldedText(Sequence[Word]):
    """The words of a text: in one line at once, each with its place when it is looked at."""

    def __init__(self, text: str) -> None:
        self._text, self._pieces = text, _pieces(text)
        self._known: dict[int, tuple[Word, ...]] = {}
        marked = "".join(words for _, parts in self._pieces for words in parts)
        self.line = f" {_without_marks(marked, _mays(text))}"
        """The folded words, a blank before each and behind the last."""

    @cached_property
    def _firsts(self) -> list[int]:
        """How many words stand before each piece."""
        folded = (_without_marks("".join(parts), repeat("may")) for _, parts in self._pieces)
        return [0, *accumulate(one.count(" ") for one in folded)]

    def __len__(self) -> int:
        return self._firsts[-1]

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Word, ...]: ...
    def __getitem__(self, at: int | slice) -> Word | tuple[Word, ...]:
        if isinstance(at, slice):
            return self._between(*at.indices(len(self)))
        place = at + len(self) if at < 0 else at
        if not 0 <= place < len(self):
            raise IndexError(at)
        number = bisect_right(self._firsts, place) - 1
        return self._piece(number)[place - self._firsts[number]]

    def _between(self, start: int, end: int, step: int) -> tuple[Word, ...]:
        if step != 1:
            return tuple(self[place] for place in range(start, end, step))
        if start >= end:
            return ()
        first = bisect_right(self._firsts, start) - 1
        last = bisect_right(self._firsts, end - 1) - 1
        words = [word for number in range(first, last + 1) for word in self._piece(number)]
        return tuple(words[start - self._firsts[first] : end - self._firsts[first]])

    def _piece(self, number: int) -> tuple[Word, ...]:
        if number not in self._known:
            behind = self._pieces[number + 1 : number + 2]
            end = behind[0][0] if behind else len(self._text)
            self._known[number] = words_of(self._text, self._pieces[number][0], end)
        return self._known[number]


def _pieces(text: str) -> list[tuple[int, list[str]]]:
    """Where a text may be cut at blanks since no number goes on behind them, and the words of each piece, marked."""
    pieces: list[tuple[int, list[str]]] = []
    for start, end in pairwise(_cuts(text)):
        marked = "".join(map(_IN_LINE.__getitem__, text[start:end].split()))
        if pieces and (not marked or marked[0] in _MARKS):
            pieces[-1][1].append(marked)
        else:
            pieces.append((start, [marked]))
    return pieces


def _cuts(text: str) -> Iterator[int]:
    at = 0
    while 0 <= at < len(text):
        yield at
        at = text.find(" ", at + PIECE_CHARACTERS)
    yield len(text)


def _without_marks(marked: str, mays: Iterator[str]) -> str:
    """Marked words as they are folded; mays: the key of each May among them."""
    if EITHER_MAY in marked:
        marked = re.sub(EITHER_MAY, lambda _: next(mays), marked)
    if _BEGINS in marked:
        marked = _FIGURES.sub(lambda found: _WRITTEN[found[0]], marked)
    return marked.replace(_GOES_ON, "")


def _marked(run: str) -> str:
    """The words of a run, each with what tells that it may be part of a number."""
    return "".join(
        f"{_mark(key)}{key}{_SIGN if last - first == 1 and key in MONEY else ''} "
        for key, first, last, _ in OF_RUNS[run]
    )


def _mark(key: str) -> str:
    return _BEGINS if begins_figure(key) else _GOES_ON if goes_on(key) else ""


def _written(marked: str) -> str:
    """The words of which each may be part of a number, with its figures."""
    plain = marked.translate({ord(_BEGINS): None, ord(_GOES_ON): None}).split()
    keys = [key.removesuffix(_SIGN) for key in plain]
    out, done = list[str](), 0
    for first, after, written in figures(keys, lambda at: plain[at].endswith(_SIGN)):
        out += keys[done:first]
        out += (key for key, _, _ in written)
        done = after
    return "".join(f"{key} " for key in (*out, *keys[done:]))


_IN_LINE = Remembered(_marked)
_WRITTEN = Remembered(_written)


def _mays(text: str) -> Iterator[str]:
    """The key of each May of a text."""
    for found in RUN.finditer(text):
        if EITHER_MAY in found[0]:
            for key, first, _, _ in OF_RUNS[found[0]]:
                if key == EITHER_MAY:
                    yield may_at(text, found.start() + first)
