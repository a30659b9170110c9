"""What a hostile host can do is one failure: in bounded time and memory, with the connection closed."""

from __future__ import annotations

import gzip
import socket
import time
import tracemalloc
from collections.abc import Callable
from itertools import count

import pytest

from claims.fetch.client import Client
from claims.fetch.model import FetchError, Limits, Manners
from tests.claims.fetch.site import Answer, raw, serving

LIMITS = Limits(
    total_seconds=1.5, silence_seconds=1.0, body_bytes=4 * 1024 * 1024, wait_seconds=1.0
)
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
MAX_KEPT_BYTES = 3 * LIMITS.body_bytes
"""Of memory that any of these may take on top."""


def failure(url: str) -> tuple[FetchError, float]:
    """Why an address gives nothing, and after how many seconds; its memory stays bounded."""
    client = Client(Manners(delay_seconds=0, allow_private=True), LIMITS)
    tracemalloc.start()
    began = time.monotonic()
    try:
        with pytest.raises(FetchError) as error:
            client.get(url)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < MAX_KEPT_BYTES
    return error.value, time.monotonic() - began


def _a_byte_now_and_then(first: bytes) -> Callable[[socket.socket], None]:
    def send(connection: socket.socket) -> None:
        connection.sendall(first)
        for _ in range(100):
            time.sleep(0.2)
            connection.sendall(b"x")

    return send


def _silent(connection: socket.socket) -> None:
    time.sleep(10)


def _endless_header(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in count():
        connection.sendall(b"X-%d: " % number + b"y" * 4096 + b"\r\n")


def _endless_hints(connection: socket.socket) -> None:
    while True:
        connection.sendall(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 100)


def _endless_body(connection: socket.socket) -> None:
    connection.sendall(OK + b"\r\n<html>")
    while True:
        connection.sendall(b"<p>The ferry to Harlen is late.</p>" * 1000)


def _endless_chunks(connection: socket.socket) -> None:
    connection.sendall(OK + b"Transfer-Encoding: chunked\r\n\r\n")
    while True:
        connection.sendall(b"1\r\nx\r\n" * 1000)


def _longer_than_it_says(connection: socket.socket) -> None:
    connection.sendall(OK + b"Content-Length: 10\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")


def _cut_off(connection: socket.socket) -> None:
    connection.sendall(OK + b"Content-Length: 1000\r\n\r\n<html>")


def _no_http(connection: socket.socket) -> None:
    connection.sendall(b"220 mail.gazette.example ESMTP\r\n")


def _large_by_its_own_word(connection: socket.socket) -> None:
    connection.sendall(OK + b"Content-Length: 99999999999\r\n\r\n")
    time.sleep(10)


@pytest.mark.parametrize(
    "send,what",
    [
        (_silent, "did not answer wholly within"),
        (_a_byte_now_and_then(b""), "did not answer wholly within"),
        (_a_byte_now_and_then(b"HTTP/1.1 200 OK\r\nX-A: "), "did not answer wholly within"),
        (_a_byte_now_and_then(OK + b"\r\n<html>"), "did not answer wholly within"),
        (_endless_header, "broke off"),
        (_endless_hints, "did not answer wholly within"),
        (_endless_body, "larger than 4 MB"),
        (_endless_chunks, "did not answer wholly within"),
        (_longer_than_it_says, "broke off"),
        (_cut_off, "broke off"),
        (_no_http, "broke off"),
        (_large_by_its_own_word, "larger than 4 MB"),
    ],
)
@pytest.mark.slow
def test_a_host_that_never_ends_is_left_at_the_deadline(
    send: Callable[[socket.socket], None], what: str
) -> None:
    """However it keeps the connection alive."""
    with raw(send) as port:
        error, seconds = failure(f"http://127.0.0.1:{port}/a")
    assert error.what.startswith(what), error.what
    assert seconds < LIMITS.total_seconds + 2


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_bomb_is_left_when_it_begins_to_grow(encoding: str) -> None:
    """A gigabyte in a megabyte is never unpacked."""
    import zlib

    zeros = b"\0" * (1024 * 1024)
    packer = zlib.compressobj(9, zlib.DEFLATED, 31 if encoding == "gzip" else 15)
    body = b"".join(packer.compress(zeros) for _ in range(1024)) + packer.flush()
    with serving({"/a": Answer(body, headers={"Content-Encoding": encoding})}) as site:
        error, seconds = failure(f"{site.url}/a")
    assert error.what == "larger than 4 MB" and seconds < 5


@pytest.mark.slow
def test_a_bomb_within_a_bomb_is_not_unpacked_twice() -> None:
    """What is left is no page."""
    body = gzip.compress(gzip.compress(b"\0" * 50_000_000))
    with serving({"/a": Answer(body, headers={"Content-Encoding": "gzip, gzip"})}) as site:
        assert "not asked for" in failure(f"{site.url}/a")[0].what


@pytest.mark.slow
@pytest.mark.parametrize("path", ["/robots.txt", "/.well-known/tdmrep.json"])
def test_a_file_of_a_hosts_own_that_never_ends_is_left_too(path: str) -> None:
    """robots.txt beyond its limit forbids everything; a list of reservations says nothing."""
    pages = {path: Answer(b"User-agent: *\n" * 200_000), "/a": b"<p>The ferry is late.</p>"}
    client = Client(Manners(delay_seconds=0, allow_private=True), LIMITS)
    with serving(pages) as site:
        if path == "/robots.txt":
            with pytest.raises(FetchError, match="asks not to"):
                client.get(f"{site.url}/a")
        else:
            assert client.get(f"{site.url}/a").reservation is None


@pytest.mark.slow
def test_a_robots_txt_of_nothing_but_stars_costs_no_time() -> None:
    """Patterns are matched in bounded time."""
    rules = "User-agent: *\n" + "\n".join(f"Disallow: /{'*a' * 60}b{n}" for n in range(2_000))
    client = Client(Manners(delay_seconds=0, allow_private=True), LIMITS)
    with serving({"/robots.txt": rules, f"/{'a' * 200}": b"<p>The ferry is late.</p>"}) as site:
        began = time.monotonic()
        assert client.get(f"{site.url}/{'a' * 200}").body
        assert time.monotonic() - began < 5


@pytest.mark.slow
def test_tls_that_is_never_shaken_hands_on_ends_at_the_deadline() -> None:
    """A byte now and then does not hold it open."""
    with raw(_a_byte_now_and_then(b"\x16\x03\x03")) as port:
        error, seconds = failure(f"https://127.0.0.1:{port}/a")
    assert error.temporary and seconds < LIMITS.total_seconds + 2
