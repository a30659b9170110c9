"""Files that earlier runs could not read: how a run notes them, and which are left to be read again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claims.model import Failure

if TYPE_CHECKING:
    from store import Store


def unread_file(failure: Failure) -> dict[str, str] | None:
    """The file of a failure as it was named and where it lies; None for standard input."""
    named = failure.path or _file_of(failure.where)
    if not named or named == "-":
        return None
    return {"named": named, "at": place(named)}


def place(named: str) -> str:
    """Where a file lies, whatever the folder that a command is started in; an address stays."""
    return named if "://" in named else str(Path(named).absolute())


def to_read_again(store: Store) -> list[str]:
    """The files that earlier runs could not read and none has read since, as they were named where
    that still leads to them; the oldest first."""
    files = {file["at"]: file["named"] for run in store.runs.select() for file in run.unread}
    return [named if place(named) == at else at for at, named in reversed(files.items())]


def read_since(store: Store, paths: Sequence[str], given: Collection[str] = ()) -> set[str]:
    """Places of unread files that reading these paths reads again, and of addresses that have given an article."""
    roots = [Path(place(path)) for path in paths if path != "-"]
    unread = {file["at"] for run in store.runs.select() for file in run.unread}
    return {
        at for at in unread if at in given or any(Path(at).is_relative_to(root) for root in roots)
    }


def _file_of(where: str) -> str:
    """The file at the beginning of where an article stands, as "table.csv" of "table.csv:3"."""
    parts = where
    while parts:
        if Path(parts).is_file():
            return parts
        cut = max(parts.rfind(":"), parts.rfind("/"))
        parts = parts[:cut] if cut > 0 else ""
    return ""


def each_once(files: Iterable[dict[str, str] | None]) -> list[dict[str, str]]:
    """The files, each place once."""
    return list({file["at"]: file for file in files if file}.values())
