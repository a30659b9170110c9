"""A place where a name stands in a text; how it is found is in find.py, relays.py and
organisations.py."""

from __future__ import annotations

from typing import NamedTuple


class Spot(NamedTuple):
    """A stretch that holds a name, and what kind of bearer it seems to have."""

    start: int
    end: int
    kind: str
