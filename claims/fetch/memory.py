"""What is kept of addresses between two runs; where it is kept is the caller's."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from claims.fetch.model import Validators


@dataclass(frozen=True)
class Visit:
    """An address that was asked and need not be asked again until it changes."""

    address: str
    validators: Validators = field(default_factory=Validators)
    mark: str = ""
    """What its feed said of it then."""


class Memory(Protocol):
    """Visits of former runs; a visit is noted once all that it gave was handed out."""

    def validators(self, address: str) -> Validators | None:
        """What makes asking it conditional, None where it is to be asked for in full."""
        ...

    def mark(self, address: str) -> str | None:
        """What its feed said of it when it was read, None where it was not."""
        ...

    def any_reserved(self) -> bool:
        """Whether a page was left out because its publisher reserves mining."""
        ...

    def note(self, visit: Visit) -> None:
        """One more visit."""
        ...

    def held(self, origin: str) -> float:
        """For how many seconds a host still asks to be left alone."""
        ...

    def hold(self, origin: str, seconds: float) -> None:
        """A host asks to be left alone for so long."""
        ...


class Forgetful:
    """Remembers nothing."""

    def validators(self, address: str) -> Validators | None:
        return None

    def mark(self, address: str) -> str | None:
        return None

    def any_reserved(self) -> bool:
        return False

    def note(self, visit: Visit) -> None:
        return None

    def held(self, origin: str) -> float:
        return 0.0

    def hold(self, origin: str, seconds: float) -> None:
        return None
