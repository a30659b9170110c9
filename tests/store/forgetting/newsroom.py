"""Two made-up articles of two outlets, how the command forgets, and what is looked at afterwards."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from claims.model import Article, Claim, Evidence, Header, Link, Reading, Span, Speaker, Stance
from cli.jobs.corroborate import bring_up_to_date
from store.records import Filters
from store.store import Store

BRIDGE = (
    "Bruckvale span reopens. The Quellmoor bridge will shut on Tuesday, Odessa Thrumble told the Fenwick "
    "Courier. Thrumble said nightly diversions would last a month. A senior dockmaster confirmed the plan."
)
MARKET = (
    "Market square floods. The drains failed at midnight, Ivor Pellgrave said. Odessa Thrumble said the "
    "pumps were old. The Quellmoor bridge will shut on Tuesday, the mayor said."
)
Make = Callable[..., Store]
BOTH = pytest.mark.parametrize("make", ["sqlite", "postgresql"], indirect=True)
"""What must not wait for the long series."""


def place(text: str, words: str) -> tuple[Span, ...]:
    at = text.index(words)
    return (Span(at, at + len(words)),)


def said(
    body: str, content: str, cue: str, mention: str, name: str | None = None, **more: Any
) -> Claim:
    """A claim whose spans are found by their words; without a name its source is unnamed."""
    kind = more.pop("kind", "person" if name else "unnamed")
    speaker = Speaker(kind, name, mention=mention, **more)
    chain: tuple[Link, ...] = ()
    if cue == "told":
        told = place(body, "Fenwick Courier")[0]
        chain = (Link("Fenwick Courier", Evidence(told, "Fenwick Courier")),)
    return Claim(
        place(body, cue),
        place(body, mention),
        place(body, content),
        "indirect",
        Stance(),
        speaker,
        chain,
    )


def bridge(**given: Any) -> Reading:
    """Three claims: two of Odessa Thrumble, one of somebody unnamed."""
    values = {
        "url": "https://courier.example/bruckvale",
        "outlet": "Fenwick Courier",
        "title": "Bruckvale span",
    }
    return Reading(
        Article(**{"doc": "news/bridge.txt", "text": BRIDGE} | values | given),
        Header(),
        (
            said(BRIDGE, "The Quellmoor bridge will shut on Tuesday", "told", "Odessa Thrumble",
                 "Odessa Thrumble", affiliation="Quellmoor Harbour Trust"),
            said(BRIDGE, "nightly diversions would last a month", "said", "Thrumble", "Odessa Thrumble"),
            said(BRIDGE, "the plan", "confirmed", "A senior dockmaster"),
        ),
    )  # fmt: skip


def market(**given: Any) -> Reading:
    """Three claims, one of them Odessa Thrumble's."""
    values = {"url": "https://gazette.example/market", "outlet": "Lake Gazette"}
    return Reading(
        Article(**{"doc": "news/market.txt", "text": MARKET} | values | given),
        Header(),
        (
            said(MARKET, "The drains failed at midnight", "said", "Ivor Pellgrave", "Ivor Pellgrave"),
            said(MARKET, "pumps were old", "said the", "Odessa Thrumble", "Odessa Thrumble"),
            said(MARKET, "The Quellmoor bridge will shut on Tuesday", "mayor said", "the mayor"),
        ),
    )  # fmt: skip


def claim_with(store: Store, words: str) -> str:
    return next(claim.id for claim in store.claims.select() if words in claim.quote)


def forget(store: Store, *words: str) -> None:
    """As the command does it: forgotten, weighed anew, scrubbed."""
    things = [store.forgetting.find(word) for word in words]
    store.forgetting.forget(things, "Kim")
    bring_up_to_date(store)
    store.forgetting.scrub()


def assert_sound(store: Store) -> None:
    """Decisions chained, words where they were, every reference to something that is there."""
    assert store.integrity.verify().faults == ()
    if "://" not in store.location:
        with sqlite3.connect(store.location) as raw:
            assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
            assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert raw.execute("SELECT count(*) FROM pendingarticle").fetchone() == (0,)
            orphans = "SELECT count(*) FROM claimkey WHERE number NOT IN (SELECT number FROM indexedclaim)"
            assert raw.execute(orphans).fetchone() == (0,)
            raw.execute(
                "INSERT INTO claim_search(claim_search, rank) VALUES ('integrity-check', 1)"
            )


def as_shown(store: Store) -> Any:
    """Everything that lists show of articles, claims, speakers and verdicts."""
    bring_up_to_date(store)
    return (
        [(a.doc, a.text, a.outlet) for a in store.articles.select()],
        list(store.claims.select(Filters())),
        sorted(map(repr, store.speakers.select())),
        list(store.propositions.select()),
        store.articles.copies(),
        sorted(store.articles.outlet_facts()),
    )
