"""Which names of a filter nobody has, and whose may be meant: an empty list would look like an answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cli.web.asked import Asked
from store.records import Filters


class Unknown(NamedTuple):
    """A name that no speaker or outlet has, and those that are like it."""

    word: str
    value: str
    near: tuple[str, ...]


def unknown(asked: Asked) -> Iterator[Unknown]:
    """Those of the filters in force. A name counts only where a claim of its bearer is handed on: who an
    unnamed source is, as a reviewer says, is neither known here nor suggested."""
    for value in asked.filters.speaker:
        if not _speaks(asked, value):
            near = asked.store.speakers.near_names(value)
            yield Unknown("speaker", value, tuple(name for name in near if _speaks(asked, name)))
    for value in asked.filters.outlet:
        outlets = asked.store.articles.near_outlets(value)
        if outlets is not None:
            yield Unknown("outlet", value, tuple(outlets))


def _speaks(asked: Asked, name: str) -> bool:
    wanted = Filters(speaker=(name,), no_open_accusations=True)
    return any(True for _ in asked.store.speakers.select(wanted, 1))
