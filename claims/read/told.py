"""Values that a file gives of its article, each with where it stands there; which of several that differ
holds is decided by whoever reads the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from claims.model import Told, told_words

TOLD_KEYS = (
    "title", "outlet", "owner", "url", "author", "contributor", "editor", "wire", "dateline", "published", "modified",
    "section", "language",
)  # fmt: skip
"""What is kept of an article with its place, in the order in which it is shown."""
MAX_TOLD = 60
"""Values of one article."""


def told_rows(source: str, values: Mapping[str, Any]) -> list[dict[str, str]]:
    """A row for each value that a source gives; lists give one an item, and what is no text none."""
    return [
        {"key": key, "value": value, "source": source}
        for key in TOLD_KEYS
        for item in _listed(values.get(key))
        if (value := _words(item))
    ]


def told_of(rows: object) -> tuple[Told, ...]:
    """The values of rows, whatever those are; the same value from the same place once."""
    if not isinstance(rows, list):
        return ()
    found = (
        Told(str(row["key"]), value, source)
        for row in rows[: 4 * MAX_TOLD]
        if isinstance(row, dict) and row.get("key") in TOLD_KEYS
        if (value := _words(row.get("value"))) and (source := _words(row.get("source")))
    )
    return tuple(dict.fromkeys(found))[:MAX_TOLD]


def _listed(value: Any) -> Iterable[Any]:
    return value if isinstance(value, list | tuple) else (value,)


def _words(value: object) -> str:
    if not isinstance(value, str | int) or isinstance(value, bool):
        return ""
    return told_words(str(value))
