"""An edited text with the way back: spans of the edited text as spans of the text as it stands. What
is edited is decided by the other modules of this room."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, NamedTuple, TypeVar

from claims.model import Evidence, Span

T = TypeVar("T")


class Edit(NamedTuple):
    """A stretch and the words that are read in its place; an empty stretch is an insertion."""

    start: int
    end: int
    words: str


class _Piece(NamedTuple):
    """Where a piece of the edited text lies in both texts; an unedited one has the same length."""

    at: int
    start: int
    end: int
    kept: bool


@dataclass(frozen=True)
class _Map:
    """The pieces of one round of edits, in order."""

    pieces: tuple[_Piece, ...]
    starts: tuple[int, ...]

    def first(self, at: int) -> int:
        """Where the character at a position of the edited text begins."""
        piece = self._piece(at)
        return piece.start + (at - piece.at) if piece.kept else piece.start

    def last(self, at: int) -> int:
        """Where the character at a position of the edited text ends."""
        piece = self._piece(at)
        return piece.start + (at - piece.at) + 1 if piece.kept else piece.end

    def _piece(self, at: int) -> _Piece:
        return self.pieces[max(0, bisect_right(self.starts, at) - 1)]


@dataclass(frozen=True)
class View:
    """A text as it is read."""

    text: str
    _maps: tuple[_Map, ...] = ()

    @property
    def same(self) -> bool:
        """Whether it is the text as it stands."""
        return not self._maps

    def edited(self, edits: Iterable[Edit]) -> View:
        """The view with further edits, in order and apart from one another."""
        pieces: list[_Piece] = []
        words: list[str] = []
        at = start = 0
        for edit in edits:
            if edit.start > start:
                pieces.append(_Piece(at, start, edit.start, kept=True))
                words.append(self.text[start : edit.start])
                at += edit.start - start
            if edit.words:
                one_for_one = len(edit.words) == edit.end - edit.start
                pieces.append(_Piece(at, edit.start, edit.end, kept=one_for_one))
                words.append(edit.words)
                at += len(edit.words)
            start = edit.end
        if not pieces and not start:
            return self
        pieces.append(_Piece(at, start, len(self.text), kept=True))
        words.append(self.text[start:])
        new = _Map(tuple(pieces), tuple(piece.at for piece in pieces))
        return View("".join(words), (*self._maps, new))

    def back(self, span: Span) -> Span:
        """A span of the view as a span of the text as it stands."""
        start, end = span
        for edits in reversed(self._maps):
            first = edits.first(start)
            start, end = first, max(first, edits.last(end - 1)) if end > start else first
        return Span(start, end)


def restored(value: T, view: View, text: str) -> T:
    """Whatever was read of a view, with every span and its words as they stand in the text."""
    return value if view.same else _restored(value, view, text)


def _restored(value: Any, view: View, text: str) -> Any:
    if isinstance(value, Span):
        return view.back(value)
    if isinstance(value, Evidence):
        span = view.back(value.span)
        return Evidence(span, text[span.start : span.end])
    if type(value) is tuple:
        return tuple(_restored(item, view, text) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        held = {f.name: getattr(value, f.name) for f in fields(value) if f.init}
        return replace(value, **{name: _restored(item, view, text) for name, item in held.items()})
    return value
