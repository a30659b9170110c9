"""Addresses as pages write them: made whole, told apart from a front page; nothing is fetched."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

MAX_ADDRESS_CHARACTERS = 2_000
"""Of an address; a longer one is none."""
_WEB = re.compile(r"https?://[^\s/]+", re.IGNORECASE)


def article_address(written: str, base: str | None = None) -> str | None:
    """The address of an article as a whole; None for a front page, another scheme, or what is no
    address."""
    try:
        whole = urljoin(base or "", written.strip())
        parts = urlsplit(whole)
    except ValueError:
        return None
    if not _WEB.match(whole) or len(whole) > MAX_ADDRESS_CHARACTERS:
        return None
    return whole if parts.path.strip("/") or parts.query else None


def host(address: str | None) -> str:
    """The host of an address; "" without one."""
    try:
        return urlsplit(address or "").hostname or ""
    except ValueError:
        return ""
