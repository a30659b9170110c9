"""One request over one connection: the name is looked up once, every address that comes back must be public, and
the connection goes to that very one, until a deadline."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from threading import Thread
from typing import Any

import httpcore2

from claims.fetch.addresses import WebAddress
from claims.fetch.model import FetchError, Limits
from claims.fetch.public import refusal

Resolver = Callable[[str, int], list[str]]
MAX_LOOKUP_SECONDS = 15.0
MAX_TRIED = 4
"""Of the addresses of one host."""


def look_up(host: str, port: int) -> list[str]:
    """The addresses of a host, in the order of the system; raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Deadline:
    """The time until which a request must be answered wholly."""

    def __init__(self, limits: Limits) -> None:
        self._end = time.monotonic() + limits.total_seconds
        self._silence = limits.silence_seconds

    def left(self) -> float:
        """Seconds that the next step may take; raises the library's timeout where none are left."""
        rest = self._end - time.monotonic()
        if rest <= 0:
            raise httpcore2.ReadTimeout("deadline")
        return min(rest, self._silence)


class _Stream(httpcore2.NetworkStream):
    """A connection of which no step outlasts the deadline: a byte now and then does not hold it open."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        # The name that was asked for, though the connection goes to an address.
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _Stream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Guard(httpcore2.NetworkBackend):
    """Connects to public addresses alone; whatever the library asks for comes through here."""

    def __init__(self, resolver: Resolver, deadline: Deadline, *, allow_private: bool) -> None:
        self._resolver, self._deadline, self._allow = resolver, deadline, allow_private
        self.private = False
        """Whether the host is one of an intranet."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        failed: Exception = httpcore2.ConnectError("no address")
        for address in self._addresses(host, port)[:MAX_TRIED]:
            try:
                stream = httpcore2.SyncBackend().connect_tcp(
                    address, port, self._deadline.left(), None, socket_options
                )
                return _Stream(stream, self._deadline)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
        raise failed

    def _addresses(self, host: str, port: int) -> list[str]:
        addresses = _in_time(self._resolver, host, port)
        for address in addresses:
            # One of several is enough: who names a private one beside a public one means no good.
            if why := refusal(address, allow_private=self._allow):
                step = "only public hosts are asked"
                own = why == "a private address"
                raise FetchError(
                    f"{why} ({address})",
                    f"{step}; --allow-private for an intranet" if own else step,
                )
            self.private = self.private or refusal(address) is not None
        return addresses


def _in_time(resolver: Resolver, host: str, port: int) -> list[str]:
    """What a name is looked up to; a server of names that does not answer holds nobody up."""
    found: list[str] = []
    errors: list[Exception] = []

    def look() -> None:
        try:
            found.extend(resolver(host, port))
        except (OSError, UnicodeError) as error:
            errors.append(error)

    thread = Thread(target=look, daemon=True)
    thread.start()
    thread.join(MAX_LOOKUP_SECONDS)
    if not found:
        raise FetchError(f"no host of that name ({host})", "check the address", temporary=True)
    return list(found)


@contextmanager
def asked(
    address: WebAddress,
    headers: list[tuple[str, str]],
    *,
    resolver: Resolver,
    limits: Limits,
    allow_private: bool,
) -> Iterator[tuple[httpcore2.Response, bool]]:
    """The answer of an address, its body still to be read, and whether its host is one of an intranet; raises
    FetchError."""
    guard = _Guard(resolver, Deadline(limits), allow_private=allow_private)
    pool = httpcore2.ConnectionPool(
        ssl_context=_trust(), max_connections=1, max_keepalive_connections=0, network_backend=guard
    )
    with _said(limits), pool, pool.stream("GET", address.url, headers=headers) as response:
        yield response, guard.private


@cache
def _trust() -> ssl.SSLContext:
    """The authorities that the system trusts, or those of SSL_CERT_FILE."""
    return httpcore2.default_ssl_context()


@contextmanager
def _said(limits: Limits) -> Iterator[None]:
    """What the library raises, in words."""
    try:
        yield
    except httpcore2.TimeoutException:
        raise FetchError(
            f"did not answer wholly within {limits.total_seconds:.0f} s ({limits.silence_seconds:.0f} s of silence)",
            "try again later",
            temporary=True,
        ) from None
    except httpcore2.ConnectError as error:
        why = " ".join(str(error).split())
        if "CERTIFICATE" in why.upper():
            raise FetchError(f"its certificate cannot be trusted ({_short(why)})") from None
        raise FetchError(
            f"cannot be reached ({_short(why)})", "try again later", temporary=True
        ) from None
    except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError) as error:
        why = _short(str(error)) or type(error).__name__
        raise FetchError(f"broke off ({why})", "try again later", temporary=True) from None


def _short(why: str) -> str:
    return why.partition("] ")[2][:100] or why[:100]
