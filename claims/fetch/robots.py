"""What robots.txt of a host allows (RFC 9309); it is fetched by client.py."""

from __future__ import annotations

from protego import Protego

PRODUCT = "onrecord"
"""The token by which robots.txt names this program."""
MAX_ROBOTS_BYTES = 500 * 1024


class Robots:
    """The rules of one origin."""

    def __init__(self, body: bytes) -> None:
        text = body[:MAX_ROBOTS_BYTES].decode("utf-8-sig", "replace").replace("\x00", "")
        self._rules = Protego.parse(text)

    def allows(self, url: str) -> bool:
        """Whether the address may be asked."""
        return bool(self._rules.can_fetch(url, PRODUCT))

    def delay_seconds(self) -> float:
        """What is asked to lie between two requests; 0 for nothing."""
        rate = self._rules.request_rate(PRODUCT)
        said = self._rules.crawl_delay(PRODUCT) or 0.0
        return max(float(said), rate.seconds / rate.requests if rate and rate.requests else 0.0)
