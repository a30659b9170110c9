"""Names by their beginning, for a shell that completes them: one short look into a store that is
there.

Nothing is made, upgraded or written, and SQLite is asked without SQLAlchemy, whose import alone
would take longer than a person waits.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

Subject = Literal["speaker", "outlet", "watch"]
MAX_NAMES = 60
"""As many as a person looks through."""
MAX_WAIT_S = 0.2
"""Seconds to wait for another process that writes."""
_LAST = "\U0010ffff"
_BEGINNING = """
    SELECT name FROM (SELECT DISTINCT name FROM {subject}
        WHERE name >= :typed AND name < :typed_end ORDER BY name LIMIT :most) AS as_typed
    UNION SELECT name FROM (SELECT DISTINCT name FROM {subject}
        WHERE name >= :capital AND name < :capital_end ORDER BY name LIMIT :most) AS with_capital
    ORDER BY name LIMIT :most"""
"""Two stretches of the index of names, where one query over both would walk through all of it."""
_LATER_WORD = (
    "SELECT DISTINCT name FROM {subject} WHERE lower(name) LIKE :inside ORDER BY name LIMIT :most"
)


def names_beginning(location: str, subject: Subject, beginning: str) -> list[str]:
    """Names that begin so, as typed or with a capital; none where the store cannot be read."""
    typed, capital = beginning, beginning[:1].upper() + beginning[1:]
    values = {
        "typed": typed, "typed_end": typed + _LAST,
        "capital": capital, "capital_end": capital + _LAST, "most": MAX_NAMES,
    }  # fmt: skip
    return _names(location, _BEGINNING.format(subject=subject), values)


def names_with_word(location: str, subject: Subject, beginning: str) -> list[str]:
    """Names of which a later word begins so, such as a surname; none where the store cannot be
    read."""
    values = {"inside": f"% {beginning.lower()}%", "most": MAX_NAMES}
    return _names(location, _LATER_WORD.format(subject=subject), values)


def _names(location: str, query: str, values: Mapping[str, Any]) -> list[str]:
    try:
        return _from_server(location, query, values) if "://" in location else _from_file(
            Path(location).expanduser(), query, values
        )  # fmt: skip
    except Exception:  # a person types on: whatever is wrong, the next command will say it
        return []


def _from_file(path: Path, query: str, values: Mapping[str, Any]) -> list[str]:
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=MAX_WAIT_S)) as connection:
        return [name for (name,) in connection.execute(query, values)]


def _from_server(location: str, query: str, values: Mapping[str, Any]) -> list[str]:
    from sqlalchemy import text

    from store.database.session import make_engine, sqlite_path

    path = sqlite_path(location)
    if path is not None:
        return _from_file(path, query, values)
    engine = make_engine(location, None)
    try:
        with engine.connect() as connection:
            return list(connection.execute(text(query), values).scalars())
    finally:
        engine.dispose()
