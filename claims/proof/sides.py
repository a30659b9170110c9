"""Indirect speech of a draft and the claim of the record that says it most nearly, as departures are looked for:
the words of both; what they depart in is judged in departures.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.proof.align import GAP
from claims.proof.changes import Stretch, stretches
from claims.proof.figures import FIGURE
from claims.proof.places import Found
from claims.proof.words import Word
from claims.rules.lists import words as listed_words

LEAD_WORDS = 3
"""Before the words that correspond, in which a negation or a modal still bears on them."""


@dataclass(frozen=True)
class Sides:
    """The words of the draft, and those of the record from where they begin to correspond to where they
    end."""

    draft: tuple[Word, ...]
    record: tuple[Word, ...]
    whole: frozenset[str]
    """Every word of the record's sentence."""
    lead: tuple[str, ...]
    """What the claim says before the words that correspond."""
    tail: tuple[str, ...]
    """What it says behind them."""
    stretches: tuple[Stretch, ...]

    @property
    def keys(self) -> tuple[list[str], list[str]]:
        """The folded words of both."""
        return [word.key for word in self.draft], [word.key for word in self.record]


def sides_of(found: Found, sentence: tuple[int, int], own: tuple[int, int]) -> Sides:
    """The two sides: of the record from the place where the claim begins; both as first place and last."""
    first, last = sentence
    held = found.held or [first]
    # An earlier or a later sentence of one quotation bears on nothing here.
    own = (max(own[0], min(first, *held)), min(own[1], max(last, max(held) + 1)))
    start = max(own[0], min(held) - LEAD_WORDS)
    words, apart = found.article.words, tuple(stretches(found))
    tail = len(apart[-1].record) if apart and apart[-1].after is None else 0
    return Sides(
        tuple(word for word in found.wording.words if word.key != GAP),
        (*words[start : max(held) + 1 + tail],),
        frozenset(word.key for word in words[first:last]),
        tuple(word.key for word in words[own[0] : min(held)]),
        tuple(word.key for word in words[max(held) + 1 : own[1]]),
        apart,
    )


def figures_of(keys: Sequence[str]) -> set[str]:
    """The figures among folded words, and the words for shares."""
    fractions = listed_words("proof", "fractions")
    return {key for key in keys if key.startswith(FIGURE) or key in fractions}


def figures_told(draft: Sequence[str], sentence: Sequence[str]) -> tuple[set[str], set[str]]:
    """Figures among the draft's words that the record's sentence has too, and those that it lacks."""
    ours, theirs = figures_of(draft), figures_of(sentence)
    return ours & theirs, ours - theirs


def lacking_figures(sides: Sides) -> set[str]:
    """Figures of the draft that the record's sentence lacks."""
    return figures_of(sides.keys[0]) - figures_of([*sides.whole])


def shared_figures(sides: Sides) -> set[str]:
    """Figures of the draft that the record's sentence has too."""
    return figures_of(sides.keys[0]) & figures_of([*sides.whole])
