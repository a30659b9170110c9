"""What is asked of the network and what comes back; nothing is sent here."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

MIN_DELAY_SECONDS = 1.0
"""Between two requests to one public host."""


class FetchError(Exception):
    """Raised when an address gives nothing that can be read; its arguments are what and the next step."""

    def __init__(
        self,
        what: str,
        next_step: str = "",
        *,
        temporary: bool = False,
        wait_seconds: float = 0.0,
        reserved: bool = False,
    ) -> None:
        super().__init__(what)
        self.what, self.next_step = what, next_step
        self.temporary = temporary
        """Whether asking later may help."""
        self.wait_seconds = wait_seconds
        """How long the host asks to be left alone."""
        self.reserved = reserved
        """Whether its publisher reserves what would be done with it."""


@dataclass(frozen=True)
class Manners:
    """How the user wants strangers' servers to be treated."""

    contact: str | None = None
    """An address of mail or web at which an operator reaches who asks."""
    delay_seconds: float = MIN_DELAY_SECONDS
    allow_private: bool = False
    """Whether hosts of an intranet may be asked."""
    ground: str | None = None
    """On what ground text is mined that its publisher reserves; None for none."""


@dataclass(frozen=True)
class Limits:
    """What one address may cost."""

    total_seconds: float = 60.0
    """From the first byte sent to the last received, redirects counted anew."""
    silence_seconds: float = 20.0
    body_bytes: int = 32 * 1024 * 1024
    """Unpacked."""
    redirects: int = 8
    wait_seconds: float = 60.0
    """The longest that is waited because a host says so; what asks for more is left for later."""


@dataclass(frozen=True)
class Validators:
    """What makes a request conditional: answered in full only where something changed."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True)
class Reservation:
    """Whether a publisher reserves text and data mining (TDMRep), and where it says so."""

    reserved: bool
    source: str
    """header | meta | tdmrep.json"""
    policy: str | None = None


@dataclass(frozen=True)
class Fetched:
    """What an address answered."""

    address: str
    """The last one, after redirects."""
    body: bytes
    content_type: str = ""
    charset: str | None = None
    validators: Validators = field(default_factory=Validators)
    reservation: Reservation | None = None
    """None where the publisher says nothing."""
    unchanged: bool = False
    """Whether it answered that nothing changed since; then there is no body."""
    at: datetime | None = None
    private: bool = False
    """Whether its host is one of an intranet."""
