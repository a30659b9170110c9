"""What every reader is told, and what it gives; no reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from claims.model import Article, Failure, Reading
from claims.read.decode import Overrides

MAX_BYTES = 16 * 1024 * 1024
"""Longest line and longest text file; a longer one is no article."""
TOO_LONG = f"longer than {MAX_BYTES // 1024 // 1024} MB", "one article a line or file; split it"
Item = Article | Reading | Failure


@dataclass(frozen=True)
class ReadOptions:
    """What the user says of all input."""

    encoding: str
    overrides: Overrides
    accept_readings: bool
    """Whether a line that this program wrote may come back as the reading that it holds."""


Reader = Callable[[IO[bytes], str, ReadOptions], Iterator[Item]]
"""Bytes, where they are from and the options to articles and failures, one at a time."""
