"""What a host is asked for and what comes of its answers: manners, redirects, the very address that was looked up."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from claims.fetch.client import Client
from claims.fetch.model import Manners, Validators
from tests.claims.fetch.asking import PAGE, asking, refused
from tests.claims.fetch.site import Answer, Asked, Page


def test_a_page_is_asked_for_once_with_a_plain_agent_and_no_cookies() -> None:
    """robots.txt first; a cookie that is set is not sent back."""
    manners = Manners("desk@gazette.example", 0, True)
    cookie = Answer(PAGE, headers={"Set-Cookie": "id=7"})
    with asking({"/a": cookie, "/b": cookie}, manners) as (site, client):
        assert client.get(f"{site.url}/a").body == PAGE
        client.get(f"{site.url}/b")
    assert [asked.path for asked in site.asked] == [
        "/robots.txt",
        "/a",
        "/.well-known/tdmrep.json",
        "/b",
    ]
    agent = site.asked[1].headers["User-Agent"]
    assert agent.startswith("onrecord/") and agent.endswith(" (+desk@gazette.example)")
    assert not any("Cookie" in asked.headers or "Referer" in asked.headers for asked in site.asked)


def test_robots_txt_is_obeyed_and_said() -> None:
    """Longest match, for every agent or this one by name."""
    robots = (
        "User-agent: *\nDisallow: /\n\nUser-agent: onrecord\nDisallow: /news\nAllow: /news/open\n"
    )
    with asking({"/robots.txt": robots, "/news/a": PAGE, "/news/open": PAGE}) as (site, client):
        assert refused(client, f"{site.url}/news/a").what == "robots.txt of 127.0.0.1 asks not to"
        assert client.get(f"{site.url}/news/open").body == PAGE
    assert site.paths() == ["/news/open"]


@pytest.mark.parametrize(
    "status,asked", [(404, True), (403, True), (500, False), (503, False), (429, False)]
)
def test_without_robots_txt_a_host_is_asked_and_with_a_broken_one_it_is_not(
    status: int, asked: bool
) -> None:
    """As RFC 9309 has it."""
    with asking({"/robots.txt": Answer(b"x", status), "/a": PAGE}) as (site, client):
        if asked:
            assert client.get(f"{site.url}/a").body == PAGE
        else:
            error = refused(client, f"{site.url}/a")
            assert f"cannot be read ({status})" in error.what and error.temporary
    assert site.paths() == (["/a"] if asked else [])


def test_crawl_delay_lies_between_two_requests() -> None:
    """More than anybody waits is a refusal."""
    with asking({"/robots.txt": "User-agent: *\nCrawl-delay: 0.4", "/a": PAGE, "/b": PAGE}) as (
        site,
        client,
    ):
        client.get(f"{site.url}/a")
        client.get(f"{site.url}/b")
    first, second = (asked.at for asked in site.asked if asked.path in ("/a", "/b"))
    assert second - first >= 0.4
    with asking({"/robots.txt": "User-agent: *\nCrawl-delay: 900", "/a": PAGE}) as (site, client):
        assert "asks for 900 s" in refused(client, f"{site.url}/a").what


def test_a_host_is_given_time_between_two_pages() -> None:
    """Even where it asks for none."""
    with asking({"/a": PAGE, "/b": PAGE}, Manners(delay_seconds=0.3, allow_private=True)) as (
        site,
        client,
    ):
        client.get(f"{site.url}/a")
        client.get(f"{site.url}/b")
    first, second = (asked.at for asked in site.asked if asked.path in ("/a", "/b"))
    assert second - first >= 0.3


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_asks_to_wait_is_asked_again_then(status: int) -> None:
    """By seconds or by date."""
    answers = [Answer(b"", status, {"Retry-After": "1"}), Answer(PAGE)]
    with asking({"/a": lambda _: answers.pop(0)}) as (site, client):
        assert client.get(f"{site.url}/a").body == PAGE
    first, second = (asked.at for asked in site.asked if asked.path == "/a")
    assert second - first >= 1


def test_a_host_that_asks_for_long_is_left_alone_with_all_its_pages() -> None:
    """The rest of them are not even asked."""
    then = format_datetime(datetime.now(UTC) + timedelta(hours=1))
    with asking({"/a": Answer(b"", 429, {"Retry-After": then}), "/b": PAGE}) as (site, client):
        error = refused(client, f"{site.url}/a")
        assert "429" in error.what and 3500 < error.wait_seconds <= 3600 and error.temporary
        assert "asks to be left alone" in refused(client, f"{site.url}/b").what
    assert site.paths() == ["/a"]


@pytest.mark.parametrize(
    "status,words",
    [
        (404, "has no such page"),
        (410, "taken the page down"),
        (403, "refuses"),
        (401, "a login"),
        (500, "trouble"),
    ],
)
def test_a_status_is_said_in_words(status: int, words: str) -> None:
    """And whether asking later may help."""
    with asking({"/a": Answer(b"x", status)}) as (site, client):
        error = refused(client, f"{site.url}/a")
    assert str(status) in error.what and words in error.what
    assert error.temporary is (status == 500)


def test_redirects_are_followed_to_the_address_that_answers() -> None:
    """A relative one too."""
    pages: dict[str, Page] = {
        "/a": Answer(status=301, headers={"Location": "/b?x=1"}),
        "/b?x=1": Answer(status=307, headers={"Location": "c"}),
        "/c": PAGE,
    }
    with asking(pages) as (site, client):
        assert client.get(f"{site.url}/a").address == f"{site.url}/c"


def test_redirects_have_an_end() -> None:
    """A host that sends in circles is left."""
    with asking({"/a": Answer(status=302, headers={"Location": "/a"})}) as (site, client):
        assert refused(client, f"{site.url}/a").what == "redirected more than 8 times"


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "gopher://x/", "http://u:p@x.example/", "http://0x7f.1/"]
)
def test_a_redirect_is_an_address_like_any_other(location: str) -> None:
    """What may not be asked may not be redirected to."""
    with asking({"/a": Answer(status=302, headers={"Location": location})}) as (site, client):
        assert refused(client, f"{site.url}/a").what.startswith("redirected to ")
    assert site.paths() == ["/a"]


def test_a_second_request_is_conditional() -> None:
    """What did not change has no body."""

    def page(asked: Asked) -> Answer:
        same = asked.headers.get("If-None-Match") == '"7"'
        return Answer(
            b"" if same else PAGE, 304 if same else 200, {"ETag": '"7"', "Last-Modified": "Mon"}
        )

    with asking({"/a": page}) as (site, client):
        first = client.get(f"{site.url}/a")
        assert first.validators == Validators('"7"', "Mon")
        second = client.get(f"{site.url}/a", first.validators)
        assert second.unchanged and not second.body and second.validators == first.validators
    assert site.asked[-1].headers["If-Modified-Since"] == "Mon"


def test_an_answer_may_be_packed() -> None:
    """With gzip, which is asked for."""
    packed = Answer(gzip.compress(PAGE), headers={"Content-Encoding": "gzip"})
    with asking({"/a": packed}) as (site, client):
        assert client.get(f"{site.url}/a").body == PAGE


@pytest.mark.parametrize("encoding", ["br", "gzip, gzip", "zstd"])
def test_an_answer_packed_otherwise_is_refused(encoding: str) -> None:
    """It was not asked for."""
    with asking({"/a": Answer(PAGE, headers={"Content-Encoding": encoding})}) as (site, client):
        assert "packed in a way that was not asked for" in refused(client, f"{site.url}/a").what


def _reserving(where: str) -> dict[str, Page]:
    pages: dict[str, Page] = {"/a": PAGE}
    if where == "header":
        pages["/a"] = Answer(
            PAGE, headers={"TDM-Reservation": "1", "tdm-policy": "https://gazette.example/p"}
        )
    if where == "meta":
        pages["/a"] = b'<html><head><meta name="tdm-reservation" content="1"></head></html>'
    if where == "tdmrep.json":
        pages["/.well-known/tdmrep.json"] = '[{"location": "/a", "tdm-reservation": 1}]'
    return pages


@pytest.mark.parametrize("where", ["header", "meta", "tdmrep.json"])
def test_what_is_reserved_from_mining_is_not_read_without_a_ground(where: str) -> None:
    """With one it is, and both are kept."""
    with asking(_reserving(where)) as (site, client):
        error = refused(client, f"{site.url}/a")
        assert error.reserved and f"reserves text and data mining ({where}" in error.what
        assert "--research" in error.next_step
        granted = Client(Manners(delay_seconds=0, allow_private=True, ground="research"))
        found = granted.get(f"{site.url}/a").reservation
    assert found is not None and found.reserved and found.source == where


def test_what_lies_nearer_to_the_text_wins() -> None:
    """A page's own word over the header, the header over the host's file."""
    pages = _reserving("tdmrep.json") | {"/a": Answer(PAGE, headers={"tdm-reservation": "0"})}
    with asking(pages) as (site, client):
        said = client.get(f"{site.url}/a").reservation
    assert said is not None and not said.reserved and said.source == "header"
