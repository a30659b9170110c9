"""What an address answers: robots.txt and reservations heeded, redirects followed under the same rules, a host's
wish to wait obeyed."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from claims.fetch import tdm
from claims.fetch.addresses import WebAddress, shown_address, web_address
from claims.fetch.answer import WAITS, Answer, charset, retry_after, words
from claims.fetch.body import whole
from claims.fetch.model import Fetched, FetchError, Limits, Manners, Reservation, Validators
from claims.fetch.network import Resolver, asked, look_up
from claims.fetch.once import Once, Way
from claims.fetch.pace import Pace
from claims.fetch.robots import MAX_ROBOTS_BYTES, PRODUCT, Robots

ACCEPT = (
    "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/feed+json,"
    "application/pdf;q=0.9,*/*;q=0.5"
)
MAX_TRIES = 3
"""Of one address whose host asks to wait a little."""
SHORT_WAIT_SECONDS = 5.0
"""Where a host is busy and does not say how long."""


class Client:
    """Asks addresses; one serves any number of threads."""

    def __init__(
        self, manners: Manners, limits: Limits | None = None, resolver: Resolver | None = None
    ) -> None:
        self.manners, self.limits = manners, limits or Limits()
        self._resolver: Resolver = resolver or look_up
        self.pace = Pace(manners.delay_seconds, self.limits.wait_seconds)
        self._robots: Once[Robots] = Once(self._fetch_robots)
        self._rules: Once[list[Any]] = Once(self._fetch_rules)

    def get(
        self, url: str, validators: Validators | None = None, *, from_private: bool = True
    ) -> Fetched:
        """What the address answers, in the end; raises FetchError.

        from_private: the user or a host of the intranet names it; what a public host names never leads
        into an intranet.
        """
        address, private = web_address(url), from_private
        for _ in range(self.limits.redirects + 1):
            way = Way(address, self.manners.allow_private and private)
            self._check_robots(way)
            answer = self._patiently(way, validators)
            if answer.location is None:
                return self._checked(answer, way)
            address, private = _next(answer.location, address), answer.private
        raise FetchError(f"redirected more than {self.limits.redirects} times")

    def close(self) -> None:
        """Lets nobody wait any more."""
        self.pace.stop.set()

    def _check_robots(self, way: Way) -> None:
        robots, address = self._robots.of(way), way.address
        if not robots.allows(address.url):
            raise FetchError(
                f"robots.txt of {address.host} asks not to", "save the page by hand, and name it"
            )
        delay = robots.delay_seconds()
        if delay > self.limits.wait_seconds:
            raise FetchError(
                f"robots.txt of {address.host} asks for {delay:.0f} s between two requests"
            )
        self.pace.slow_down(address.origin, delay)

    def _checked(self, answer: Answer, way: Way) -> Fetched:
        """What was answered, unless its publisher reserves mining; raises FetchError."""
        html = "html" in answer.content_type or answer.body[:512].lstrip()[:1] == b"<"
        said = (
            (tdm.of_page(answer.body) if html else None)
            or tdm.of_header(answer.headers)
            or tdm.of_file(self._rules.of(way), way.address.url)
        )
        if said and said.reserved and not self.manners.ground:
            raise FetchError(
                _reserved(said),
                "with research as your ground to go on, say --research",
                reserved=True,
            )
        return Fetched(
            way.address.url,
            answer.body,
            answer.content_type.partition(";")[0].strip().lower(),
            charset(answer.content_type),
            Validators(answer.headers.get("etag"), answer.headers.get("last-modified")),
            said,
            answer.unchanged,
            datetime.now(UTC),
            answer.private,
        )

    def _patiently(self, way: Way, validators: Validators | None) -> Answer:
        """An answer, after the waiting that the host asks for; raises FetchError."""
        address = way.address
        for attempt in range(1, MAX_TRIES + 1):
            with self.pace.turn(address.origin):
                answer = self._once(way, self.limits.body_bytes, validators)
            if answer.status not in WAITS:
                return answer.checked(address)
            seconds = retry_after(answer.headers.get("retry-after")) or SHORT_WAIT_SECONDS * attempt
            self.pace.leave_alone(address.origin, seconds)
            if seconds > self.limits.wait_seconds:
                break
        raise FetchError(
            f"{words(answer.status)}; {address.host} asks to be left alone for {seconds:.0f} s",
            "ask again then", temporary=True, wait_seconds=seconds,
        )  # fmt: skip

    def _once(self, way: Way, max_bytes: int, validators: Validators | None = None) -> Answer:
        with asked(
            way.address,
            self._headers(validators),
            resolver=self._resolver,
            limits=self.limits,
            allow_private=way.allow_private,
        ) as (response, private):
            headers = {
                name.decode("ascii", "replace").lower(): value.decode("latin-1")
                for name, value in reversed(response.headers)
            }
            body = b""
            if response.status == 200:
                _check_length(headers.get("content-length"), max_bytes)
                body = whole(response.iter_stream(), headers.get("content-encoding", ""), max_bytes)
            return Answer(
                response.status, headers, body, private, conditional=validators is not None
            )

    def _headers(self, validators: Validators | None) -> list[tuple[str, str]]:
        headers = [
            ("User-Agent", agent(self.manners.contact)),
            ("Accept", ACCEPT),
            ("Accept-Encoding", "gzip"),
            ("Connection", "close"),
        ]
        if validators and validators.etag:
            headers.append(("If-None-Match", validators.etag))
        if validators and validators.modified:
            headers.append(("If-Modified-Since", validators.modified))
        return headers

    def _fetch_robots(self, way: Way) -> Robots:
        """The rules of an origin; raises FetchError where they cannot be had, for then nothing may be
        asked."""
        try:
            answer = self._file(way, "/robots.txt", MAX_ROBOTS_BYTES)
        except FetchError as error:
            if error.what.startswith("larger"):
                return Robots(b"User-agent: *\nDisallow: /")
            raise
        if answer.status >= 500 or answer.status == 429:
            raise FetchError(
                f"robots.txt of {way.address.host} cannot be read ({answer.status}), so nothing there is asked",
                "try again later", temporary=True, wait_seconds=retry_after(answer.headers.get("retry-after")) or 0,
            )  # fmt: skip
        return Robots(answer.body if answer.status == 200 else b"")

    def _fetch_rules(self, way: Way) -> list[Any]:
        try:
            answer = self._file(way, tdm.PATH, tdm.MAX_FILE_BYTES)
        except FetchError:
            return []
        return tdm.rules_of(answer.body) if answer.status == 200 else []

    def _file(self, way: Way, path: str, max_bytes: int) -> Answer:
        """A file of a host's own about itself, for which it need not be given time."""
        at, host = replace(way, address=web_address(way.address.origin + path)), way.address.host
        for _ in range(self.limits.redirects + 1):
            answer = self._once(at, max_bytes)
            if answer.location is None:
                return answer
            at = Way(_next(answer.location, at.address), way.allow_private and answer.private)
        raise FetchError(f"{path} of {host} is redirected too often")


def agent(contact: str | None) -> str:
    """The name under which hosts are asked."""
    try:
        number = version("onrecord")
    except PackageNotFoundError:
        number = "0"
    plain = re.sub(r"[^!-'*-~ ]", "", contact or "").strip()[:200]
    return f"{PRODUCT}/{number}" + (f" (+{plain})" if plain else "")


def _next(location: str, address: WebAddress) -> WebAddress:
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode()
    try:
        return web_address(location, address.url)
    except FetchError as error:
        raise FetchError(
            f"redirected to {shown_address(location)[:200]}: {error.what}", error.next_step
        ) from None


def _reserved(said: Reservation) -> str:
    policy = f"; its policy: {shown_address(said.policy)}" if said.policy else ""
    return f"its publisher reserves text and data mining ({said.source}{policy})"


def _check_length(said: str | None, max_bytes: int) -> None:
    if said and said.strip().isdecimal() and int(said[:20]) > max_bytes:
        raise FetchError(
            f"larger than {max_bytes / 1024 / 1024:.0f} MB", "save it, and name the file"
        )
