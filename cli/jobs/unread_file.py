"""`check FILE` on a file that no store holds: it is read and shown, and nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cli import diagnostics
from cli.jobs.choice import Choice
from cli.paths import exists, store_location
from store.records import NO_FILTER, Filters

if TYPE_CHECKING:
    from claims.model import Reading


def unread_file(where: str | None, filters: Filters) -> str | None:
    """The file that the only word of a query is the path of, where the store holds no article of that
    name; raises StoreError."""
    if len(filters.text) != 1 or replace(filters, text=(), min_confidence=None) != NO_FILTER:
        return None
    path = filters.text[0]
    is_path = "/" in path or "." in path  # else it is a word that a file happens to be named by
    return path if is_path and Path(path).is_file() and not _is_held(where, filters) else None


def _is_held(where: str | None, filters: Filters) -> bool:
    from cli.jobs.open_store import open_for_reading
    from cli.jobs.read_article import asked_article

    location, _ = store_location(where)
    if not exists(location):
        return False
    with open_for_reading(where) as store:
        return asked_article(store, filters) is not None


def readings_of(path: str, min_confidence: float | None) -> Iterator[Reading]:
    """What stands in the file, read now; raises ModelError where a model is missing."""
    from cli.jobs.extract import readings

    diagnostics.note(
        f"{path}: not in the store; read now, nothing is kept (`onrecord add` keeps it)"
    )
    return readings([path], Choice(min_confidence=min_confidence or 0.0))
