"""The made-up newsroom that ships with onrecord, as a file; what is in it stands in cli.sample."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files


@contextmanager
def newsroom() -> Iterator[str]:
    """The path of its JSONL file."""
    with as_file(files("cli.sample") / "newsroom.jsonl") as path:
        yield str(path)
