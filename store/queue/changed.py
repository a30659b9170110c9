"""Which articles a transaction changed, or whose claims: what is counted over these is brought up to date at its
end."""

from __future__ import annotations

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from sqlalchemy import Connection

_CHANGED: WeakKeyDictionary[Connection, dict[str, None]] = WeakKeyDictionary()


def note(connection: Connection, articles: Iterable[str]) -> None:
    """Notes articles that change, before or after they do."""
    _CHANGED.setdefault(connection, {}).update(dict.fromkeys(articles))


def taken(connection: Connection) -> list[str]:
    """The articles noted so far, which are noted no more."""
    return list(_CHANGED.pop(connection, {}))
