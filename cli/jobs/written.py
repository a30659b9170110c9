"""Which files hold what a command wrote from a store: noted in the store, so that forgetting can name
them."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from claims.errors import OnrecordError
from cli import output
from cli.streams import redirected_to

FORGETS = "forget"
"""The command whose own output tells what was forgotten."""


class Source:
    """The store from which this run writes, None before it is opened."""

    location: str | None = None


def remember_file(arguments: list[str] | None = None) -> None:
    """After a command: notes the file that holds its output, where there is one. A store that cannot
    be written goes without."""
    location, Source.location = Source.location, None
    words = sys.argv[1:] if arguments is None else arguments
    command = next((word for word in words if not word.startswith("-")), "")
    path = _written_to() if location and command != FORGETS else None
    if path is None or location is None:
        return
    from store import open_store

    with suppress(OnrecordError), open_store(location, create=False) as store:
        store.forgetting.remember_file(path, command)


def _written_to() -> str | None:
    """The file of -o, or the one to which standard output was sent; None where it is no file, or cannot
    be told."""
    if output.State.target is not None:
        return str(Path(output.State.target.name).expanduser().resolve())
    return redirected_to(sys.stdout)
