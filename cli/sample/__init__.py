"""The made-up newsroom that `onrecord demo` reads: data and where it lies, no logic."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable


def articles_path() -> Traversable:
    """The folder that holds newsroom.jsonl."""
    return files(__name__)
