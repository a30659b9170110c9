"""Why an address cannot be answered, and where it has gone; how that is said stands in responses.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from claims.errors import OnrecordError, SeveralError, UsageError

T = TypeVar("T")
NOT_FOUND, WITHHELD = 404, 403


class PageError(OnrecordError):
    """Raised where an address has no answer; its text is a sentence for the reader."""

    def __init__(self, message: str, status: int = NOT_FOUND) -> None:
        super().__init__(message)
        self.status = status


class MovedError(Exception):
    """Raised where an id is only the beginning of one, or that of another name: where to go."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.id = id


def found(look: Callable[[], T], subject: str, id: str) -> T:
    """What an id names; raises PageError where it names nothing, or several."""
    try:
        return look()
    except SeveralError as error:
        raise PageError(f"{id} is the beginning of several ids: write more of it") from error
    except UsageError as error:
        raise PageError(f"There is no {subject} {id} in this store.") from error


def withheld() -> PageError:
    """Why a claim that accuses somebody is not shown."""
    return PageError(
        "This claim accuses somebody, and nobody has reviewed it yet. It is not shown here "
        "until a person has (onrecord review).",
        WITHHELD,
    )
