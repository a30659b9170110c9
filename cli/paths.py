"""Where files lie: the store and the user's folders, and which onrecord this is; opens nothing."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path

from claims.errors import UsageError
from store.database.location import NO_URL, is_mistyped, shown

VARIABLE = "ONRECORD_STORE"
OUTLETS = "ONRECORD_OUTLETS"
"""Names the user's own table of outlets; set from the configuration folder where that holds one."""

_IN_MEMORY = (":memory:", "sqlite://", "sqlite:///", "sqlite:///:memory:")
_LOST = "a store in memory is lost when the command ends; name a file"


def store_location(asked: str | None = None) -> tuple[str, str]:
    """The store's file or URL, and what decided it: --store, the variable, or the default. Raises
    UsageError on a URL that was mistyped, lest it become a file's name, and on a store in memory."""
    for location, decided in ((asked, "--store"), (os.environ.get(VARIABLE), VARIABLE)):
        if location:
            if is_mistyped(location) and not Path(location).exists():
                raise UsageError(f"{shown(location)}: {NO_URL}")
            if location in _IN_MEMORY:
                raise UsageError(f"{shown(location)}: {_LOST}")
            return location, decided
    return str(user_data_path("onrecord", appauthor=False) / "store.db"), "default"


def demo_location() -> str:
    """Where `onrecord demo` keeps its store: among what may be made anew."""
    return str(user_cache_path("onrecord", appauthor=False) / "demo.db")


def is_url(location: str) -> bool:
    """True for a database URL."""
    return "://" in location


def exists(location: str) -> bool:
    """False for a store file that is not there yet; URLs are taken on trust."""
    return is_url(location) or Path(location).is_file()


def outlets_location() -> tuple[str, str]:
    """The user's own table of outlets, and what decided it: the variable, or the configuration
    folder."""
    location = os.environ.get(OUTLETS)
    if location:
        return location, OUTLETS
    return str(user_config_path("onrecord", appauthor=False) / "outlets.tsv"), "default"


def offer_outlets() -> None:
    """Lets reading find the user's table, in this process and in those that it starts."""
    location, _ = outlets_location()
    # Also a link that leads nowhere: who reads the table says so.
    if os.path.lexists(location):
        os.environ[OUTLETS] = location


def folders() -> dict[str, str]:
    """The user's folders for configuration, data and cache."""
    return {
        "config": str(user_config_path("onrecord", appauthor=False)),
        "data": str(user_data_path("onrecord", appauthor=False)),
        "cache": str(user_cache_path("onrecord", appauthor=False)),
    }


def regular_file(path: str) -> Path:
    """A file that the user named; raises UsageError where there is none, and on what is no regular file,
    such as a pipe, which would be waited for without end."""
    named = Path(path).expanduser()
    if named.is_file():
        return named
    kind = (
        "is a folder" if named.is_dir() else "is a pipe, socket or device" if named.exists() else ""
    )
    raise UsageError(f"{path}: {kind or 'there is no such file'}; name a file")


def version() -> str:
    """The installed version's number."""
    from importlib import metadata  # slow to load

    try:
        return metadata.version("onrecord")
    except metadata.PackageNotFoundError:
        return "(not installed)"


def program() -> str:
    """How the command is typed in this shell: its name where it is on the path, else its file."""
    if shutil.which("onrecord"):
        return "onrecord"
    return str(Path(sys.argv[0]).resolve())
