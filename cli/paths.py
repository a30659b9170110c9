"""Where files lie: the store and the user's folders, and which onrecord this is; opens nothing."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import sys
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path

VARIABLE = "ONRECORD_STORE"
OUTLETS = "ONRECORD_OUTLETS"
"""Names the user's own table of outlets; set from the configuration folder where that holds one."""


def store_location(asked: str | None = None) -> tuple[str, str]:
    """The store's file or URL, and what decided it: --store, the variable, or the default."""
    if asked:
        return asked, "--store"
    if from_environment := os.environ.get(VARIABLE):
        return from_environment, VARIABLE
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
    if Path(location).is_file():
        os.environ[OUTLETS] = location


def folders() -> dict[str, str]:
    """The user's folders for configuration, data and cache."""
    return {
        "config": str(user_config_path("onrecord", appauthor=False)),
        "data": str(user_data_path("onrecord", appauthor=False)),
        "cache": str(user_cache_path("onrecord", appauthor=False)),
    }


def version() -> str:
    """The installed version's number."""
    try:
        return importlib.metadata.version("onrecord")
    except importlib.metadata.PackageNotFoundError:
        return "(not installed)"


def program() -> str:
    """How the command is typed in this shell: its name where it is on the path, else its file."""
    if shutil.which("onrecord"):
        return "onrecord"
    return str(Path(sys.argv[0]).resolve())
