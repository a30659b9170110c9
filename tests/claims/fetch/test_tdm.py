"""What publishers say of text and data mining, as the TDM Reservation Protocol has it."""

from __future__ import annotations

import json
import time

import pytest

from claims.fetch import tdm
from claims.fetch.model import Reservation

POLICY = "https://gazette.example/policy.json"


def test_a_header_says_it_with_its_policy() -> None:
    """Any other value than 0 and 1 says nothing."""
    told = {"tdm-reservation": "1", "tdm-policy": POLICY}
    assert tdm.of_header(told) == Reservation(True, "header", POLICY)
    assert tdm.of_header({"tdm-reservation": "0"}) == Reservation(False, "header")
    assert tdm.of_header({"tdm-reservation": "yes"}) is None and tdm.of_header({}) is None


@pytest.mark.parametrize(
    "tag",
    [
        '<meta name="tdm-reservation" content="1">',
        "<META content='1' NAME='TDM-Reservation' />",
        "<meta name=tdm-reservation content=1>",
    ],
)
def test_a_meta_tag_says_it(tag: str) -> None:
    """However it is written."""
    assert tdm.of_page(f"<html><head>{tag}</head>".encode()) == Reservation(True, "meta")


def test_a_tag_in_a_comment_says_nothing() -> None:
    """Nor does one that lies far below the head."""
    assert tdm.of_page(b'<!-- <meta name="tdm-reservation" content="1"> -->') is None


@pytest.mark.parametrize(
    "location,path,fits",
    [
        ("/", "/a/b", True),
        ("/news/*", "/news/a", True),
        ("/news/*", "/sport/a", False),
        ("*.html$", "/a.html", True),
        ("*.html$", "/a.html?x=1", False),
        ("/a$", "/a", True),
        ("/a$", "/ab", False),
        ("/*/b/*c$", "/x/b/ddc", True),
        ("/*aa$", "/a", False),
        ("", "/a", False),
        (7, "/a", False),
    ],
)
def test_a_rule_of_the_hosts_file_fits_paths(location: object, path: str, fits: bool) -> None:
    """As in robots.txt: * is anything, a closing $ the end."""
    rules = [{"location": location, "tdm-reservation": 1}]
    assert (tdm.of_file(rules, f"https://gazette.example{path}") is not None) is fits


def test_the_first_rule_that_fits_holds() -> None:
    """A publisher lists exceptions before the rest."""
    rules = [
        {"location": "/open/", "tdm-reservation": 0},
        {"location": "/", "tdm-reservation": 1, "tdm-policy": POLICY},
    ]
    assert tdm.of_file(rules, "https://gazette.example/open/a") == Reservation(False, "tdmrep.json")
    assert tdm.of_file(rules, "https://gazette.example/a") == Reservation(
        True, "tdmrep.json", POLICY
    )


@pytest.mark.parametrize("body", [b"", b"{", b"{}", b"7", b"[" * 100_000, b"\xff\xfe"])
def test_a_broken_file_says_nothing(body: bytes) -> None:
    """It is no reservation, and no error."""
    assert tdm.rules_of(body) == []


def test_a_hostile_rule_costs_no_time() -> None:
    """Neither do tags that never end."""
    began = time.monotonic()
    rules = json.loads(json.dumps([{"location": "*a" * 3_000 + "$", "tdm-reservation": 1}] * 50))
    assert tdm.of_file(rules, "https://gazette.example/" + "a" * 2_000 + "b") is None
    assert tdm.of_page(b"<meta " * 40_000) is None
    assert tdm.of_page(b"<!--" * 60_000) is None
    assert time.monotonic() - began < 2
