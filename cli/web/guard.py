"""What every request passes before anything is looked up: whose name it is sent to, and whether it may
ask; and the headers that every answer has."""

from __future__ import annotations

import hmac
import ipaddress
import platform
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request, cookie_parser
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "onrecord"
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "private, no-cache",
    "vary": "Accept, Cookie, Authorization",
}
OPEN_PATHS = ("/sign-in", "/static/")
"""What is shown without a token: how to give it."""
STRANGE = "This page is not served under this name; `onrecord serve --name` adds one.\n"
STRANGE_STATUS = 421
"""Misdirected Request."""
LOCAL_NAMES = ("localhost", "ip6-localhost")


@dataclass(frozen=True)
class Gate:
    """Who may ask: names under which the page is reached, and the token, None where none is asked."""

    names: tuple[str, ...] = ()
    token: str | None = field(default=None, repr=False)

    def knows(self, host: str) -> bool:
        """Whether the page is reached under this name: its own, or a number. A name that a stranger
        lets point at this machine is neither."""
        name = _without_port(host)
        return name in self._known or _is_number(name)

    @property
    def _known(self) -> tuple[str, ...]:
        own = (*LOCAL_NAMES, platform.node(), *self.names)
        return tuple(name.casefold() for name in own)

    def admits(self, headers: Headers) -> bool:
        """Whether a request holds the token, or none is asked; no length of time tells how much of it
        was right."""
        if self.token is None:
            return True
        scheme, _, given = headers.get("authorization", "").partition(" ")
        bearer = scheme.casefold() == "bearer" and _same(given.strip(), self.token)
        return _same(_cookie(headers), self.pass_for_cookie()) or bearer

    def is_token(self, given: str) -> bool:
        """Whether this is the token."""
        return self.token is not None and _same(given, self.token)

    def pass_for_cookie(self) -> str:
        """What the cookie holds: made from the token, and not the token itself."""
        return hmac.new((self.token or "").encode(), b"onrecord cookie", sha256).hexdigest()


class Guard:
    """Refuses strangers, asks for the token, and gives every answer its headers."""

    def __init__(self, app: ASGIApp, gate: Gate, ask: Callable[[Request], Response]) -> None:
        self._app, self._gate, self._ask = app, gate, ask

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._behind_the_gate(Request(scope))(scope, receive, with_headers)

    def _behind_the_gate(self, request: Request) -> ASGIApp:
        if not self._gate.knows(request.headers.get("host", "")):
            return PlainTextResponse(STRANGE, STRANGE_STATUS)
        is_admitted = is_open(request.scope["path"]) or self._gate.admits(request.headers)
        return self._app if is_admitted else self._ask(request)


def is_open(path: str) -> bool:
    """Whether an address is answered to everybody."""
    return path == OPEN_PATHS[0] or path.startswith(OPEN_PATHS[1])


def _same(a: str, b: str) -> bool:
    return hmac.compare_digest(a.encode(), b.encode())


def _cookie(headers: Headers) -> str:
    return cookie_parser("; ".join(headers.getlist("cookie"))).get(COOKIE, "")


def _without_port(host: str) -> str:
    """The name alone, of an address of numbers too."""
    if host.startswith("["):
        return host[1:].partition("]")[0].casefold()
    return host.partition(":")[0].rstrip(".").casefold()


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
