"""A part of a web archive, as another process cuts it: opens the file itself, and says where the next part begins."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from claims.model import Article, Failure
from claims.read.dispatch import marked_items, read_member
from claims.read.options import Item, Member, ReadOptions
from claims.read.repeated import NamesGiven
from claims.read.unread_keys import UnreadKeys
from claims.read.web_archives import BEGINNING, Place, known_by, located, pages_after

MAX_ARTICLES, MAX_CHARACTERS, MAX_SECONDS = 64, 1_000_000, 1.0
"""Of a part, with what the page that comes last brings beyond: bounds what lies ready, and what others wait for."""


@dataclass(frozen=True)
class Part:
    """What to cut: of which file, as it was named and as it is known, from where on."""

    path: str
    where: str
    known_by: tuple[int, bytes]
    options: ReadOptions
    place: Place = BEGINNING


@dataclass(frozen=True)
class Cut:
    """What a part holds, and where the next begins; None behind the last."""

    items: list[Item]
    following: Place | None


def first_part(path: str, options: ReadOptions) -> Part:
    """Of a file; raises OSError where it cannot be read."""
    # What a run has seen so far stays with it.
    own = replace(options, names=NamesGiven(), unread_keys=UnreadKeys(), elsewhere=None)
    return Part(str(Path(path).absolute()), path, known_by(path), own)


def cut(part: Part) -> Cut | None:
    """The part; None where the file is another one here, or pages cannot be found by their place, as in an archive that
    was packed as a whole. Raises OSError, and UnreadableError without the extra."""
    if known_by(part.path) != part.known_by:
        return None
    begun, items = time.monotonic(), list[Item]()
    with Path(part.path).open("rb") as raw:
        raw.seek(part.place.at)
        pages = located(raw, part.where, part.place.number)
        first = next(pages, None)
        if first is None or part.place not in (BEGINNING, first[0]):
            return None
        items += marked_items(_held(first[1], part.options))
        for place, page in pages:
            if place and _enough(items, time.monotonic() - begun):
                return Cut(items, place)
            items += marked_items(_held(page, part.options))
    return Cut(items, None)


def rest_of(part: Part) -> Iterator[Item]:
    """The part and all that follows it, read here; raises OSError, and UnreadableError without the extra."""
    for page in pages_after(part.where, part.place):
        yield from marked_items(_held(page, part.options))


def _held(page: Member | Failure, options: ReadOptions) -> Iterator[Item]:
    return iter([page]) if isinstance(page, Failure) else read_member(page, options)


def _enough(items: list[Item], seconds: float) -> bool:
    characters = sum(len(item.text) for item in items if isinstance(item, Article))
    return len(items) >= MAX_ARTICLES or characters > MAX_CHARACTERS or seconds > MAX_SECONDS
