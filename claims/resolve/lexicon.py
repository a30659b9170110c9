"""Loading of the word lists that resolution uses. The words themselves live in claims/rules."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files


@cache
def words(name: str, group: str) -> frozenset[str]:
    """The lower-case words of a group of a list."""
    loaded = json.loads(files("claims.rules").joinpath(f"{name}.json").read_text(encoding="utf-8"))
    return frozenset(loaded[group]["words"])
