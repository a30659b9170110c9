"""The bytes in which a store lies, and which runs of a text stand in them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

RUN = 8
"""Characters in a row that tell what was there."""


def stored_bytes(location: str) -> bytes:
    """An SQLite file with its log and all that lies beside it; of a server the files of the
    database."""
    if "://" not in location:
        file = Path(location)
        beside = sorted(file.parent.glob(f"{file.name}*"))
        return b"\0".join(path.read_bytes() for path in beside)
    folder = Path(parse_qs(urlsplit(location).query)["host"][0]) / "data" / "base" / _oid(location)
    return b"\0".join(path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file())


def _oid(location: str) -> str:
    from sqlalchemy import create_engine, text

    engine = create_engine(location)
    with engine.connect() as connection:
        # What is written lies in the server's memory until then.
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("CHECKPOINT"))
        query = "SELECT oid FROM pg_database WHERE datname = current_database()"
        oid = str(connection.execute(text(query)).scalar_one())
    engine.dispose()
    return oid


def runs(texts: Iterable[str]) -> set[bytes]:
    """Every run of the texts, in small letters."""
    return {
        form[at : at + RUN].encode()
        for text in texts
        for form in {text.lower(), text.casefold()}
        for at in range(len(form) - RUN + 1)
    }


def standing(location: str, texts: Iterable[str]) -> set[bytes]:
    """The runs of the texts that stand in the store's bytes, in whatever case."""
    small = stored_bytes(location).lower()
    return {run for run in runs(texts) if run in small}


def beyond(here: bytes, other: bytes, texts: Iterable[str]) -> set[bytes]:
    """The runs of the texts that stand in the bytes of one store and not in another's.

    A word of the other with one byte at its edge is none: behind the last value of a row stands the next
    row's length, which may be the code of a comma.
    """
    small, there = here.lower(), other.lower()
    return {
        run
        for run in runs(texts)
        if run in small and run not in there and run[:-1] not in there and run[1:] not in there
    }
