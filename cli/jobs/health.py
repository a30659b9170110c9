"""What onrecord needs to work, each with the command that repairs it; checks only, changes
nothing."""

from __future__ import annotations

import importlib.metadata
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from claims.errors import OnrecordError
from cli.diagnostics import Exit
from cli.paths import exists, outlets_location, store_location
from store.database.location import shown

PACKAGES = (
    "onrecord",
    "spacy",
    "onnxruntime",
    "tokenizers",
    "sqlmodel",
    "typer",
    "rich",
    "textual",
)
REINSTALL = "python -m pip install --force-reinstall onrecord"


@dataclass(frozen=True)
class Finding:
    """One thing looked at: whether it is well, and what repairs it."""

    component: str
    value: str
    ok: bool = True
    fix: str = ""
    code: int = 0


def findings(where: str | None) -> Iterator[Finding]:
    """Python, packages, models, store, the user's own files and terminal."""
    recent = sys.version_info >= (3, 11)
    yield Finding(
        "python",
        sys.version.split()[0],
        recent,
        "install Python 3.11 or later",
        0 if recent else Exit.USAGE,
    )
    for package in PACKAGES:
        yield _package(package)
    yield from _models()
    yield _store(where)
    yield _settings()
    yield _outlets()
    encoding = (sys.stdout.encoding or "").lower()
    yield Finding(
        "terminal",
        f"{os.environ.get('TERM', 'none')}, {encoding}",
        encoding.startswith("utf"),
        "export PYTHONUTF8=1",
    )


def _package(name: str) -> Finding:
    try:
        return Finding(name, importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        return Finding(name, "not installed", False, REINSTALL, Exit.USAGE)


def _models() -> Iterator[Finding]:
    from claims.detect.manifest import SHIPPED, manifest
    from claims.engine import find_model

    try:
        yield Finding("language model", find_model())
    except OnrecordError as exc:
        yield Finding("language model", str(exc), False, REINSTALL, exc.exit_code)
    for model in SHIPPED:
        try:
            weights = manifest(model)
            yield Finding(
                f"detector {model}", f"{weights.name} {weights.version}, digest {weights.digest}"
            )
        except OnrecordError as exc:
            yield Finding(f"detector {model}", str(exc), False, REINSTALL, exc.exit_code)


def _settings() -> Finding:
    from cli.config import config_path, section

    path = config_path()
    try:
        section("review")
    except OnrecordError as exc:
        return Finding("settings", str(exc), False, "mend the file or move it away", exc.exit_code)
    return Finding("settings", str(path) if path.exists() else f"{path}: none, nor is one needed")


def _outlets() -> Finding:
    """The user's own table, beside ours."""
    from claims.outlet.outlets import table

    location, decided = outlets_location()
    try:
        mine = len({row.name for row in table().values() if row.mine})
    except OnrecordError as exc:
        return Finding("outlets", str(exc), False, "mend the file or move it away", exc.exit_code)
    there = f"{mine:,} of your own" if mine else "none of your own, nor are they needed"
    return Finding("outlets", f"{shown(location)} ({decided}): {there}")


def damages_of(location: str) -> list[str]:
    """What is wrong with the pages of an SQLite store; a server looks after its own."""
    from store.database.errors import damages
    from store.database.session import prepare_file, sqlite_path

    file = sqlite_path(location)
    if file is None or not file.exists():
        return []
    prepare_file(file, create=False)
    return damages(file)


def _store(where: str | None) -> Finding:
    location, decided = store_location(where)
    if not exists(location):
        return Finding(
            "store", f"{shown(location)} ({decided}): none yet; `onrecord add PATH` makes it"
        )
    from store import open_store
    from store.records import Filters

    try:
        if damages := damages_of(location):
            return Finding(
                "store", f"{shown(location)} ({decided}): is damaged ({damages[0]})", False,
                "onrecord doctor --repair, or restore a backup copy", Exit.STORE,
            )  # fmt: skip
        with open_store(location, create=False) as store:
            stale = (
                ", weighing out of date (onrecord check)" if store.corroboration.is_stale() else ""
            )
            if store.forgetting.waits():
                return Finding(
                    "store", f"{shown(location)} ({decided}): what was forgotten is not scrubbed yet",
                    False, "onrecord forget", Exit.STORE,
                )  # fmt: skip
            return Finding(
                "store",
                f"{shown(location)} ({decided}): {store.claims.count(Filters()):,} claims{stale}",
            )
    except OnrecordError as exc:
        return Finding("store", str(exc), False, "choose another file with --store", exc.exit_code)
