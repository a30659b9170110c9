"""`watch`, `pull` and `new`: lists of feeds by the clock, over a site on this machine."""

from __future__ import annotations

import email
import email.policy
import json
import signal
from pathlib import Path

import pytest

import cli.jobs.watching
from cli.main import main
from tests.claims.fetch.site import Answer, Asked, Site, serving
from tests.claims.read.makers import PARAGRAPHS, entry, page, rss

pytestmark = pytest.mark.model
HERE = ("--allow-private", "--delay", "0")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store for one test, which every command takes."""
    path = tmp_path / "a.db"
    monkeypatch.setenv("ONRECORD_STORE", str(path))
    monkeypatch.setenv("ONRECORD_REVIEWER", "sam")
    return path


def run(*arguments: str | Path) -> int:
    """One command; its exit code."""
    return main([str(argument) for argument in arguments])


def story(number: int, words: str = "late") -> str:
    """A page with words of its own."""
    told = f"ELLERY - The ferry {number} is {words}, the harbour office of pier {number} said on Monday."
    return page((told, *PARAGRAPHS[1:3]), title=f"Ferry {number}")


def teasers(site: Site, *numbers: int) -> str:
    """A feed of pages."""
    return rss(
        entry(whole=False, number=n).replace("<title>", f"<title>{n} ") for n in numbers
    ).replace("https://gazette.example", site.url)


def tagged(body: str) -> object:
    """A page that answers 304 where it is known."""

    def answer(asked: Asked) -> Answer:
        tag = f'"{hash(body)}"'
        if asked.headers.get("If-None-Match") == tag:
            return Answer(b"", 304, {"ETag": tag})
        return Answer(body.encode(), headers={"ETag": tag, "Content-Type": "text/html"})

    return answer


@pytest.mark.usefixtures("store")
def test_a_list_is_kept_shown_and_taken_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By address, or by a file that lists feeds; nothing is asked, and no secret shown."""
    opml = tmp_path / "feeds.opml"
    opml.write_text('<opml><body><outline xmlUrl="https://courier.example/rss"/></body></opml>')
    feed = "https://gazette.example/feed.xml?token=s3cret"
    assert run("watch", "harbour", feed, opml) == 0
    assert run("watch", "harbour", feed) == 0
    assert "0 feeds new on harbour" in capsys.readouterr().err
    assert run("watch", "--jsonl") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["list"], row["feed"]) for row in rows] == [
        ("harbour", "https://gazette.example/feed.xml?token=***"),
        ("harbour", "https://courier.example/rss"),
    ]
    assert run("watch", "harbour", "--remove", "https://courier.example/rss") == 0
    assert run("watch", "harbour") == 0
    assert capsys.readouterr().out == "harbour  https://gazette.example/feed.xml?token=***\n"
    assert run("watch", "harbour", "--remove") == 0 and run("watch") == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "arguments,what",
    [
        (["watch", "harbour", "ftp://gazette.example/"], "no address of a feed"),
        (["watch", "harbour", "http://0x7f.1/"], "a number that hides which host it is"),
        (["watch", "harbour", "https://u:p@gazette.example/"], "a user or a password"),
        (["watch", "--remove"], "name the list"),
        (["watch", "nowhere", "--remove"], "no list 'nowhere' is watched"),
        (["pull"], "nothing is watched yet"),
        (["new", "--to", "a@b.example"], "add --mail"),
        (["new", "--mail", "--json"], "exclude each other"),
    ],
)
@pytest.mark.usefixtures("store")
def test_what_cannot_be_is_said_with_the_next_step(
    arguments: list[str], what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """And ends with 2."""
    assert run(*arguments) == 2
    assert what in capsys.readouterr().err


@pytest.mark.usefixtures("store")
def test_what_is_pulled_once_is_not_asked_for_again(capsys: pytest.CaptureFixture[str]) -> None:
    """A feed that did not change ends it; of one that did, its new pages alone are asked."""
    with serving() as site:
        site.pages |= {f"/harbour/{n}": story(n) for n in (1, 2, 3)}
        site.pages["/feed"] = tagged(teasers(site, 1, 2))  # type: ignore[assignment]
        run("watch", "harbour", f"{site.url}/feed")
        assert run("pull", *HERE) == 0
        assert site.paths() == ["/feed", "/harbour/1", "/harbour/2"]
        assert "3 addresses asked: 2 added" in capsys.readouterr().err
        site.asked.clear()
        assert run("pull", *HERE) == 0
        assert site.paths() == ["/feed"]
        assert "1 address asked: 1 not changed since, 0 claims" in capsys.readouterr().err
        site.asked.clear()
        site.pages["/feed"] = tagged(teasers(site, 3, 1, 2))  # type: ignore[assignment]
        assert run("pull", "harbour", *HERE) == 0
        assert site.paths() == ["/feed", "/harbour/3"]


@pytest.mark.usefixtures("store")
def test_a_page_is_asked_again_where_its_feed_tells_it_anew_or_the_user_does(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An edited article is a later edition."""
    with serving() as site:
        site.pages |= {"/harbour/1": tagged(story(1)), "/feed": teasers(site, 1)}  # type: ignore[dict-item]
        run("watch", "harbour", f"{site.url}/feed")
        run("pull", *HERE)
        site.pages["/harbour/1"] = tagged(story(1, "cancelled"))  # type: ignore[assignment]
        site.asked.clear()
        run("pull", *HERE)
        assert site.paths() == ["/feed"]
        capsys.readouterr()
        assert run("pull", "--recheck", *HERE) == 0
        assert "edition: " in capsys.readouterr().out
        site.asked.clear()
        assert run("pull", "--recheck", *HERE) == 0
        assert site.paths() == ["/feed", "/harbour/1"]
        assert "not changed since" in capsys.readouterr().err
        site.pages |= {
            "/feed": teasers(site, 1).replace("The bridge was shut", "The bridge is open"),
            "/harbour/1": story(1, "running"),
        }
        assert run("pull", *HERE) == 0
        assert "edition: " in capsys.readouterr().out


@pytest.mark.usefixtures("store")
def test_what_failed_for_a_while_is_asked_again_and_what_failed_for_good_is_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Though the feed itself did not change."""
    with serving() as site:
        site.pages |= {
            "/feed": tagged(teasers(site, 1, 2)),  # type: ignore[dict-item]
            "/harbour/1": Answer(b"", 500),
            "/harbour/2": Answer(b"", 404),
        }
        run("watch", "harbour", f"{site.url}/feed")
        assert run("pull", *HERE) == 3
        assert "500: the host has trouble of its own" in capsys.readouterr().err
        site.pages["/harbour/1"] = story(1)
        site.asked.clear()
        assert run("pull", *HERE) == 0
        assert site.paths() == ["/feed", "/harbour/1"]
        site.asked.clear()
        assert run("pull", *HERE) == 0
        assert site.paths() == ["/feed"]


@pytest.mark.usefixtures("store")
def test_a_host_that_asked_to_be_left_alone_is_left_alone_by_the_next_pull(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """However often the clock starts one."""
    with serving() as site:
        site.pages["/feed"] = Answer(b"", 429, {"Retry-After": "3600"})
        run("watch", "harbour", f"{site.url}/feed")
        assert run("pull", *HERE) == 3
        site.asked.clear()
        capsys.readouterr()
        assert run("pull", *HERE) == 3
        assert site.asked == []
        assert "asked to be left alone for another 3" in capsys.readouterr().err


@pytest.mark.usefixtures("store")
def test_what_was_left_out_for_want_of_a_ground_is_read_with_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """And not asked for in vain meanwhile; the article keeps the ground."""
    with serving() as site:
        site.pages |= {
            "/feed": tagged(teasers(site, 1)),  # type: ignore[dict-item]
            "/harbour/1": Answer(story(1).encode(), headers={"tdm-reservation": "1"}),
        }
        run("watch", "harbour", f"{site.url}/feed")
        assert run("pull", *HERE) == 3
        site.asked.clear()
        assert run("pull", *HERE) == 0
        assert site.paths() == ["/feed"]
        assert run("pull", "--research", *HERE) == 0
        capsys.readouterr()
        assert run("add", "--retry", *HERE) == 0
        assert "nothing to read again" in capsys.readouterr().err
    assert run("export", "--jsonl") == 0
    kept = json.loads(capsys.readouterr().out)["retrieval"]
    assert kept["reserved"] is True and kept["ground"] == "research"
    assert kept["address"] == f"{site.url}/harbour/1"


@pytest.mark.usefixtures("store")
def test_what_was_not_saved_is_pulled_again(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    """An interruption loses no article for good."""
    # A job in the background ignores it.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    request.addfinalizer(lambda: signal.signal(signal.SIGINT, before))
    with serving() as site:
        site.pages |= {"/harbour/1": story(1), "/feed": tagged(teasers(site, 1))}  # type: ignore[dict-item]
        run("watch", "harbour", f"{site.url}/feed")

        def interrupted(*_: object) -> None:
            signal.raise_signal(signal.SIGINT)

        with monkeypatch.context() as while_saving:
            while_saving.setattr(cli.jobs.watching.Adder, "_save", interrupted)
            assert run("pull", *HERE) == 130
        capsys.readouterr()
        assert run("pull", *HERE) == 0
        assert "1 added" in capsys.readouterr().err


def _pulled(site: Site, *numbers: int) -> None:
    site.pages |= {f"/harbour/{n}": story(n) for n in numbers} | {"/feed": teasers(site, *numbers)}
    run("watch", "harbour", f"{site.url}/feed")
    assert run("pull", *HERE) == 0


@pytest.mark.usefixtures("store")
def test_new_prints_what_a_reader_has_not_seen_of_a_query(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each reader and query by itself; what is only peeked at stays new."""
    with serving() as site:
        _pulled(site, 1)
        capsys.readouterr()
        assert run("new", "--jsonl", "--peek") == 0
        first = capsys.readouterr().out.splitlines()
        assert first and run("new", "--jsonl", "--exit-code") == 1
        assert capsys.readouterr().out.splitlines() == first
        assert run("new", "--exit-code") == 0
        said = capsys.readouterr()
        assert said.out == said.err == ""
        assert run("new", "--reader", "desk", "--jsonl") == 0
        assert capsys.readouterr().out.splitlines() == first
        assert run("new", "cancelled", "--jsonl") == 0
        assert capsys.readouterr().out == ""
        _pulled(site, 1, 2)
        capsys.readouterr()
        assert run("new", "--jsonl", "--exit-code") == 1
        rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert rows and {row["url"] for row in rows} == {f"{site.url}/harbour/2"}
        assert run("new", "--skip", "--reader", "other") == 0
        assert run("new", "--reader", "other", "--exit-code") == 0


@pytest.mark.usefixtures("store")
def test_new_is_a_message_ready_to_be_sent(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing at all where nothing is new."""
    monkeypatch.setenv("ONRECORD_CONTACT", "desk@gazette.example")
    with serving() as site:
        _pulled(site, 1)
    capsys.readouterr()
    assert run("new", "--mail", "--to", "ann@gazette.example", "--to", "sam@gazette.example") == 0
    made = email.message_from_string(capsys.readouterr().out, policy=email.policy.default)
    assert made["To"] == "ann@gazette.example, sam@gazette.example"
    assert made["From"].addresses[0].addr_spec == "desk@gazette.example"
    assert made["Subject"].startswith("onrecord: ") and made["Date"] and made["Message-ID"]
    assert f"{site.url}/harbour/1" in made.get_content() and not made.defects
    assert run("new", "--mail") == 0
    assert capsys.readouterr().out == ""
    assert run("new", "--mail", "--reader", "x", "--to", "no\r\nBcc: y@z.example") == 2
