"""A made-up town's news in a store, and the page over it: in this process, and as a server for a
browser."""

from __future__ import annotations

import importlib
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from claims.model import Article, Claim, Evidence, Header, Link, Reading, Span, Speaker, Stance
from cli.jobs.corroborate import bring_up_to_date
from store.records import Filters, Move
from store.store import Store, open_store

PRIVATE, PRIVATE_NOTE = "Zora Quince", "met her at the quay"
"""Who a reviewer says the senior official is, and what was written beside it."""
ACCUSATION = "The harbour master took bribes from the dredging firm"
FERRY = (
    "HARLEN, May 4 - The ferry will sail again on Monday, Mira Oduya told the Lake Gazette.\n"
    "Rain fell on the town all day. “The hull is sound,” Oduya said. Two dockers, who gave no names, said the "
    "pumps had failed twice.\n"
    "A senior official said the owner was warned in March."
)
COPY = FERRY.replace("HARLEN, May 4 - ", "")
DENIAL = "Tomas Reyle denied on Tuesday that the ferry will sail again on Monday. Reyle said nobody had asked the crew."
ACCUSING = (
    f"{ACCUSATION}, Ivo Braga alleged. "
    "The new quay opens in June, the harbour board and the town said in a joint note."
)
DENIED, PAPER = "that the ferry will sail again on Monday", "the Lake Gazette"
ADDRESS = "https://gazette.example/ferry"

Site = Callable[[Path, str | None], Any]


def said(
    text: str, content: str, cue: str, mention: str, speaker: Speaker, stance: str = "assert",
    kind: str = "indirect", via: str | None = None,
) -> Claim:  # fmt: skip
    """A claim whose parts are found by their words, the cue behind the others' beginning."""

    def span(words: str, after: int = 0) -> tuple[Span, ...]:
        at = text.index(words, after)
        return (Span(at, at + len(words)),)

    near = min(text.index(content), text.index(mention))
    chain = (Link(via, Evidence(span(via)[0], via)),) if via else ()
    return Claim(
        span(cue, near),
        span(mention),
        span(content),
        kind,
        Stance(stance),
        speaker,
        chain,
        confidence=0.9,
    )  # type: ignore[arg-type]


def person(name: str, mention: str | None = None) -> Speaker:
    """Somebody with a name."""
    return Speaker("person", name, mention=mention or name)


def _ferry(text: str) -> tuple[Claim, ...]:
    unnamed = Speaker("unnamed", mention="A senior official")
    dockers = Speaker("unnamed", mention="Two dockers, who gave no names", declared_count=2)
    return (
        said(text, "The ferry will sail again on Monday", "told", "Mira Oduya", person("Mira Oduya"), via=PAPER),
        said(text, "“The hull is sound,”", "said", "Oduya said"[:5], person("Mira Oduya", "Oduya"), kind="direct"),
        said(text, "the pumps had failed twice", "said", "Two dockers, who gave no names", dockers),
        said(text, "the owner was warned in March", "said", "A senior official", unnamed),
    )  # fmt: skip


def readings() -> list[Reading]:
    """The articles, with their claims as they were found."""
    joint = Speaker("joint", None, ("harbour board", "town"), "the harbour board and the town")
    return [
        Reading(
            Article("ferry.txt", FERRY, "The ferry sails again", ADDRESS, "Lake Gazette", "2026-05-04"),
            Header(), _ferry(FERRY),
        ),
        Reading(Article("post.txt", COPY, "Ferry to sail", None, "Harlen Post", "2026-05-05"), Header(), _ferry(COPY)),
        Reading(
            Article("denial.txt", DENIAL, "Captain: no word of a date", None, "North Courier", "2026-05-06"), Header(),
            (
                said(DENIAL, DENIED, "denied on", "Tomas Reyle", person("Tomas Reyle"), "deny"),
                said(DENIAL, "nobody had asked the crew", "said", "Reyle said"[:5], person("Tomas Reyle", "Reyle")),
            ),
        ),
        Reading(
            Article("quay.txt", ACCUSING, "A quay and a quarrel", None, "North Courier", "2026-05-09"), Header(),
            (
                said(ACCUSING, ACCUSATION, "alleged", "Ivo Braga", person("Ivo Braga"), "accuse"),
                said(ACCUSING, "The new quay opens in June", "said in", "the harbour board and the town", joint),
            ),
        ),
        *(
            Reading(
                Article(f"tide{n}.txt", text, f"Tide {n}", None, "Lake Gazette", f"2026-06-{n:02}"), Header(),
                (said(text, f"the tide reached mark {n}", "said", "Asta Lund", person("Asta Lund")),),
            )
            for n in range(1, 6)
            for text in [f"Asta Lund said the tide reached mark {n} of the old gauge."]
        ),
    ]  # fmt: skip


@pytest.fixture(scope="session")
def town_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store, weighed, in which Kim said who the senior official is, and put one name right."""
    path = tmp_path_factory.mktemp("town") / "town.db"
    with open_store(path) as store:
        for reading in readings():
            store.articles.save(reading)
        claims = list(store.claims.select(Filters(article="ferry.txt")))
        official = next(claim for claim in claims if claim.mention == "A senior official")
        hull = next(claim for claim in claims if claim.kind == "direct")
        decide = store.decisions.decide
        decide(reviewer="Kim", moves=[Move("speaker", official.id, PRIVATE)], note=PRIVATE_NOTE)
        decide(reviewer="Kim", moves=[Move("status", hull.id, "correct")], note="heard it myself")
        bring_up_to_date(store)
    return path


@pytest.fixture(scope="session")
def town(town_file: Path) -> Iterator[Store]:
    """The same, opened as the page opens it."""
    with open_store(town_file, read_only=True) as store:
        yield store


@pytest.fixture(scope="session")
def client(town: Store) -> Iterator[Any]:
    """Asks the page in this process."""
    with client_of(town) as opened:
        yield opened


@contextmanager
def client_of(store: Store, *, token: str | None = None) -> Iterator[Any]:
    """A client of the page over a store."""
    testclient = pytest.importorskip("starlette.testclient")
    from cli.web.app import application
    from cli.web.guard import Gate

    app = application(store, Gate(token=token))
    with testclient.TestClient(
        app, base_url="http://localhost", raise_server_exceptions=True, follow_redirects=False
    ) as opened:
        yield opened


@contextmanager
def served(store: Store, token: str | None = None) -> Iterator[str]:
    """The page as a real server on this machine; its address."""
    pytest.importorskip("uvicorn")
    from cli.web.app import application
    from cli.web.guard import Gate
    from cli.web.run import address, bound, server

    listening = bound("127.0.0.1", 0)
    running = server(application(store, Gate(token=token)))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not running.started and time.monotonic() < until:
        time.sleep(0.02)
    assert running.started
    yield address(listening).rstrip("/")
    running.should_exit = True
    thread.join(20)


@pytest.fixture(scope="session")
def serve() -> Any:
    """Serves a store while a test runs."""
    return served


@pytest.fixture(scope="session")
def ask() -> Any:
    """Makes a client of a store."""
    return client_of


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A real Chromium; skips where there is none."""
    chromium = (
        shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )
    if chromium is None:
        pytest.skip("no chromium on this machine")
    pytest.importorskip("playwright")
    driver = importlib.import_module("playwright.sync_api")
    with driver.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield launched
        launched.close()
