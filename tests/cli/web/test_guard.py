"""Who may ask: under which name, with which token; and what every answer carries."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.datastructures import Headers

from cli.web.guard import Gate
from store.store import Store

TOKEN = "0123456789abcdef-made-up"


@pytest.fixture
def closed(town: Store, ask: Any) -> Any:
    """The page with a token."""
    with ask(town, token=TOKEN) as client:
        yield client


@pytest.mark.parametrize(
    "address", ["/", "/claims.json", "/nowhere", "/static/web.css", "/claims.csv"]
)
def test_every_answer_has_the_headers(client: Any, address: str) -> None:
    """No script or style but ours, no frame, nothing told to other sites."""
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy and "*" not in policy
    assert "frame-ancestors 'none'" in policy and "base-uri 'none'" in policy
    assert (
        headers["x-content-type-options"] == "nosniff"
        and headers["referrer-policy"] == "no-referrer"
    )
    assert headers["x-frame-options"] == "DENY" and "server" not in headers
    assert headers["cross-origin-resource-policy"] == "same-origin" and "set-cookie" not in headers


@pytest.mark.parametrize(
    "host",
    ["localhost", "127.0.0.1:8765", "[::1]:8765", "192.168.1.7:80", "LOCALHOST:1", "localhost."],
)
def test_its_own_names_and_numbers_are_answered(client: Any, host: str) -> None:
    """A number cannot be made to point elsewhere."""
    assert client.get("/about", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "a b"]
)
def test_a_name_that_a_stranger_points_here_is_refused(client: Any, host: str) -> None:
    """DNS rebinding: a page of theirs would otherwise read the store through the reader's browser."""
    answer = client.get("/claims.json", headers={"host": host})
    assert answer.status_code == 421 and "claims" not in answer.text


def test_a_name_that_was_given_is_answered() -> None:
    """As that under which a proxy is reached."""
    gate = Gate(("Claims.Paper.example",))
    assert gate.knows("claims.paper.example:443") and not gate.knows("paper.example")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_sent(client: Any, method: str) -> None:
    """To be read alone."""
    answer = client.request(method, "/claims")
    assert answer.status_code == 405 and set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}


@pytest.mark.parametrize("address", ["/", "/claims", "/openapi.json", "/nowhere", "/claims/00"])
def test_without_the_token_nothing_is_told(closed: Any, address: str) -> None:
    """Not even whether there is such an address."""
    answer = closed.get(address)
    assert answer.status_code == 401 and answer.headers["www-authenticate"].startswith("Bearer")
    assert "Oduya" not in answer.text


@pytest.mark.parametrize(
    "given",
    [
        "",
        "Bearer",
        "Bearer x",
        f"Bearer {TOKEN}x",
        f"Bearer {TOKEN[:-1]}",
        f"Basic {TOKEN}",
        "Bearer é",
        TOKEN,
    ],
)
def test_another_token_is_none(closed: Any, given: str) -> None:
    """Nor a part of it."""
    answer = closed.get("/claims.json", headers={"authorization": given.encode()})
    assert answer.status_code == 401 and "Bearer TOKEN" in answer.json()["error"]["message"]


def test_software_sends_the_token_with_each_request(closed: Any) -> None:
    """As a bearer, in any case of that word."""
    for word in ("Bearer", "bearer"):
        answer = closed.get("/claims.json", headers={"authorization": f"{word} {TOKEN}"})
        assert answer.status_code == 200 and answer.json()["total"]


def test_a_person_signs_in_once(closed: Any) -> None:
    """And comes to what was asked for; the cookie is no word of the token, and no script reads it."""
    form = closed.get("/claims?q=speaker:Oduya")
    assert 'value="/claims?q=speaker:Oduya"' in form.text and 'type="password"' in form.text
    answer = closed.post("/sign-in", data={"token": TOKEN, "next": "/claims?q=speaker:Oduya"})
    assert answer.status_code == 303 and answer.headers["location"] == "/claims?q=speaker:Oduya"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie and TOKEN not in cookie
    assert closed.get("/claims").status_code == 200
    closed.post("/sign-out")
    assert closed.get("/claims").status_code == 401


def test_behind_a_proxy_with_tls_the_cookie_is_for_tls_alone(closed: Any) -> None:
    """As the proxy says."""
    sent = {"token": TOKEN}
    answer = closed.post("/sign-in", data=sent, headers={"x-forwarded-proto": "https"})
    assert "Secure" in answer.headers["set-cookie"]
    assert "Secure" not in closed.post("/sign-in", data=sent).headers["set-cookie"]


def test_a_wrong_token_is_asked_for_again(closed: Any) -> None:
    """Without a cookie."""
    answer = closed.post("/sign-in", data={"token": "guessed", "next": "/check"})
    assert answer.status_code == 401 and "That is not the token" in answer.text
    assert "set-cookie" not in answer.headers and 'value="/check"' in answer.text


@pytest.mark.parametrize(
    "to",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:1",
        "/a\r\nSet-Cookie: b=c",
        "",
    ],
)
def test_signing_in_leads_to_no_other_site(closed: Any, to: str) -> None:
    """Whatever the form was made to say."""
    answer = closed.post("/sign-in", data={"token": TOKEN, "next": to})
    assert answer.headers["location"] == "/"


def test_a_long_body_is_no_form(closed: Any) -> None:
    """It is not kept."""
    answer = closed.post("/sign-in", content=b"token=" + b"x" * 1_000_000)
    assert answer.status_code == 401


@pytest.mark.parametrize(
    "cookie", ["onrecord=x", "onrecord=", "a=b; onrecord", ";;;", 'onrecord="\\"', "é=1"]
)
def test_a_cookie_of_somebody_elses_making_is_none(closed: Any, cookie: str) -> None:
    """However it is written."""
    assert closed.get("/claims", headers={"cookie": cookie.encode()}).status_code == 401


def test_the_token_is_not_told_by_what_holds_it() -> None:
    """A traceback or a log would otherwise show it."""
    assert TOKEN not in repr(Gate(token=TOKEN)) and not Gate(token=TOKEN).admits(Headers({}))
