"""Loading of the word lists that resolution uses. The words themselves live in claims/rules."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files


@cache
def words(name: str, *groups: str) -> frozenset[str]:
    """The lower-case words of the groups of a list, all in one set, which is made once."""
    return frozenset(word for group in groups for word in _lists(name)[group]["words"])


@cache
def _lists(name: str) -> dict[str, dict[str, list[str]]]:
    loaded: dict[str, dict[str, list[str]]] = json.loads(
        files("claims.rules").joinpath(f"{name}.json").read_text(encoding="utf-8")
    )
    return loaded
