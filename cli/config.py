"""The user's settings file: read whole, checked, never written; where it lies says paths.py."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

from claims.errors import UsageError
from cli.paths import folders, regular_file

VARIABLE = "ONRECORD_CONFIG"
SECTIONS = {"review": {"name"}, "browse": {"theme", "opens"}, "fetch": {"contact"}, "keys": None}
"""Sections and their settings; keys holds ids of actions, which cli/browse/keys.py knows."""


def config_path() -> Path:
    """$ONRECORD_CONFIG, else config.toml in the user's folder for settings."""
    return Path(os.environ.get(VARIABLE) or Path(folders()["config"]) / "config.toml")


def section(name: str) -> dict[str, str]:
    """One section of the settings, empty where there is none; raises UsageError on a file that
    cannot be used."""
    path = config_path()
    if not os.path.lexists(path):
        return {}
    regular_file(str(path))
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: {error}; mend the file or move it away") from error
    _check(path, settings)
    return {key: str(value) for key, value in settings.get(name, {}).items()}


def _check(path: Path, settings: dict[str, Any]) -> None:
    """Raises UsageError on a section, key or value that the settings do not know."""
    for name, values in settings.items():
        if name not in SECTIONS or not isinstance(values, dict):
            raise UsageError(
                f"{path}: no section [{name}]; there are {', '.join(f'[{known}]' for known in SECTIONS)}"
            )
        allowed = SECTIONS[name]
        for key, value in values.items():
            if allowed is not None and key not in allowed:
                raise UsageError(
                    f"{path}: [{name}] has no {key}; it has {', '.join(sorted(allowed))}"
                )
            if not isinstance(value, str):
                raise UsageError(
                    f'{path}: [{name}] {key} must be text in quotation marks, as "a,enter"'
                )
