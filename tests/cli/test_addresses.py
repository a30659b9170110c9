"""`add` and `extract` with addresses, as a person types them, over a site on this machine."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from cli.main import main
from tests.claims.fetch.site import Answer, listening, serving
from tests.claims.read.makers import entry, json_ld, page, rss

pytestmark = pytest.mark.model
HERE = ("--allow-private", "--delay", "0")


def run(*arguments: str | Path) -> int:
    """One command; its exit code."""
    return main([str(argument) for argument in arguments])


def test_a_page_and_a_feed_go_in_and_the_same_article_stays_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From its page, under another address, with a token, and from a feed, which tells other things of it."""
    store = tmp_path / "a.db"
    with serving() as site:
        body = page(head=json_ld() + '<link rel="canonical" href="/harbour/1">')
        feed = rss([entry(whole=True)]).replace("https://gazette.example", site.url)
        site.pages |= {
            "/harbour/1": body,
            "/harbour/1?utm_source=x&token=s3cret": body,
            "/feed": feed,
        }
        assert run("add", f"{site.url}/harbour/1", *HERE, "--store", store) == 0
        assert capsys.readouterr().out == f"added 3 claims  {site.url}/harbour/1\n"
        address = f"{site.url}/harbour/1?utm_source=x&token=s3cret"
        assert run("add", address, f"{site.url}/feed", *HERE, "--store", store) == 0
        said = capsys.readouterr()
    assert (
        "added" not in said.out
        and "edition" not in said.out
        and "s3cret" not in said.err + said.out
    )
    assert run("list", "--store", store, "--jsonl") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["url"] for row in rows} == {f"{site.url}/harbour/1"}
    assert b"s3cret" not in store.read_bytes()


def test_what_fails_is_named_and_can_be_tried_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The rest is kept, and --retry asks what failed, and nothing else."""
    store = tmp_path / "a.db"
    with serving({"/a": page(head=json_ld()), "/b": Answer(b"", 404)}) as site:
        assert run("add", f"{site.url}/a", f"{site.url}/b", *HERE, "--store", store) == 3
        said = capsys.readouterr()
        assert f"onrecord: {site.url}/b: 404: the host has no such page\n" in said.err
        assert "1 article (1 added, 1 unreadable)" in said.err
        site.pages["/b"] = page(("The ferry is late, the harbour office said on Monday.",))
        site.asked.clear()
        assert run("add", "--retry", *HERE, "--store", store) == 0
    assert site.paths() == ["/b"] and "1 article (1 added)" in capsys.readouterr().err


def test_a_private_address_is_refused_without_being_contacted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A listening socket proves it; the next step is said."""
    with listening() as (port, came):
        assert run("extract", f"http://localhost:{port}/a") == 3
        time.sleep(0.1)
        assert came == []
    assert "a private address (127.0.0.1); only public hosts are asked" in capsys.readouterr().err


def test_a_secret_in_an_address_is_not_said(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither a password nor a token."""
    assert run("extract", "https://sam:pa55word@gazette.example/a?api_key=s3cret") == 3
    said = capsys.readouterr()
    assert "pa55word" not in said.err and "s3cret" not in said.err
    assert "https://gazette.example/a?api_key=*** an address with a user or a password" in said.err


def test_a_contact_stands_in_the_agent_and_must_be_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the variable, else from the settings."""
    settings = tmp_path / "config.toml"
    settings.write_text('[fetch]\ncontact = "desk@gazette.example"\n')
    monkeypatch.setenv("ONRECORD_CONFIG", str(settings))
    with serving({"/a": page()}) as site:
        assert run("extract", f"{site.url}/a", *HERE) == 0
        assert site.asked[-1].headers["User-Agent"].endswith("(+desk@gazette.example)")
        monkeypatch.setenv("ONRECORD_CONTACT", "Sam Orr\r\nX-Evil: 1")
        site.asked.clear()
        assert run("extract", f"{site.url}/a", *HERE) == 2 and site.asked == []
    assert "a contact is one address of mail or web" in capsys.readouterr().err


def test_a_public_host_is_asked_once_a_second_at_most(capsys: pytest.CaptureFixture[str]) -> None:
    """No option shortens that."""
    assert run("extract", "https://gazette.example/a", "--delay", "0.2") == 2
    assert "--delay: a host is asked once in 1 s at most" in capsys.readouterr().err


def test_research_is_a_ground_that_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    """Without it the page is not read, and the line says how to go on."""
    told = Answer(page().encode(), headers={"tdm-reservation": "1"})
    with serving({"/a": told}) as site:
        assert run("extract", f"{site.url}/a", *HERE) == 3
        assert "say --research" in capsys.readouterr().err
        assert run("extract", f"{site.url}/a", *HERE, "--research", "--with-text") == 0
    kept = json.loads(capsys.readouterr().out)["retrieval"]
    assert (kept["reserved"], kept["said_in"], kept["ground"]) == (True, "header", "research")


def test_an_article_shows_from_where_it_was_fetched_and_on_what_ground(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """For people and for machines."""
    store = tmp_path / "a.db"
    told = Answer(page().encode(), headers={"tdm-reservation": "1"})
    with serving({"/a": told}) as site:
        assert run("add", f"{site.url}/a", *HERE, "--research", "--store", store) == 0
        capsys.readouterr()
        assert run("show", f"{site.url}/a", "--store", store) == 0
        shown = " ".join(capsys.readouterr().out.split())
        assert f"UTC from {site.url}/a · mining reserved (header), read for research" in shown
        assert run("show", f"{site.url}/a", "--json", "--store", store) == 0
    assert '"ground": "research"' in capsys.readouterr().out
