"""One value of a line of JSON, held to its type and range: what it means stands in roundtrip.py."""

from __future__ import annotations

from typing import Any, get_args

from claims.read.decode import whole

MAX_COUNT = 2**31 - 1
"""People whom one source can stand for, for that is what every database holds."""


def one_of(words: Any, raw: object) -> Any:
    """The value where it is a member of the type; raises ValueError else."""
    if raw not in get_args(words):
        raise ValueError(f"{raw!r} is none of {', '.join(get_args(words))}")
    return raw


def count(raw: Any) -> int:
    """A number of people; raises ValueError for any that no source can stand for."""
    number = whole_number(raw)
    if not 0 <= number <= MAX_COUNT:
        raise ValueError(f"declared_count is not between 0 and {MAX_COUNT:,}")
    return number


def share(raw: Any, key: str) -> float:
    """A number from 0 to 1; raises ValueError for any other."""
    if isinstance(raw, bool | str) or not 0 <= float(raw) <= 1:
        raise ValueError(f"{key} is not between 0 and 1")
    return float(raw)


def whole_number(raw: Any) -> int:
    """A number without a fraction, 3.0 too; raises ValueError for anything else."""
    if isinstance(raw, bool | str) or int(raw) != raw:
        raise ValueError(f"{raw!r} is no whole number")
    return int(raw)


def flag(raw: object, key: str) -> bool:
    """False for none; raises ValueError where it is neither true nor false."""
    if raw is not None and not isinstance(raw, bool):
        raise ValueError(f"{key} is neither true nor false")
    return bool(raw)


def string(raw: object) -> str | None:
    """The text, or None for none; raises TypeError for anything else."""
    if raw is not None and not isinstance(raw, str):
        raise TypeError(f"{raw!r} is no string")
    return whole(raw) if raw else None


def named(raw: object) -> str:
    """A text that is not empty; raises ValueError or TypeError."""
    name = string(raw)
    if not name:
        raise ValueError("a name is missing")
    return name


def strings(raw: object) -> tuple[str, ...]:
    """The texts of a list; raises TypeError for anything else."""
    if not isinstance(raw, list):
        raise TypeError(f"{raw!r} is no list of strings")
    return tuple(named(item) for item in raw)
