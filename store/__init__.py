"""Rows in, rows out: SQLModel and the databases. No spaCy, no terminal.

`store.open_store` and `store.Store` are looked up when asked for, so that `store.records` costs no
database import.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from store.store import Store, open_store

__all__ = ["Store", "open_store"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from store import store as door

    return getattr(door, name)
