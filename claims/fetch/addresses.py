"""Addresses as users and servers write them: checked, made plain, and shown without their secrets; nothing
is looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urljoin, urlsplit, urlunsplit

from claims.fetch.model import FetchError
from claims.ids import is_tracking
from claims.rules.lists import listed
from claims.rules.patterns import alternation

MAX_ADDRESS_CHARACTERS = 4_000
HIDDEN = "***"
_OTHER_NUMBER = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+))*\.?", re.IGNORECASE)
_FOUR_NUMBERS = re.compile(r"(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})")
_PORTS = {"http": 80, "https": 443}
FIRST_FREE_PORT = 1024
"""Below it only those of the web are asked: the others are mail, shells and the like."""
_PORTS_OF_OTHERS = frozenset(
    {1719, 1720, 1723, 2049, 3306, 3659, 4045, 4190, 5060, 5061, 5432, 6000, 6379, 6566, 6679, 6697}
    | {10080, 11211, 27017, *range(6665, 6670)}
)  # fmt: skip
"""Those of the free ones on which browsers open no page, and those of databases."""
_SECRET = re.compile(alternation(listed("addresses", "secret_parameters")), re.IGNORECASE)
_SECRET_IF_LONG = re.compile(
    alternation(listed("addresses", "long_secret_parameters")), re.IGNORECASE
)
MIN_SECRET_CHARACTERS = 16
"""Of the value of a parameter whose name alone does not make it a secret."""


@dataclass(frozen=True)
class WebAddress:
    """An address that may be asked, as far as its letters tell."""

    url: str
    """In ASCII, without fragment and user."""
    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> str:
        """Scheme, host and port, as robots.txt and politeness go by."""
        named = f"[{self.host}]" if ":" in self.host else self.host
        own = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{named}{own}"


def web_address(text: str, base: str | None = None) -> WebAddress:
    """The address, whole where base is the page that holds it; raises FetchError where it may not be
    asked."""
    try:
        written = urljoin(base or "", text.strip())
        parts = urlsplit(written)
        port, host = parts.port, parts.hostname
        user = "@" in parts.netloc
    except ValueError:
        raise FetchError("no address", "check how it is written") from None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        raise FetchError(f"an address of {scheme or 'no scheme'}", "only http and https are asked")
    if len(written) > MAX_ADDRESS_CHARACTERS or re.search(r"[\x00-\x1f\x7f\\]", written):
        raise FetchError("no address", "check how it is written")
    if user:
        raise FetchError("an address with a user or a password in it", "take them out")
    if not host:
        raise FetchError("an address without a host", "check how it is written")
    plain = _ascii_host(host)
    number = port or _PORTS[scheme]
    _check_port(number)
    found = WebAddress("", scheme, plain, number)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]{}|^`")
    tail = path + (f"?{query}" if parts.query else "")
    return WebAddress(found.origin + tail, scheme, plain, number)


def _check_port(port: int) -> None:
    if port not in _PORTS.values() and (port < FIRST_FREE_PORT or port in _PORTS_OF_OTHERS):
        raise FetchError(f"port {port}, on which no pages are served", "ask for it by hand")


def _ascii_host(host: str) -> str:
    """The host as it is looked up, so that letters that only look alike do not; raises FetchError."""
    import idna

    if ":" in host:
        if "%" in host:
            raise FetchError(
                "an address of one machine's own network", "only public hosts are asked"
            )
        return host.lower()
    try:
        plain = host if host.isascii() else idna.encode(host, uts46=True).decode()
    except (idna.IDNAError, UnicodeError):
        raise FetchError("a host's name that cannot be", "check how it is written") from None
    plain = plain.lower().rstrip(".")
    if not re.fullmatch(r"[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_])?", plain) or ".." in plain:
        raise FetchError("a host's name that cannot be", "check how it is written")
    if _OTHER_NUMBER.fullmatch(plain) and not _FOUR_NUMBERS.fullmatch(plain):
        raise FetchError(
            "a number that hides which host it is", "write it as four numbers, or its name"
        )
    return plain


def shown_address(text: str) -> str:
    """An address as every message, list and stored article shows it: without user, password, tokens and
    fragment, its host in ASCII."""
    try:
        parts = urlsplit(text.strip())
        host = parts.netloc.rpartition("@")[2]
        with_name = parts.hostname or ""
    except ValueError:
        return HIDDEN if "@" in text else text
    if with_name and not with_name.isascii():
        import idna

        try:
            host = host.replace(host.split(":")[0], idna.encode(with_name, uts46=True).decode())
        except (idna.IDNAError, UnicodeError):
            host = host.encode("ascii", "backslashreplace").decode()
    pieces = [_shown_parameter(piece) for piece in parts.query.split("&")] if parts.query else []
    return urlunsplit((parts.scheme, host, parts.path, "&".join(pieces), ""))


def _shown_parameter(piece: str) -> str:
    name, equals, _ = piece.partition("=")
    return f"{name}={HIDDEN}" if equals and _is_secret(piece) else piece


def without_secrets(address: str) -> str:
    """The address as an article keeps it: without parameters that are secrets, or that only count readers."""
    parts = urlsplit(address)
    pieces = [piece for piece in parts.query.split("&") if piece]
    kept = [piece for piece in pieces if not _is_secret(piece) and not is_tracking(piece)]
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, "&".join(kept), ""))


def _is_secret(piece: str) -> bool:
    (name, value), *_ = [*parse_qsl(piece, keep_blank_values=True), ("", "")]
    if not value:
        return False
    return bool(_SECRET.search(name)) or (
        len(value) >= MIN_SECRET_CHARACTERS and bool(_SECRET_IF_LONG.fullmatch(name))
    )
