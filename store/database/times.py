"""Times as the store hands them out: ISO 8601 in UTC."""

from __future__ import annotations

from datetime import UTC, datetime


def time_text(time: datetime | None) -> str | None:
    """ISO 8601 UTC."""
    return time.astimezone(UTC).isoformat(timespec="seconds") if time else None


def exact_time(time: datetime) -> str:
    """ISO 8601 UTC to the microsecond, for what must be told apart or ordered."""
    return time.astimezone(UTC).isoformat(timespec="microseconds")
