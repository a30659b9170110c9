"""The word lists of claims/rules that detection uses, most of them in shapes.json; each list has its reason there."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=32)
def words(name: str, key: str = "words", file: str = "shapes") -> frozenset[str]:
    """One list."""
    return frozenset(_lists(file)[name][key])


@lru_cache(maxsize=2)
def _lists(file: str) -> dict[str, dict[str, list[str]]]:
    loaded: dict[str, dict[str, list[str]]] = json.loads(
        (files("claims.rules") / f"{file}.json").read_text(encoding="utf-8")
    )
    return loaded
