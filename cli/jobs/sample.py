"""The made-up newsroom that ships with onrecord, as a file; what is in it stands in cli.sample."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from cli import diagnostics
from cli.paths import demo_location


@contextmanager
def newsroom() -> Iterator[tuple[str, str]]:
    """The paths of two JSONL files: what came out first, and the later editions, which are added in
    a run of their own."""
    lines = (files("cli.sample") / "newsroom.jsonl").read_text(encoding="utf-8").splitlines()
    docs = [json.loads(line)["doc"] for line in lines]
    first = {doc: number for number, doc in reversed([*enumerate(docs)])}
    with TemporaryDirectory() as folder:
        newsroom, later = Path(folder) / "newsroom.jsonl", Path(folder) / "later.jsonl"
        for path, wanted in ((newsroom, True), (later, False)):
            chosen = [line for n, line in enumerate(lines) if (first[docs[n]] == n) is wanted]
            path.write_text("".join(f"{line}\n" for line in chosen), encoding="utf-8")
        yield str(newsroom), str(later)


def draft() -> str:
    """The path of the made-up draft, short where it lies below the folder that the person is in."""
    path = Path(str(files("cli.sample") / "draft.txt"))
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


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
