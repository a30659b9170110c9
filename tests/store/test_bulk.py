"""Saving many readings at once leaves the store as saving one after the other does, whatever they
share: how many are saved at once depends on how fast the machine is."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect, text

from claims.model import Article, Claim, Header, OutletFacts, Reading, Span, Speaker, Stance
from store.store import Store, open_store

OF_THE_CLOCK = {"fetched", "at", "run_id", "number", "since"}
"""Columns that say when, or in which order of writing."""
BY_NUMBER = {"claimblock", "valuecode"}
"""Tables whose rows hold claims in the places of their numbers, held against the claims below."""
NAMES = ("Ana Reyes", "ANA REYES", "Ána Reyes", "A. Reyes", "Harbour Board", "Reyes", "Otto Brask")


@st.composite
def _speakers(draw: st.DrawFn) -> Speaker:
    kind = draw(st.sampled_from(["person", "organisation", "joint"]))
    name = draw(st.sampled_from(NAMES))
    members = tuple(draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=3, unique=True)))
    affiliation = draw(st.sampled_from([None, None, "Harbour Board", "Tarne Port"]))
    return Speaker(
        kind, None if kind == "joint" else name, mention=name, affiliation=affiliation,
        members=members if kind == "joint" else (),
    )  # fmt: skip


@st.composite
def _readings(draw: st.DrawFn) -> Reading:
    words = draw(
        st.sampled_from(["The bridge opens.", "Tolls rise soon.", "A ferry sank.", "No ."])
    )
    words += draw(st.sampled_from(["", " Again.", " Once."]))
    spans = draw(st.lists(st.integers(0, 6), max_size=3))
    claims = tuple(
        Claim((Span(at, at + 1),), (), (Span(at + 1, at + 3),), "indirect", Stance(), draw(_speakers()))
        for at in spans
    )  # fmt: skip
    facts = st.builds(
        OutletFacts,
        kind=st.sampled_from(["newspaper", "agency"]), domain=st.just("post.example"),
        owner=st.sampled_from(["", "Brask Press"]), source=st.just("file"),
    )  # fmt: skip
    given_values = {
        "outlet": draw(st.sampled_from([None, "Post", "The Post", "Herald"])),
        "url": draw(
            st.sampled_from([None, None, "https://a.example/1", "http://www.a.example/1/"])
        ),
        "published": draw(st.sampled_from([None, "2026-03-01", "1890-01-01"])),
        "outlet_facts": draw(st.none() | facts),
    }
    doc = draw(st.sampled_from(["a", "b", "c", "d", "e"]))
    return Reading(Article(doc, words, **given_values), Header(), claims)


def _content(store: Store) -> dict[str, list[Any]]:
    with store._engine.connect() as connection:
        tables = [name for name in inspect(connection).get_table_names() if "_search_" not in name]
        tables = [name for name in tables if name not in BY_NUMBER]
        out = {}
        for name in tables:
            rows = connection.execute(text(f'SELECT * FROM "{name}"')).mappings()
            out[name] = sorted(
                repr({key: value for key, value in row.items() if key not in OF_THE_CLOCK})
                for row in rows
            )
        order = connection.execute(text("SELECT id FROM claim ORDER BY number")).scalars()
        return out | {"order of claims": list(order)}


@pytest.mark.parametrize("examples", [6, pytest.param(90, marks=pytest.mark.slow)])
def test_saving_at_once_is_saving_one_by_one(examples: int) -> None:
    checks = settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
    checks(given(st.lists(_readings(), min_size=1, max_size=7))(_check_saving))()


def _check_saving(readings: list[Reading]) -> None:
    with (
        TemporaryDirectory() as folder,
        open_store(Path(folder) / "one.db") as one,
        open_store(Path(folder) / "bulk.db") as bulk,
    ):
        single = [one.articles.save(item) for item in readings]
        assert bulk.articles.save_many(readings) == single
        assert _content(bulk) == _content(one)
        assert bulk.integrity.recount() == one.integrity.recount() == ()


def test_what_one_line_says_of_its_outlet_the_next_leaves(tmp_path: Path) -> None:
    facts = OutletFacts("newspaper", "post.example", "Brask Press", "file")
    some = [
        Reading(Article("a", "One.", outlet="Tarne Post", outlet_facts=facts), Header(), ()),
        Reading(Article("b", "Two.", outlet="Tarne Post"), Header(), ()),
    ]
    with open_store(tmp_path / "s.db") as store:
        store.articles.save_many(some)
        assert store.articles.outlet_facts()["Tarne Post"] == facts
