"""What is stored is told from what was changed behind the store's back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from claims.model import Article
from cli.jobs.corroborate import bring_up_to_date
from store.records import Move
from store.store import Store, open_store
from store.upgrade import migrate


@pytest.fixture
def desk(tmp_path: Path, make_reading: Callable[..., Any]) -> Iterator[Store]:
    """A store in a file, which lets anybody take out what others hang on."""
    with open_store(tmp_path / "s.db") as store:
        store.articles.save(make_reading())
        yield store


@pytest.fixture
def decided(store: Store, make_reading: Callable[..., Any]) -> Store:
    """A store with an article, its claims and four decisions of three acts."""
    store.articles.save(make_reading())
    one, two, _ = (claim.id for claim in store.claims.select())
    store.decisions.decide("Kim", [Move("status", one, "wrong")])
    store.decisions.decide(
        "Lu", [Move("speaker", two, "Marta Quill"), Move("status", two, "unsure")]
    )
    store.decisions.undo("Kim")
    return store


def change(store: Store, statement: str) -> None:
    """Writes as somebody would who opens the file himself."""
    where = store.location if "://" in store.location else f"sqlite:///{store.location}"
    with create_engine(where).begin() as raw:
        raw.execute(text(statement))


def test_a_store_is_as_it_was_stored(decided: Store) -> None:
    """Decided, put right and undone is all in order."""
    verified = decided.integrity.verify()
    assert (verified.articles, verified.claims, verified.decisions) == (1, 3, 4)
    assert verified.faults == ()


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE article SET text = 'X' || text", "its text is not the one that was stored"),
        ("UPDATE claim SET quote = 'never said' WHERE number = 1", "words of its content"),
        ("UPDATE claim SET cue_text = 'denied' WHERE number = 1", "words of its cue"),
        ("UPDATE decision SET reviewer = 'Lu' WHERE id = 1", "decision 1:"),
        ("UPDATE decision SET after = NULL WHERE id = 3", "decision 3:"),
        ("DELETE FROM decision WHERE id = 2", "decision 3:"),
        ("UPDATE decision SET note = 'later' WHERE id = 4", "decision 4:"),
    ],
)
def test_what_was_changed_behind_its_back_is_named(
    decided: Store, statement: str, fault: str
) -> None:
    """With the kind of thing and its id."""
    change(decided, statement)
    assert any(fault in line for line in decided.integrity.verify().faults)


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("DELETE FROM propositionclaim WHERE position = 0", "claims in no proposition"),
        ("DELETE FROM article", "3 claims without their article"),
        ("DELETE FROM claim WHERE number = 1", "without their claim"),
    ],
)
def test_tables_that_do_not_agree_on_how_many_there_are_are_named(
    desk: Store, statement: str, fault: str
) -> None:
    """Once nothing waits to be weighed, and whatever hangs on what is gone."""
    bring_up_to_date(desk)
    assert desk.integrity.verify().faults == ()
    change(desk, statement)
    assert any(fault in line for line in desk.integrity.verify().faults)


def test_decisions_of_an_older_store_are_chained_by_the_upgrade(location: str) -> None:
    """Revision 0013 links what was decided so far, and what comes later follows it."""
    url = location if "://" in location else f"sqlite:///{location}"
    with create_engine(url).begin() as connection:
        migrate(connection, "0012")
        for number, after in enumerate(("correct", "wrong"), 1):
            connection.execute(
                text(
                    "INSERT INTO decision (id, at, reviewer, kind, subject, after, note) VALUES "
                    f"({number}, '2026-01-02 03:04:0{number}.123456', 'Kim', 'status', 'c1', '{after}', '')"
                )
            )
    with open_store(location) as opened:
        assert opened.integrity.verify().faults == ()
    change(opened, "UPDATE decision SET after = 'unsure' WHERE id = 1")
    with open_store(location) as opened:
        assert opened.integrity.verify().faults[0].startswith("decision 1:")


def test_a_source_that_came_damaged_is_as_it_was_read(store: Store, pipeline: Any) -> None:
    """Its letters and blanks are mended to name somebody; its place in the text says what stood there."""
    text = "Port Ellery\n\n“We found rust,” said Jos\u00c3\u00a9\u00a0Mour\u00c3\u00a3o, the harbour master, on Friday."
    store.articles.save(next(iter(pipeline.read([Article("a", text)]))))
    assert [claim.speaker for claim in store.claims.select()] == ["José Mourão"]
    assert store.integrity.verify().faults == ()
    change(store, "UPDATE claim SET mention = 'Per Lund'")
    assert any("words of its source" in line for line in store.integrity.verify().faults)
