"""How this user asks the network: contact, pace, intranet, ground; nothing is loaded before the first address."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.errors import UsageError
from cli.config import config_path, section

if TYPE_CHECKING:
    from claims.fetch.memory import Memory
    from claims.fetch.model import Manners
    from claims.fetch.web import Web as LoadedWeb
    from claims.read.options import Item, ReadOptions, Wanted

VARIABLE = "ONRECORD_CONTACT"
RESEARCH = "research"
"""The ground that --research states: text and data mining for scientific research."""
MIN_DELAY_SECONDS = 1.0
"""Between two requests to a public host, which no option shortens."""


def contact() -> tuple[str | None, str]:
    """How operators of the hosts that are asked reach the user, and what decided it; raises UsageError."""
    for value, source in (
        (os.environ.get(VARIABLE), VARIABLE),
        (section("fetch").get("contact"), str(config_path())),
    ):
        if value and value.strip():
            if not re.fullmatch(r"[!-'*-~]{3,200}", value.strip()):
                raise UsageError(
                    f"{source}: a contact is one address of mail or web, as desk@gazette.example"
                )
            return value.strip(), source
    return None, "default"


@dataclass(frozen=True)
class Web:
    """What asks addresses, made when the first is to be asked."""

    research: bool = False
    allow_private: bool = False
    delay_seconds: float = MIN_DELAY_SECONDS

    def __post_init__(self) -> None:
        """Raises UsageError on a pace that is no good manners."""
        if self.delay_seconds < (0 if self.allow_private else MIN_DELAY_SECONDS):
            raise UsageError(
                f"--delay: a host is asked once in {MIN_DELAY_SECONDS:.0f} s at most; less only with --allow-private"
            )

    def read(self, wanted: Iterable[Wanted], options: ReadOptions) -> Iterator[Item]:
        """What the addresses give."""
        return self.loaded().read(wanted, options)

    def loaded(self, memory: Memory | None = None) -> LoadedWeb:
        """The same for one run, which remembers what it visits; raises UsageError on a contact that is none."""
        from claims.fetch.client import Client
        from claims.fetch.web import Web as LoadedWeb

        return LoadedWeb(Client(self._manners()), memory)

    def _manners(self) -> Manners:
        from claims.fetch.model import Manners

        ground = RESEARCH if self.research else None
        return Manners(contact()[0], self.delay_seconds, self.allow_private, ground)
