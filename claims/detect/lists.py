"""The word lists of claims/rules/shapes.json; each list has its reason there."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=32)
def words(name: str, key: str = "words") -> frozenset[str]:
    """One list."""
    return frozenset(_lists()[name][key])


@lru_cache(maxsize=1)
def _lists() -> dict[str, dict[str, list[str]]]:
    loaded: dict[str, dict[str, list[str]]] = json.loads(
        (files("claims.rules") / "shapes.json").read_text(encoding="utf-8")
    )
    return loaded
