"""Whom the label of a turn names, and who says "I" within the turn; what a turn is stands in
claims/turns."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from claims.folding import fold_mention
from claims.model import Span, Speaker
from claims.resolve.article import first_person
from claims.turns import Turn, turns_of
from claims.turns.names import is_part, is_role, plain
from claims.turns.turns import bearers

if TYPE_CHECKING:
    from claims.resolve.mentions.index import Index

LABELLED = 0.93
"""How sure a label is that gives a whole name."""
ALONE = 0.85
"""How sure one is whose name the text gives nowhere in full."""


class TurnLabels:
    """The turns of one article by where their label's name begins."""

    def __init__(self, text: str, index: Index) -> None:
        self._text, self._index = text, index
        turns = turns_of(text)
        self._bearers = bearers(text, turns)
        self._turns = {turn.label.who.start: turn for turn in turns}
        self._starts = sorted(self._turns)

    def speaker(self, at: int, mention: str) -> Speaker | None:
        """Whom a source names that is a turn's label, or the first person within a turn; None for
        any other source."""
        turn = self._turns.get(at)
        if turn is None and mention.casefold() in first_person.FIRST:
            turn = self._holding(at)
        if turn is None and is_part(self._text, Span(at, at + len(mention))):
            return _part()
        return self._named(turn) if turn else None

    def _holding(self, at: int) -> Turn | None:
        number = bisect_right(self._starts, at) - 1
        turn = self._turns[self._starts[number]] if number >= 0 else None
        return turn if turn and turn.content and at < turn.content[-1].end else None

    def _named(self, turn: Turn) -> Speaker | None:
        start, end = turn.label.who
        written = self._text[start:end]
        if is_role(written):
            return _part()
        if self._index.is_outlet(written) or self._index.is_outlet(plain(written)):
            return Speaker("outlet", written, confidence=ALONE, reasons=("The label of a turn.",))
        name = self._bearers[start]
        full, kind = self._index.full(name)
        whole = full if kind == "person" and not full.isupper() else name
        if len(name.split()) > len(whole.split()):
            whole = name
        sure = LABELLED if len(whole.split()) > 1 else ALONE
        same = fold_mention(whole) == fold_mention(written)
        reason = "The label of a turn." if same else f"The label “{written}” is {whole}."
        return Speaker("person", whole, confidence=sure, reasons=(reason,))


def _part() -> Speaker:
    reason = "A part in the talk, without a name."
    return Speaker("unnamed", confidence=LABELLED, reasons=(reason,))
