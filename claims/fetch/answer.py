"""One answer of a host, before it is known what it holds: its status in words, how long it asks to wait."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from claims.fetch.addresses import WebAddress
from claims.fetch.model import FetchError

_REDIRECTS = (301, 302, 303, 307, 308)
WAITS = (429, 503)
"""Statuses of a host that asks to come back later."""
_WORDS = {
    401: "asks for a login",
    402: "asks for money",
    403: "refuses to answer",
    404: "has no such page",
    410: "has taken the page down",
    429: "has been asked too often",
    451: "may not show it, for reasons of law",
}


class Answer:
    """Status, headers and body of one request."""

    def __init__(
        self, status: int, headers: dict[str, str], body: bytes, private: bool, *, conditional: bool
    ) -> None:
        self.status, self.headers, self.body, self.private = status, headers, body, private
        self.unchanged = status == 304 and conditional
        self.location = headers.get("location") if status in _REDIRECTS else None
        self.content_type = headers.get("content-type", "")

    def checked(self, address: WebAddress) -> Answer:
        """Itself where it can be read on; raises FetchError."""
        if self.unchanged or self.location is not None:
            return self
        if self.status != 200:
            raise FetchError(words(self.status), temporary=self.status >= 500)
        if not self.body.strip():
            raise FetchError("answered with nothing", temporary=True)
        return self


def words(status: int) -> str:
    """What a status says of the host."""
    words = _WORDS.get(status) or ("has trouble of its own" if status >= 500 else "cannot be read")
    return f"{status}: the host {words}"


def charset(content_type: str) -> str | None:
    """The encoding that a content type names."""
    found = re.search(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})", content_type, re.IGNORECASE)
    return found[1] if found else None


def retry_after(said: str | None) -> float | None:
    """Seconds until a host may be asked again, None where it does not say."""
    if not said:
        return None
    try:
        return max(0.0, float(said)) if re.fullmatch(r"\s*\d{1,9}\s*", said) else _until(said)
    except (ValueError, TypeError, OverflowError):
        return None


def _until(said: str) -> float:
    then = parsedate_to_datetime(said)
    then = then if then.tzinfo else then.replace(tzinfo=UTC)
    return max(0.0, (then - datetime.now(UTC)).total_seconds())
