"""Which hosts are never reached: private addresses by whatever way, a name that no certificate bears, a proxy."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

import claims.fetch.network
from claims.fetch.client import Client
from claims.fetch.model import Fetched, Manners
from claims.fetch.network import Resolver
from tests.claims.fetch.asking import AT_ONCE, PAGE, asking, refused
from tests.claims.fetch.site import TLS, Answer, listening, serving, serving_at


def test_a_private_address_is_never_contacted() -> None:
    """A listening socket proves it, under every name that leads there."""
    client = Client(Manners(delay_seconds=0))
    with listening() as (port, came):
        for host in (
            "127.0.0.1",
            "localhost",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "0.0.0.0",
            "127.1",
            "2130706433",
        ):
            refused(client, f"http://{host}:{port}/a")
        time.sleep(0.1)
        assert came == []


def _taken_for_public(monkeypatch: pytest.MonkeyPatch) -> Resolver:
    """Lets one address of this machine stand for a public host's; how its name is looked up."""
    refusal = claims.fetch.network.refusal

    def not_here(address: str, *, allow_private: bool = False) -> str | None:
        return None if address == "127.0.0.2" else refusal(address, allow_private=allow_private)

    monkeypatch.setattr(claims.fetch.network, "refusal", not_here)
    return lambda host, _: ["127.0.0.2"] if host == "public.example" else [host]


def test_a_redirect_leads_to_no_private_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does a name that is looked up to one beside a public one."""
    with listening() as (port, came), serving() as site:
        site.pages["/a"] = Answer(
            status=302, headers={"Location": f"http://127.0.0.1:{port}/secret"}
        )
        client = Client(Manners(delay_seconds=0), resolver=_taken_for_public(monkeypatch))
        with serving_at("127.0.0.2", site) as public:
            error = refused(client, f"http://public.example:{public}/a")
        assert "a private address (127.0.0.1)" in error.what and site.paths() == ["/a"]
        mixed = Client(Manners(delay_seconds=0), resolver=lambda *_: ["8.8.8.8", "127.0.0.1"])
        assert "a private address" in refused(mixed, f"http://mixed.example:{port}/").what
        time.sleep(0.1)
        assert came == []


def test_a_public_host_leads_into_no_intranet_even_where_that_is_allowed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """--allow-private is for what the user names."""
    with listening() as (port, came), serving() as site:
        site.pages["/a"] = Answer(
            status=302, headers={"Location": f"http://127.0.0.1:{port}/secret"}
        )
        client = Client(AT_ONCE, resolver=_taken_for_public(monkeypatch))
        with serving_at("127.0.0.2", site) as public:
            assert "a private address" in refused(client, f"http://public.example:{public}/a").what
        assert came == []


def test_a_name_is_looked_up_once_and_that_very_address_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A name that is looked up to a private address the second time (DNS rebinding) gains nothing."""
    looked_up: list[str] = []
    connected: list[str] = []

    def resolver(host: str, _: int) -> list[str]:
        looked_up.append(host)
        return ["8.8.8.8"] if len(looked_up) == 1 else ["127.0.0.1"]

    def connect(self: object, host: str, *_: object) -> object:
        connected.append(host)
        raise claims.fetch.network.httpcore2.ConnectError("out of reach of a test")

    monkeypatch.setattr(claims.fetch.network.httpcore2.SyncBackend, "connect_tcp", connect)
    with listening() as (port, came):
        client = Client(Manners(delay_seconds=0), resolver=resolver)
        assert "cannot be reached" in refused(client, f"http://rebind.example:{port}/a").what
        assert looked_up == ["rebind.example"] and connected == ["8.8.8.8"]
        fresh = Client(Manners(delay_seconds=0), resolver=resolver)
        assert "a private address" in refused(fresh, f"http://rebind.example:{port}/a").what
        assert connected == ["8.8.8.8"] and came == []


@pytest.fixture
def trusting(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An authority of the tests' own, by the variable with which an intranet names its own."""
    monkeypatch.setenv("SSL_CERT_FILE", str(TLS / "authority.pem"))
    claims.fetch.network._trust.cache_clear()
    yield
    claims.fetch.network._trust.cache_clear()


def _gazette(host: str, _: int) -> list[str]:
    return ["127.0.0.1"]


@pytest.mark.usefixtures("trusting")
def test_tls_is_checked_against_the_name_though_an_address_is_connected_to() -> None:
    """Host says the name too."""
    with serving({"/a": PAGE}, tls=True) as site:
        client = Client(AT_ONCE, resolver=_gazette)
        found: Fetched = client.get(f"https://gazette.example:{site.port}/a")
        assert found.body == PAGE
        assert site.asked[-1].headers["Host"] == f"gazette.example:{site.port}"
        other = refused(client, f"https://harlen.example:{site.port}/a")
        assert "its certificate cannot be trusted" in other.what


def test_an_authority_that_nobody_trusts_is_refused() -> None:
    """No option makes it trusted."""
    with serving({"/a": PAGE}, tls=True) as site:
        client = Client(AT_ONCE, resolver=_gazette)
        assert (
            "its certificate cannot be trusted"
            in refused(client, f"https://gazette.example:{site.port}/a").what
        )
    assert site.asked == []


def test_no_proxy_is_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would look names up itself, and lead anywhere."""
    with listening() as (port, came):
        for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{port}")
        with asking({"/a": PAGE}) as (site, client):
            assert client.get(f"{site.url}/a").body == PAGE
        assert came == []
