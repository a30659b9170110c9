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

if TYPE_CHECKING:
    from claims.model import Attribution, Span

_TOLD = re.compile(
    r"\b(?:told|tells|interview (?:with|to|for)|spoke (?:to|with)|speaking (?:to|with)|said to"
    r"|comment from) (?:the |The )?$"
)
_OURS = re.compile(
    r"^['’]s (?:project|series|newsletter|podcast|request|readers|reporters|editorial board|new feature)\b"
)
_ANOTHERS = re.compile(
    r"^(?:['’]s (?!project|series)|,? (?:which|that|on [A-Z]|in an? |earlier|last|this week|reported))"
)


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
        after = index.text[mention.end : mention.end + 40]
        if _OURS.match(after):
            return mention.name
        if _TOLD.search(
            index.text, max(0, mention.start - 40), mention.start
        ) and not _ANOTHERS.match(after):
            told[mention.name].add(_speaker(index, mention.start, sources))
    several = [name for name, speakers in told.items() if len(speakers - {""}) > 1]
    return several[0] if len(several) == 1 else None


def _speaker(index: Index, at: int, sources: list[tuple[int, int, Span]]) -> str:
    """The source nearest a position, the first of two as near; sources with their starts and
    numbers, in order."""
    near = sources[bisect_left(sources, (at - 249,)) : bisect_left(sources, (at + 150,))]
    if not near:
        return ""
    source = min(near, key=lambda item: (abs(at - item[0]), item[1]))[2]
    inside = index.inside(source.start, source.end)
    return inside[-1].name if inside else index.text[source.start : source.end].casefold()
