"""The server itself: a place that is free, the way a browser opens it, and its end."""

from __future__ import annotations

import errno
import ipaddress
import socket
import threading
import webbrowser
from contextlib import suppress
from typing import TYPE_CHECKING

import uvicorn

from claims.errors import UsageError
from cli import diagnostics

if TYPE_CHECKING:
    from starlette.types import ASGIApp

SECONDS_TO_END = 3
"""Given to answers that are being read when the server is stopped."""


def is_local(host: str) -> bool:
    """Whether only this machine reaches a host."""
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def bound(host: str, port: int) -> socket.socket:
    """A socket at the place; raises UsageError where it is taken or is none of this machine."""
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(place)
        listening.listen()  # who follows the address that is said meanwhile waits, and is not refused
    except socket.gaierror as error:
        raise UsageError(f"--host: {host!r} is no address of this machine") from error
    except OSError as error:
        raise UsageError(_why(error, host, port)) from error
    return listening


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"port {port} on {host} is taken, perhaps by another `onrecord serve`; "
            "choose another with --port, or --port 0 for any that is free"
        )
    if error.errno == errno.EACCES:
        return f"port {port} needs an administrator's rights; choose one from 1024 on with --port"
    return f"{host} port {port}: {error.strerror or error}; choose another with --host or --port"


def address(listening: socket.socket) -> str:
    """How a browser on this machine reaches the socket."""
    host, port = listening.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def server(app: ASGIApp) -> uvicorn.Server:
    """What serves; nothing that is asked is written down."""
    config = uvicorn.Config(
        app, access_log=False, log_config=None, log_level="critical", ws="none", server_header=False,
        proxy_headers=False, timeout_graceful_shutdown=SECONDS_TO_END,
    )  # fmt: skip
    return uvicorn.Server(config)


def run(app: ASGIApp, listening: socket.socket, *, open_browser: bool = False) -> None:
    """Serves until somebody stops it; that is no failure."""
    running = server(app)
    if open_browser:
        threading.Thread(target=_open, args=(running, address(listening)), daemon=True).start()
    with suppress(KeyboardInterrupt):
        running.run(sockets=[listening])
    diagnostics.note("stopped")


def _open(running: uvicorn.Server, where: str) -> None:
    """Opens the page once it is there."""
    pause = threading.Event()
    while not running.started and not running.should_exit:
        pause.wait(0.05)
    if running.started and not webbrowser.open(where):
        diagnostics.note(f"no browser could be opened; the page is at {where}")
