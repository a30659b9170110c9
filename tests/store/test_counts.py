"""What is counted as claims come and go is what a count of all claims gives, whatever is done."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from cli.jobs.corroborate import bring_up_to_date
from store.queries.pages import FACETS
from store.records import NO_FILTER, Filters
from store.store import Store, open_store
from tests.store.older import make_older
from tests.store.tide_news import DAYS, OUTLETS, PEOPLE, SENTENCES, acts, do, faults, fill

pytestmark = pytest.mark.usefixtures("short_statements")

PERIODS = (
    (None, None), ("2026", None), (None, "2025"), ("2025-12", "2026-03-01"), ("2026-03-02", "2026-03-02"),
    ("2027", None),
)  # fmt: skip
"""From when to when is asked, each perhaps left open."""
MANY = 20
"""Examples from which a failure is worth being made smaller."""
OLDER = (
    "DROP TABLE claimvalue",
    "DROP TABLE claimblock",
    "DROP TABLE valuecode",
    "DROP INDEX IF EXISTS ix_speaker_number",
    "UPDATE alembic_version SET version_num = '0030'",
)
"""What makes a store one of the revision before."""


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store's file."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    open_store(path).close()
    return path


def check(location: Any, sequence: Sequence[tuple[Any, ...]]) -> None:
    """Counts are right after every act, and lists that read them are those that count."""
    with open_store(location) as store:
        for act in sequence:
            do(store, *act)
            assert faults(store) == [], act
        everything = Filters(since="1000")
        dated = [s for s in store.speakers.select() if s.first and s.articles == 1]
        counted = {s.id: s for s in store.speakers.select(everything)}
        assert [counted[s.id] for s in dated] == dated


def check_copy(empty: Path, sequence: Sequence[tuple[Any, ...]]) -> None:
    """In a store of its own."""
    with tempfile.TemporaryDirectory() as folder:
        check(shutil.copy(empty, Path(folder) / "s.db"), sequence)


@pytest.mark.parametrize("examples", [6, pytest.param(250, marks=pytest.mark.slow)])
def test_counts_are_right_after_any_acts(empty: Path, examples: int) -> None:
    """Saving, editions, decisions, taking them back, joining, parting, forgetting."""
    short = examples < MANY
    checks = settings(
        max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), derandomize=short,
        phases=(Phase.generate,) if short else (Phase.reuse, Phase.generate, Phase.shrink), print_blob=not short,
    )  # fmt: skip
    checks(
        given(st.lists(acts, min_size=4, max_size=12))(lambda sequence: check_copy(empty, sequence))
    )()


def test_counts_are_right_after_acts_on_a_server(request: pytest.FixtureRequest) -> None:
    """A few series of the same."""
    server = request.getfixturevalue("postgres")
    checks = settings(
        max_examples=4, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True,
        phases=(Phase.generate,),
    )  # fmt: skip
    checks(
        given(st.lists(acts, min_size=6, max_size=10))(
            lambda sequence: check(server.new_store(), sequence)
        )
    )()


def test_both_databases_count_alike(store: Store) -> None:
    """And lists of everything read what is kept: as those do that count."""
    fill(store)
    for kind in ("name", "merge", "outlet", "undo", "forget speaker", "edition", "articles"):
        do(store, kind, 1, [(SENTENCES[0], PEOPLE[1])], OUTLETS[0], DAYS[0])
        assert faults(store) == []
    kept = list(store.speakers.select())
    assert list(store.speakers.select(NO_FILTER, 50)) == kept
    assert store.speakers.count(NO_FILTER) == len(kept) > 2
    every = Filters(status=("current",))  # which asks for the same, and is counted
    assert list(store.speakers.select(every)) == kept
    bring_up_to_date(store)
    assert faults(store) == []
    for since, until in PERIODS:
        asked = Filters(since=since, until=until)
        walked = store.claims.facets(replace(asked, min_confidence=0.0))
        assert store.claims.facets(asked) == walked
        assert {word: store.claims.facet(asked, word) for word in FACETS} == walked
        assert sum(n for _, n in walked["kind"]) == store.claims.count(asked)
    first = store.claims.facets(Filters(min_confidence=0.0), ("speaker", "kind"), 1)
    assert [*first] == ["speaker", "kind"]
    assert store.claims.facets(NO_FILTER, ("speaker", "kind"), 1) == first


def test_a_wrong_count_is_a_fault_and_goes_with_the_next_upgrade(location: str) -> None:
    """Verifying tells; nothing is mended there, and everything counted anew by the upgrade."""
    with open_store(location) as store:
        fill(store)
        assert store.integrity.verify().faults == ()
        with store._engine.begin() as raw:
            raw.execute(text("UPDATE speakercount SET claims = claims + 1 WHERE outlets = 2"))
            raw.execute(text("DELETE FROM articlecount"))
            raw.execute(text("UPDATE claimvalue SET stance = 'doubt' WHERE number = 1"))
            raw.execute(text("UPDATE claimvalue SET number = 999 WHERE number = 2"))
        told = store.integrity.verify().faults
        with store._engine.begin() as raw:
            for statement in OLDER:
                raw.execute(text(statement))
    assert any("speakers whose counts" in fault for fault in told)
    assert "3 claims of which something else is kept to be counted" in told
    assert "12 articles whose counts are not those of their claims" in told
    with open_store(location) as store:
        assert store.integrity.verify().faults == ()


def test_an_older_store_is_counted_as_it_is_upgraded(location: str, tmp_path: Path) -> None:
    """Its claims were saved before there were counts."""
    with open_store(tmp_path / "today.db") as store:
        fill(store)
        make_older(location, "0024", store)
    with open_store(location) as store:
        assert faults(store) == []
        assert store.speakers.count(NO_FILTER) == len(list(store.speakers.select())) > 2


def test_who_fills_a_new_store_gets_no_more_room(tmp_path: Path) -> None:
    """Of memory, for the database's pages: that is for who counts a large store anew."""
    with open_store(tmp_path / "new.db") as store, store._engine.connect() as raw:
        usual = raw.exec_driver_sql("PRAGMA cache_size").scalar()
    with open_store(tmp_path / "other.db") as store:
        fill(store)
        with store._engine.connect() as raw:
            assert raw.exec_driver_sql("PRAGMA cache_size").scalar() == usual == -2000
