"""Which outlet a text shows to be its own publisher, where nobody said so. Outlets that are cited
do not belong here."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.outlet.outlets import is_outlet as is_listed
from claims.resolve.mentions.index import Index
from claims.rules.lists import listed
from claims.rules.patterns import alternation

if TYPE_CHECKING:
    from claims.model import Attribution, Span

_TOLD = re.compile(rf"\b(?:{alternation(listed('relays', 'told_publisher'))}) (?:the |The )?$")
_OURS = re.compile(rf"^['’]s (?:{alternation(listed('media', 'own_things'))})\b")
_ANOTHERS = re.compile(
    r"^(?:['’]s (?!project|series)|,? (?:on [A-Z]|in an? "
    rf"|{alternation(listed('media', 'of_another'))}))"
)
CHARACTERS_BESIDE = 40
"""How far around an outlet words tell whether the text is its own."""
SOURCE_CHARACTERS_BEFORE = 249
SOURCE_CHARACTERS_AFTER = 150
"""How far from an outlet the source may begin that told it something."""


def publisher(index: Index, attributions: Sequence[Attribution]) -> str | None:
    """The outlet that several speakers of one text told their words, or that speaks of its own
    project; None else.

    A text names the medium to which one speaker spoke elsewhere; when two or more spoke to the
    same, it is its own.
    """
    sources = sorted(
        (source.start, number, source)
        for number, source in enumerate(s for a in attributions for s in a.source)
    )
    told: dict[str, set[str]] = defaultdict(set)
    for mention in index.mentions:
        if mention.kind != "outlet" or not is_listed(mention.name):
            continue
        after = index.text[mention.end : mention.end + CHARACTERS_BESIDE]
        if _OURS.match(after):
            return mention.name
        if _TOLD.search(
            index.text, max(0, mention.start - CHARACTERS_BESIDE), mention.start
        ) and not _ANOTHERS.match(after):
            told[mention.name].add(_speaker(index, mention.start, sources))
    short = {name for name in told if _in_short(name, index.text)}
    if len(short) == 1:
        return short.pop()
    several = [name for name, speakers in told.items() if len(speakers - {""}) > 1]
    return several[0] if len(several) == len(told) == 1 else None


def _in_short(name: str, text: str) -> bool:
    """Whether a text calls an outlet by its last word alone where it was told something, as a house
    calls itself: "told The News"."""
    *more, last = name.removeprefix("The ").split()
    return bool(more) and bool(re.search(rf"{_TOLD.pattern[:-1]}(?<=[Tt]he ){last}\b", text))


def _speaker(index: Index, at: int, sources: list[tuple[int, int, Span]]) -> str:
    """The source nearest a position, the first of two as near; sources with their starts and
    numbers, in order."""
    near = sources[
        bisect_left(sources, (at - SOURCE_CHARACTERS_BEFORE,)) : bisect_left(
            sources, (at + SOURCE_CHARACTERS_AFTER,)
        )
    ]
    if not near:
        return ""
    source = min(near, key=lambda item: (abs(at - item[0]), item[1]))[2]
    inside = index.inside(source.start, source.end)
    return inside[-1].name if inside else index.text[source.start : source.end].casefold()
