"""The made-up newsroom that ships with onrecord, as a file; what is in it stands in cli.sample."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from cli import diagnostics
from cli.paths import demo_location


@contextmanager
def newsroom() -> Iterator[str]:
    """The path of its JSONL file."""
    with as_file(files("cli.sample") / "newsroom.jsonl") as path:
        yield str(path)


def fresh() -> str:
    """Where the demo's store lies; an earlier one is made anew, unless a person has decided
    something in it. Raises StoreError where it is no store."""
    from store import open_store

    file = Path(demo_location())
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.is_file():
        with open_store(file) as store:
            decided = bool(store.decisions.select())
        if decided:
            diagnostics.note(
                "keeping the earlier demo, in which you decided something; --keep FILE makes another"
            )
        else:
            for part in file.parent.glob(f"{file.name}*"):
                part.unlink()
    return str(file)
