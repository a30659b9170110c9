"""A site on this machine, in this process: pages by path, what was asked of it, and answers that no honest server
gives."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

TLS = Path(__file__).parents[2] / "data" / "tls"


@dataclass
class Answer:
    """What a path answers."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Asked:
    """One request, as it came."""

    path: str
    headers: dict[str, str]
    at: float


Page = bytes | str | Answer | Callable[[Asked], Answer]


@dataclass
class Site:
    """The pages of a site and what was asked of it."""

    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    url: str = ""
    port: int = 0

    def paths(self) -> list[str]:
        """What was asked for, but for what a host says of itself."""
        own = ("/robots.txt", "/.well-known/tdmrep.json")
        return [asked.path for asked in self.asked if asked.path not in own]

    def answer(self, asked: Asked) -> Answer:
        """What is answered; 404 where there is no page."""
        self.asked.append(asked)
        page = self.pages.get(asked.path, Answer(b"no", 404))
        if callable(page):
            page = page(asked)
        if isinstance(page, str):
            page = page.encode()
        return (
            Answer(page, headers={"Content-Type": "text/html"}) if isinstance(page, bytes) else page
        )


@contextmanager
def serving_at(host: str, site: Site) -> Iterator[int]:
    """The same site under another address of this machine; its port there."""
    server = ThreadingHTTPServer((host, 0), _handler(site))
    server.daemon_threads = True
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def serving(pages: dict[str, Page] | None = None, *, tls: bool = False) -> Iterator[Site]:
    """A site that answers until the block ends."""
    site = Site(dict(pages or {}))
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site))
    server.daemon_threads = True
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(TLS / "gazette.pem")
        server.socket = context.wrap_socket(server.socket, server_side=True)
    site.port = server.server_address[1]
    site.url = f"http{'s' * tls}://127.0.0.1:{site.port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            import time

            answer = site.answer(Asked(self.path, dict(self.headers), time.monotonic()))
            self.send_response(answer.status)
            headers = {"Content-Length": str(len(answer.body))} | answer.headers
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            if answer.status != 304:
                self.wfile.write(answer.body)

        def log_message(self, *_: Any) -> None:
            return None

    return Handler


@contextmanager
def listening() -> Iterator[tuple[int, list[bytes]]]:
    """A port of this machine, and what came to it: an empty list proves that nobody did."""
    with _accepting(
        lambda connection, came: came.append(_first(connection) or b"connected")
    ) as found:
        yield found


@contextmanager
def raw(send: Callable[[socket.socket], None]) -> Iterator[int]:
    """A port that answers robots.txt with 404 and everything else as told, byte by byte."""

    def answer(connection: socket.socket, came: list[bytes]) -> None:
        request = _first(connection)
        came.append(request)
        if b" /robots.txt " in request or b" /.well-known/" in request:
            connection.sendall(b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")
        else:
            send(connection)

    with _accepting(answer) as (port, _):
        yield port


@contextmanager
def _accepting(
    serve: Callable[[socket.socket, list[bytes]], None],
) -> Iterator[tuple[int, list[bytes]]]:
    server = socket.create_server(("127.0.0.1", 0))
    came: list[bytes] = []

    def one(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            serve(connection, came)

    def accept() -> None:
        with suppress(OSError):
            while True:
                Thread(target=one, args=(server.accept()[0],), daemon=True).start()

    Thread(target=accept, daemon=True).start()
    try:
        yield server.getsockname()[1], came
    finally:
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
        server.close()


def _first(connection: socket.socket) -> bytes:
    connection.settimeout(2)
    with suppress(OSError):
        return connection.recv(65536)
    return b""
