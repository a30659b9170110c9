"""Addresses as pages write them: made whole, told apart from a front page; nothing is fetched."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from claims.page_key import site

MAX_ADDRESS_CHARACTERS = 2_000
"""Of an address; a longer one is none."""
_WEB = re.compile(r"https?://[^\s/]+", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether what was typed is an address on the web and no file."""
    return bool(re.match(r"\s*https?://", text, re.IGNORECASE))


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


def same_site(left: str, right: str) -> bool:
    """Whether two addresses are surely one site's: one host, but for the forms that a site gives telephones."""
    one, other = (site(host(address)) for address in (left, right))
    return bool(one) and one == other


def host(address: str | None) -> str:
    """The host of an address; "" without one."""
    try:
        return urlsplit(address or "").hostname or ""
    except ValueError:
        return ""
