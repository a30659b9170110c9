"""Keys of a line that nothing reads, each named once a run: what is ignored without a word is taken
for read."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from claims.read.columns import NAMES, folded
from claims.read.decode import KEYS

READ = (
    "text",
    "doc",
    "schema",
    "outlet_facts",
    "byline",
    "section",
    "language",
    "unread_language",
    "told",
    *KEYS,
)
"""Keys of an article's line."""
MAX_NAMED = 20
"""Keys named in a run; a table of many columns is no slip."""


class UnreadKeys:
    """The keys that were named so far."""

    def __init__(self) -> None:
        self._named: set[str] = set()

    def warnings(self, row: Mapping[str, Any]) -> tuple[str, ...]:
        """One warning for each key of the line that nothing reads and that was not named yet."""
        if row.get("schema") == 1:
            return ()
        new = [key for key in row if key not in READ and key not in self._named]
        new = new[: max(0, MAX_NAMED - len(self._named))]
        self._named.update(new)
        return tuple(f"the key `{key}` is not read{_meant(key, row)}" for key in new)


def _meant(key: str, row: Mapping[str, Any]) -> str:
    word = folded(key)
    named = next((ours for ours, names in NAMES.items() if word in names), None)
    near = get_close_matches(word, READ, 1)
    meant = named or (near[0] if near else None)
    return f"; rename it to `{meant}` if it holds that" if meant and meant not in row else ""
